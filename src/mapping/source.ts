import { parseFrenchNumber } from '../contribution';
import { cellAddress, columnName, quoteSheetName } from '../xlsx';
import type { Run } from './blocks';
import { contentOf, type Content, type SheetView } from './view';

/** Cells of a column that formulas name: rows of a sheet, or a column of an Excel table. */
export interface ColumnRange {
  readonly sheet: string;
  /** Zero-based. */
  readonly column: number;
  readonly run: Run;
  readonly table?: { readonly name: string; readonly column: string };
}

/** A line counts when its cell in `range` is `equals`; `filled` asks for any text. */
export interface Condition {
  readonly range: ColumnRange;
  readonly equals: string | number | { readonly filled: true };
}

/** A part of a formula; `minus` takes it away. */
export type Term =
  | {
      readonly kind: 'cell';
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly minus?: boolean;
    }
  | {
      readonly kind: 'sum';
      readonly ranges: readonly ColumnRange[];
      readonly where: readonly Condition[];
      readonly minus?: boolean;
    }
  /** Lines that have something in `of`. */
  | {
      readonly kind: 'count';
      readonly of: ColumnRange;
      readonly where: readonly Condition[];
      readonly minus?: boolean;
    };

/** Where a data point comes from: terms added up, then brought to its unit. */
export interface Source {
  readonly terms: readonly Term[];
  /** 1000 from k€ to €. */
  readonly factor: number;
}

/** The ranges of a column over the data lines of a block: one, or several around subtotals. */
function rangeText({ sheet, column, run, table }: ColumnRange): string {
  if (table !== undefined) return `${table.name}[${table.column.replace(/['#[\]@]/g, "'$&")}]`;
  const letters = columnName(column);
  return `${quoteSheetName(sheet)}!$${letters}$${run.first + 1}:$${letters}$${run.last + 1}`;
}

/** The formula as a file stores it: English names, commas, no leading `=`. */
export function formulaOfSource({ terms, factor }: Source): string {
  const parts = terms.map(
    (term, index) => (term.minus === true ? '-' : index === 0 ? '' : '+') + textOfTerm(term),
  );
  const sum = parts.join('');
  if (factor === 1) return sum;
  const scaled = factor < 1 ? `/${1 / factor}` : `*${factor}`;
  return (terms.length > 1 ? `(${sum})` : sum) + scaled;
}

function textOfTerm(term: Term): string {
  if (term.kind === 'cell') return `${quoteSheetName(term.sheet)}!${cellAddress(term.row, term.column)}`;
  const criteria = term.where.flatMap(({ range, equals }) => [rangeText(range), criterion(equals)]);
  if (term.kind === 'count') {
    return criteria.length === 0 ? `COUNTA(${rangeText(term.of)})` : `COUNTIFS(${criteria.join(',')})`;
  }
  const ranges = term.ranges.map(rangeText);
  return criteria.length === 0
    ? `SUM(${ranges.join(',')})`
    : `SUMIFS(${[...ranges.slice(0, 1), ...criteria].join(',')})`;
}

/** Stars, question marks and leading signs mean something in a criterion: they are escaped. */
function criterion(equals: Condition['equals']): string {
  if (typeof equals === 'number') return String(equals);
  if (typeof equals === 'object') return '"?*"';
  const plain = equals.replace(/[~*?]/g, '~$&');
  return `"${(/^[<>=]/.test(plain) ? `=${plain}` : plain).replaceAll('"', '""')}"`;
}

/** The cells a source reads, for people: `Budget!C12`, `Parc!H5:H10`. */
export function placeOf({ terms }: Source): string {
  const [first] = terms;
  if (first === undefined) return '';
  if (first.kind === 'cell') return `${first.sheet}!${cellAddress(first.row, first.column)}`;
  const range = first.kind === 'sum' ? first.ranges[0] : (first.where[0]?.range ?? first.of);
  if (range === undefined) return '';
  if (range.table !== undefined) return `${range.table.name}[${range.table.column}]`;
  const letters = columnName(range.column);
  return `${range.sheet}!${letters}${range.run.first + 1}:${letters}${range.run.last + 1}`;
}

/** The value a source gives over these sheets, as Excel calculates it; undefined when a cell is in error or is no number. */
export function valueOfSource(
  { terms, factor }: Source,
  views: ReadonlyMap<string, SheetView>,
): number | undefined {
  let total = 0;
  for (const term of terms) {
    const value = valueOfTerm(term, views);
    if (value === undefined) return undefined;
    total += term.minus === true ? -value : value;
  }
  // Binary dust of a product (2533.4 × 1000) is no part of the figure.
  return Number((total * factor).toPrecision(15));
}

function valueOfTerm(term: Term, views: ReadonlyMap<string, SheetView>): number | undefined {
  if (term.kind === 'cell') {
    const content = read(views, term.sheet, term.row, term.column);
    if (content.kind === 'number' && !content.isDate) return content.number;
    return content.kind === 'text' ? parseFrenchNumber(content.text) : undefined;
  }
  const ranges = term.kind === 'sum' ? term.ranges : [term.of];
  let total = 0;
  for (const range of ranges) {
    for (let row = range.run.first; row <= range.run.last; row += 1) {
      const offset = row - range.run.first;
      const met = term.where.every((condition) =>
        meets(
          read(views, condition.range.sheet, condition.range.run.first + offset, condition.range.column),
          condition,
        ),
      );
      if (!met) continue;
      const content = read(views, range.sheet, row, range.column);
      if (content.kind === 'other') return undefined;
      if (term.kind === 'count') total += term.where.length > 0 || content.kind !== 'blank' ? 1 : 0;
      else if (content.kind === 'number') total += content.number;
    }
  }
  return total;
}

function read(views: ReadonlyMap<string, SheetView>, sheet: string, row: number, column: number): Content {
  const view = views.get(sheet);
  return view === undefined ? { kind: 'other' } : contentOf(view, row, column);
}

function meets(content: Content, { equals }: Condition): boolean {
  if (typeof equals === 'object') return content.kind === 'text';
  if (content.kind === 'number') return content.number === Number(equals);
  if (content.kind !== 'text') return false;
  return typeof equals === 'number'
    ? content.text === String(equals)
    : content.text.toLowerCase() === equals.toLowerCase();
}
