import { cellAddress, type CellModel, type RowModel, type SheetModel } from '../../xlsx';
import type { Entry } from '../entries';

/** Every row of a sheet, those made on demand included. */
export const rowsOf = ({ rows, more }: SheetModel): readonly RowModel[] =>
  more ? [...rows, ...Array.from({ length: more.count }, (_, index) => more.row(index))] : rows;

/** How many columns the widest row has. */
export const widthOf = (rows: readonly RowModel[]): number =>
  rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);

/** The cells that satisfy a condition, with where they are. */
export function cellsWhere(
  rows: readonly RowModel[],
  condition: (cell: CellModel) => boolean,
): { address: string; cell: CellModel }[] {
  return rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell && condition(cell) ? [{ address: cellAddress(row, column), cell }] : [],
    ),
  );
}

/** Dates without a format of their own. */
const DATE_FORMAT = 'dd/mm/yyyy';

/** The number format a cell needs; null for Excel's general one, which new sheets have. */
export function formatOf(cell: CellModel | undefined): string | null {
  return cell?.style?.format ?? (cell?.value instanceof Date ? DATE_FORMAT : null);
}

/** What is typed in a cell, formulas left for later: they may refer to what does not exist yet. */
export function constantOf(cell: CellModel | undefined): Entry {
  if (!cell || cell.formula !== undefined) return undefined;
  // An error can only be typed as the formula that gives it.
  return cell.error === undefined ? cell.value : { formula: cell.error };
}

export const formulaOf = (cell: CellModel | undefined): Entry =>
  cell?.formula === undefined ? undefined : { formula: cell.formula };

/** The cells of a sheet as a full rectangle of entries. */
export function entriesOf(
  rows: readonly RowModel[],
  entry: (cell: CellModel | undefined) => Entry,
): Entry[][] {
  const width = widthOf(rows);
  return rows.map(({ cells }) => Array.from({ length: width }, (_, column) => entry(cells[column])));
}

/** The smallest rectangle of the entries that holds all that is to be written; undefined when nothing is. */
export function trimmed(
  entries: readonly (readonly Entry[])[],
): { row: number; column: number; entries: Entry[][] } | undefined {
  const isUsed = (entry: Entry) => entry !== undefined;
  const firstRow = entries.findIndex((row) => row.some(isUsed));
  if (firstRow < 0) return undefined;
  const used = entries.filter((row) => row.some(isUsed));
  const lastRow = entries.findLastIndex((row) => row.some(isUsed));
  const firstColumn = Math.min(...used.map((row) => row.findIndex(isUsed)));
  const lastColumn = Math.max(...used.map((row) => row.findLastIndex(isUsed)));
  return {
    row: firstRow,
    column: firstColumn,
    entries: entries.slice(firstRow, lastRow + 1).map((row) => row.slice(firstColumn, lastColumn + 1)),
  };
}
