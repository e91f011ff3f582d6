import type { Catalogue } from '../../../catalogue';
import { area, cell, palette, styles, type CellModel, type SheetModel } from '../../../xlsx';
import { accountsTable } from '../account-file';
import { defaultAccounts, type AccountRow } from '../account-table';
import { showEuros } from '../amounts';
import { writeUse } from '../default-accounts';
import type { AccountStatus, FecImport } from '../model';
import { sides, usualSide } from '../sides';
import { euroStyle, tableSheet } from './table-sheet';

const statusWords: Readonly<Record<AccountStatus, string>> = {
  unclassified: 'à classer',
  to_divide: 'à répartir',
  classified: 'classé',
  set_aside: 'hors données',
};

const statusFills: Readonly<Record<AccountStatus, string | undefined>> = {
  unclassified: palette.warnFill,
  to_divide: palette.warnFill,
  classified: undefined,
  set_aside: palette.neutralFill,
};

/** Each account that moved, with what became of it: nothing is dropped. */
export function balanceSheet(imports: readonly FecImport[], catalogue: Catalogue): SheetModel {
  return tableSheet({
    sheet: 'Balance',
    table: 'IMPACT_BALANCE',
    title: 'Chaque compte et ce qu’il est devenu',
    explanation:
      'Mouvements de l’exercice, sans les à-nouveaux ni les écritures de clôture. D’abord ce qui reste à classer ou à répartir, du plus gros au plus petit : dites dans la feuille « Comptes » à quelle donnée va chaque compte, puis relancez l’import avec --accounts.',
    tabColor: palette.accent,
    columns: [
      ['annee', 9],
      ['compte', 14],
      ['libelle', 40],
      ['debit', 18],
      ['credit', 18],
      ['solde', 18],
      ['etat', 14],
      ['montant_retenu', 18],
      ['donnees', 44],
      ['commentaire', 50],
    ],
    rows: imports.flatMap(({ year, accounts }) =>
      accounts.map((one): CellModel[] => {
        const fill = statusFills[one.status];
        const names = one.dataPoints.map(
          (code) => `${code} (${catalogue.dataPoints.get(code)?.label.fr ?? ''})`,
        );
        return [
          cell(year, { ...styles.center, format: '0' }),
          cell(one.account, { ...styles.textLined, format: '@' }),
          cell(one.label, styles.textLined),
          cell(one.debit, euroStyle),
          cell(one.credit, euroStyle),
          cell(one.balance, euroStyle),
          cell(statusWords[one.status], { ...styles.center, ...(fill ? { fill } : {}) }),
          cell(one.amount, euroStyle),
          cell(names.join(one.status === 'to_divide' ? ' / ' : ' + '), styles.textLined),
          cell(one.comment, styles.muted),
        ];
      }),
    ),
  });
}

/** How the table goes back to the import. */
const byCommand = 'relancez l’import avec --accounts CE_CLASSEUR.xlsx';

/**
 * The table of accounts for a person at work in Excel: what is to be classified or divided first, one row an account,
 * then the default one.
 */
export function editableAccounts(imports: readonly FecImport[]): SheetModel {
  const waiting = imports.flatMap(({ year, accounts }) =>
    accounts
      .filter(({ status, amount, balance }) => isWaiting(status) && (amount !== 0 || balance !== 0))
      .map(({ account, label, status, dataPoints, balance }): AccountRow => ({
        from: account,
        to: account,
        label: '',
        use: status === 'to_divide' ? 'divide' : 'unclassified',
        dataPoints,
        side: usualSide(account),
        source: '',
        toConfirm: false,
        comment: `${label} : solde de ${showEuros(balance * 100)} en ${year}`,
      })),
  );
  const seen = new Set<string>();
  const once = waiting.filter(({ from }) => !seen.has(from) && seen.add(from));
  const sheet = accountsSheet([...once, ...defaultAccounts()], 'relisez-la dans Raccorder');
  return { ...sheet, name: 'Impact comptes' };
}

const isWaiting = (status: AccountStatus): boolean => status === 'unclassified' || status === 'to_divide';

/** The table of accounts, to edit and give back (`--accounts`). */
export function accountsSheet(rows: readonly AccountRow[], giveBack = byCommand): SheetModel {
  const sideWords = Object.entries(sides);
  const input = { ...styles.input, wrap: false };
  return tableSheet({
    sheet: 'Comptes',
    table: accountsTable,
    title: 'Table des comptes',
    explanation: `À quelle donnée va chaque plage de comptes (les premiers chiffres suffisent). La ligne la plus précise gagne. donnee : un code, « a + b » (les deux prennent le montant), « a / b » (à répartir), HORS (aucune, c’est voulu), vide (à classer). Modifiez, ajoutez, enlevez, puis ${giveBack} : cette table remplace alors celle par défaut.`,
    tabColor: palette.accent,
    columns: [
      ['compte_debut', 14],
      ['compte_fin', 14],
      ['libelle_contient', 34],
      ['donnee', 40],
      ['sens', 16],
      ['statut', 14],
      ['source', 54],
      ['commentaire', 60],
    ],
    rows: rows.map((row) => [
      cell(row.from, { ...input, format: '@' }),
      cell(row.to, { ...input, format: '@' }),
      cell(row.label === '' ? null : row.label, styles.input),
      cell(writeUse(row) === '' ? null : writeUse(row), styles.input),
      cell(sideWords.find(([, side]) => side === row.side)?.[0] ?? '', input),
      cell(row.toConfirm ? 'à confirmer' : 'sourcé', input),
      cell(row.source === '' ? null : row.source, styles.input),
      cell(row.comment === '' ? null : row.comment, styles.input),
    ]),
    validations: (first, last) => [
      { ref: area(first, 4, last, 4), kind: 'list', values: Object.keys(sides), severity: 'warning' },
      { ref: area(first, 5, last, 5), kind: 'list', values: ['sourcé', 'à confirmer'], severity: 'warning' },
    ],
  });
}
