import { cellAddress } from '../write/address';
import { escapeFormula, textElement } from '../write/xml';
import { columnIndex } from '../read/reference';

/** What to put in a cell: a text or a number, or a formula with its result. Rows and columns are zero-based. */
export interface CellFill {
  readonly row: number;
  readonly column: number;
  readonly value: number | string;
  /** As Excel stores it: English names, commas, no leading `=`. */
  readonly formula?: string;
}

interface OwnCell {
  readonly column: number;
  readonly xml: string;
  readonly style: string | undefined;
  readonly blank: boolean;
}

interface OwnRow {
  readonly row: number;
  readonly attributes: string;
  readonly inner: string;
  readonly start: number;
  readonly end: number;
}

/** The rows of a sheet's XML, of which some cells are written; all others stay as they are, byte for byte. */
export class SheetRows {
  readonly #prefix: string;
  readonly #start: number;
  readonly #end: number;
  readonly #rows: readonly OwnRow[];
  readonly #cells = new Map<number, OwnCell[]>();

  constructor(private readonly xml: string) {
    const open = /<((?:[\w.-]+:)?)sheetData\s*(?:\/>|>)/.exec(xml);
    this.#prefix = open?.[1] ?? '';
    const closed = open?.[0].endsWith('/>') ?? true;
    this.#start = open ? open.index : xml.length;
    const body = this.#start + (open?.[0].length ?? 0);
    const close = `</${this.#prefix}sheetData`;
    const bodyEnd = closed ? body : xml.indexOf(close, body);
    this.#end = closed ? body : xml.indexOf('>', bodyEnd) + 1;
    this.#rows = rowsIn(xml, body, bodyEnd, this.#prefix);
  }

  isBlank(row: number, column: number): boolean {
    return this.#cellsOf(row).find((one) => one.column === column)?.blank ?? true;
  }

  /** The number of a cell's style, as written; undefined where there is none. */
  styleOf(row: number, column: number): string | undefined {
    return this.#cellsOf(row).find((one) => one.column === column)?.style;
  }

  /** The XML with these cells written, in the style they have, else in the one given. */
  with(
    fills: readonly (Pick<CellFill, 'row' | 'column'> & Partial<CellFill> & { style?: string | undefined })[],
  ): string {
    const byRow = new Map<number, (typeof fills)[number][]>();
    for (const one of fills) byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
    const pending = [...byRow.keys()].sort((one, other) => one - other);
    const p = this.#prefix;
    const made: string[] = [];
    const writeNew = (row: number) =>
      `<${p}row r="${row + 1}">${this.#filled(row, byRow.get(row) ?? [])}</${p}row>`;
    let at = this.#rows[0]?.start ?? this.#end;
    for (const own of this.#rows) {
      while (pending[0] !== undefined && pending[0] < own.row) made.push(writeNew(pending.shift() ?? 0));
      made.push(this.xml.slice(at, own.start));
      at = own.end;
      if (pending[0] !== own.row) {
        made.push(this.xml.slice(own.start, own.end));
        continue;
      }
      pending.shift();
      // Only a hint of what the row spans, that would now be wrong.
      const attributes = own.attributes.replace(/\sspans="[^"]*"/, '');
      made.push(`<${p}row${attributes}>${this.#filled(own.row, byRow.get(own.row) ?? [])}</${p}row>`);
    }
    for (const row of pending) made.push(writeNew(row));
    const rows = made.join('');
    const tail = this.#rows.length > 0 ? this.xml.slice(at, this.#end) : `</${p}sheetData>`;
    const head =
      this.#rows.length > 0
        ? this.xml.slice(0, this.#rows[0]?.start)
        : `${this.xml.slice(0, this.#start)}<${p}sheetData>`;
    return head + rows + tail + this.xml.slice(this.#end);
  }

  #filled(
    row: number,
    fills: readonly (Partial<CellFill> & { column: number; style?: string | undefined })[],
  ): string {
    const cells = new Map(this.#cellsOf(row).map((one) => [one.column, one.xml]));
    for (const { column, value, formula, style } of fills) {
      const known = this.styleOf(row, column) ?? style;
      cells.set(column, this.#cell(cellAddress(row, column), known, value, formula));
    }
    return [...cells]
      .sort(([one], [other]) => one - other)
      .map(([, xml]) => xml)
      .join('');
  }

  #cell(
    address: string,
    style: string | undefined,
    value: number | string | undefined,
    formula?: string,
  ): string {
    const p = this.#prefix;
    const start = `<${p}c r="${address}"${style === undefined ? '' : ` s="${style}"`}`;
    if (value === undefined) return `${start}/>`;
    if (typeof value === 'string') {
      const text = textElement(value).replace(/^<t|<\/t/g, (tag) => tag.replace('t', `${p}t`));
      return `${start} t="inlineStr"><${p}is>${text}</${p}is></${p}c>`;
    }
    const calculation = formula === undefined ? '' : `<${p}f>${escapeFormula(formula)}</${p}f>`;
    return `${start}>${calculation}<${p}v>${value}</${p}v></${p}c>`;
  }

  #cellsOf(row: number): readonly OwnCell[] {
    const known = this.#cells.get(row);
    if (known) return known;
    const own = this.#rows.find((one) => one.row === row);
    const cells = own ? cellsIn(own.inner, this.#prefix) : [];
    this.#cells.set(row, cells);
    return cells;
  }
}

function rowsIn(xml: string, from: number, to: number, prefix: string): OwnRow[] {
  const pattern = new RegExp(`<${prefix}row\\b([^>]*?)(?:/>|>([\\s\\S]*?)</${prefix}row\\s*>)`, 'g');
  pattern.lastIndex = from;
  const rows: OwnRow[] = [];
  for (let found = pattern.exec(xml); found && found.index < to; found = pattern.exec(xml)) {
    const [text, attributes = '', inner = ''] = found;
    const told = /\br="(\d+)"/.exec(attributes)?.[1];
    // A row that does not say its number follows the one before.
    const row = told === undefined ? (rows.at(-1)?.row ?? -1) + 1 : Number(told) - 1;
    rows.push({ row, attributes, inner, start: found.index, end: found.index + text.length });
  }
  return rows;
}

function cellsIn(inner: string, prefix: string): OwnCell[] {
  const pattern = new RegExp(`<${prefix}c\\b([^>]*?)(?:/>|>([\\s\\S]*?)</${prefix}c\\s*>)`, 'g');
  const cells: OwnCell[] = [];
  for (const [xml, attributes = '', content = ''] of inner.matchAll(pattern)) {
    const letters = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1];
    const column = letters === undefined ? (cells.at(-1)?.column ?? -1) + 1 : columnIndex(letters);
    const style = /\bs="(\d+)"/.exec(attributes)?.[1];
    cells.push({ column, xml, style, blank: !/<(?:[\w.-]+:)?(?:v|f|is)\b/.test(content) });
  }
  return cells;
}
