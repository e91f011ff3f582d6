import type { Area } from './address';
import { sizeOf, toInput, type Entry } from './entries';

/** Rows of entries to write at one place of one sheet, with the number formats they get, if any. */
export interface Matrix {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly entries: readonly (readonly Entry[])[];
  /** Aligned with the entries; null leaves the format as it is. */
  readonly formats?: readonly (readonly (string | null)[])[];
}

/** Half of Excel's own limit on the web would be 2.5 MB: our estimate may be wrong by a fifth. */
export const MAX_BYTES = 2_000_000;
/** Keeps a block short enough for the person to cancel, and for others to work meanwhile. */
export const MAX_CELLS = 20_000;

export const areaOf = ({ row, column, entries }: Matrix): Area => ({
  row,
  column,
  rows: entries.length,
  columns: entries[0]?.length ?? 0,
});

/** Bytes that a row takes in a request, as `toInput` would write it. */
function rowSize(matrix: Matrix, index: number): number {
  let size = 2;
  for (const [column, entry] of (matrix.entries[index] ?? []).entries()) {
    const format = matrix.formats?.[index]?.[column];
    size += sizeOf(toInput(entry, format ?? 'General')) + (format ? sizeOf(format) : 0) + 1;
  }
  return size;
}

function rowsOf(matrix: Matrix, from: number, to: number): Matrix {
  return {
    ...matrix,
    row: matrix.row + from,
    entries: matrix.entries.slice(from, to),
    ...(matrix.formats ? { formats: matrix.formats.slice(from, to) } : {}),
  };
}

function columnsOf(matrix: Matrix, from: number, to: number): Matrix {
  return {
    ...matrix,
    column: matrix.column + from,
    entries: matrix.entries.map((row) => row.slice(from, to)),
    ...(matrix.formats ? { formats: matrix.formats.map((row) => row.slice(from, to)) } : {}),
  };
}

/** Cuts a matrix into blocks of whole rows, each under the limits (a single row may exceed them). */
export function cutIntoBlocks(matrix: Matrix, maxBytes = MAX_BYTES, maxCells = MAX_CELLS): Matrix[] {
  const blocks: Matrix[] = [];
  let from = 0;
  let bytes = 0;
  let cells = 0;
  for (const [index, row] of matrix.entries.entries()) {
    const size = rowSize(matrix, index);
    if (index > from && (bytes + size > maxBytes || cells + row.length > maxCells)) {
      blocks.push(rowsOf(matrix, from, index));
      from = index;
      bytes = 0;
      cells = 0;
    }
    bytes += size;
    cells += row.length;
  }
  if (matrix.entries.length > from) blocks.push(rowsOf(matrix, from, matrix.entries.length));
  return blocks;
}

/** Two halves of a block, by rows and else by columns; undefined when it is a single cell. */
export function halve(matrix: Matrix): readonly [Matrix, Matrix] | undefined {
  const { rows, columns } = areaOf(matrix);
  if (rows > 1) {
    const half = Math.ceil(rows / 2);
    return [rowsOf(matrix, 0, half), rowsOf(matrix, half, rows)];
  }
  if (columns < 2) return undefined;
  const half = Math.ceil(columns / 2);
  return [columnsOf(matrix, 0, half), columnsOf(matrix, half, columns)];
}
