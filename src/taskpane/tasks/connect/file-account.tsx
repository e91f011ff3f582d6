import {
  accountLines,
  accountWords,
  lineAccount,
  purchaseAccount,
  yearSentence,
  type FecImport,
  type RplsImport,
} from '../../../importers';
import type { Engine } from '../../engine';
import { typeset, useLocale, useMessages, useSpoken } from '../../i18n';
import type { ReadFile } from '../../jobs';
import { Icon } from '../../ui/icons';
import { Row } from '../../ui/list';
import { toneColours } from '../../ui/tag';
import { Tool } from '../../ui/tool';
import { messages } from './messages';
import { Fold } from './parts';

interface AccountProps {
  readonly file: ReadFile;
  /** The figures of the accounts, for a FEC. */
  readonly imports: readonly FecImport[];
  readonly engine: Engine;
  readonly remove: () => void;
}

/** What was read in a file: every line accounted for, what it fills, what to look at. */
export function FileAccount({ file, imports, engine, remove }: AccountProps) {
  const t = useMessages(messages);
  const refused = file.kind === 'refused';
  const own = imports.filter(({ ledger }) => ledger.files.includes(file.name));
  return (
    <Row
      icon={
        <span style={{ color: toneColours[refused ? 'bad' : 'good'] }}>
          <Icon name={refused ? 'blocking' : 'done'} size={18} />
        </span>
      }
      title={
        <>
          <strong>{t(file.kind)}</strong> {file.name}
        </>
      }
      note={<Told file={file} />}
      end={
        <Tool label={t('remove', { name: file.name })} onClick={remove}>
          <Icon name="close" size={14} />
        </Tool>
      }
    >
      {file.kind === 'rpls' ? <RplsDetails imported={file.imported} engine={engine} /> : null}
      {file.kind === 'references' ? <ReferenceDetails file={file} /> : null}
      {own.map((one) => (
        <FecDetails key={one.year} imported={one} engine={engine} />
      ))}
    </Row>
  );
}

/** The file in a sentence. */
function Told({ file }: { readonly file: ReadFile }) {
  const t = useMessages(messages);
  const french = (text: string) => <span lang="fr">{typeset(text)}</span>;
  switch (file.kind) {
    case 'refused':
      return french(file.reason);
    case 'rpls': {
      const { layout, counts } = file.imported;
      return (
        <>
          {french(`${layout.label} ; ${yearSentence(file.imported)}.`)} {t('lines', { count: counts.lines })}
        </>
      );
    }
    case 'fec':
      return t('lines', { count: file.ledger.counts.lines });
    case 'suppliers': {
      const { suppliers } = file.list;
      const sirens = suppliers.filter(({ siren }) => siren !== '').length;
      return t('suppliersRead', { count: suppliers.length, sirens });
    }
    case 'references': {
      const { label, date, account } = file.imported;
      return (
        <>
          {french(`${label}${date === '' ? '' : `, ${date}`}`)} {t('lines', { count: account.lines })}
        </>
      );
    }
  }
}

function useFigures(engine: Engine) {
  const locale = useLocale();
  const say = useSpoken();
  return {
    number: (value: number) => engine.formatNumber(value, { locale, decimals: 0 }),
    quantity: (value: number, unit: string) =>
      unit === ''
        ? engine.formatNumber(value, { locale, decimals: 0 })
        : engine.formatQuantity(value, unit, { locale, decimals: 0 }),
    labelOf: (code: string) => {
      const label = engine.catalogue.dataPoints.get(code)?.label;
      return label ? say(label) : code;
    },
    unitOf: (code: string) => engine.catalogue.dataPoints.get(code)?.unit ?? '',
  };
}

function RplsDetails({ imported, engine }: { readonly imported: RplsImport; readonly engine: Engine }) {
  const t = useMessages(messages);
  const { number, quantity, labelOf, unitOf } = useFigures(engine);
  const totals = Object.entries(imported.totals);
  const places = t('places', { facts: imported.facts.length, count: imported.communes.length });
  return (
    <>
      <Fold
        title={t('details')}
        lines={accountLines(imported.counts).map(([label, count]) => [label, number(count)])}
      />
      <Fold
        title={`${t('fills', { count: totals.length })} : ${places}`}
        french={false}
        lines={totals.map(([code, value]) => [labelOf(code), quantity(value, unitOf(code))])}
      />
      <Fold
        title={t('remarks', { count: imported.remarks.length })}
        lines={imported.remarks.map(({ message }) => [message])}
      />
    </>
  );
}

function FecDetails({ imported, engine }: { readonly imported: FecImport; readonly engine: Engine }) {
  const t = useMessages(messages);
  const { number, quantity, labelOf } = useFigures(engine);
  const { ledger, facts, accounts, remarks } = imported;
  const euros = (cents: number) => quantity(cents / 100, '€');
  const waiting = accounts.filter(
    ({ status, amount }) => (status === 'unclassified' || status === 'to_divide') && amount !== 0,
  );
  return (
    <>
      <Fold
        title={t('details')}
        lines={[
          ...lineAccount(ledger).map(([label, count]) => [label, number(count)] as const),
          ['Total des débits', euros(ledger.debit)],
          ['Total des crédits', euros(ledger.credit)],
          ...purchaseAccount(ledger).map(([label, cents]) => [label, euros(cents)] as const),
        ]}
      />
      <Fold
        title={t('fills', { count: facts.length })}
        french={false}
        lines={facts.map(({ code, value }) => [labelOf(code), quantity(value, '€')])}
      />
      <Fold
        title={t('leftOver', { count: waiting.length })}
        lines={waiting.map(({ account, label, amount }) => [`${account} ${label}`, quantity(amount, '€')])}
      />
      <Fold title={t('remarks', { count: remarks.length })} lines={remarks.map(({ message }) => [message])} />
    </>
  );
}

function ReferenceDetails({ file }: { readonly file: Extract<ReadFile, { kind: 'references' }> }) {
  const t = useMessages(messages);
  const { imported } = file;
  const given: readonly (readonly [string, string])[] = [
    ...imported.zonings.map(
      ({ name, label, zoneOf }) => [`${name} : ${label}`, String(zoneOf.size)] as const,
    ),
    ...imported.series.map(({ code, label }) => {
      const count = imported.values.filter((value) => value.code === code).length;
      return [`ref.${code} : ${label}`, String(count)] as const;
    }),
  ];
  return (
    <>
      <Fold title={t('details')} lines={[[accountWords(imported)]]} />
      <Fold title={t('series', { count: given.length })} lines={given} />
      <Fold
        title={t('remarks', { count: imported.remarks.length })}
        lines={imported.remarks.map(({ message }) => [message])}
      />
    </>
  );
}
