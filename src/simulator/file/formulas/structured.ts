import type { Block } from '../../../xlsx';
import { absoluteRange, quoted } from './references';

/** What a structured reference needs to know of a table. */
export interface TableShape {
  readonly name: string;
  /** The name of its sheet. */
  readonly sheet: string;
  /** Headings and totals included. */
  readonly block: Block;
  readonly headings: readonly string[];
  readonly headerRows: number;
  readonly totalsRows: number;
}

/** What stands between the brackets of `T[[#Headers],[a]:[b]]`. */
export interface Specifier {
  /** Lower case, without `#`: `this row`, `headers`, `data`, `totals`, `all`. */
  readonly items: readonly string[];
  /** Headings as in the cells. */
  readonly first?: string;
  readonly last?: string;
}

/** Reads the bracketed part of a structured reference, outer brackets included. */
export function parseSpecifier(brackets: string): Specifier | undefined {
  let inside = brackets.slice(1, -1).trim();
  const items: string[] = [];
  if (inside.startsWith('@')) {
    items.push('this row');
    inside = inside.slice(1).trim();
    if (inside !== '' && !inside.startsWith('[')) inside = `[${inside}]`;
  }
  if (inside === '') return { items };
  if (!inside.startsWith('[')) {
    return inside.startsWith('#')
      ? { items: [inside.slice(1).toLowerCase()] }
      : { items, first: unescape(inside) };
  }
  const columns: string[] = [];
  for (const piece of pieces(inside)) {
    if (piece === undefined) return undefined;
    if (piece.startsWith('#')) items.push(piece.slice(1).toLowerCase());
    else columns.push(unescape(piece));
  }
  const [first, last, more] = columns;
  if (more !== undefined) return undefined;
  return { items, ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
}

/** `[a],[b]:[c]` → a, b, c; an apostrophe protects the character after it. */
function pieces(text: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  for (let p = 0; p < text.length; p++) {
    if (text[p] !== '[') {
      if (!/[\s,:]/.test(text[p] ?? '')) return [undefined];
      continue;
    }
    let end = p + 1;
    while (end < text.length && text[end] !== ']') end += text[end] === "'" ? 2 : 1;
    found.push(text.slice(p + 1, end));
    p = end;
  }
  return found;
}

const unescape = (heading: string): string => heading.replace(/'(.)/gs, '$1');

/** A heading as a structured reference holds it. */
const escapeHeading = (heading: string): string => heading.replace(/[[\]#'@]/g, "'$&");

/** As a file holds it: `[[#This Row],[Loyer]]`, `[Loyer]`, `[]`. */
export function printSpecifier({ items, first, last }: Specifier, heading = escapeHeading): string {
  const names = items.map((item) => `[#${ITEMS[item] ?? item}]`);
  const column = first === undefined ? undefined : `[${heading(first)}]`;
  if (names.length === 0 && last === undefined) return column ?? '[]';
  if (names.length === 1 && column === undefined) return names[0] ?? '[]';
  const columns = last === undefined ? column : `${column ?? ''}:[${heading(last)}]`;
  return `[${[...names, ...(columns === undefined ? [] : [columns])].join(',')}]`;
}

const ITEMS: Readonly<Record<string, string>> = {
  'this row': 'This Row',
  headers: 'Headers',
  data: 'Data',
  totals: 'Totals',
  all: 'All',
};

/**
 * The cells of a structured reference, as an absolute A1 reference. Undefined when the table has no such
 * column or no such row.
 * @param row where the formula is, for `#This Row`
 * @param sheet where the formula is
 */
export function cellsOf(
  table: TableShape,
  specifier: Specifier,
  sheet: string,
  row: number,
): string | undefined {
  const rows = rowsOf(table, specifier.items, row);
  const left = specifier.first === undefined ? 0 : headingIndex(table, specifier.first);
  const right =
    specifier.last === undefined
      ? specifier.first === undefined
        ? table.headings.length - 1
        : left
      : headingIndex(table, specifier.last);
  if (rows === undefined || left < 0 || right < 0) return undefined;
  const { firstColumn } = table.block;
  const range = absoluteRange(
    rows.top,
    firstColumn + Math.min(left, right),
    rows.bottom,
    firstColumn + Math.max(left, right),
  );
  return table.sheet === sheet ? range : `${quoted(table.sheet)}!${range}`;
}

function headingIndex(table: TableShape, heading: string): number {
  const wanted = heading.toLowerCase();
  return table.headings.findIndex((one) => one.toLowerCase() === wanted);
}

function rowsOf(
  { block, headerRows, totalsRows }: TableShape,
  items: readonly string[],
  row: number,
): { top: number; bottom: number } | undefined {
  const dataTop = block.firstRow + headerRows;
  const dataBottom = block.lastRow - totalsRows;
  const has = (item: string): boolean => items.includes(item);
  if (has('this row')) return { top: row, bottom: row };
  if (has('all')) return { top: block.firstRow, bottom: block.lastRow };
  if ((has('headers') && headerRows === 0) || (has('totals') && totalsRows === 0)) return undefined;
  if (has('headers')) return { top: block.firstRow, bottom: has('data') ? dataBottom : dataTop - 1 };
  if (has('totals')) return { top: has('data') ? dataTop : dataBottom + 1, bottom: block.lastRow };
  return { top: dataTop, bottom: dataBottom };
}
