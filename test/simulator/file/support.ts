import type { ICellData, IWorkbookData } from '@univerjs/core';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type OpenedWorkbook, openXlsx, saveXlsx } from '../../../src/simulator/file';
import { writeWorkbook } from '../../../src/xlsx';
import { demo } from '../../xlsx/write-demo';

export const FUNCTIONS = ['IMPACT.LOYER_M2', 'IMPACT.TEST', 'IMPACT.INDICATEURS'];

/** The parts of a file by path, without the folders that some writers list. */
export function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    if (!path.endsWith('/')) parts.set(path.replaceAll('\\', '/').replace(/^\/+/, ''), content);
  }
  return parts;
}

export const textOf = (bytes: Uint8Array, path: string): string =>
  strFromU8(partsOf(bytes).get(path) ?? new Uint8Array());

/** Paths of the parts that are not the same bytes in both files, or are in one only. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter(
      (path) => Buffer.compare(Buffer.from(one.get(path) ?? []), Buffer.from(other.get(path) ?? [])) !== 0,
    )
    .sort();
}

/** The same file with some parts set (`undefined` takes one away). */
export function withParts(
  bytes: Uint8Array,
  parts: Readonly<Record<string, string | undefined>>,
): Uint8Array {
  const all = Object.fromEntries(partsOf(bytes));
  for (const [path, text] of Object.entries(parts)) {
    if (text === undefined) delete all[path];
    else all[path] = strToU8(text);
  }
  return zipSync(all, { mtime: new Date(2020, 1, 1) });
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The demonstration workbook (tables, six charts, rules, notes, links) with what only Excel or other programs
 * understand: a pivot cache, custom XML, a calculation chain.
 */
export async function foreignWorkbook(): Promise<Uint8Array> {
  const bytes = await writeWorkbook(demo);
  const add = (path: string, before: string, markup: string): string =>
    textOf(bytes, path).replace(before, markup + before);
  const override = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${type}"/>`;
  return withParts(bytes, {
    'xl/pivotCache/pivotCacheDefinition1.xml':
      '<pivotCacheDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" refreshOnLoad="1" recordCount="0"><cacheSource type="worksheet"><worksheetSource name="IMPACT_ESSAI"/></cacheSource><cacheFields count="0"/></pivotCacheDefinition>',
    'customXml/item1.xml': '<politique xmlns="urn:exemple"><cible>50 %</cible></politique>',
    'xl/calcChain.xml':
      '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="C4" i="2"/></calcChain>',
    '[Content_Types].xml': add(
      '[Content_Types].xml',
      '</Types>',
      override(
        'xl/pivotCache/pivotCacheDefinition1.xml',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.pivotCacheDefinition+xml',
      ) +
        override('customXml/item1.xml', 'application/vnd.exemple+xml') +
        override(
          'xl/calcChain.xml',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml',
        ),
    ),
    'xl/_rels/workbook.xml.rels': add(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      `<Relationship Id="rId901" Type="${OFFICE}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/>` +
        `<Relationship Id="rId902" Type="${OFFICE}/customXml" Target="../customXml/item1.xml"/>` +
        `<Relationship Id="rId903" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
    ),
  });
}

/** A workbook of one sheet « Feuille » with this content of `<sheetData>`, and further parts. */
export async function smallWorkbook(
  sheetData: string,
  parts: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const bytes = await writeWorkbook({
    title: 't',
    creator: 'c',
    modified: new Date(0),
    sheets: [{ name: 'Feuille', columns: [], rows: [] }],
  });
  const path = [...partsOf(bytes).keys()].find((one) => one.startsWith('xl/worksheets/sheet'))!;
  const sheet = textOf(bytes, path).replace(
    /<sheetData\/>|<sheetData><\/sheetData>/,
    `<sheetData>${sheetData}</sheetData>`,
  );
  return withParts(bytes, { [path]: sheet, ...parts });
}

export const open = (bytes: Uint8Array): Promise<OpenedWorkbook> => openXlsx(bytes, { functions: FUNCTIONS });

/** Id of a sheet by its name. */
export const idOf = ({ snapshot }: { snapshot: IWorkbookData }, name: string): string =>
  snapshot.sheetOrder.find((id) => snapshot.sheets[id]?.name === name)!;

/** What people would do in the grid: a change to its snapshot, then saving. */
export async function changed(
  opened: OpenedWorkbook,
  change: (snapshot: IWorkbookData) => void,
  extras: Parameters<typeof saveXlsx>[2] = {},
): Promise<Uint8Array> {
  const snapshot = structuredClone(opened.snapshot);
  change(snapshot);
  return saveXlsx(opened, snapshot, extras);
}

/** Sets a cell of a snapshot, by zero-based row and column. */
export function setCell(
  snapshot: IWorkbookData,
  sheet: string,
  row: number,
  column: number,
  cell: ICellData,
): void {
  const data = snapshot.sheets[idOf({ snapshot }, sheet)]!;
  const line = ((data.cellData ??= {})[row] ??= {});
  line[column] = cell;
}

/** The markup of a cell. */
export function cellXml(bytes: Uint8Array, path: string, address: string): string | undefined {
  return new RegExp(`<c r="${address}"(?:[^>]*/>|.*?</c>)`, 's').exec(textOf(bytes, path))?.[0];
}
