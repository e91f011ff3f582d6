import {
  headings,
  isValidSiren,
  looseKey,
  optionalHeadings,
  type Table,
  type TableName,
  tableOfRange,
  tidySiren,
} from '../../contribution';
import { textIn } from '../arguments/cell';
import type { Grid } from '../arguments/grid';
import { wrong } from '../failure';

/** The rows of a table of all landlords, landlord by landlord. */
export interface LandlordTables {
  readonly tables: ReadonlyMap<string, Table>;
  /** What a landlord is called, where a column `raison_sociale` says it. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Splits a table of all landlords by its column `siren`: each part is then read as the landlord's own. Cells keep the
 * row of the range. Throws FunctionFailure without that column or one that the table needs, or for a row that names
 * nobody.
 */
export function byLandlord(grid: Grid, table: TableName): LandlordTables {
  const whole = tableOfRange(grid.values, { name: grid.name, sheet: '' });
  const sirenAt = whole.columns.findIndex((one) => looseKey(one) === 'siren');
  const nameAt = whole.columns.findIndex((one) => looseKey(one) === 'raisonsociale');
  const replacedAt = whole.columns.findIndex((one) => looseKey(one) === 'remplacee');
  const found = new Set(whole.columns.map(looseKey));
  const needed = ['siren', ...headings[table].filter((one) => !optionalHeadings.has(one))];
  const missing = needed.filter((one) => !found.has(looseKey(one)));
  if (missing.length > 0) throw withoutColumns(grid.name, missing);
  const rows = new Map<string, number[]>();
  const names = new Map<string, string>();
  const known = new Map<unknown, string>();
  for (let row = 0; row < whole.rowCount; row++) {
    // A union’s workbook keeps the rows of versions that were replaced: filled, this says they count no more.
    if (replacedAt >= 0 && textIn(grid.at(row + 1, replacedAt)) !== '') continue;
    const cell = grid.at(row + 1, sirenAt);
    const siren = known.get(cell) ?? sirenOf(grid, row + 1, sirenAt);
    known.set(cell, siren);
    if (siren === '') {
      if (isBlankRow(grid, row + 1)) continue;
      throw nobody(grid, row + 1, '');
    }
    const own = rows.get(siren);
    if (own) own.push(row);
    else rows.set(siren, [row]);
    if (nameAt >= 0 && !names.has(siren)) names.set(siren, textIn(grid.at(row + 1, nameAt)));
  }
  return { tables: new Map([...rows].map(([siren, own]) => [siren, part(whole, own)])), names };
}

const part = (whole: Table, rows: readonly number[]): Table => ({
  ...whole,
  rowCount: rows.length,
  cell: (row, column) => whole.cell(rows[row] ?? -1, column),
  address: (row, column) => whole.address(rows[row] ?? -1, column),
});

function sirenOf(grid: Grid, row: number, column: number): string {
  const error = grid.errorAt(row, column);
  if (error) throw error;
  const cell = grid.at(row, column);
  const siren = tidySiren(typeof cell === 'number' ? cell : textIn(cell));
  if (siren !== '' && !isValidSiren(siren)) throw nobody(grid, row, siren);
  return siren;
}

function isBlankRow(grid: Grid, row: number): boolean {
  return (grid.values[row] ?? []).every((cell) => textIn(cell) === '');
}

function withoutColumns(name: string, missing: readonly string[]) {
  const list = missing.join(', ');
  return wrong(
    `« ${name} » : il manque la colonne ${list}. Donnez la table de tous les bailleurs avec sa ligne de titres, par exemple CONSO_FAITS[#Tout].`,
    `"${name}": the column ${list} is missing. Give the table of all landlords with its heading row, for example CONSO_FAITS[#All].`,
  );
}

function nobody({ name }: Grid, row: number, siren: string) {
  const what = siren === '' ? 'le SIREN manque' : `« ${siren} » n’est pas un SIREN`;
  const inEnglish = siren === '' ? 'the SIREN is missing' : `"${siren}" is not a SIREN`;
  return wrong(
    `« ${name} », ligne ${row + 1} : ${what}. Corrigez-le : il dit à quel bailleur est la ligne.`,
    `"${name}", row ${row + 1}: ${inEnglish}. Correct it: it says whose row it is.`,
  );
}
