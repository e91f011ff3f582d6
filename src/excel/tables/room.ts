import type { Area } from '../address';

/** Where new rows go. */
export interface RowPlan {
  readonly sheet: string;
  /** First row to write, zero-based on the sheet. */
  readonly row: number;
  /** How many rows the table must grow by. */
  readonly extra: number;
  /** True when the table cannot simply extend over blank cells: rows are inserted in the sheet. */
  readonly inserts: boolean;
}

/**
 * Free rows at the end of a table, from what `Range.formulas` gives for its last rows: those in which
 * nobody has typed anything. A formula does not count, the table put it there itself.
 */
export function freeRowsAtEnd(
  formulas: readonly (readonly unknown[])[],
  counts: (index: number) => boolean = () => false,
): number {
  const isBlank = (cell: unknown): boolean =>
    cell === '' || (typeof cell === 'string' && cell.startsWith('='));
  let free = 0;
  for (let index = formulas.length - 1; index >= 0; index -= 1) {
    if (!formulas[index]?.every(isBlank) && !counts(index)) break;
    free += 1;
  }
  return free;
}

/** Fills the free rows first, then lets the table grow. */
export function planRows(
  sheet: string,
  body: Area,
  free: number,
  count: number,
  mayExtend: boolean,
): RowPlan {
  const extra = Math.max(0, count - free);
  return { sheet, row: body.row + body.rows - free, extra, inserts: extra > 0 && !mayExtend };
}
