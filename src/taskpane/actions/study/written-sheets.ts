import type { SheetContent } from '../../../excel';
import { cellAddress } from '../../../xlsx';
import { type StudyDocument, writtenTable } from '../../../study';
import { fingerprint } from '../../jobs/fingerprint';
import type { ExcelPort } from '../../port';
import { textOf } from '../union/received-rows';

/** A sheet of a study written in the workbook, as its table tells. */
export interface WrittenSheet {
  /** What the study is: the same written again takes its place. */
  readonly study: string;
  readonly sheet: string;
  /** Of what it held once written. */
  readonly fingerprint: string;
}

/** What makes two studies the same: template, language, territory. */
export const namedAs = ({ template, locale, territory }: StudyDocument): string =>
  `${template} ${locale} ${territory}`;

/** The sheets of studies that were written in the workbook, in their order; of one study, or of all. */
export async function writtenSheets(port: ExcelPort, study?: string): Promise<WrittenSheet[]> {
  const listed = await port.listTables();
  if (!listed.some(({ name }) => name.toUpperCase() === writtenTable.table)) return [];
  const { headings, rows } = await port.readTable(writtenTable.table);
  const [of, sheet, mark] = ['etude', 'feuille', 'empreinte'].map((one) => headings.indexOf(one));
  const text = (row: (typeof rows)[number], at: number | undefined) => textOf(row[at ?? -1] ?? null).trim();
  return rows
    .map((row) => ({ study: text(row, of), sheet: text(row, sheet), fingerprint: text(row, mark) }))
    .filter((one) => one.sheet !== '' && (study === undefined || one.study === study));
}

/** Those of these sheets where a cell is no longer as it was written; what is hidden counts as changed. */
export async function changedSince(port: ExcelPort, written: readonly WrittenSheet[]): Promise<string[]> {
  const now = await fingerprints(
    port,
    written.map(({ sheet }) => sheet),
  );
  return written.flatMap((one) => (now.get(one.sheet) === one.fingerprint ? [] : [one.sheet]));
}

/** A mark of what each sheet holds: its formulas, and the values that no formula gives. */
export async function fingerprints(
  port: ExcelPort,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(names);
  const { sheets } = await port.readSheets((name) => wanted.has(name));
  const marks = new Map<string, string>();
  for (const sheet of sheets) marks.set(sheet.name, await markOf(port, sheet));
  return marks;
}

async function markOf(port: ExcelPort, { name, row, column, values }: SheetContent): Promise<string> {
  const last = cellAddress(row + values.length - 1, column + (values[0]?.length ?? 1) - 1);
  const formulas = await port.readFormulas(name, `${cellAddress(row, column)}:${last}`);
  const cells = values.map((line, down) => line.map((one, across) => formulas[down]?.[across] ?? one));
  return fingerprint(new TextEncoder().encode(JSON.stringify([row, column, cells])));
}
