import { CellError, type CellValue, cellAddress } from '../xlsx';
import type { Table } from './table-view';

/** The values of a range of an open workbook, as the host gives them: its first row holds the headings. */
export type RangeValues = readonly (readonly unknown[])[];

export interface RangePlace {
  /** The table's or the argument's name. */
  readonly name: string;
  readonly sheet: string;
  /** The zero-based position of the range's first cell, where it is known. */
  readonly origin?: { readonly row: number; readonly column: number };
}

/**
 * A range as a table: the first row gives the headings, rows that are blank to the end are left off. Errors, given
 * as objects with a `code` (`#N/A`) or as their text, stay errors; nothing, null and `""` are blank cells.
 * Without its origin a cell is called by its row in the range, `ligne 3`, the headings being row 1.
 */
export function tableOfRange(values: RangeValues, { name, sheet, origin }: RangePlace): Table {
  const width = values[0]?.length ?? 0;
  let rowCount = values.length - 1;
  while (rowCount > 0 && !(values[rowCount] ?? []).some(isFilled)) rowCount--;
  return {
    name,
    sheet,
    columns: Array.from({ length: width }, (_, column) => headingOf(values[0]?.[column])),
    rowCount: Math.max(0, rowCount),
    cell: (row, column) => cellOf(values[row + 1]?.[column]),
    address: (row, column) =>
      origin ? cellAddress(origin.row + row + 1, origin.column + column) : `ligne ${row + 2}`,
    // The values of a range are bare: a date is a number among others.
    isDate: () => false,
  };
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

function headingOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const errorTexts: ReadonlySet<string> = new Set([
  '#N/A',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#BUSY!',
]);

/** The error of a value that a host gives as an object or as its text; undefined for anything else. */
export function errorCodeOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.startsWith('#') && errorTexts.has(value) ? value : undefined;
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined;
  return typeof value.code === 'string' ? value.code : undefined;
}

function cellOf(value: unknown): CellValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const error = errorCodeOf(value);
  if (error !== undefined) return new CellError(error);
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}
