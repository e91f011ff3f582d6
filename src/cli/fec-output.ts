import type { Catalogue } from '../catalogue';
import { showNumber, type Remark } from '../contribution';
import { lineAccount, purchaseAccount, showEuros, type FecImport } from '../importers';
import { territoryName } from '../territory';
import { cut, textTable } from './table';

const euros = (amount: number): string => showEuros(Math.round(amount * 100));

/** The JSON of `import-fec`; amounts in euros. `facts`, `remarks` and `rows` are the specified keys. */
export function fecToJson(
  imports: readonly FecImport[],
  remarks: readonly Remark[],
  local: readonly string[],
) {
  return {
    facts: imports.flatMap(({ facts }) => facts),
    members: imports.flatMap(({ members }) => members),
    remarks: remarks.map(({ level, code, message, source, subject }) => ({
      level,
      code,
      message,
      file: source.file,
      ...(subject === undefined ? {} : { subject }),
    })),
    /** Lines of entries, whatever became of them. */
    rows: imports.reduce((sum, { ledger }) => sum + ledger.counts.read + ledger.counts.rejected, 0),
    local,
    years: imports.map(({ year, siren, ledger, accounts, suppliers, shares }) => ({
      year,
      siren,
      files: ledger.files,
      closing: ledger.closing,
      firstDate: ledger.firstDate,
      lastDate: ledger.lastDate,
      lines: ledger.counts,
      rejected: ledger.rejected,
      balance: {
        debit: ledger.debit / 100,
        credit: ledger.credit / 100,
        difference: (ledger.debit - ledger.credit) / 100,
        entries: ledger.entries,
        unbalanced: ledger.unbalanced.count,
        largestUnbalanced: ledger.unbalanced.largest.map((one) => ({
          ...one,
          difference: one.difference / 100,
        })),
      },
      opening: ledger.opening,
      closingEntries: ledger.closingEntries,
      purchases: Object.fromEntries(
        Object.entries(ledger.reconciliation).map(([key, cents]: [string, number]) => [key, cents / 100]),
      ),
      shares,
      accounts,
      unclassified: accounts.filter(({ status }) => status === 'unclassified' || status === 'to_divide'),
      suppliers,
    })),
  };
}

/** One financial year as a person reads it in a terminal. */
export function fecSummary(
  { year, facts, accounts, ledger, shares, suppliers }: FecImport,
  catalogue: Catalogue,
): string {
  const counts = lineAccount(ledger).map(
    ([label, count]) => `${label.replace(/^dont /, '')} ${showNumber(count)}`,
  );
  const balance =
    ledger.debit === ledger.credit
      ? `Débit = crédit : ${showEuros(ledger.debit)}.`
      : `Débit ${showEuros(ledger.debit)}, crédit ${showEuros(ledger.credit)}, écart ${showEuros(ledger.debit - ledger.credit)}.`;
  const rows = facts.map((fact) => [
    fact.code,
    cut(catalogue.dataPoints.get(fact.code)?.label.fr ?? '', 40),
    fact.territory,
    euros(fact.value),
    fact.toConfirm ? 'à confirmer' : '',
  ]);
  const purchases = purchaseAccount(ledger).map(([label, cents]) => [`  ${label}`, showEuros(cents)]);
  return [
    `Exercice ${year} — ${ledger.files.join(', ')}`,
    `${counts.join(' ; ')}.`,
    balance,
    '',
    textTable(['Code', 'Donnée', 'Territoire', 'Montant', 'Comptes'], rows, [3]),
    '',
    textTable(['Achats aux fournisseurs (TVA comprise)', 'Montant'], purchases, [1]),
    ...shares.map(
      (one) =>
        `Achats par lieu, ${territoryName(one.territory)} : locaux ${euros(one.local)}, ailleurs ${euros(one.elsewhere)}, à préciser ${euros(one.uncertain)}, sans adresse ${euros(one.unlocated)}, absents de la liste ${euros(one.unmatched)} ; total ${euros(one.total)}.`,
    ),
    ...leftOver(
      'Comptes à classer ou à répartir, du plus gros au plus petit :',
      accounts
        .filter(({ status, amount }) => (status === 'unclassified' || status === 'to_divide') && amount !== 0)
        .map((one) => [one.account, cut(one.label, 44), euros(one.amount)]),
    ),
    ...(shares.length === 0
      ? []
      : leftOver(
          'Fournisseurs non rapprochés ou sans adresse, du plus gros au plus petit :',
          suppliers
            .filter(({ status }) => status[0] === 'unmatched' || status[0] === 'unlocated')
            .map((one) => [one.code, cut(one.name, 44), euros(one.amount)]),
        )),
  ].join('\n');
}

const MOST_SHOWN = 15;

function leftOver(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const more =
    rows.length > MOST_SHOWN
      ? [`… et ${rows.length - MOST_SHOWN} autre(s), dans le classeur (-o) et le JSON.`]
      : [];
  return ['', title, textTable(['Code', 'Libellé', 'Montant'], rows.slice(0, MOST_SHOWN), [2]), ...more];
}
