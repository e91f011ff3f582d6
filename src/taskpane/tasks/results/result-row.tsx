import { makeStyles, tokens } from '@fluentui/react-components';
import type { Family } from '../../../contribution';
import { formatQuantity } from '../../../formula';
import type { ResultCell, ResultIndicator, Results } from '../../desk';
import { useLocale, useMessages, useSpoken } from '../../i18n';
import { Row } from '../../ui/list';
import { cellKey, type Compared, type Comparing } from './compared';
import { messages } from './messages';

const useStyles = makeStyles({
  value: { display: 'block', fontSize: '16px', lineHeight: '22px', fontWeight: 600, marginTop: '2px' },
  none: { display: 'block', color: tokens.colorNeutralForeground3, marginTop: '2px' },
  detail: { display: 'block', marginTop: '3px' },
});

/** Names shown of those that agreed, from both ends. */
const MOST_NAMES = 6;

interface ResultProps {
  readonly results: Results;
  readonly indicator: ResultIndicator;
  readonly cell: ResultCell;
  readonly comparing: Comparing;
  readonly compared: Compared | undefined;
  readonly open: () => void;
}

/** An indicator: its value, who answered, and what it is compared with. */
export function ResultRow({ results, indicator, cell, comparing, compared, open }: ResultProps) {
  const styles = useStyles();
  const t = useMessages(messages);
  const say = useSpoken();
  const locale = useLocale();
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const { respondents, expected, coverage } = cell;
  const share = coverage?.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 0 });
  const lines = useLines({ results, indicator, cell, comparing, compared });
  return (
    <Row
      title={
        <>
          {say(indicator.label)}
          {cell.value === null ? (
            <span className={styles.none}>{t('noValue')}</span>
          ) : (
            <span className={styles.value}>
              {formatQuantity(cell.value, cell.unit, { locale, decimals: indicator.decimals, compact: true })}
            </span>
          )}
        </>
      }
      note={
        <>
          {share === undefined
            ? t('answeredOnly', { respondents, expected })
            : t('answered', { respondents, expected, coverage: share })}
          {lines.map((line) => (
            <span key={line} className={styles.detail}>
              {line}
            </span>
          ))}
        </>
      }
      end={indicator.code}
      onClick={open}
    />
  );
}

/** What the comparison says of a cell, a sentence each. */
function useLines({ results, indicator, cell, comparing, compared }: Omit<ResultProps, 'open'>): string[] {
  const t = useMessages(messages);
  const locale = useLocale();
  const tag = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const { code, unit } = cell;
  const shown = (value: number | null) =>
    value === null
      ? t('noValue')
      : formatQuantity(value, unit, { locale, decimals: indicator.decimals, compact: true });
  const gapOf = (gap: number) =>
    unit === '%'
      ? t('points', {
          gap: (gap * 100).toLocaleString(tag, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
        })
      : gap.toLocaleString(tag, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const versus = (name: string, value: number | null, gap: number | null) =>
    gap === null
      ? t('versusOnly', { name, value: shown(value) })
      : t('versus', { name, value: shown(value), gap: gapOf(gap) });
  const gap = compared?.gaps?.get(cellKey(cell));
  const benchmark =
    gap && gap.reference !== null ? [versus(t('benchmark'), gap.reference, gap.gapToReference)] : [];
  switch (comparing.kind) {
    case 'nothing':
      return benchmark;
    case 'territory': {
      const other = results.territories.find((one) => one.code === comparing.code);
      const same = cell.territory === comparing.code;
      return [...(gap && other && !same ? [versus(other.name, gap.other, gap.gap)] : []), ...benchmark];
    }
    case 'families':
      return results.families.flatMap(({ family, cells }) => {
        const own = cells.find((one) => one.code === code);
        if (!own || own.respondents === 0) return [];
        const name = t('family', { name: familyName(family) ?? t('noFamily'), count: own.respondents });
        return [t('versusOnly', { name, value: shown(own.value) })];
      });
    case 'distribution': {
      const spread = results.distributions.find((one) => one.code === code);
      if (!spread) return [t('tooFew')];
      const { answers, q1, median, q3, named } = spread;
      const names = named.length > MOST_NAMES ? [...named.slice(0, 3), ...named.slice(-3)] : named;
      return [
        t('spread', { answers, q1: shown(q1), q3: shown(q3), median: shown(median) }),
        ...(names.length > 0
          ? [t('named', { names: names.map(({ name, value }) => `${name} ${shown(value)}`).join(', ') })]
          : []),
      ];
    }
    case 'year': {
      const change = compared?.changes?.get(cellKey(cell));
      if (!change) return [];
      const { constant } = change;
      return [
        versus(String(compared?.year ?? ''), change.before, change.change),
        ...(constant.change === null
          ? []
          : [
              t('constant', {
                count: constant.landlords,
                value: `${shown(constant.before)} → ${shown(constant.after)}`,
                gap: gapOf(constant.change),
              }),
            ]),
      ];
    }
  }
}

const familyName = (family: Family | null): string | undefined => family ?? undefined;
