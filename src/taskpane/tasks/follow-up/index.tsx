import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type FollowUp, type FollowUpState, states } from '../../../campaign';
import { useLocale, useMessages } from '../../i18n';
import { useArrival } from '../../ui/arrival';
import { Choice } from '../../ui/choice';
import { List, Row } from '../../ui/list';
import { Empty, Page, Section } from '../../ui/page';
import { Tag } from '../../ui/tag';
import { WithUnion, type UnionReady } from '../../ui/with-union';
import { Fold } from '../connect/parts';
import { LandlordView } from './landlord-view';
import { messages } from './messages';
import { stateNames, stateTones } from './states';

/** Landlords drawn at a time. */
const PAGE = 60;

/** Where each landlord stands; one of them, what can be decided about it. */
export default function FollowUpTask() {
  const t = useMessages(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <WithUnion>{(ready) => <Landlords {...ready} />}</WithUnion>
    </Page>
  );
}

function Landlords({ union, campaign }: UnionReady) {
  const t = useMessages(messages);
  const [open, setOpen] = useState<string>();
  const [only, setOnly] = useState<FollowUpState | ''>('');
  const [count, setCount] = useState(PAGE);
  const { followUp } = campaign;
  const one = followUp.find(({ siren }) => siren === open);
  useArrival(one?.siren);
  if (one) {
    return <LandlordView key={one.siren} one={one} campaign={campaign} close={() => setOpen(undefined)} />;
  }
  if (followUp.length === 0) return <Empty>{t('nobody')}</Empty>;
  const shown = followUp.filter(({ state }) => only === '' || state === only);
  return (
    <>
      <Fold
        title={t('remarks', { count: union.remarks.length })}
        lines={union.remarks.map(({ message, source }) => [
          [source.sheet, source.cell].filter((part) => part !== '').join(' ') + ' : ' + message,
        ])}
      />
      <Section title={t('landlords', { count: shown.length })}>
        <Choice
          label={t('show')}
          value={only}
          choose={(state) => {
            setOnly(state);
            setCount(PAGE);
          }}
          options={[
            { value: '', label: t('all', { count: followUp.length }) },
            ...states.map((state) => ({
              value: state,
              label: `${t(stateNames[state])} (${followUp.filter((some) => some.state === state).length})`,
            })),
          ]}
        />
        <List label={t('title')}>
          {shown.slice(0, count).map((some) => (
            <Row
              key={some.siren}
              title={some.name || some.siren}
              note={<Standing one={some} />}
              end={<Tag tone={stateTones[some.state]}>{t(stateNames[some.state])}</Tag>}
              place={some.siren}
              onClick={() => setOpen(some.siren)}
            />
          ))}
        </List>
        {shown.length > count ? (
          <Button onClick={() => setCount(count + PAGE)}>{t('more', { count: shown.length - count })}</Button>
        ) : null}
      </Section>
    </>
  );
}

/** Since when, who said so, how much is filled. */
export function Standing({ one }: { readonly one: FollowUp }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const parts = [
    one.date?.toLocaleDateString(tag, { timeZone: 'UTC' }),
    one.by,
    one.filled === undefined
      ? undefined
      : t('filled', {
          share: one.filled.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 0 }),
        }),
    one.blocking ? t('blocking', { count: one.blocking }) : undefined,
  ];
  return <>{parts.filter((part) => part !== undefined && part !== '').join(' · ') || t('nothing')}</>;
}
