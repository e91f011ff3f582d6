/** A cell of a file as published: text, or the number of a workbook. */
export type RawCell = string | number | undefined;

/** The rows of a text file or of a sheet, headings included. */
export interface SourceTable {
  /** Empty for a text file. */
  readonly sheet: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** The line of the file, or the row of the sheet, where a row begins (from 1). */
  lineOf(row: number): number;
}
