import type { SheetView } from '../../mapping';
import type { SourceTable } from './model';

/** Lines that are enough to tell what a column holds. */
const MOST_LINES = 2_000;

/** The beginning of a table as the recogniser of columns looks at sheets; numbers of text files stay texts. */
export function viewOfTable({ sheet, rows }: SourceTable): SheetView {
  const seen = rows.slice(0, MOST_LINES);
  return {
    name: sheet,
    rows: seen.length,
    columns: seen.reduce((most, row) => Math.max(most, row.length), 0),
    cell: (row, column) => seen[row]?.[column],
    isDate: () => false,
  };
}
