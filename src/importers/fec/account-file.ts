import type { Catalogue } from '../../catalogue';
import { looseKey } from '../../contribution';
import type { SourceTable } from '../tables';
import type { AccountRow } from './account-table';
import { defaultAccounts } from './account-table';
import { readUse } from './default-accounts';
import { sides, usualSide, type Side } from './sides';
import { headedRows, TableRefused, type HeadedRow } from './table-rows';

/** Name of the workbook table of accounts. */
export const accountsTable = 'IMPACT_COMPTES';

/** Its columns, and what else people call them. */
const columns = {
  from: ['compte_debut', 'compte début', 'compte', 'de'],
  to: ['compte_fin', 'à', 'a'],
  label: ['libelle_contient', 'libellé'],
  use: ['donnee', 'donnée', 'code'],
  side: ['sens'],
  source: ['source'],
  status: ['statut'],
  comment: ['commentaire'],
} as const;

type Column = keyof typeof columns;

/** Written as `donnee`, it stands for the whole default table. */
const DEFAULT = 'defaut';

/**
 * Reads a table of accounts that a person edited: it replaces the default one, which a row « defaut » brings back
 * for the accounts no other row takes. Throws TableRefused, naming file and line, for anything not understood.
 */
export function readAccountTable(
  tables: readonly SourceTable[],
  fileName: string,
  catalogue: Catalogue,
): readonly AccountRow[] {
  const found = tables
    .map((table) => headedRows<Column>(table, columns, 2))
    .find((one) => one?.columns.has('use') && one.columns.has('from'));
  if (!found) {
    throw new TableRefused(
      `« ${fileName} » n’est pas une table des comptes : il faut au moins les colonnes compte_debut et donnee (feuille « Comptes » du classeur que cette commande écrit avec -o).`,
    );
  }
  const rows = found.rows.flatMap((row) => {
    if (looseKey(row.text('use')) === DEFAULT) return defaultAccounts();
    return [
      readRow(
        row,
        `« ${fileName} », ${found.sheet === '' ? '' : `feuille « ${found.sheet} », `}ligne ${row.line}`,
        catalogue,
      ),
    ];
  });
  if (rows.length === 0) throw new TableRefused(`« ${fileName} » : la table des comptes est vide.`);
  return rows;
}

function readRow(row: HeadedRow<Column>, place: string, catalogue: Catalogue): AccountRow {
  const from = row.text('from');
  const to = row.text('to') || from;
  for (const account of [from, to]) {
    if (!/^\d{1,12}$/.test(account)) {
      throw new TableRefused(
        `${place} : « ${account} » n’est pas un numéro de compte ; écrivez par exemple 6152.`,
      );
    }
  }
  if (to.slice(0, from.length) < from.slice(0, to.length)) {
    throw new TableRefused(
      `${place} : le compte de fin ${to} vient avant le compte de début ${from} ; inversez-les.`,
    );
  }
  const use = readUse(row.text('use'));
  for (const code of use.dataPoints) checkDataPoint(code, place, catalogue);
  return {
    from,
    to,
    label: row.text('label'),
    ...use,
    side: readSide(row.text('side'), from, place),
    source: row.text('source'),
    toConfirm: /confirmer/i.test(row.text('status')),
    comment: row.text('comment'),
  };
}

function checkDataPoint(code: string, place: string, catalogue: Catalogue): void {
  const point = catalogue.dataPoints.get(code);
  if (point?.kind === 'sum' && point.unit === '€') return;
  const why = point ? 'n’est pas un montant en euros' : 'n’est pas une donnée du catalogue';
  throw new TableRefused(
    `${place} : « ${code} » ${why} ; écrivez le code d’une donnée en euros (par exemple dep_ge), HORS, ou laissez vide.`,
  );
}

function readSide(text: string, from: string, place: string): Side {
  if (text === '') return usualSide(from);
  const key = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[−–—]/gu, '-')
    .replace(/\s+/gu, '')
    .toLowerCase();
  const known: Readonly<Record<string, Side>> = {
    'debit-credit': sides['débit - crédit'],
    'credit-debit': sides['crédit - débit'],
    debit: sides['débit'],
    credit: sides['crédit'],
  };
  const side = known[key];
  if (side) return side;
  throw new TableRefused(
    `${place} : le sens « ${text} » n’est pas connu ; écrivez ${Object.keys(sides)
      .map((one) => `« ${one} »`)
      .join(', ')}.`,
  );
}
