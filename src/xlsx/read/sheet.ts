import { cellAddress } from '../write/address';
import { columnOf, kindOf, Kind, styleOf } from './cell-store';
import type { CellStore } from './cell-store';
import type { SharedStrings } from './shared-strings';
import { CellError, UNCALCULATED } from './values';
import type { CellValue } from './values';

/** A column as typed arrays, for work on many rows: no object is made for a cell. */
export interface TypedColumn {
  /** One of `Kind` for each row from 0 (`Kind.blank` where nothing is written). */
  readonly kinds: Uint8Array;
  /** The number, 0 or 1 for a boolean; elsewhere a meaningless index (use `SheetData.cell`). */
  readonly numbers: Float64Array;
}

/** The cells of a worksheet. Rows and columns are zero-based positions in the sheet. */
export interface SheetData {
  readonly name: string;
  /** One more than the last row, and column, where something is written. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Number of cells where something is written. */
  readonly cellCount: number;
  cell(row: number, column: number): CellValue;
  /** True when the cell shows its number as a date or a time. */
  isDate(row: number, column: number): boolean;
  /** `B12` */
  address(row: number, column: number): string;
  column(column: number): TypedColumn;
  /** Calls `visit` for each cell where something is written, row by row. The fastest way to read everything. */
  forEach(visit: (row: number, column: number, value: CellValue) => void): void;
}

/** What turns stored numbers into values; shared by the sheets of a workbook. */
export interface Meaning {
  readonly shared: SharedStrings | undefined;
  /** Whether a style shows numbers as dates. */
  readonly isDate: (style: number) => boolean;
}

/** The value of a stored cell. */
export function valueAt(store: CellStore, index: number, { shared }: Meaning): CellValue {
  const value = store.values[index] as number;
  switch (kindOf(store.packed[index] as number)) {
    case Kind.number:
      return value;
    case Kind.shared:
      return shared?.get(value);
    case Kind.text:
      return store.texts[value];
    case Kind.boolean:
      return value === 1;
    case Kind.error:
      return new CellError(store.texts[value] as string);
    case Kind.uncalculated:
      return UNCALCULATED;
    default:
      return undefined;
  }
}

/** True when a stored cell is a number shown as a date or a time. */
export function isDateAt(store: CellStore, index: number, { isDate }: Meaning): boolean {
  const packed = store.packed[index] as number;
  return kindOf(packed) === Kind.number && isDate(styleOf(packed));
}

/** A sheet over its stored cells. */
export function sheetData(name: string, store: CellStore, meaning: Meaning): SheetData {
  const rowCount = store.rowCount === 0 ? 0 : (store.rows[store.rowCount - 1] as number) + 1;
  let columnCount = 0;
  for (let r = 0; r < store.rowCount; r++) {
    const last = (store.starts[r + 1] as number) - 1;
    columnCount = Math.max(columnCount, columnOf(store.packed[last] as number) + 1);
  }
  return {
    name,
    rowCount,
    columnCount,
    cellCount: store.count,
    cell(row, column) {
      const index = store.find(row, column);
      return index < 0 ? undefined : valueAt(store, index, meaning);
    },
    isDate(row, column) {
      const index = store.find(row, column);
      return index >= 0 && isDateAt(store, index, meaning);
    },
    address: cellAddress,
    column: (column) => typedColumn(store, column, rowCount),
    forEach(visit) {
      const { shared } = meaning;
      for (let r = 0; r < store.rowCount; r++) {
        const row = store.rows[r] as number;
        const end = store.starts[r + 1] as number;
        for (let i = store.starts[r] as number; i < end; i++) {
          const packed = store.packed[i] as number;
          const isShared = kindOf(packed) === Kind.shared && shared !== undefined;
          const value = isShared
            ? shared.getWithNeighbours(store.values[i] as number)
            : valueAt(store, i, meaning);
          visit(row, columnOf(packed), value);
        }
      }
    },
  };
}

function typedColumn(store: CellStore, column: number, rowCount: number): TypedColumn {
  const kinds = new Uint8Array(rowCount);
  const numbers = new Float64Array(rowCount);
  for (let r = 0; r < store.rowCount; r++) {
    const row = store.rows[r] as number;
    const index = store.find(row, column);
    if (index < 0) continue;
    kinds[row] = kindOf(store.packed[index] as number);
    numbers[row] = store.values[index] as number;
  }
  return { kinds, numbers };
}
