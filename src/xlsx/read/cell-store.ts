/** What the number stored for a cell means. */
export const Kind = {
  blank: 0,
  /** The number itself. */
  number: 1,
  /** Index in the workbook's shared strings. */
  shared: 2,
  /** Index in the sheet's own texts. */
  text: 3,
  /** 0 or 1. */
  boolean: 4,
  /** Index in the sheet's own texts: the error's code. */
  error: 5,
  /** A formula without a stored result. */
  uncalculated: 6,
} as const;

const COLUMN_BITS = 14;
const KIND_BITS = 3;
const STYLE_SHIFT = COLUMN_BITS + KIND_BITS;
const COLUMN_MASK = (1 << COLUMN_BITS) - 1;
const KIND_MASK = (1 << KIND_BITS) - 1;
/** Styles beyond the bits left are read as the default one: only `isDate` would be wrong, beyond 32,767 formats. */
export const MAX_STYLE = (1 << (32 - STYLE_SHIFT)) - 1;

/** Column, kind and style of a cell in one number. */
export function packCell(column: number, kind: number, style: number): number {
  return column | (kind << COLUMN_BITS) | (style << STYLE_SHIFT);
}

export function columnOf(packed: number): number {
  return packed & COLUMN_MASK;
}

export function kindOf(packed: number): number {
  return (packed >>> COLUMN_BITS) & KIND_MASK;
}

export function styleOf(packed: number): number {
  return packed >>> STYLE_SHIFT;
}

/**
 * The cells of a sheet in the order of the file, twelve bytes each, with an index of rows.
 * What it takes follows the number of cells written in the file, never the extent of the grid: one cell
 * in XFD1048576, or one in each corner, costs nothing.
 */
export class CellStore {
  count = 0;
  packed: Uint32Array;
  values: Float64Array;
  rowCount = 0;
  /** Zero-based row of the grid, for each row that has cells. */
  rows: Uint32Array;
  /** Index of the first cell of each row; one more at the end once `finish` is called. */
  starts: Uint32Array;
  readonly texts: string[] = [];
  /** False once a row or a cell came after one that follows it in the grid. */
  sorted = true;
  /** Highest index of a shared string, -1 without any. */
  highestShared = -1;

  constructor(expectedCells: number) {
    const capacity = Math.max(16, expectedCells);
    this.packed = new Uint32Array(capacity);
    this.values = new Float64Array(capacity);
    const rows = Math.max(16, capacity >> 4);
    this.rows = new Uint32Array(rows);
    this.starts = new Uint32Array(rows);
  }

  /** Cells that follow belong to this row. */
  beginRow(row: number): void {
    if (this.rowCount > 0 && this.starts[this.rowCount - 1] === this.count) this.rowCount--;
    if (this.rowCount === this.rows.length) {
      this.rows = enlarged(this.rows, Uint32Array);
      this.starts = enlarged(this.starts, Uint32Array);
    }
    if (this.rowCount > 0 && row <= (this.rows[this.rowCount - 1] as number)) this.sorted = false;
    this.rows[this.rowCount] = row;
    this.starts[this.rowCount++] = this.count;
  }

  push(packed: number, value: number): void {
    if (this.count === this.packed.length) this.grow();
    this.packed[this.count] = packed;
    this.values[this.count++] = value;
  }

  grow(): void {
    this.packed = enlarged(this.packed, Uint32Array);
    this.values = enlarged(this.values, Float64Array);
  }

  /** Closes the index, and puts rows and cells in order when the file did not. A cell written twice: the last one counts. */
  finish(): void {
    if (this.rowCount > 0 && this.starts[this.rowCount - 1] === this.count) this.rowCount--;
    if (!this.sorted) this.sort();
    const starts = new Uint32Array(this.rowCount + 1);
    starts.set(this.starts.subarray(0, this.rowCount));
    starts[this.rowCount] = this.count;
    this.starts = starts;
    this.rows = this.rows.slice(0, this.rowCount);
  }

  private sort(): void {
    const places: { row: number; column: number; cell: number }[] = [];
    for (let i = 0; i < this.rowCount; i++) {
      const end = i + 1 < this.rowCount ? (this.starts[i + 1] as number) : this.count;
      for (let cell = this.starts[i] as number; cell < end; cell++) {
        places.push({ row: this.rows[i] as number, column: columnOf(this.packed[cell] as number), cell });
      }
    }
    places.sort((a, b) => a.row - b.row || a.column - b.column || a.cell - b.cell);
    const { packed, values } = this;
    this.packed = new Uint32Array(places.length);
    this.values = new Float64Array(places.length);
    this.count = 0;
    this.rowCount = 0;
    places.forEach(({ row, column, cell }, i) => {
      const next = places[i + 1];
      if (next !== undefined && next.row === row && next.column === column) return;
      if (this.rowCount === 0 || this.rows[this.rowCount - 1] !== row) this.beginRow(row);
      this.push(packed[cell] as number, values[cell] as number);
    });
  }

  /** Index of a cell, or -1. */
  find(row: number, column: number): number {
    const r = search(this.rows, 0, this.rowCount, row, 0xffffffff);
    if (r < 0) return -1;
    return search(this.packed, this.starts[r] as number, this.starts[r + 1] as number, column, COLUMN_MASK);
  }
}

/** Looks for `wanted` in a sorted stretch, first where it would be if nothing were missing. */
function search(from: Uint32Array, start: number, end: number, wanted: number, mask: number): number {
  if (start >= end) return -1;
  const guess = start + wanted - (((from[start] as number) & mask) >>> 0);
  if (guess >= start && guess < end && ((from[guess] as number) & mask) >>> 0 === wanted) return guess;
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = ((from[middle] as number) & mask) >>> 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function enlarged<T extends Uint32Array | Float64Array>(old: T, type: { new (length: number): T }): T {
  const larger = new type(old.length * 2);
  larger.set(old);
  return larger;
}
