import type { Block } from '../xlsx';
import { headerOf } from './header';
import { isTotal } from './meaning-words';
import { contentOf, type SheetView, type ViewTable } from './view';

/** Rows that follow one another, both ends included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** A column of a block under its heading. */
export interface BlockColumn {
  readonly column: number;
  /** Row of the lowest heading; -1 when the block has no headings. */
  readonly headingRow: number;
  /** Own heading, on one line; empty when there is none. */
  readonly heading: string;
  /** Headings above it that cover several columns, from the top. */
  readonly group: string;
  /** What a line of units, hints or technical names below the heading says. */
  readonly hint: string;
}

/** A table-like area of a sheet. */
export interface SheetBlock {
  readonly view: SheetView;
  readonly area: Block;
  /** Titles and notes above it, from the top of the sheet down. */
  readonly titles: readonly string[];
  readonly columns: readonly BlockColumn[];
  /** Lines of data, without totals, units, section titles and notes. */
  readonly runs: readonly Run[];
  /** Lines that add up others. */
  readonly totals: readonly number[];
  /** Section titles inside the table, by row. */
  readonly sections: ReadonlyMap<number, string>;
  /** The Excel table it is, if it is one. */
  readonly table?: ViewTable;
}

/** Every row of data of a block, in order. */
export function dataRows({ runs }: SheetBlock): number[] {
  return runs.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
}

/** Our own tables: what is already connected is not looked through again. */
const ours = /^IMPACT_/i;

/**
 * The tables of a sheet: the Excel tables, then what looks like one (titles above, headings on one or two lines,
 * merged or not, hints and units below them, section titles, subtotals and totals, several side by side).
 */
export function findBlocks(view: SheetView): SheetBlock[] {
  const tables = view.tables ?? [];
  const taken = (row: number, column: number): boolean =>
    tables.some(
      ({ block }) =>
        row >= block.firstRow &&
        row <= block.lastRow &&
        column >= block.firstColumn &&
        column <= block.lastColumn,
    );
  const found = tables.filter((one) => !ours.test(one.name)).map((table) => tableBlock(view, table));
  let titles: string[] = [];
  for (const area of areasOf(view, taken)) {
    const block = plainBlock(view, area, titles);
    if (block === undefined) titles = [...titles, ...textsOf(view, area)].slice(-4);
    else {
      found.push(block);
      titles = titles.slice(0, 2);
    }
  }
  return found;
}

function tableBlock(view: SheetView, table: ViewTable): SheetBlock {
  const { block: area, headerRows, totalsRows } = table;
  const headingRow = headerRows > 0 ? area.firstRow + headerRows - 1 : -1;
  const last = lastFilled(view, area, area.lastRow - totalsRows);
  return {
    view,
    area,
    titles: [],
    table,
    columns: table.columns.map((heading, index) => ({
      column: area.firstColumn + index,
      headingRow,
      heading: heading.replace(/\s+/gu, ' ').trim(),
      group: '',
      hint: '',
    })),
    runs: last > headingRow ? [{ first: area.firstRow + headerRows, last }] : [],
    totals: [],
    sections: new Map(),
  };
}

function lastFilled(view: SheetView, area: Block, from: number): number {
  let row = from;
  while (row >= area.firstRow && isBlankRow(view, row, area)) row -= 1;
  return row;
}

function isBlankRow(view: SheetView, row: number, { firstColumn, lastColumn }: Block): boolean {
  for (let column = firstColumn; column <= lastColumn; column += 1) {
    if (contentOf(view, row, column).kind !== 'blank') return false;
  }
  return true;
}

function plainBlock(view: SheetView, area: Block, above: readonly string[]): SheetBlock | undefined {
  const header = headerOf(view, area);
  if (header === undefined) return undefined;
  const { columns, firstData, titles } = header;
  const runs: Run[] = [];
  const totals: number[] = [];
  const sections = new Map<number, string>();
  for (let row = firstData; row <= area.lastRow; row += 1) {
    if (isBlankRow(view, row, area)) continue;
    const kind = kindOfLine(view, row, area);
    if (kind.is === 'total') totals.push(row);
    else if (kind.is === 'section') sections.set(row, kind.text);
    else {
      const run = runs.at(-1);
      if (run?.last === row - 1) runs[runs.length - 1] = { first: run.first, last: row };
      else runs.push({ first: row, last: row });
    }
  }
  return { view, area, titles: [...above, ...titles], columns, runs, totals, sections };
}

type Line = { readonly is: 'data' | 'total' } | { readonly is: 'section'; readonly text: string };

/** A line with a single text is a section title or a note; one whose first word is « Total » adds up. */
function kindOfLine(view: SheetView, row: number, { firstColumn, lastColumn }: Block): Line {
  let filled = 0;
  let text = '';
  let label = '';
  for (let column = firstColumn; column <= lastColumn; column += 1) {
    const content = contentOf(view, row, column);
    if (content.kind === 'blank') continue;
    filled += 1;
    if (content.kind === 'text') {
      text = content.text;
      if (label === '') label = content.text;
    }
  }
  if (isTotal(label)) return { is: 'total' };
  return filled === 1 && text !== '' && lastColumn > firstColumn ? { is: 'section', text } : { is: 'data' };
}

function textsOf(view: SheetView, area: Block): string[] {
  const texts: string[] = [];
  for (let row = area.firstRow; row <= Math.min(area.lastRow, area.firstRow + 5); row += 1) {
    for (let column = area.firstColumn; column <= area.lastColumn; column += 1) {
      const content = contentOf(view, row, column);
      if (content.kind === 'text') texts.push(content.text);
    }
  }
  return texts;
}

/** The filled areas of a sheet: bands of rows between blank ones, then parts between blank columns. */
function areasOf(view: SheetView, taken: (row: number, column: number) => boolean): Block[] {
  const filled = (row: number, column: number): boolean =>
    !taken(row, column) && contentOf(view, row, column).kind !== 'blank';
  const rows: number[][] = Array.from({ length: view.rows }, (_, row) =>
    Array.from({ length: view.columns }, (_unused, column) => column).filter((column) => filled(row, column)),
  );
  const bands: Run[] = [];
  rows.forEach((columns, row) => {
    if (columns.length === 0) return;
    const band = bands.at(-1);
    if (band?.last === row - 1) bands[bands.length - 1] = { first: band.first, last: row };
    else bands.push({ first: row, last: row });
  });
  return joinHeadings(bands, rows).flatMap((band) => partsOf(band, rows));
}

/** A line of headings parted from its data by a blank row belongs to them. */
function joinHeadings(bands: readonly Run[], rows: readonly (readonly number[])[]): Run[] {
  const joined: Run[] = [];
  for (const band of bands) {
    const before = joined.at(-1);
    const headings = before !== undefined && before.first === before.last ? (rows[before.first] ?? []) : [];
    const below = rows[band.first] ?? [];
    const fits =
      headings.length >= 2 && below.length >= 1 && below.every((column) => headings.includes(column));
    if (before !== undefined && fits && band.first - before.last === 2) {
      joined[joined.length - 1] = { first: before.first, last: band.last };
    } else joined.push(band);
  }
  return joined;
}

function partsOf({ first, last }: Run, rows: readonly (readonly number[])[]): Block[] {
  const used = [...new Set(rows.slice(first, last + 1).flat())].sort((one, other) => one - other);
  const parts: Block[] = [];
  for (const column of used) {
    const part = parts.at(-1);
    if (part?.lastColumn === column - 1) parts[parts.length - 1] = { ...part, lastColumn: column };
    else parts.push({ firstRow: first, lastRow: last, firstColumn: column, lastColumn: column });
  }
  const joinedParts = joinLabels(parts, rows);
  return joinedParts.map((part) => trimmed(part, rows));
}

/** Labels parted from their values by blank columns: a column of labels takes the single column of its values. */
function joinLabels(parts: readonly Block[], rows: readonly (readonly number[])[]): Block[] {
  const joined: Block[] = [];
  const height = (part: Block): number =>
    rows
      .slice(part.firstRow, part.lastRow + 1)
      .filter((columns) => columns.some((c) => c >= part.firstColumn && c <= part.lastColumn)).length;
  for (const part of parts) {
    const before = joined.at(-1);
    const lone =
      before !== undefined &&
      before.firstColumn === before.lastColumn &&
      part.firstColumn === part.lastColumn;
    if (
      before !== undefined &&
      lone &&
      height(part) <= height(before) &&
      part.firstColumn - before.lastColumn <= 3
    ) {
      joined[joined.length - 1] = { ...before, lastColumn: part.lastColumn };
    } else joined.push(part);
  }
  return joined;
}

function trimmed(part: Block, rows: readonly (readonly number[])[]): Block {
  const inside = (row: number): boolean =>
    (rows[row] ?? []).some((column) => column >= part.firstColumn && column <= part.lastColumn);
  let { firstRow, lastRow } = part;
  while (firstRow < lastRow && !inside(firstRow)) firstRow += 1;
  while (lastRow > firstRow && !inside(lastRow)) lastRow -= 1;
  return { ...part, firstRow, lastRow };
}
