import { inflateRawSync } from 'node:zlib';
import type { OpenOptions, SheetData, WorkbookReader } from '../../../../src/xlsx';
import { bytesSource, openWorkbook, WorkbookRefused } from '../../../../src/xlsx';
import type { ZipEntry, ZipOptions } from './zip';
import { zipOf } from './zip';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a small workbook, each of which a test may replace. */
export interface PackageParts {
  /** `<row>…</row>` of each sheet, or the whole XML of its part. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** `<si>…</si>`, or the whole XML of the part. */
  readonly strings?: string;
  /** XML of table parts, by sheet. */
  readonly tables?: Readonly<Record<string, readonly string[]>>;
  readonly styles?: string;
  readonly workbookPr?: string;
  /** Further parts, or replacements, by name; undefined removes one. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | undefined>>;
}

/** The entries of a small workbook in the form Excel gives it. */
export function partsOf(content: PackageParts): ZipEntry[] {
  const sheets = Object.entries(content.sheets ?? { Feuille: '' });
  const parts: Record<string, string | Uint8Array | undefined> = {
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${content.workbookPr ?? ''}<sheets>${sheets
      .map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i): [string, string, string] => [
        `rId${i + 1}`,
        'worksheet',
        `worksheets/sheet${i + 1}.xml`,
      ]),
      ['rId98', 'sharedStrings', 'sharedStrings.xml'],
      ['rId99', 'styles', 'styles.xml'],
    ]),
  };
  sheets.forEach(([name, xml], i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = xml.includes('sheetData')
      ? xml
      : `<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`;
    const tables = content.tables?.[name] ?? [];
    if (tables.length === 0) return;
    tables.forEach((table, k) => (parts[`xl/tables/table${i + 1}-${k}.xml`] = table));
    parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relationships(
      tables.map((_, k): [string, string, string] => [
        `rId${k}`,
        'table',
        `../tables/table${i + 1}-${k}.xml`,
      ]),
    );
  });
  const { strings, styles } = content;
  if (strings !== undefined) {
    parts['xl/sharedStrings.xml'] =
      strings.includes('<sst') || strings.includes(':sst')
        ? strings
        : `<sst xmlns="${MAIN}">${strings}</sst>`;
  }
  if (styles !== undefined) parts['xl/styles.xml'] = styles;
  return Object.entries({ ...parts, ...content.parts }).flatMap(([name, data]) =>
    data === undefined ? [] : [{ name, data }],
  );
}

export function relationships(
  list: readonly (readonly [id: string, type: string, target: string])[],
): string {
  const items = list.map(([id, type, target]) => {
    const full = type.includes(':') ? type : `${OFFICE}/${type}`;
    return `<Relationship Id="${id}" Type="${full}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

/** As the command line inflates: zlib, bounded by one buffer a byte longer than declared. */
export function inflateWithZlib(compressed: Uint8Array, size: number): Uint8Array {
  return inflateRawSync(compressed, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
}

/** Opens a workbook made of these parts. */
export function open(
  content: PackageParts,
  zip: ZipOptions = {},
  options: OpenOptions = {},
): Promise<WorkbookReader> {
  return openBytes(zipOf(partsOf(content), zip), options);
}

export function openBytes(bytes: Uint8Array, options: OpenOptions = {}): Promise<WorkbookReader> {
  return openWorkbook(bytesSource(bytes), options);
}

/** The only sheet of a workbook that has these rows. */
export async function sheetOf(rows: string, content: PackageParts = {}): Promise<SheetData> {
  return (await open({ sheets: { Feuille: rows }, ...content })).readSheet('Feuille');
}

/** The code a file is refused with, or `read`. Any other error is a defect and passes through. */
export async function outcomeOf(attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt();
    return 'read';
  } catch (error) {
    if (error instanceof WorkbookRefused) return error.code;
    throw error;
  }
}

/** Opens a file and reads every sheet and table of it. */
export async function readAll(bytes: Uint8Array, options: OpenOptions = {}): Promise<Map<string, SheetData>> {
  const workbook = await openBytes(bytes, options);
  const sheets = new Map<string, SheetData>();
  for (const { name } of workbook.sheets) sheets.set(name, await workbook.readSheet(name));
  for (const { name } of workbook.tables) await workbook.readTable(name);
  return sheets;
}
