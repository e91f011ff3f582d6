import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Review, ReviewRemark } from '../../../campaign';
import { useAnswer } from '../../desk/use-answer';
import { WithDesk, type DeskReady } from '../../desk/with-desk';
import { typeset, useMessages, useSpoken } from '../../i18n';
import { useArrival } from '../../ui/arrival';
import { Choice } from '../../ui/choice';
import { Icon } from '../../ui/icons';
import { List, Row } from '../../ui/list';
import { Empty, Page, Section } from '../../ui/page';
import { toneColours } from '../../ui/tag';
import { Waiting } from '../../ui/waiting';
import { Adjustments } from './adjustments';
import { CAMPAIGN, shownRemarks, wholeReview, type Gravity, type ReviewFilter } from './filters';
import { messages } from './messages';
import { RemarkView } from './remark-view';

/** More are drawn on demand: a region has hundreds. */
const PAGE = 40;

/** What a union should look at before it accepts. */
export default function ReviewTask() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <WithDesk>{(ready) => <Reviewed {...ready} />}</WithDesk>
    </Page>
  );
}

function Reviewed(ready: DeskReady) {
  const { desk, campaign } = ready;
  const review = useAnswer(desk, 'review', undefined)?.answer;
  const [filter, setFilter] = useState(wholeReview);
  const [open, setOpen] = useState<Pick<ReviewRemark, 'code' | 'siren' | 'message'>>();
  // By what it says: after an adjustment the same remark has another place.
  const remark =
    open &&
    review?.remarks.find(
      (one) => one.code === open.code && one.siren === open.siren && one.message === open.message,
    );
  useArrival(remark?.id);
  if (!review) return <Waiting />;
  if (remark) return <RemarkView remark={remark} ready={ready} close={() => setOpen(undefined)} />;
  return (
    <>
      <Adjustments campaign={campaign} />
      <Filters review={review} filter={filter} change={setFilter} engine={ready.engine} />
      <Remarks key={JSON.stringify(filter)} remarks={shownRemarks(review, filter)} open={setOpen} />
    </>
  );
}

interface FiltersProps extends Pick<DeskReady, 'engine'> {
  readonly review: Review;
  readonly filter: ReviewFilter;
  readonly change: (filter: ReviewFilter) => void;
}

function Filters({ review, filter, change, engine }: FiltersProps) {
  const t = useMessages(messages);
  const say = useSpoken();
  const themes = new Set(review.remarks.map(({ theme }) => theme));
  const gravities: readonly (readonly [Gravity, string])[] = [
    ['', t('allGravities')],
    ['blocking', t('blocking')],
    ['warning', t('warnings')],
    ['outlier', t('outliers')],
  ];
  return (
    <>
      <Choice
        label={t('gravity')}
        value={filter.gravity}
        choose={(gravity) => change({ ...filter, gravity })}
        options={gravities.map(([value, label]) => ({
          value,
          label: `${label} (${shownRemarks(review, { ...filter, gravity: value }).length})`,
        }))}
      />
      <Choice
        label={t('landlord')}
        value={filter.landlord}
        choose={(landlord) => change({ ...filter, landlord })}
        options={[
          { value: '', label: t('allLandlords') },
          { value: CAMPAIGN, label: t('campaign') },
          ...review.landlords.map(({ siren, name, blocking, warnings }) => ({
            value: siren,
            label: `${name} (${blocking + warnings})`,
          })),
        ]}
      />
      <Choice
        label={t('theme')}
        value={filter.theme}
        choose={(theme) => change({ ...filter, theme })}
        options={[
          { value: '', label: t('allThemes') },
          ...engine.catalogue.dimensions
            .filter(({ code }) => themes.has(code))
            .map(({ code, label }) => ({ value: code, label: say(label) })),
        ]}
      />
    </>
  );
}

interface RemarksProps {
  readonly remarks: readonly ReviewRemark[];
  readonly open: (remark: ReviewRemark) => void;
}

function Remarks({ remarks, open }: RemarksProps) {
  const t = useMessages(messages);
  const [count, setCount] = useState(PAGE);
  if (remarks.length === 0) return <Empty>{t('none')}</Empty>;
  return (
    <Section title={t('list')} aside={t('remarks', { count: remarks.length })}>
      <List label={t('list')}>
        {remarks.slice(0, count).map((one) => (
          <Row
            key={one.id}
            icon={
              <span style={{ color: toneColours[one.level === 'blocking' ? 'bad' : 'warn'] }}>
                <Icon name={one.level} size={18} />
              </span>
            }
            title={<span lang="fr">{typeset(one.message)}</span>}
            note={one.landlord || t('campaign')}
            description={t(one.level === 'blocking' ? 'blocking' : 'warnings')}
            place={one.id}
            onClick={() => open(one)}
          />
        ))}
      </List>
      {remarks.length > count ? (
        <Button onClick={() => setCount(count + PAGE)}>{t('more', { count: remarks.length - count })}</Button>
      ) : null}
    </Section>
  );
}
