import { makeStyles, tokens } from '@fluentui/react-components';
import type { Lineage, LineageInput, LineageLandlord } from '../../../campaign';
import { formatQuantity } from '../../../formula';
import type { Desk } from '../../desk';
import { useAnswer } from '../../desk/use-answer';
import { typeset, useLocale, useMessages } from '../../i18n';
import { Back } from '../../ui/back';
import { Empty, Section } from '../../ui/page';
import { Waiting } from '../../ui/waiting';
import { Fold, useParts } from '../connect/parts';
import { messages } from './messages';

const useStyles = makeStyles({
  value: { fontSize: '24px', lineHeight: '30px', fontWeight: 600 },
  formula: { margin: 0, fontSize: '13px', lineHeight: '19px', overflowWrap: 'anywhere' },
  landlord: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '8px',
    fontSize: '12px',
    lineHeight: '17px',
    '& summary': { cursor: 'pointer', padding: '8px 12px', overflowWrap: 'anywhere' },
    '& summary:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  inputs: { padding: '0 12px 8px' },
  cell: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere', margin: '2px 0 4px' },
});

/** Landlords drawn, the one in question and the largest first. */
const MOST = 60;

interface LineageProps {
  readonly desk: Desk;
  readonly code: string;
  readonly territory: string;
  /** The landlord it was opened from: shown first, and open. */
  readonly siren?: string;
  readonly close: () => void;
}

/** A figure down to its cells: formula with the numbers, constants, landlords, file, sheet, cell and comment. */
export function LineageView({ desk, code, territory, siren, close }: LineageProps) {
  const t = useMessages(messages);
  const locale = useLocale();
  const lineage = useAnswer(desk, 'lineage', { code, territory, locale });
  return (
    <>
      <Back label={t('backToRemark')} onClick={close} />
      {!lineage ? (
        <Waiting label={t('loading')} />
      ) : lineage.answer ? (
        <Told lineage={lineage.answer} {...(siren !== undefined && { siren })} />
      ) : (
        <Empty>{t('noValue')}</Empty>
      )}
    </>
  );
}

function Told({ lineage, siren }: { readonly lineage: Lineage; readonly siren?: string }) {
  const styles = useStyles();
  const parts = useParts();
  const t = useMessages(messages);
  const locale = useLocale();
  const { value, unit, decimals, coverage, respondents, expected } = lineage;
  const share = coverage?.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const landlords = [...lineage.landlords].sort(
    (one, other) =>
      Number(other.siren === siren) - Number(one.siren === siren) || weightOf(other) - weightOf(one),
  );
  return (
    <>
      <Section title={lineage.label} aside={lineage.code}>
        <span className={styles.value}>
          {value === null ? t('noValue') : formatQuantity(value, unit, { locale, decimals })}
        </span>
        <p className={parts.note}>
          {share === undefined
            ? t('answeredOnly', { respondents, expected })
            : t('answered', { respondents, expected, coverage: share })}
        </p>
      </Section>
      <Section title={t('calculation')}>
        <p className={parts.note} lang="fr">
          {typeset(lineage.formula)}
        </p>
        {lineage.lines.map((line) => (
          <p key={line} className={styles.formula}>
            {line}
          </p>
        ))}
        <Fold
          title={t('constants')}
          lines={lineage.constants.map(({ key, value: given, year, source }) => [
            t('constant', { key, value: given, year: String(year), source }),
          ])}
        />
      </Section>
      <Section title={t('landlords')} aside={String(landlords.length)}>
        {landlords.slice(0, MOST).map((one) => (
          <Brought key={one.siren} landlord={one} open={one.siren === siren} />
        ))}
      </Section>
      <Fold title={t('silent')} french={false} lines={lineage.silent.map(({ name }) => [name])} />
    </>
  );
}

/** What it brings to the first thing that is summed: enough to put the largest first. */
const weightOf = ({ inputs }: LineageLandlord): number => Math.abs(inputs[0]?.value ?? 0);

function Brought({ landlord, open }: { readonly landlord: LineageLandlord; readonly open: boolean }) {
  const styles = useStyles();
  const parts = useParts();
  return (
    <details className={styles.landlord} open={open}>
      <summary>{landlord.name}</summary>
      <div className={styles.inputs}>
        {landlord.inputs.map((input) => (
          <div key={input.key}>
            <div className={parts.line}>
              <span lang="fr">{typeset(input.label)}</span>
              <span className={parts.figure}>{shown(input)}</span>
            </div>
            {input.cells.map(({ file, sheet, cell, figure }, index) => (
              <p key={index} className={styles.cell} lang="fr">
                {[file, sheet, cell].filter((part) => part !== '').join(' · ')}
                {figure?.comment ? typeset(` — « ${figure.comment} »`) : ''}
              </p>
            ))}
          </div>
        ))}
      </div>
    </details>
  );
}

function shown({ state, value, unit }: LineageInput): string {
  if (state !== 'number') return state === 'missing' ? 'ND' : 'SO';
  const decimals = Number.isInteger(value) ? 0 : 2;
  return unit === ''
    ? value.toLocaleString('fr-FR')
    : formatQuantity(value, unit, { locale: 'fr', decimals });
}
