import type { CellModel, CellStyle, RowModel, SheetModel } from '../model';
import { cellAddress, columnName, quoteSheetName } from '../write/address';

/** A sheet being filled, row by row or cell by cell; rows and columns count from 0. */
export class Grid {
  private readonly cells: (CellModel | undefined)[][] = [];
  private readonly heights: (number | undefined)[] = [];
  private later: { readonly count: number; row(index: number): RowModel; readonly after: Grid } | undefined;

  /** The number of the next row. */
  get next(): number {
    return this.cells.length + (this.later ? this.later.count + this.later.after.next : 0);
  }

  /**
   * Adds `count` rows that are made only when they are written, and again at each writing: for the long part of
   * a sheet, once a sheet. What is added afterwards stands below them.
   */
  addLater(count: number, make: (index: number) => readonly (CellModel | undefined)[]): void {
    this.later = { count, row: (index) => ({ cells: make(index) }), after: new Grid() };
  }

  /** Adds a row and gives its number. */
  add(cells: readonly (CellModel | undefined)[], height?: number): number {
    if (this.later) return this.cells.length + this.later.count + this.later.after.add(cells, height);
    this.cells.push([...cells]);
    this.heights[this.cells.length - 1] = height;
    return this.cells.length - 1;
  }

  /** Leaves `count` blank rows. */
  skip(count = 1): void {
    for (let done = 0; done < count; done += 1) this.add([]);
  }

  /** Puts one cell, whatever is there. */
  put(row: number, column: number, cell: CellModel): void {
    while (this.cells.length <= row) this.add([]);
    const line = this.cells[row];
    if (line) line[column] = cell;
  }

  /** The rows as a sheet takes them: those at hand, and more to be made. */
  content(): Pick<SheetModel, 'rows' | 'more'> {
    const { later } = this;
    if (!later) return { rows: this.rows() };
    const below = later.after.rows();
    const row = (index: number): RowModel =>
      index < later.count ? later.row(index) : (below[index - later.count] ?? { cells: [] });
    return { rows: this.rows(), more: { count: later.count + below.length, row } };
  }

  rows(): readonly RowModel[] {
    return this.cells.map((cells, row) => {
      const height = this.heights[row];
      return height === undefined ? { cells } : { cells, height };
    });
  }
}

/** A cell holding `value` in `style`; nothing when there is no value and no style. */
export function cell(value: CellModel['value'] | null, style?: CellStyle): CellModel {
  // One object and no spread: large sheets hold millions of these.
  if (value === null || value === undefined) return style ? { style } : {};
  return style ? { value, style } : { value };
}

/** A row of headings. */
export function headings(texts: readonly string[], style: CellStyle): readonly CellModel[] {
  return texts.map((value) => ({ value, style }));
}

/** `$B$5`, or `'Feuille'!$B$5`; row and column from 0. */
export function absolute(row: number, column: number, sheet?: string): string {
  return `${sheet === undefined ? '' : `${quoteSheetName(sheet)}!`}$${columnName(column)}$${row + 1}`;
}

/** `'Feuille'!F$7:F$58`: the rows `first` to `last` (from 0) of a column. */
export function columnRange(column: number, first: number, last: number, sheet?: string): string {
  const name = columnName(column);
  const prefix = sheet === undefined ? '' : `${quoteSheetName(sheet)}!`;
  return `${prefix}$${name}$${first + 1}:$${name}$${last + 1}`;
}

/** `A5:F20`, corners from 0. */
export function area(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): string {
  return `${cellAddress(firstRow, firstColumn)}:${cellAddress(lastRow, lastColumn)}`;
}

/** Where a link inside the workbook goes. */
export function inside(sheet: string, row: number, column: number): string {
  return `${quoteSheetName(sheet)}!${cellAddress(row, column)}`;
}

/** A text as a formula holds it: quotes doubled, cut where Excel accepts no longer constant. */
export function formulaText(text: string): string {
  const longest = 240;
  const parts: string[] = [];
  for (let at = 0; at < text.length || at === 0; at += longest) {
    parts.push(`"${text.slice(at, at + longest).replaceAll('"', '""')}"`);
  }
  return parts.join('&');
}
