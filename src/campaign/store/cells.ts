import { looseKey, type Table, tidySiren } from '../../contribution';
import type { CellValue } from '../../xlsx';

/** What is needed of a table of the workbook, open or closed. */
export type ReadTable = Pick<Table, 'columns' | 'rowCount' | 'cell'>;

/** Finds the cell of a row under a heading; undefined too where nothing is so called. */
export function cellFinder(table: ReadTable): (row: number, heading: string) => CellValue {
  const columns = new Map(table.columns.map((name, at) => [looseKey(name), at]));
  // Headings are compared once, and not for each of 100,000 rows.
  const asked = new Map<string, number | undefined>();
  return (row, heading) => {
    if (!asked.has(heading)) asked.set(heading, columns.get(looseKey(heading)));
    const column = asked.get(heading);
    return column === undefined ? undefined : table.cell(row, column);
  };
}

export const textOf = (value: CellValue): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Digits alone, with the zeros in front that a number does not have. */
export const sirenOf = (value: CellValue): string =>
  tidySiren(typeof value === 'number' ? value : textOf(value));

const DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;

/** A date as cells hold it, without a time zone. */
export function dateOf(value: CellValue): Date | undefined {
  return typeof value === 'number' ? new Date(Math.round((value - SERIAL_OF_1970) * DAY)) : undefined;
}
