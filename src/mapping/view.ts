import { CellError, UNCALCULATED, type Block, type CellValue, type SheetData, type TableInfo } from '../xlsx';

/** An Excel table of the sheet, as far as recognising columns needs it. */
export interface ViewTable {
  readonly name: string;
  /** Cells of the table, zero-based, headings and totals row included. */
  readonly block: Block;
  readonly headerRows: number;
  readonly totalsRows: number;
  /** Headings, left to right. */
  readonly columns: readonly string[];
}

/** A sheet to look through: closed workbooks and the open one both give it. Rows and columns are zero-based. */
export interface SheetView {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** The value shown; undefined when blank. Dates are serial numbers. */
  cell(row: number, column: number): CellValue;
  /** True when the cell shows its number as a date. */
  isDate(row: number, column: number): boolean;
  /** Merged areas, when the host can tell. */
  readonly merges?: readonly Block[];
  readonly tables?: readonly ViewTable[];
}

/** A closed workbook's sheet as a view. Its merged areas are not read: groups of headings are told by their blanks. */
export function viewOfSheet(sheet: SheetData, tables: readonly TableInfo[] = []): SheetView {
  return {
    name: sheet.name,
    rows: sheet.rowCount,
    columns: sheet.columnCount,
    cell: (row, column) => sheet.cell(row, column),
    isDate: (row, column) => sheet.isDate(row, column),
    tables: tables.filter((one) => one.sheet === sheet.name),
  };
}

/** What a cell holds for the matcher: a number, a text of one line, or nothing. */
export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly isDate: boolean }
  | { readonly kind: 'other' };

const blank: Content = { kind: 'blank' };
const other: Content = { kind: 'other' };

/** Reads a cell; errors, booleans and formulas never calculated are `other`: something is there, of no use. */
export function contentOf(view: SheetView, row: number, column: number): Content {
  const value = view.cell(row, column);
  if (value === undefined) return blank;
  if (typeof value === 'number') return { kind: 'number', number: value, isDate: view.isDate(row, column) };
  if (value === UNCALCULATED || value instanceof CellError || typeof value === 'boolean') return other;
  const text = String(value).replace(/\s+/gu, ' ').trim();
  return text === '' ? blank : { kind: 'text', text };
}

/** The text of a cell, a number written plainly; empty when there is none. */
export function textOf(view: SheetView, row: number, column: number): string {
  const content = contentOf(view, row, column);
  if (content.kind === 'text') return content.text;
  return content.kind === 'number' && !content.isDate ? String(content.number) : '';
}
