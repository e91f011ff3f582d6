import { GRID } from '../zip/limits';

/** A block of cells, zero-based, last row and column included. */
export interface Block {
  readonly firstRow: number;
  readonly firstColumn: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** `B2:D10` (dollars and a sheet name tolerated); undefined when it is not a block of the grid. */
export function parseBlock(ref: string): Block | undefined {
  const match = /^(?:.*!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref.trim());
  if (match === null) return undefined;
  const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = match;
  const columns = [columnIndex(c1), columnIndex(c2)].sort((a, b) => a - b) as [number, number];
  const rows = [Number(r1) - 1, Number(r2) - 1].sort((a, b) => a - b) as [number, number];
  if (rows[0] < 0 || rows[1] >= GRID.rows || columns[1] >= GRID.columns) return undefined;
  return { firstRow: rows[0], firstColumn: columns[0], lastRow: rows[1], lastColumn: columns[1] };
}

/** `A` is 0. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
