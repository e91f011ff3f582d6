import { errorCodeOf } from '../../contribution';
import type { Grid } from './grid';

/**
 * One column of a copy: `texts`, `whole` numbers or `numbers` when it holds nothing else below its heading, which
 * compares fastest. Whole numbers are kept as the engine keeps those it is given: no comparison converts them.
 */
type Column =
  | { readonly at: number; readonly texts: readonly string[] }
  | { readonly at: number; readonly whole: readonly number[] }
  | { readonly at: number; readonly numbers: Float64Array }
  | { readonly at: number; readonly mixed: readonly unknown[] };

/**
 * A copy of a range's values, of the rows that hold anything: hosts give new arrays at every call, and may use theirs
 * again. Column by column, each compared with its like: a comparison that meets several types costs the engine five
 * times as much. Columns that nobody reads are left out, their headings not.
 */
interface Copy {
  readonly usedRows: number;
  readonly columnCount: number;
  readonly headings: readonly unknown[];
  readonly columns: readonly Column[];
}

/** Whether what stands below a heading counts for what is made of the range. */
export type IsRead = (heading: unknown) => boolean;

function copyOf(grid: Grid, isRead: IsRead): Copy {
  const { columnCount, usedRows } = grid;
  const headings = Array.from({ length: columnCount }, (_, at) => grid.at(0, at));
  const columns = headings.flatMap((heading, at): Column[] => {
    if (!isRead(heading)) return [];
    const cells = Array.from({ length: Math.max(0, usedRows - 1) }, (_, row) => grid.at(row + 1, at));
    if (cells.every((cell) => typeof cell === 'number'))
      return cells.every(isWhole) ? [{ at, whole: cells }] : [{ at, numbers: Float64Array.from(cells) }];
    // An empty text is blank, which hosts write in several ways.
    if (cells.every((cell) => typeof cell === 'string' && cell !== ''))
      return [{ at, texts: cells as string[] }];
    return [{ at, mixed: cells }];
  });
  return { usedRows, columnCount, headings, columns };
}

function sameContent(copy: Copy | undefined, grid: Grid | undefined): boolean {
  if (!copy || !grid) return copy === undefined && grid === undefined;
  const { columnCount, usedRows, headings, columns } = copy;
  if (columnCount !== grid.columnCount || usedRows !== grid.usedRows) return false;
  if (!headings.every((heading, at) => heading === grid.at(0, at) || sameValue(heading, grid.at(0, at))))
    return false;
  const body = grid.values.slice(1, usedRows);
  return columns.every((column) => sameColumn(column, body));
}

/** Loops of one type each, on purpose. */
function sameColumn(column: Column, rows: readonly (readonly unknown[])[]): boolean {
  const { at } = column;
  if ('texts' in column) return sameTexts(column.texts, at, rows);
  if ('whole' in column) return sameWhole(column.whole, at, rows);
  if ('numbers' in column) return sameNumbers(column.numbers, at, rows);
  const { mixed } = column;
  return rows.every((row, index) => row[at] === mixed[index] || sameValue(mixed[index], row[at]));
}

function sameTexts(texts: readonly string[], at: number, rows: readonly (readonly unknown[])[]): boolean {
  let row = 0;
  for (const cells of rows) if (cells[at] !== texts[row++]) return false;
  return true;
}

function sameWhole(numbers: readonly number[], at: number, rows: readonly (readonly unknown[])[]): boolean {
  let row = 0;
  for (const cells of rows) if (cells[at] !== numbers[row++]) return false;
  return true;
}

function sameNumbers(numbers: Float64Array, at: number, rows: readonly (readonly unknown[])[]): boolean {
  let row = 0;
  for (const cells of rows) if (cells[at] !== numbers[row++]) return false;
  return true;
}

/** A whole number that the engine keeps without a box; -0 is not one. */
const isWhole = (cell: unknown): boolean =>
  typeof cell === 'number' && (cell | 0) === cell && !Object.is(cell, -0);

/** Blank cells come as null, undefined or `""`; errors as objects. */
function sameValue(one: unknown, other: unknown): boolean {
  if ((one ?? '') === '' && (other ?? '') === '') return true;
  return typeof one === 'object' && errorCodeOf(one) === errorCodeOf(other) && one !== null && other !== null;
}

/**
 * Remembers what was made of the last few contents of ranges. A workbook asks for a hundred indicators of the same
 * table, each call with arrays of its own: comparing them costs nanoseconds a cell, reading them again a thousand times more.
 */
export class ContentMemo<Value> {
  readonly #entries: { readonly copies: readonly (Copy | undefined)[]; readonly value: Value }[] = [];

  /** @param isRead which columns count, by their heading; all of them unless said */
  constructor(
    private readonly most: number,
    private readonly isRead: IsRead = () => true,
  ) {}

  get(grids: readonly (Grid | undefined)[], make: () => Value): Value {
    const at = this.#entries.findIndex((one) =>
      one.copies.every((copy, index) => sameContent(copy, grids[index])),
    );
    const known = this.#entries[at];
    if (known) {
      // The last used is the first looked at.
      if (at > 0) this.#entries.unshift(...this.#entries.splice(at, 1));
      return known.value;
    }
    const value = make();
    this.#entries.unshift({ copies: grids.map((one) => one && copyOf(one, this.isRead)), value });
    this.#entries.length = Math.min(this.#entries.length, this.most);
    return value;
  }
}
