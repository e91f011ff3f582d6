import {
  CellError,
  openWorkbook,
  UNCALCULATED,
  type ByteSource,
  type CellValue,
  type Inflate,
  type SheetData,
  type TableData,
} from '../../xlsx';
import { decodeText, openText, separatorOf, type OpenedText } from '../text';
import type { RawCell, SourceTable } from './model';

/** A file of more than that is no table of communes; it would only fill the memory. */
const LARGEST_TEXT = 200 * 1024 * 1024;

/** The whole text of an opened file as a table; undefined when no separator is found. */
export async function tableOfText(opened: OpenedText): Promise<SourceTable | undefined> {
  const separator = separatorOf(opened);
  if (separator === undefined) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of opened.chunks) {
    parts.push(chunk.slice());
    size += chunk.length;
    if (size > LARGEST_TEXT) return undefined;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return parseTable(decodeText(bytes), String.fromCharCode(separator));
}

/** `openText` over bytes that can be asked for anywhere. */
export async function openSource(source: ByteSource): Promise<OpenedText> {
  return openText(piecesOf(source));
}

async function* piecesOf(source: ByteSource): AsyncGenerator<Uint8Array> {
  const piece = 1024 * 1024;
  for (let at = 0; at < source.size; at += piece) yield await source.read(at, piece);
}

/**
 * Splits a text. A heading may hold line ends between quotes; a quote that is never closed before the field's end
 * is an ordinary character, so that one slip cannot swallow the rest of the file.
 */
function parseTable(text: string, separator: string): SourceTable {
  const rows: RawCell[][] = [];
  const lines: number[] = [];
  const ends = `${separator}\r\n`;
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const row: RawCell[] = [];
    lines.push(line);
    for (;;) {
      let end = at;
      const closing = text[at] === '"' ? closingQuote(text, at, ends) : -1;
      if (closing > 0) {
        const inner = text.slice(at + 1, closing);
        for (const one of inner.matchAll(/\r\n|\r|\n/g)) line += one[0].length > 0 ? 1 : 0;
        row.push(inner.replaceAll('""', '"').trim());
        end = closing + 1;
      } else {
        while (end < text.length && !ends.includes(text[end] ?? '')) end += 1;
        row.push(text.slice(at, end).trim());
      }
      at = end + 1;
      if (text[end] !== separator) {
        if (text[end] === '\r' && text[at] === '\n') at += 1;
        break;
      }
    }
    rows.push(row);
    line += 1;
  }
  return { sheet: '', rows, lineOf: (row) => lines[row] ?? 0 };
}

/** A heading of more than that is a quote that was never closed. */
const LONGEST_QUOTED = 2_000;

function closingQuote(text: string, start: number, ends: string): number {
  const limit = Math.min(text.length, start + LONGEST_QUOTED);
  for (let at = start + 1; at < limit; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') at += 1;
    else return at + 1 >= text.length || ends.includes(text[at + 1] ?? '') ? at : -1;
  }
  return -1;
}

/**
 * The sheets of a workbook, one at a time; where it has Excel tables of the names asked (in lower case), these and
 * nothing else. Throws WorkbookRefused.
 */
export async function* tablesOfWorkbook(
  source: ByteSource,
  inflate?: Inflate,
  ownTables: ReadonlySet<string> = new Set(),
): AsyncGenerator<SourceTable> {
  const workbook = await openWorkbook(source, inflate ? { inflate } : {});
  const own = workbook.tables.filter((one) => ownTables.has(one.name.toLowerCase()));
  for (const { name, block } of own) yield tableOfTable(await workbook.readTable(name), block.firstRow);
  if (own.length > 0) return;
  for (const { name } of workbook.sheets) yield tableOfSheet(await workbook.readSheet(name));
}

function tableOfTable(table: TableData, headingRow: number): SourceTable {
  const body = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((_heading, column) => rawCell(table.cell(row, column))),
  );
  return {
    sheet: table.sheet,
    rows: [[...table.columns], ...body],
    lineOf: (row) => headingRow + row + 1,
  };
}

function tableOfSheet(sheet: SheetData): SourceTable {
  const rows: RawCell[][] = Array.from({ length: sheet.rowCount }, () => []);
  sheet.forEach((row, column, value) => {
    const cells = rows[row];
    if (!cells) return;
    while (cells.length < column) cells.push(undefined);
    cells[column] = rawCell(value);
  });
  return { sheet: sheet.name, rows, lineOf: (row) => row + 1 };
}

function rawCell(value: CellValue): RawCell {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  if (typeof value === 'string') return value.trim();
  return value instanceof CellError || value === UNCALCULATED ? '#N/A' : undefined;
}
