import type { RowModel, SheetModel } from '../model';

/** Every row of a sheet, in order: those given, then those made on demand. */
export function* rowsOf({ rows, more }: SheetModel): Iterable<RowModel> {
  yield* rows;
  for (let index = 0; index < (more?.count ?? 0); index += 1) if (more) yield more.row(index);
}

/** How many rows a sheet has. */
export function rowCount({ rows, more }: SheetModel): number {
  return rows.length + (more?.count ?? 0);
}

/** A row by its place in the sheet, from 0. */
export function rowAt({ rows, more }: SheetModel, index: number): RowModel | undefined {
  if (index < rows.length) return rows[index];
  const later = index - rows.length;
  return more && later < more.count ? more.row(later) : undefined;
}
