import { errorCodeOf } from '../../contribution';
import type { Grid } from './grid';

/** A copy of a range's values: hosts give new arrays at every call, and may use theirs again. */
interface Copy {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Cells of the rows that hold anything, row by row. */
  readonly cells: readonly unknown[];
}

function copyOf(grid: Grid): Copy {
  const { rowCount, columnCount } = grid;
  const used = grid.usedRows;
  const cells: unknown[] = [];
  for (let row = 0; row < used; row++) {
    for (let column = 0; column < columnCount; column++) cells.push(grid.at(row, column));
  }
  return { rowCount, columnCount, cells };
}

function sameContent(copy: Copy | undefined, grid: Grid | undefined): boolean {
  if (!copy || !grid) return copy === undefined && grid === undefined;
  const { columnCount, cells } = copy;
  if (columnCount !== grid.columnCount || grid.usedRows * columnCount !== cells.length) return false;
  let at = 0;
  for (const line of grid.values) {
    if (at === cells.length) break;
    for (let column = 0; column < columnCount; column++) {
      const one = cells[at++];
      const other = line[column];
      if (one !== other && !sameValue(one, other)) return false;
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
