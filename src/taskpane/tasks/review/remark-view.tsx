import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { type ReviewRemark, showAnswer } from '../../../campaign';
import { formatQuantity } from '../../../formula';
import { useAnswer } from '../../desk/use-answer';
import type { DeskReady } from '../../desk/with-desk';
import { typeset, useLocale, useMessages, useSpoken } from '../../i18n';
import { Back } from '../../ui/back';
import { List, Row } from '../../ui/list';
import { Section } from '../../ui/page';
import { useParts } from '../connect/parts';
import { LandlordView } from '../follow-up/landlord-view';
import { AdjustForm } from './adjust-form';
import { LineageView } from './lineage-view';
import { messages } from './messages';
import { PeerPlot } from './peer-plot';

interface RemarkProps {
  readonly remark: ReviewRemark;
  readonly ready: DeskReady;
  readonly close: () => void;
}

type Shown =
  | { readonly kind: 'remark' }
  | { readonly kind: 'lineage'; readonly code: string }
  | { readonly kind: 'landlord' };

/** A remark: the figure, its peers, the indicators it enters, what may be done about it. */
export function RemarkView({ remark, ready, close }: RemarkProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const say = useSpoken();
  const [shown, show] = useState<Shown>({ kind: 'remark' });
  const { engine, campaign, desk } = ready;
  const { figure, source, siren } = remark;
  const subject = remark.subject;
  const used = useMemo(() => indicatorsWith(subject, engine), [subject, engine]);
  const back = () => show({ kind: 'remark' });
  const row = campaign.followUp.find((one) => one.siren === siren);
  if (shown.kind === 'lineage') {
    return (
      <LineageView
        desk={desk}
        code={shown.code}
        territory={campaign.settings.territory}
        close={back}
        siren={siren}
      />
    );
  }
  if (shown.kind === 'landlord' && row) return <LandlordView one={row} campaign={campaign} close={back} />;
  const place = [source.sheet, source.cell].filter((part) => part !== '').join('!');
  return (
    <>
      <Back label={t('back')} onClick={close} />
      <Section title={remark.landlord || t('campaign')}>
        <p className={parts.lead} lang="fr">
          {typeset(remark.message)}
        </p>
        {source.file === '' ? null : (
          <p className={parts.note}>
            {place === ''
              ? t('readInFile', { file: source.file })
              : t('readIn', { file: source.file, place })}
          </p>
        )}
      </Section>
      {figure ? (
        <Section title={t('figure')} aside={figure.code}>
          <p className={parts.lead}>
            <span lang="fr">{figure.label}</span> : {shownAnswer(figure)}
          </p>
          {figure.comment ? (
            <p className={parts.note} lang="fr">
              {t('comment', { text: figure.comment })}
            </p>
          ) : null}
          {figure.origin ? (
            <p className={parts.note} lang="fr">
              {t('origin', { text: figure.origin })}
            </p>
          ) : null}
        </Section>
      ) : null}
      {remark.amongPeers && subject !== undefined ? (
        <PeersSection siren={siren} code={subject} desk={desk} />
      ) : null}
      {used.length > 0 ? (
        <Section title={t('usedIn')}>
          <List label={t('usedIn')}>
            {used.map(({ code, label }) => (
              <Row key={code} title={say(label)} end={code} onClick={() => show({ kind: 'lineage', code })} />
            ))}
          </List>
        </Section>
      ) : null}
      {figure && engine.catalogue.dataPoints.get(figure.code)?.kind === 'sum' ? (
        <AdjustForm key={showAnswer(figure.answer)} figure={figure} />
      ) : null}
      {row ? (
        <Section title={t('thisLandlord')}>
          <div>
            <Button onClick={() => show({ kind: 'landlord' })}>{t('decide')}</Button>
          </div>
        </Section>
      ) : null}
    </>
  );
}

function shownAnswer({ answer, unit }: NonNullable<ReviewRemark['figure']>): string {
  if (answer.kind !== 'number') return showAnswer(answer);
  const decimals = Number.isInteger(answer.value) ? 0 : 2;
  return unit === '' ? showAnswer(answer) : formatQuantity(answer.value, unit, { locale: 'fr', decimals });
}

/** The indicators whose formula takes a data point, or the one that the subject is. */
function indicatorsWith(subject: string | undefined, { catalogue, leavesOf }: DeskReady['engine']) {
  if (subject === undefined) return [];
  return [...catalogue.indicators.values()].filter(
    ({ code, inlined, consolidation }) =>
      consolidation !== 'quality' &&
      (code === subject ||
        leavesOf(inlined).some(
          (leaf) =>
            (leaf.kind === 'data' && leaf.code === subject) ||
            (leaf.kind === 'distinct' && leaf.list === subject),
        )),
  );
}

interface PeersProps {
  readonly siren: string;
  readonly code: string;
  readonly desk: DeskReady['desk'];
}

function PeersSection({ siren, code, desk }: PeersProps) {
  const parts = useParts();
  const t = useMessages(messages);
  const locale = useLocale();
  const peers = useAnswer(desk, 'peers', { siren, code })?.answer;
  if (!peers) return null;
  const self = peers.points.find((one) => one.siren === siren);
  const short = (value: number) =>
    value.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumSignificantDigits: 3 });
  const said = t('peersChart', {
    name: self?.name ?? siren,
    ratio: short(self?.ratio ?? 0),
    q1: short(peers.q1),
    q3: short(peers.q3),
    median: short(peers.median),
    low: short(peers.low),
    high: short(peers.high),
  });
  return (
    <Section
      title={t('peers')}
      aside={t('peersOf', { count: peers.points.length, family: peers.family ?? t('noFamily') })}
    >
      <PeerPlot peers={peers} title={said} />
      <p className={parts.note} aria-hidden>
        {said}
      </p>
    </Section>
  );
}
