/** Reads the flat OpenDocument spreadsheet that LibreOffice writes (it alone keeps full precision). */

export type OracleCell = number | string | boolean | undefined;

const token = /<(\/?)([\w:-]+)([^>]*?)(\/?)>|([^<]+)/g;
// Blank rows up to the end of the sheet come as one row repeated a million times, and blank cells likewise: they
// are only counted until something follows them.
const MAX_REPEATS = 20_000;

const append = <T>(list: T[], times: number, make: () => T): void => {
  const end = Math.min(times, MAX_REPEATS);
  for (let index = 0; index < end; index += 1) list.push(make());
};

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (entity.startsWith('#x')) return String.fromCodePoint(parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(Number(entity.slice(1)));
    return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[entity] ?? whole;
  });
}

function attribute(attributes: string, name: string): string | undefined {
  const start = attributes.indexOf(`${name}="`);
  if (start < 0) return undefined;
  const from = start + name.length + 2;
  return decode(attributes.slice(from, attributes.indexOf('"', from)));
}

function valueOf(attributes: string, text: string): OracleCell {
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return Number(attribute(attributes, 'office:value'));
    case 'boolean':
      return attribute(attributes, 'office:boolean-value') === 'true';
    case 'date':
      return attribute(attributes, 'office:date-value');
    case 'string':
      // The text shown: for an error the stored string is empty and the text is its name.
      return text;
    default:
      return undefined;
  }
}

interface OpenCell {
  readonly attributes: string;
  text: string;
  paragraphs: number;
  inParagraph: boolean;
  /** Depth inside a note or a drawing: its text is not the cell's. */
  skipped: number;
}

function readInside(cell: OpenCell, closing: boolean, name: string, attributes: string): void {
  if (name === 'text:p') {
    cell.inParagraph = !closing;
    if (!closing) cell.paragraphs += 1;
    if (!closing && cell.paragraphs > 1) cell.text += '\n';
  } else if (name === 'text:s') cell.text += ' '.repeat(Number(attribute(attributes, 'text:c') ?? 1));
  else if (name === 'text:line-break') cell.text += '\n';
  else if (name === 'text:tab') cell.text += '\t';
}

/** Values by sheet, row and column. */
export function readFlatOds(xml: string): Map<string, OracleCell[][]> {
  const sheets = new Map<string, OracleCell[][]>();
  let rows: OracleCell[][] = [];
  let row: OracleCell[] = [];
  let rowRepeats = 1;
  let blankCells = 0;
  let blankRows = 0;
  let cell: OpenCell | undefined;
  const closeCell = (): void => {
    if (cell === undefined) return;
    const value = valueOf(cell.attributes, cell.text);
    const repeats = Number(attribute(cell.attributes, 'table:number-columns-repeated') ?? 1);
    cell = undefined;
    if (value === undefined) {
      blankCells += repeats;
      return;
    }
    append(row, blankCells, () => undefined);
    append(row, repeats, () => value);
    blankCells = 0;
  };
  const closeRow = (): void => {
    if (row.length === 0) {
      blankRows += rowRepeats;
      return;
    }
    append(rows, blankRows, () => []);
    append(rows, rowRepeats, () => [...row]);
    blankRows = 0;
  };
  for (const [, closing, name, attributes = '', selfClosing, text] of xml.matchAll(token)) {
    if (cell !== undefined) {
      // Notes and charts inside a cell are not its value.
      if (name === 'office:annotation' || name === 'draw:frame') {
        if (!selfClosing) cell.skipped += closing ? -1 : 1;
        continue;
      }
      if (cell.skipped > 0) continue;
      if (text !== undefined) {
        if (cell.inParagraph) cell.text += decode(text);
      } else if (name !== undefined && !(name === 'text:p' && selfClosing)) {
        readInside(cell, closing === '/', name, attributes);
      }
    }
    if (name === 'table:table' && !closing) {
      rows = [];
      blankRows = 0;
      sheets.set(attribute(attributes, 'table:name') ?? '', rows);
    } else if (name === 'table:table-row') {
      if (!closing) {
        row = [];
        blankCells = 0;
        rowRepeats = Number(attribute(attributes, 'table:number-rows-repeated') ?? 1);
      } else closeRow();
    } else if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && !cell?.skipped) {
      if (!closing) cell = { attributes, text: '', paragraphs: 0, inParagraph: false, skipped: 0 };
      if (closing || selfClosing) closeCell();
    }
  }
  return sheets;
}
