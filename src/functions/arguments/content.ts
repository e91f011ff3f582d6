import { errorCodeOf } from '../../contribution';
import type { Grid } from './grid';

/**
 * A copy of a range's values: hosts give new arrays at every call, and may use theirs again. Cell by cell of the rows
 * that hold anything, row by row; numbers and texts beside, so that each is compared with its like: a comparison that
 * meets several types costs the engine five times as much.
 */
interface Copy {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly unknown[];
  /** NaN where the cell holds no number. */
  readonly numbers: Float64Array;
  /** `""` where the cell holds no text. */
  readonly texts: readonly string[];
}

function copyOf(grid: Grid): Copy {
  const { rowCount, columnCount } = grid;
  const used = grid.usedRows;
  const cells: unknown[] = [];
  for (let row = 0; row < used; row++) {
    for (let column = 0; column < columnCount; column++) cells.push(grid.at(row, column));
  }
  const numbers = Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : Number.NaN));
  const texts = cells.map((cell) => (typeof cell === 'string' ? cell : ''));
  return { rowCount, columnCount, cells, numbers, texts };
}

function sameContent(copy: Copy | undefined, grid: Grid | undefined): boolean {
  if (!copy || !grid) return copy === undefined && grid === undefined;
  const { columnCount, cells, numbers, texts } = copy;
  if (columnCount !== grid.columnCount || grid.usedRows * columnCount !== cells.length) return false;
  const { values } = grid;
  let at = 0;
  for (let row = 0; at < cells.length; row++) {
    const line = values[row] ?? [];
    for (let column = 0; column < columnCount; column++, at++) {
      const cell = line[column];
      // An empty text is left to what follows: it stands for every other type in `texts`.
      if (typeof cell === 'string' && cell !== '' && texts[at] === cell) continue;
      if (typeof cell === 'number' && numbers[at] === cell) continue;
      if (!sameValue(cells[at], cell)) return false;
    }
  }
  return true;
}

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

  constructor(private readonly most: number) {}

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
    this.#entries.unshift({ copies: grids.map((one) => one && copyOf(one)), value });
    this.#entries.length = Math.min(this.#entries.length, this.most);
    return value;
  }
}
