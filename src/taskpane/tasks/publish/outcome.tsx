import type { WithheldReason } from '../../../consolidation';
import type { PublicationView, TreatedCell } from '../../desk';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { Section } from '../../ui/page';
import { Fold, useParts } from '../connect/parts';
import { messages } from './messages';

/** What the publication made of the cells: counts, then those treated, each with its reason. */
export function Outcome({ view }: { readonly view: PublicationView }) {
  const parts = useParts();
  const t = useMessages(messages);
  const say = useSpoken();
  const locale = useLocale();
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const percent = (value: number, digits = 0) =>
    value.toLocaleString(tag, { style: 'percent', maximumFractionDigits: digits });
  const { published, extrapolated, insufficient, masked, secondary, adjusted } = view;
  const all = published + insufficient + masked + secondary;
  const lines: readonly (readonly [string, string])[] = [
    [t('published'), published.toLocaleString(tag)],
    [t('extrapolated'), extrapolated.toLocaleString(tag)],
    [t('insufficient'), insufficient.toLocaleString(tag)],
    [t('masked'), masked.toLocaleString(tag)],
    [t('secondary'), secondary.toLocaleString(tag)],
    [t('lost'), all === 0 ? '–' : percent((masked + secondary) / all, 1)],
    [t('adjusted'), adjusted.toLocaleString(tag)],
  ];
  const reasons: Readonly<Record<WithheldReason, string>> = {
    low_coverage: t('lowCoverage'),
    not_proportional: t('notProportional'),
    fewer_than_3: t('fewerThanThree'),
    dominance: t('dominance'),
    secondary: t('wouldFollow'),
  };
  const reasonOf = ({ reason }: TreatedCell) => (reason === null ? '' : reasons[reason]);
  const of = (kind: TreatedCell['kind']) => view.treated.filter((one) => one.kind === kind);
  const told = (kind: TreatedCell['kind']) =>
    of(kind).map((one): readonly [string, string] => [
      `${one.code} · ${say(one.label)} · ${one.place}`,
      kind === 'masked'
        ? reasonOf(one)
        : kind === 'extrapolated'
          ? t('share', { share: percent(one.share, 1) })
          : `${reasonOf(one)}${one.coverage === null ? '' : `, ${t('covered', { coverage: percent(one.coverage) })}`}`,
    ]);
  return (
    <Section title={t('result')}>
      {view.exposedBefore ? (
        <p className={parts.lead} role="alert">
          {t('exposed')}
        </p>
      ) : null}
      {view.otherYears.map(({ file, year }) => (
        <p key={file} className={parts.note}>
          {t('otherYear', { file, year: String(year) })}
        </p>
      ))}
      <div>
        {lines.map(([label, figure]) => (
          <div key={label} className={parts.line}>
            <span>{label}</span>
            <span className={parts.figure}>{figure}</span>
          </div>
        ))}
      </div>
      <Fold french={false} title={t('maskedList', { count: of('masked').length })} lines={told('masked')} />
      <Fold
        french={false}
        title={t('insufficientList', { count: of('insufficient').length })}
        lines={told('insufficient')}
      />
      <Fold
        french={false}
        title={t('extrapolatedList', { count: of('extrapolated').length })}
        lines={told('extrapolated')}
      />
      <p className={parts.note}>{t('reasonNote')}</p>
    </Section>
  );
}
