import { cellAddress } from '../write/address';
import type { CellStore } from './cell-store';
import type { Block } from './reference';
import type { Meaning } from './sheet';
import { isDateAt, valueAt } from './sheet';
import type { TableInfo } from './table-part';
import type { CellValue } from './values';

/** The body of an Excel table. Rows and columns are zero-based within the body. */
export interface TableData {
  readonly name: string;
  readonly sheet: string;
  /** Headings, left to right, as written. */
  readonly columns: readonly string[];
  /** Up to the last row where something is written: blank rows at the end of the table are not counted. */
  readonly rowCount: number;
  cell(row: number, column: number): CellValue;
  /** True when the cell shows its number as a date or a time. */
  isDate(row: number, column: number): boolean;
  /** Position in the sheet: `B12`. */
  address(row: number, column: number): string;
}

/** Cells of the body: without headings and totals. */
export function bodyOf({ block, headerRows, totalsRows }: TableInfo): Block {
  return { ...block, firstRow: block.firstRow + headerRows, lastRow: block.lastRow - totalsRows };
}

/** A table over the stored cells of its body. */
export function tableData(info: TableInfo, store: CellStore, meaning: Meaning): TableData {
  const { firstRow, firstColumn } = bodyOf(info);
  const last = store.rowCount === 0 ? firstRow - 1 : (store.rows[store.rowCount - 1] as number);
  const find = (row: number, column: number): number =>
    column < 0 || column >= info.columns.length ? -1 : store.find(firstRow + row, firstColumn + column);
  return {
    name: info.name,
    sheet: info.sheet,
    columns: info.columns,
    rowCount: last - firstRow + 1,
    cell(row, column) {
      const index = find(row, column);
      return index < 0 ? undefined : valueAt(store, index, meaning);
    },
    isDate(row, column) {
      const index = find(row, column);
      return index >= 0 && isDateAt(store, index, meaning);
    },
    address: (row, column) => cellAddress(firstRow + row, firstColumn + column),
  };
}
