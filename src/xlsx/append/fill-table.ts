import { findWorkbook, readRelationships } from '../read/package';
import { openWorkbook } from '../read/open-workbook';
import { parseWorkbook } from '../read/workbook';
import { cellAddress } from '../write/address';
import { UnwritableWorkbook } from '../write/unwritable';
import { openArchive } from '../zip/archive';
import { type Inflate, inflatePortably } from '../zip/inflate';
import { bytesSource } from '../zip/source';
import { dropCalculationChain } from './calculation-chain';
import { Parts } from './parts';
import { type CellFill, SheetRows } from './sheet-rows';

export interface TableFill {
  readonly table: string;
  /** Blank cells of the table, or of the rows it gains: row 0 is the first below the headings, column 0 its first. */
  readonly cells: readonly CellFill[];
  /** Rows that the table gains at its end. */
  readonly rows: number;
}

/**
 * A copy of a workbook in which blank cells of a table are written, in their own style; the table grows downwards if
 * asked. Everything else stays, byte for byte, but the list of cells to calculate, which Excel makes again.
 * Throws `WorkbookRefused`, or `UnwritableWorkbook` (French) where a cell is not blank or there is no room below.
 */
export async function fillTable(
  file: Uint8Array,
  { table: name, cells, rows }: TableFill,
  options: { readonly inflate?: Inflate } = {},
): Promise<Uint8Array> {
  const inflate = options.inflate ?? inflatePortably;
  const source = bytesSource(file);
  const info = (await openWorkbook(source, { inflate })).tables.find(
    (one) => one.name.toUpperCase() === name.toUpperCase(),
  );
  if (!info) throw new UnwritableWorkbook(`Le classeur n’a pas de tableau ${name}.`);
  const archive = await openArchive(source, inflate);
  const main = await findWorkbook(archive);
  const relations = await readRelationships(archive, main);
  const parts = await Parts.read(source, inflate);
  const part = parseWorkbook(parts.text(main), relations).sheets.find((one) => one.name === info.sheet)?.part;
  if (part === undefined) throw new UnwritableWorkbook(`La feuille « ${info.sheet} » est introuvable.`);
  const sheet = new SheetRows(parts.text(part));
  const { block, headerRows, totalsRows } = info;
  const [top, left] = [block.firstRow + headerRows, block.firstColumn];
  const columns = Array.from({ length: block.lastColumn - left + 1 }, (_, at) => left + at);
  const added = Array.from({ length: rows }, (_, at) => block.lastRow + 1 + at);
  if (rows > 0 && totalsRows > 0)
    throw new UnwritableWorkbook(
      `Le tableau ${name} a une ligne de total : retirez-la dans Excel, il pourra recevoir de nouvelles lignes.`,
    );
  const taken = added.flatMap((row) =>
    columns.filter((column) => !sheet.isBlank(row, column)).map((column) => cellAddress(row, column)),
  )[0];
  if (taken !== undefined)
    throw new UnwritableWorkbook(
      `Le tableau ${name} ne peut pas s’agrandir : la cellule ${taken} de « ${info.sheet} » est occupée en dessous. Libérez ${rows} lignes sous le tableau.`,
    );
  const fills = cells.map((one) => ({ ...one, row: top + one.row, column: left + one.column }));
  const busy = fills.find(({ row, column }) => !sheet.isBlank(row, column));
  if (busy)
    throw new UnwritableWorkbook(
      `La cellule ${cellAddress(busy.row, busy.column)} de « ${info.sheet} » n’est pas vide : elle n’est pas remplacée.`,
    );
  // A new row looks as the last one.
  const styled = added.flatMap((row) =>
    columns.map((column) => ({ row, column, style: sheet.styleOf(block.lastRow, column) })),
  );
  const last = block.lastRow + rows;
  const xml = sheet.with([
    ...styled,
    ...fills.map((one) => ({ ...one, style: sheet.styleOf(block.lastRow, one.column) })),
  ]);
  parts.set(part, rows > 0 ? withDimension(xml, last) : xml);
  if (rows > 0) {
    const ref = `${cellAddress(block.firstRow, left)}:${cellAddress(last, block.lastColumn)}`;
    growTable(parts, name, info.ref, ref);
  }
  dropCalculationChain(parts, main, relations);
  return parts.zip();
}

function growTable(parts: Parts, name: string, old: string, ref: string): void {
  const path = parts.paths.find((one) => {
    if (!/\/tables\/[^/]+\.xml$/i.test(one)) return false;
    const written = /\sdisplayName="([^"]*)"/.exec(parts.text(one))?.[1] ?? '';
    return written.toUpperCase() === name.toUpperCase();
  });
  if (path === undefined) throw new UnwritableWorkbook(`Le tableau ${name} ne peut pas être agrandi.`);
  // The table, and its filter.
  parts.set(path, parts.text(path).replaceAll(` ref="${old}"`, ` ref="${ref}"`));
}

/** The cells a sheet uses, down to a row at least. */
const withDimension = (xml: string, last: number): string =>
  xml.replace(
    /(<(?:[\w.-]+:)?dimension\s[^>]*?ref="[A-Z]+\d+:[A-Z]+)(\d+)(")/,
    (_, before: string, row: string, after: string) => `${before}${Math.max(Number(row), last + 1)}${after}`,
  );
