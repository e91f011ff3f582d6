import type { Archive } from '../zip/archive';
import { openArchive } from '../zip/archive';
import type { Inflate } from '../zip/inflate';
import { inflatePortably } from '../zip/inflate';
import { GRID } from '../zip/limits';
import { corrupt, WorkbookRefused } from '../zip/refused';
import type { ByteSource } from '../zip/source';
import { CellStore } from './cell-store';
import { xmlBytes } from './encoding';
import { findWorkbook, readRelationships, readText } from './package';
import type { Relationship } from './package';
import type { WorkbookProperties } from './properties';
import { readProperties } from './properties';
import { refuseOtherFormats } from './recognise';
import type { Block } from './reference';
import { scanCells } from './scan';
import { SharedStrings } from './shared-strings';
import type { Meaning, SheetData } from './sheet';
import { sheetData } from './sheet';
import { parseDateStyles } from './styles';
import { bodyOf, tableData } from './table';
import type { TableData } from './table';
import { parseTable } from './table-part';
import type { TableInfo } from './table-part';
import { parseWorkbook } from './workbook';
import type { SheetEntry, WorkbookPart } from './workbook';

/** An open workbook. Sheets are inflated when they are asked for, one at a time, and not kept. */
export interface WorkbookReader {
  /** Worksheets in tab order. */
  readonly sheets: readonly { readonly name: string; readonly visible: boolean }[];
  readonly tables: readonly TableInfo[];
  readonly properties: WorkbookProperties;
  /** True when serial numbers count from 1904 (`serialToDate`). */
  readonly date1904: boolean;
  /** The body of a table, by name, without regard to case. Throws a `RangeError` when there is no such table. */
  readTable(name: string): Promise<TableData>;
  /** A whole sheet, by exact name. Throws a `RangeError` when there is no such sheet. */
  readSheet(name: string): Promise<SheetData>;
}

export interface OpenOptions {
  /** Default: pure JavaScript. In Node, zlib is three to six times faster. */
  readonly inflate?: Inflate;
  /** The file's name, when known: tells a lock file by its `~$`. */
  readonly name?: string;
}

const WHOLE_GRID: Block = {
  firstRow: 0,
  firstColumn: 0,
  lastRow: GRID.rows - 1,
  lastColumn: GRID.columns - 1,
};

/** A cell takes about this many bytes of XML: what to reserve before counting. */
const BYTES_PER_CELL = 32;

/**
 * Opens an .xlsx or .xlsm: reads its list of parts, sheets, tables and properties, none of the cells.
 * Throws `WorkbookRefused`, with a message for the person who sent the file, when it is no workbook,
 * cannot be read, or looks hostile; reading a sheet or a table may throw it too.
 */
export async function openWorkbook(source: ByteSource, options: OpenOptions = {}): Promise<WorkbookReader> {
  const beginsLikeZip = await refuseOtherFormats(source, options.name);
  const archive = await openArchive(source, options.inflate ?? inflatePortably).catch((reason: unknown) => {
    const noZip = !beginsLikeZip && reason instanceof WorkbookRefused && reason.code === 'truncated';
    throw noZip ? new WorkbookRefused('not_zip') : reason;
  });
  const main = await findWorkbook(archive);
  const relationships = await readRelationships(archive, main);
  const workbook = parseWorkbook(await readText(archive, main), relationships);
  const tables = await readTables(archive, workbook.sheets);
  if (tables.length === 0) await refuseHostileProlog(archive, workbook.sheets, relationships);
  const properties = await readProperties(archive, await readRelationships(archive, ''));
  return new Reader(archive, workbook, relationships, tables, properties);
}

class Reader implements WorkbookReader {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  private shared: Promise<SharedStrings> | undefined;
  private dateStyles: Promise<(style: number) => boolean> | undefined;
  /** A sheet that holds several tables is inflated once. */
  private last: { readonly part: string; readonly xml: Uint8Array } | undefined;

  constructor(
    private readonly archive: Archive,
    workbook: WorkbookPart,
    private readonly relationships: readonly Relationship[],
    readonly tables: readonly TableInfo[],
    readonly properties: WorkbookProperties,
  ) {
    this.sheets = workbook.sheets;
    this.date1904 = workbook.date1904;
  }

  async readTable(name: string): Promise<TableData> {
    const info = this.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (info === undefined) throw new RangeError(`no table ${name}`);
    const { part } = this.sheet(info.sheet);
    const several = this.tables.filter((one) => one.sheet === info.sheet).length > 1;
    const xml = this.last?.part === part ? this.last.xml : await this.xml(part);
    this.last = several ? { part, xml } : undefined;
    const store = await this.scan(xml, bodyOf(info));
    return tableData(info, store, await this.meaning(store));
  }

  async readSheet(name: string): Promise<SheetData> {
    this.last = undefined;
    const store = await this.scan(await this.xml(this.sheet(name).part), WHOLE_GRID);
    return sheetData(name, store, await this.meaning(store));
  }

  private sheet(name: string): SheetEntry {
    const found = this.sheets.find((one) => one.name === name);
    if (found === undefined) throw new RangeError(`no sheet ${name}`);
    return found;
  }

  private async xml(part: string): Promise<Uint8Array> {
    return xmlBytes(await this.archive.read(part), part);
  }

  private scan(xml: Uint8Array, window: Block): CellStore {
    const store = new CellStore(Math.ceil(xml.length / BYTES_PER_CELL));
    scanCells(xml, window, this.date1904, store);
    return store;
  }

  /** Loads what the stored cells refer to, and no more. */
  private async meaning(store: CellStore): Promise<Meaning> {
    this.dateStyles ??= this.part('styles', dateStylesOf).then((isDate) => isDate ?? ((): boolean => false));
    const isDate = await this.dateStyles;
    if (store.highestShared < 0) return { shared: undefined, isDate };
    this.shared ??= this.part('sharedStrings', (xml) => new SharedStrings(xml)).then((strings) => {
      if (strings === undefined) throw corrupt('la table des textes manque');
      return strings;
    });
    const shared = await this.shared;
    shared.require(store.highestShared);
    return { shared, isDate };
  }

  private async part<T>(type: string, parse: (xml: Uint8Array) => T): Promise<T | undefined> {
    const target = this.relationships.find((one) => one.type === type)?.target;
    if (target === undefined || !this.archive.has(target)) return undefined;
    return parse(await this.xml(target));
  }
}

/** Parsed when a date is first asked about: most readers never do. */
function dateStylesOf(xml: Uint8Array): (style: number) => boolean {
  let styles: boolean[] | undefined;
  return (style) => (styles ??= parseDateStyles(new TextDecoder().decode(xml)))[style] === true;
}

async function readTables(archive: Archive, sheets: readonly SheetEntry[]): Promise<TableInfo[]> {
  const tables: TableInfo[] = [];
  for (const { name, part } of sheets) {
    for (const { type, target } of await readRelationships(archive, part)) {
      if (type === 'table') tables.push(parseTable(await readText(archive, target), name));
    }
  }
  return tables;
}

/**
 * Entities are refused in every part that is read. A workbook without tables may be set aside before any of its
 * sheets is read: it is looked at here, so that a hostile file is called so. Only first bytes are inflated.
 */
async function refuseHostileProlog(
  archive: Archive,
  sheets: readonly SheetEntry[],
  relationships: readonly Relationship[],
): Promise<void> {
  const shared = relationships.filter(({ type }) => type === 'sharedStrings').map(({ target }) => target);
  for (const part of [...sheets.map((one) => one.part), ...shared]) {
    if (archive.has(part)) xmlBytes(await archive.peek(part), part);
  }
}
