import type { Block } from '../xlsx';
import type { BlockColumn } from './blocks';
import { contentOf, type SheetView, textOf } from './view';

/** The headings of an area, where its data begin, and the titles above the headings. */
export interface Header {
  readonly columns: readonly BlockColumn[];
  readonly firstData: number;
  readonly titles: readonly string[];
}

const mostHeaderRows = 4;

/** How a row of an area looks: its filled columns, and how many hold a plain number that is not a year. */
interface Row {
  readonly texts: readonly number[];
  readonly numbers: readonly number[];
  readonly years: readonly number[];
}

/** Undefined when the area is no table: a title, a note, a lone column of text. */
export function headerOf(view: SheetView, area: Block): Header | undefined {
  const look = (row: number): Row => lookOf(view, row, area);
  let row = area.firstRow;
  const titles: string[] = [];
  // Titles: a single text in front of everything, or above a row that fills more columns.
  while (row < area.lastRow && isTitle(look(row), look(row + 1), area)) {
    titles.push(textOf(view, row, look(row).texts[0] ?? area.firstColumn));
    row += 1;
  }
  const first = look(row);
  if (first.texts.length + first.years.length + first.numbers.length < 2 && area.firstRow === area.lastRow)
    return undefined;
  if (first.numbers.length > 0 || first.texts.length === 0) return bare(area, row, titles);
  if (area.lastColumn === area.firstColumn) return undefined;
  const rows = [row];
  while (rows.length < mostHeaderRows && continues(rows, row + 1, look, area)) {
    row += 1;
    rows.push(row);
  }
  let next = row + 1;
  while (next <= area.lastRow && isHint(look(next), next, view, area)) next += 1;
  const columns = headings(view, area, rows, next);
  return { columns, firstData: next, titles };
}

function lookOf(view: SheetView, row: number, { firstColumn, lastColumn }: Block): Row {
  const texts: number[] = [];
  const numbers: number[] = [];
  const years: number[] = [];
  for (let column = firstColumn; column <= lastColumn; column += 1) {
    const content = contentOf(view, row, column);
    if (content.kind === 'text') texts.push(column);
    else if (content.kind === 'number') (isYear(content.number) ? years : numbers).push(column);
    else if (content.kind === 'other') numbers.push(column);
  }
  return { texts, numbers, years };
}

const isYear = (number: number): boolean => Number.isInteger(number) && number >= 1990 && number <= 2100;

function isTitle(row: Row, below: Row, area: Block): boolean {
  const filled = row.texts.length + row.numbers.length + row.years.length;
  if (filled === 0) return true;
  if (filled > 1 || row.texts.length !== 1) return false;
  const wide = area.lastColumn > area.firstColumn;
  const filledBelow = below.texts.length + below.numbers.length + below.years.length;
  return wide && row.texts[0] === area.firstColumn && filledBelow >= 1;
}

/** Whether the next row goes on the headings: it fills blanks of the rows above, which cover groups of columns. */
function continues(rows: readonly number[], next: number, look: (row: number) => Row, area: Block): boolean {
  if (next >= area.lastRow) return false;
  const above = new Set(rows.flatMap((row) => [...look(row).texts, ...look(row).years]));
  const below = look(next);
  if (below.numbers.length > 0 || below.texts.length + below.years.length === 0) return false;
  const width = area.lastColumn - area.firstColumn + 1;
  const filling = [...below.texts, ...below.years].filter((column) => !above.has(column));
  return above.size < width && filling.length > 0 && filling.length >= (width - above.size) / 2;
}

/** A row of units, hints or technical names: text only, above columns of numbers, or in brackets. */
function isHint(row: Row, at: number, view: SheetView, area: Block): boolean {
  if (row.numbers.length + row.years.length > 0 || row.texts.length === 0) return false;
  const below = at < area.lastRow ? lookOf(view, at + 1, area) : undefined;
  const overNumbers = row.texts.filter((column) => below?.numbers.includes(column) === true).length;
  const texts = row.texts.map((column) => textOf(view, at, column));
  if (
    texts.every((text) => /^\(.*\)?$|^col\.? ?\d+$/i.test(text)) ||
    texts.some((text) => /^\(?col \d+\)?$/i.test(text))
  )
    return true;
  if (row.texts.length >= 2 && overNumbers >= Math.max(1, row.texts.length / 3)) return true;
  return below === undefined && texts.some((text) => text.length > 60);
}

function headings(view: SheetView, area: Block, rows: readonly number[], firstData: number): BlockColumn[] {
  const lowest = rows.at(-1) ?? area.firstRow;
  const columns: BlockColumn[] = [];
  const running = new Map<number, string>();
  for (let column = area.firstColumn; column <= area.lastColumn; column += 1) {
    const own = [...rows].reverse().find((row) => textOf(view, row, column) !== '');
    const groups = rows.slice(0, -1).flatMap((row) => {
      const text = textOf(view, row, column);
      if (text !== '') running.set(row, text);
      // A group covers the columns to its right that say nothing on its row.
      return row === own ? [] : [running.get(row) ?? ''];
    });
    const hint = Array.from({ length: firstData - lowest - 1 }, (_, index) =>
      textOf(view, lowest + 1 + index, column),
    );
    columns.push({
      column,
      headingRow: own ?? -1,
      heading: own === undefined ? '' : textOf(view, own, column),
      group: own === lowest ? groups.filter((text) => text !== '').join(' ') : '',
      hint: hint.filter((text) => text !== '').join(' '),
    });
  }
  return columns;
}

/** Labels and values without headings. */
function bare(area: Block, firstData: number, titles: readonly string[]): Header {
  const columns: BlockColumn[] = [];
  for (let column = area.firstColumn; column <= area.lastColumn; column += 1) {
    columns.push({ column, headingRow: -1, heading: '', group: '', hint: '' });
  }
  return { columns, firstData, titles };
}
