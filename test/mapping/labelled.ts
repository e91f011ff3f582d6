import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type SheetView, viewOfSheet } from '../../src/mapping';
import {
  bytesSource,
  type CellModel,
  openWorkbook,
  type SheetModel,
  type WorkbookModel,
  writeWorkbook,
} from '../../src/xlsx';
import { sharedData } from '../support/shared';

/** A workbook and what a person says of it: test/mapping/labels. */
export interface Labelled {
  readonly name: string;
  readonly year: number;
  readonly file?: string;
  readonly sheets?: readonly {
    readonly name: string;
    readonly merges?: readonly string[];
    readonly table?: string;
    readonly rows: string;
  }[];
  /** By sheet, then `D4 Nb lgts`: the address of a heading or a line's label, and what it means. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By data point: the value that a person reads. */
  readonly values?: Readonly<Record<string, number>>;
  readonly byCommune?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Data points that must never be accepted by themselves. */
  readonly never?: readonly string[];
}

const folder = join(__dirname, 'labels');

export const labelled: readonly Labelled[] = readdirSync(folder)
  .sort()
  .map((file) => ({
    name: file.replace('.yaml', ''),
    ...(parse(readFileSync(join(folder, file), 'utf8')) as Omit<Labelled, 'name'>),
  }));

/** The workbook written in a labels file: `|` parts cells, `'` marks a text, `d` a date, `⏎` a line break. */
export function workbookOf({ name, sheets = [] }: Labelled): WorkbookModel {
  return {
    title: name,
    creator: 'test',
    modified: new Date(Date.UTC(2025, 0, 15)),
    sheets: sheets.map(({ name: sheet, merges = [], table, rows }): SheetModel => {
      const lines = rows
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => (line.trim() === '' ? [] : line.split('|').map(cellOf)));
      const columns = (lines[0] ?? []).map((cell) => String(cell?.value));
      const last = `${String.fromCharCode(64 + columns.length)}${lines.length}`;
      return {
        name: sheet,
        columns: [],
        rows: lines.map((cells) => ({ cells })),
        merges,
        ...(table === undefined ? {} : { tables: [{ name: table, ref: `A1:${last}`, columns }] }),
      };
    }),
  };
}

function cellOf(written: string): CellModel | undefined {
  const text = written.trim().replaceAll('⏎', '\n');
  if (text === '') return undefined;
  if (text.startsWith("'")) return { value: text.slice(1) };
  const date = /^d(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (date) return { value: new Date(Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]))) };
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) ? { value: Number(text) } : { value: text };
}

/** The sheets of a workbook through our reader, as the command line sees them. */
export async function viewsOf(bytes: Uint8Array): Promise<SheetView[]> {
  const workbook = await openWorkbook(bytesSource(bytes));
  const views: SheetView[] = [];
  for (const { name } of workbook.sheets)
    views.push(viewOfSheet(await workbook.readSheet(name), workbook.tables));
  return views;
}

const read = new Map<string, Promise<SheetView[] | undefined>>();

/** Read once; undefined for a real workbook that this computer does not have. */
export function viewsOfLabelled(one: Labelled): Promise<SheetView[] | undefined> {
  const known = read.get(one.name) ?? open(one);
  read.set(one.name, known);
  return known;
}

async function open(one: Labelled): Promise<SheetView[] | undefined> {
  if (one.file === undefined) return viewsOf(await writeWorkbook(workbookOf(one)));
  const path = sharedData(one.file);
  return path === undefined ? undefined : viewsOf(readFileSync(path));
}
