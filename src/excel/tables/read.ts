import { cellsOf, parseArea, printArea, splitAddress, type Area } from '../address';
import { toContents } from '../contents';
import { diagnose } from '../diagnose';
import type { Bilingual, CellContent, TableContent, TableSummary, WorkOptions } from '../model';
import { ExcelProblem } from '../problem';
import { CELLS_PER_READ, readArea } from '../read-area';
import { run } from '../run';

const reading = (name: string): Bilingual => ({
  fr: `Lecture du tableau ${name}`,
  en: `Reading table ${name}`,
});

/** Every table of the workbook, in Excel's order. */
export async function listTables(): Promise<readonly TableSummary[]> {
  const label = { fr: 'Recherche des tableaux', en: 'Looking for tables' };
  return run(
    label,
    async (context) => {
      const tables = context.workbook.tables.load('items/name,items/worksheet/name');
      await context.sync();
      const ranges = tables.items.map((table) => ({
        table,
        whole: table.getRange().load('address'),
        body: table.getDataBodyRange().load('rowCount'),
      }));
      await context.sync();
      return ranges.map(({ table, whole, body }) => ({
        name: table.name,
        sheet: table.worksheet.name,
        address: splitAddress(whole.address).address,
        rowCount: body.rowCount,
      }));
    },
    { repeatable: true },
  );
}

interface TablePlace extends TableSummary {
  readonly headings: readonly string[];
  readonly body: Area;
}

/** Which rows are asked for with the place of a table: all, those of a small table, none. */
type Rows = 'all' | 'if small' | 'none';

/** Where a table is now and, if they are asked for, its rows, both of the same moment. */
async function look(name: string, signal: AbortSignal | undefined, wanted: Rows) {
  return run(
    reading(name),
    async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(name);
      let withRows = wanted === 'all';
      if (wanted === 'if small') {
        table.load('name');
        const body = table.getDataBodyRange().load('cellCount');
        await context.sync();
        if (table.isNullObject) throw new ExcelProblem('missing', { names: [name] });
        withRows = body.cellCount <= CELLS_PER_READ;
      }
      table.load('name,worksheet/name,columns/items/name');
      const whole = table.getRange().load('address');
      const now = table
        .getDataBodyRange()
        .load(withRows ? 'address,rowCount,values,valueTypes' : 'address,rowCount');
      await context.sync();
      if (table.isNullObject) throw new ExcelProblem('missing', { names: [name] });
      const place: TablePlace = {
        name: table.name,
        sheet: table.worksheet.name,
        address: splitAddress(whole.address).address,
        rowCount: now.rowCount,
        headings: table.columns.items.map((column) => column.name),
        body: parseArea(now.address),
      };
      return { place, rows: withRows ? toContents(now.values, now.valueTypes) : undefined };
    },
    { signal, repeatable: true },
  );
}

/** As `look`; the rows are left out when they prove too large for one answer. */
async function lookSafely(name: string, signal: AbortSignal | undefined, wanted: Rows) {
  try {
    return await look(name, signal, wanted);
  } catch (thrown) {
    const problem = diagnose(thrown);
    if (problem.code !== 'too_large') throw problem;
    return look(name, signal, 'none');
  }
}

/** Whether a table is small, as it was when the tables were listed. */
function isSmall({ address, rowCount }: TableSummary): boolean {
  return parseArea(address).columns * rowCount <= CELLS_PER_READ;
}

/** How a table is read. */
export interface ReadTableOptions extends WorkOptions {
  /** The table as it was listed a moment ago: it is then not asked again whether it is small. */
  readonly listed?: TableSummary;
}

/** How often a table may move while it is being read before we give up. */
const ATTEMPTS = 3;

/**
 * Reads a whole table, in several calls when it is large. If it moves or grows meanwhile (someone inserts
 * a row), it is read again, so that headings, rows and addresses always belong together.
 */
export async function readTable(
  name: string,
  { signal, listed }: ReadTableOptions = {},
): Promise<TableContent> {
  const wanted: Rows = listed && isSmall(listed) ? 'all' : 'if small';
  for (let attempt = 1; ; attempt += 1) {
    const { place, rows } = await lookSafely(name, signal, wanted);
    const { body, ...table } = place;
    if (rows) return { ...table, rows, cells: cellsOf(body) };
    const { values } = await readArea(reading(name), place.sheet, body, { signal });
    const after = await look(name, signal, 'none');
    if (printArea(after.place.body) === printArea(body) && after.place.sheet === place.sheet)
      return { ...table, rows: values, cells: cellsOf(body) };
    if (attempt === ATTEMPTS) throw new ExcelProblem('changed', { during: reading(name), names: [name] });
  }
}

/** Whole columns or rows: `A:C`, `2:4`. */
const UNBOUNDED = /^(?:[A-Z]{1,3}:[A-Z]{1,3}|\d+:\d+)$/iu;

/** Reads the values of a range; whole columns and rows are cut to what is used of them. */
export async function readRange(
  sheet: string,
  address: string,
): Promise<{ sheet: string; address: string; values: CellContent[][] }> {
  const label = { fr: `Lecture de ${address}`, en: `Reading ${address}` };
  const plain = splitAddress(address).address;
  const bounded = UNBOUNDED.test(plain) ? await usedPart(label, sheet, plain) : plain;
  if (bounded === undefined) return { sheet, address: plain, values: [] };
  const { values } = await readArea(label, sheet, parseArea(bounded));
  return { sheet, address: bounded, values };
}

async function usedPart(label: Bilingual, sheet: string, address: string): Promise<string | undefined> {
  return run(
    label,
    async (context) => {
      const worksheet = context.workbook.worksheets.getItem(sheet);
      const used = worksheet.getUsedRangeOrNullObject(true);
      used.load('address');
      await context.sync();
      if (used.isNullObject) return undefined;
      const part = worksheet.getRange(address).getIntersectionOrNullObject(used);
      part.load('address');
      await context.sync();
      return part.isNullObject ? undefined : splitAddress(part.address).address;
    },
    { repeatable: true },
  );
}
