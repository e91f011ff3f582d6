import type { CellModel, SheetModel } from '../model';
import { type Area, MAX_COLUMNS, MAX_ROWS, cellAddress, overlap, parseArea } from './address';
import { rowsOf } from './rows';
import { UnwritableWorkbook } from './unwritable';

// Above this Excel repairs the file by dropping every link of the sheet.
const MAX_LINKS = 65_530;

export interface Found {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  readonly cell: CellModel;
}

/** What must be known of a sheet before its cells are written. */
export interface Survey {
  /** The smallest area from A1 that holds every cell. */
  readonly used: Area;
  readonly notes: readonly Found[];
  readonly links: readonly Found[];
}

/** One pass over the cells; refuses a sheet larger than Excel's. */
export function surveySheet(sheet: SheetModel): Survey {
  const notes: Found[] = [];
  const links: Found[] = [];
  let width = 1;
  let row = 0;
  for (const { cells } of rowsOf(sheet)) {
    const at = row;
    if (cells.length > width) width = cells.length;
    cells.forEach((cell, column) => {
      if (cell === undefined || (cell.note === undefined && cell.link === undefined)) return;
      const found = { address: cellAddress(at, column), row: at, column, cell };
      if (cell.note !== undefined) notes.push(found);
      if (cell.link !== undefined) links.push(found);
    });
    row += 1;
  }
  refuseAbove(sheet, 'lignes', row, MAX_ROWS);
  refuseAbove(sheet, 'colonnes', Math.max(width, sheet.columns.length), MAX_COLUMNS);
  refuseAbove(sheet, 'liens', links.length, MAX_LINKS);
  checkMerges(sheet);
  const bottom = Math.max(0, row - 1);
  return { used: { top: 0, left: 0, bottom, right: width - 1 }, notes, links };
}

function refuseAbove(sheet: SheetModel, what: string, count: number, max: number): void {
  if (count <= max) return;
  const format = (number: number): string => number.toLocaleString('fr-FR');
  throw new UnwritableWorkbook(
    `La feuille « ${sheet.name} » compte ${format(count)} ${what}, or Excel s’arrête à ${format(max)} : répartissez-la sur plusieurs feuilles.`,
  );
}

/** Merged cells may meet neither one another nor a table: Excel would repair the file. */
function checkMerges(sheet: SheetModel): void {
  const tables = (sheet.tables ?? []).map(({ ref }) => ({ ref, area: parseArea(ref) }));
  const taken = [...tables];
  tables.forEach((table, index) => refuseOverlap(sheet, table, tables.slice(0, index)));
  for (const ref of sheet.merges ?? []) {
    const merge = { ref, area: parseArea(ref) };
    refuseOverlap(sheet, merge, taken);
    taken.push(merge);
  }
}

interface Placed {
  readonly ref: string;
  readonly area: Area;
}

function refuseOverlap(sheet: SheetModel, { ref, area }: Placed, others: readonly Placed[]): void {
  const met = others.find((other) => overlap(other.area, area));
  if (met !== undefined) {
    throw new UnwritableWorkbook(
      `Feuille « ${sheet.name} » : ${ref} et ${met.ref} se chevauchent, or tableaux et cellules fusionnées doivent rester séparés.`,
    );
  }
}
