import type { Catalogue } from '../../catalogue';
import { WorkbookRefused, type ByteSource, type Inflate } from '../../xlsx';
import { kindNames } from '../text';
import { foreignSentence, noCommuneColumn, NotReferences, noTable, nothingBeside } from './foreign';
import { sumOfAccounts } from './account';
import { columnsOf, gather, type FoundColumn, type Gathered } from './gather';
import { genericColumns } from './generic';
import { dateIn, findHeading, type Heading } from './headings';
import { layouts, type Layout } from './layouts';
import type { ImportedReferences, SeriesInfo } from './model';
import { type OwnTable, readOwnTable } from './own-tables';
import { remarksOf } from './remarks';
import { sumsOf } from './roll-up';
import { openSource, tableOfText, tablesOfWorkbook, type SourceTable } from '../tables';

export interface ImportOptions {
  readonly catalogue: Catalogue;
  /** The year of figures that the file does not date. */
  readonly year?: number;
  /** The year that such figures take when nothing says it, to be replaced by `withYear`; without it they are left out. */
  readonly undatedAs?: number;
  /** What to call the only column of a table that no layout knows. */
  readonly name?: string;
  readonly inflate?: Inflate;
}

/** A table that holds communes, and how to read it. */
interface Recognised {
  readonly table: SourceTable;
  readonly heading: Heading;
  readonly layout: Layout;
  readonly columns: readonly FoundColumn[];
}

const generic: Layout = { name: 'communes', label: 'Table par commune', columns: [] };

/**
 * Reads an official file of zones or figures by commune, recognised by its content, or a table of the product.
 * Throws NotReferences, or WorkbookRefused, with a sentence for the person, for anything else.
 * @param file its name, for messages and sources
 */
export async function importReferences(
  source: ByteSource,
  file: string,
  options: ImportOptions,
): Promise<ImportedReferences> {
  const short = file.split(/[\\/]/).at(-1) ?? file;
  const seen: SourceTable[] = [];
  const owns: { own: OwnTable; sheet: string }[] = [];
  let withoutColumns: Heading | undefined;
  for await (const table of tablesOf(source, short, options)) {
    const own = readOwnTable(table);
    if (own && own.zonings.length + own.values.length > 0) {
      owns.push({ own, sheet: table.sheet });
      continue;
    }
    const foreign = foreignSentence(table);
    if (foreign) throw new NotReferences(`${short} : ${foreign}`);
    seen.push({ ...table, rows: table.rows.slice(0, 12) });
    const heading = findHeading(table);
    if (!heading) continue;
    const recognised = recognise(table, heading, short, options);
    if (recognised) return assemble(recognised, short, options);
    withoutColumns ??= heading;
  }
  if (owns.length > 0) return ofOwnTables(owns, short);
  if (withoutColumns)
    throw nothingBeside(
      short,
      withoutColumns.columns.map((one) => one.text),
    );
  throw noCommuneColumn(short, seen);
}

/** Tables of the product, by name: they are read wherever they stand, and nothing else of their workbook. */
export const referenceTableNames: readonly string[] = ['IMPACT_ZONAGES', 'IMPACT_REFERENCES'];
const ownTables: ReadonlySet<string> = new Set(referenceTableNames.map((name) => name.toLowerCase()));

async function* tablesOf(
  source: ByteSource,
  file: string,
  { inflate }: ImportOptions,
): AsyncGenerator<SourceTable> {
  const opened = await openSource(source);
  if (opened.kind !== 'text') {
    const workbook = opened.kind === 'xlsx' || opened.kind === 'zip' || opened.kind === 'xls';
    if (!workbook) throw noTable(file, kindNames[opened.kind]);
    try {
      yield* tablesOfWorkbook(source, inflate, ownTables);
    } catch (error) {
      if (error instanceof WorkbookRefused) throw new NotReferences(`${file} : ${error.message}`);
      throw error;
    }
    return;
  }
  const table = await tableOfText(opened);
  if (!table) throw noTable(file, 'un texte sans colonnes séparées');
  yield table;
}

function recognise(
  table: SourceTable,
  heading: Heading,
  file: string,
  options: ImportOptions,
): Recognised | undefined {
  for (const layout of layouts) {
    const columns = columnsOf(layout, heading);
    if (columns?.some((one) => holdsSomething(table, heading, one)))
      return { table, heading, layout, columns: namedByFile(layout, columns, file) };
  }
  const columns = genericColumns(table, heading, options.catalogue, options.name);
  return columns.length > 0 ? { table, heading, layout: generic, columns } : undefined;
}

/** Some publishers say in the file's name alone what its figures are about. */
function namedByFile(
  { byFile }: Layout,
  columns: readonly FoundColumn[],
  file: string,
): readonly FoundColumn[] {
  if (!byFile) return columns;
  return columns.map((one) =>
    one.wanted.kind === 'series' ? { ...one, wanted: { ...one.wanted, ...byFile(file) } } : one,
  );
}

/** A heading is not enough: a zoning's column must hold zones of it. */
function holdsSomething(table: SourceTable, heading: Heading, { wanted, column }: FoundColumn): boolean {
  if (wanted.kind === 'series') return true;
  for (let row = heading.firstRow; row < table.rows.length; row += 1) {
    if (wanted.zoneOf(String(table.rows[row]?.[column.index] ?? '').trim()) !== undefined) return true;
  }
  return false;
}

function assemble(recognised: Recognised, file: string, options: ImportOptions): ImportedReferences {
  const { table, heading, layout, columns } = recognised;
  const date = dateOf(recognised, file);
  const fallback = options.year ?? (date === '' ? undefined : Number(date.slice(0, 4)));
  const gathered = gather(table, heading, layout, columns, fallback ?? options.undatedAs);
  const undated = fallback === undefined && options.undatedAs !== undefined;
  const source = [layout.label, file, date].filter((one) => one !== '').join(', ');
  const imported = {
    file,
    layout: layout.name,
    label: layout.label,
    sheet: table.sheet,
    source,
    date,
    zonings: zoningsOf(gathered, columns, source, date),
    series: gathered.series,
    values: valuesOf(gathered),
    undated: undated ? gathered.fallenBack : [],
    account: gathered.account.result(),
  };
  return { ...imported, remarks: remarksOf(imported, gathered) };
}

/** The figures that nothing dates, given for a year; their remark says so. */
export function withYear(imported: ImportedReferences, year: number): ImportedReferences {
  const { undated, values } = imported;
  if (undated.length === 0) return imported;
  const dated = new Set(undated);
  return {
    ...imported,
    values: values.map((one) => (dated.has(one.code) ? { ...one, year } : one)),
  };
}

/** The date of the zonings' headings, of the titles above them or of the file's name; a day before a mere year. */
function dateOf({ heading, columns }: Recognised, file: string): string {
  const zonings = columns.filter((one) => one.wanted.kind === 'zoning');
  const texts = [...zonings.map((one) => one.column.text), ...heading.preamble, file];
  const dates = texts.flatMap((one) => dateIn(one) ?? []);
  return dates.find((one) => one.length > 4) ?? dates[0] ?? '';
}

function zoningsOf(
  { zones }: Gathered,
  columns: readonly FoundColumn[],
  source: string,
  date: string,
): ImportedReferences['zonings'] {
  return [...zones].map(([name, zoneOf]) => ({
    name,
    label:
      columns.find((one) => one.wanted.kind === 'zoning' && one.wanted.name === name)?.wanted.label ?? name,
    source,
    ...(date === '' ? {} : { date }),
    zoneOf,
  }));
}

/** Communes first, then the sums of what may be added, series by series. */
function valuesOf({ figures, series }: Gathered): ImportedReferences['values'] {
  return series.flatMap(({ code, additive }) =>
    [...(figures.get(code) ?? [])].flatMap(([year, byCommune]) => [
      ...[...byCommune].map(([territory, value]) => ({ code, year, territory, value })),
      ...(additive ? sumsOf(code, year, byCommune) : []),
    ]),
  );
}

/**
 * The zones and figures of the product's own tables, wherever they were read (IMPACT_ZONAGES, IMPACT_REFERENCES).
 * A table with other headings gives nothing.
 */
export function ownReferences(tables: readonly SourceTable[], file: string): ImportedReferences {
  const owns = tables.flatMap((table) => {
    const own = readOwnTable(table);
    return own ? [{ own, sheet: table.sheet }] : [];
  });
  return ofOwnTables(owns, file);
}

/** The tables of the product that one file holds, as one import. */
function ofOwnTables(
  tables: readonly { readonly own: OwnTable; readonly sheet: string }[],
  file: string,
): ImportedReferences {
  const all = tables.map((one) => one.own);
  const values = all.flatMap((one) => one.values);
  const sources = new Set(all.flatMap((one) => one.sources));
  const imported = {
    file,
    layout: 'impact',
    label: 'Tables de référence déjà importées',
    sheet: tables.map((one) => one.sheet).join(', '),
    source: sources.size > 0 ? [...sources].join(' ; ') : file,
    date: '',
    zonings: all.flatMap((one) => one.zonings),
    series: [...new Set(values.map((one) => one.code))].map(seriesNamed),
    values,
    undated: [],
    account: sumOfAccounts(all.map((one) => one.account)),
  };
  return { ...imported, remarks: remarksOf(imported, undefined) };
}

/** A series that was imported before, by its code. */
function seriesNamed(code: string): SeriesInfo {
  const known = layouts
    .flatMap((one) => one.columns)
    .find((one) => one.kind === 'series' && one.code === code);
  if (known?.kind !== 'series') return { code, label: code, unit: '', additive: false };
  const { label, unit, additive } = known;
  return { code, label, unit, additive };
}
