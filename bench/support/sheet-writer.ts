/** Shared strings in order of first use, as Excel keeps them. */
export class Strings {
  private readonly indexes = new Map<string, number>();
  private readonly items: string[] = [];
  private uses = 0;

  plain(text: string): number {
    const space = text.trim() === text ? '' : ' xml:space="preserve"';
    return this.add(`<si><t${space}>${escape(text)}</t></si>`);
  }

  rich(bold: string, rest: string): number {
    return this.add(
      `<si><r><rPr><b/><sz val="11"/><rFont val="Calibri"/></rPr><t xml:space="preserve">${escape(bold)}</t></r><r><t>${escape(rest)}</t></r></si>`,
    );
  }

  xml(): string {
    return `${DECLARATION}<sst xmlns="${MAIN}" count="${this.uses}" uniqueCount="${this.items.length}">${this.items.join('')}</sst>`;
  }

  private add(xml: string): number {
    this.uses++;
    const known = this.indexes.get(xml);
    if (known !== undefined) return known;
    this.indexes.set(xml, this.items.length);
    return this.items.push(xml) - 1;
  }
}

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface RowWriter {
  text(text: string): void;
  richText(bold: string, rest: string): void;
  number(value: number, style?: number): void;
  boolean(value: boolean): void;
  formula(formula: string, result: number): void;
  /** An empty cell that has a style, as Excel keeps them. */
  blank(style: number): void;
}

interface Table {
  readonly name: string;
  readonly ref: string;
  readonly columns: readonly string[];
}

/** A sheet's XML in the form Excel writes it. */
export class SheetWriter {
  rows = 0;
  readonly tables: Table[] = [];
  readonly formulas: string[] = [];
  private readonly parts: string[] = [];
  private columns: readonly string[] = [];

  constructor(private readonly strings: Strings) {}

  header(names: readonly string[]): void {
    this.columns = names;
    const row = this.row();
    for (const name of names) row.text(name);
  }

  skipTo(row: number): void {
    this.rows = row;
  }

  row(): RowWriter {
    const number = ++this.rows;
    const { parts, strings, formulas } = this;
    let column = 0;
    const at = (): string => `${columnLetters(column++)}${number}`;
    if (parts.length > 0) parts.push('</row>');
    parts.push(`<row r="${number}" spans="1:${this.columns.length}" x14ac:dyDescent="0.25">`);
    return {
      text: (text) => void parts.push(`<c r="${at()}" s="1" t="s"><v>${strings.plain(text)}</v></c>`),
      richText: (bold, rest) =>
        void parts.push(`<c r="${at()}" t="s"><v>${strings.rich(bold, rest)}</v></c>`),
      number: (value, style) =>
        void parts.push(`<c r="${at()}"${style === undefined ? '' : ` s="${style}"`}><v>${value}</v></c>`),
      boolean: (value) => void parts.push(`<c r="${at()}" s="1" t="b"><v>${value ? 1 : 0}</v></c>`),
      formula(formula, result) {
        const ref = at();
        formulas.push(ref);
        parts.push(`<c r="${ref}" s="3"><f>${formula}</f><v>${result}</v></c>`);
      },
      blank: (style) => void parts.push(`<c r="${at()}" s="${style}"/>`),
    };
  }

  /** Makes a table of the rows from `firstRow` (zero-based, the headings) to the last one. */
  table(name: string, firstRow: number): void {
    const last = columnLetters(this.columns.length - 1);
    this.tables.push({ name, ref: `A${firstRow + 1}:${last}${this.rows}`, columns: this.columns });
  }

  xml(): string {
    const tables = this.tables.map((_, i) => `<tablePart r:id="rId${i + 1}"/>`).join('');
    const last = columnLetters(this.columns.length - 1);
    return [
      `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">`,
      `<dimension ref="A1:${last}${this.rows}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`,
      ...this.parts,
      '</row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
      tables === '' ? '' : `<tableParts count="${this.tables.length}">${tables}</tableParts>`,
      '</worksheet>',
    ].join('');
  }
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function columnLetters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26);
}
