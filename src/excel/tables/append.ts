import { parseArea, printArea, type Area } from '../address';
import { areaOf, cutIntoBlocks, MAX_BYTES, MAX_CELLS } from '../blocks';
import { sameContent, toContent } from '../contents';
import { diagnose } from '../diagnose';
import { dateToSerial, isAmbiguous, toInput } from '../entries';
import type { AppendedRows, AppendOptions, Bilingual, CellContent, RowByHeading, Writable } from '../model';
import { ExcelProblem } from '../problem';
import { run } from '../run';
import { keepAsText, type WrittenText } from '../written-text';
import { freeRowsAtEnd, planRows, type RowPlan } from './room';

/** Rows read at the end of a table to see which are free. */
const TAIL = 200;

/** One append at a time from this pane: two at once would take the same free rows. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Appends rows to a table: in its blank rows at the end first, then below it. What is there is read
 * again in the same breath as the writing, so that rows added by another person are never written over.
 * A heading left out keeps what the table puts there (a calculated column).
 */
export function appendRows(
  table: string,
  rows: readonly RowByHeading[],
  options: AppendOptions = {},
): Promise<AppendedRows> {
  const turn = last.then(() => append(table, rows, options));
  last = turn.catch(() => undefined);
  return turn;
}

async function append(
  table: string,
  rows: readonly RowByHeading[],
  { signal, onProgress, formats = {}, cellsPerCall = MAX_CELLS }: AppendOptions,
): Promise<AppendedRows> {
  const label = { fr: `Ajout de lignes au tableau ${table}`, en: `Adding rows to table ${table}` };
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values = rows.map((row) => headings.map((heading) => row[heading]));
  const sheetRows: number[] = [];
  let sheet = '';
  const whole = { sheet: '', row: 0, column: 0, entries: values };
  for (const block of cutIntoBlocks(whole, MAX_BYTES, cellsPerCall)) {
    const part = rows.slice(block.row, block.row + areaOf(block).rows);
    try {
      const written = await appendBlock(label, table, part, formats, signal);
      sheet = written.sheet;
      sheetRows.push(...written.sheetRows);
    } catch (thrown) {
      const problem = diagnose(thrown, { during: label });
      throw sheetRows.length > 0 ? problem.with({ done: sheetRows.length, total: rows.length }) : problem;
    }
    onProgress?.({ label, done: sheetRows.length, total: rows.length });
  }
  return { sheet, sheetRows };
}

/** Attempts after a lost connection, each beginning by looking at what got through. */
const ATTEMPTS = 3;

async function appendBlock(
  label: Bilingual,
  table: string,
  rows: readonly RowByHeading[],
  formats: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<AppendedRows> {
  let tried: RowPlan | undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const texts = await run(
        label,
        (context) => writeRows(context, table, rows, formats, tried, (plan) => (tried = plan)),
        { signal },
      );
      const plan = tried as unknown as RowPlan;
      await keepAsText(label, plan.sheet, texts);
      return { sheet: plan.sheet, sheetRows: rows.map((_, index) => plan.row + index) };
    } catch (thrown) {
      const problem = diagnose(thrown);
      if (problem.code !== 'connection' || attempt === ATTEMPTS) throw problem;
    }
  }
}

async function writeRows(
  context: Excel.RequestContext,
  name: string,
  rows: readonly RowByHeading[],
  formats: Readonly<Record<string, string>>,
  tried: RowPlan | undefined,
  planned: (plan: RowPlan) => void,
) {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('showTotals,worksheet/name,columns/items/name');
  const whole = table.getRange().load('address');
  const inner = table.getDataBodyRange().load('address');
  await context.sync();
  if (table.isNullObject) throw new ExcelProblem('missing', { names: [name] });
  const columns = columnsFor(
    table.columns.items.map((column) => column.name),
    rows,
  );
  const body = parseArea(inner.address);
  // Enough to see every row that an earlier attempt may have written.
  const sinceTried = tried ? body.row + body.rows - tried.row : 0;
  const tailRows = Math.min(body.rows, Math.max(TAIL, sinceTried));
  const sheet = context.workbook.worksheets.getItem(table.worksheet.name);
  const tail = sheet
    .getRange(printArea({ ...body, row: body.row + body.rows - tailRows, rows: tailRows }))
    // What the rows hold matters only where an earlier attempt may have written it.
    .load(tried ? 'formulas,numberFormat,values,valueTypes' : 'formulas,numberFormat');
  const below = sheet
    .getRange(printArea({ ...body, row: body.row + body.rows, rows: rows.length }))
    .load('formulas');
  await context.sync();

  const isOurs = (row: number): boolean =>
    tried !== undefined &&
    holdsRow(tail, row - (body.row + body.rows - tailRows), columns, rows[row - tried.row]);
  const free = freeRowsAtEnd(tail.formulas, (index) => isOurs(body.row + body.rows - tailRows + index));
  const belowIsBlank = below.formulas.every((row) => row.every((cell) => cell === ''));
  const plan = planRows(table.worksheet.name, body, free, rows.length, belowIsBlank && !table.showTotals);
  planned(plan);
  if (plan.extra > 0) {
    if (plan.inserts) table.rows.add(undefined, blankRows(plan.extra, body.columns));
    else table.resize(printArea(taller(parseArea(whole.address), plan.extra)));
  }
  const target = sheet.getRange(
    printArea({ row: plan.row, column: body.column, rows: rows.length, columns: body.columns }),
  );
  const formatAt = (row: number, column: number): string =>
    String(tail.numberFormat[plan.row + row - (body.row + body.rows - tailRows)]?.[column] ?? 'General');
  const cells = rows.map((row) =>
    columns.map((heading) => (heading === undefined ? undefined : row[heading])),
  );
  columns.forEach((heading, index) => {
    const format = heading === undefined ? undefined : formats[heading];
    if (format === undefined) return;
    const area = { row: plan.row, column: body.column + index, rows: rows.length, columns: 1 };
    // One format for all cells of the column.
    sheet.getRange(printArea(area)).numberFormat = format as unknown as string[][];
  });
  target.formulas = cells.map((row, rowIndex) =>
    row.map((value, column) => toInput(value, formatAt(rowIndex, column), name)),
  );
  target.load('values');
  await context.sync();
  const texts: WrittenText[] = [];
  for (const [rowIndex, row] of cells.entries())
    for (const [column, value] of row.entries()) {
      if (typeof value !== 'string' || !isAmbiguous(value)) continue;
      const found = target.values[rowIndex]?.[column];
      // Nothing is left to prove; an address for each of 20,000 cells would be made for nobody.
      if (found === value) continue;
      const place = { row: plan.row + rowIndex, column: body.column + column, rows: 1, columns: 1 };
      texts.push({ address: printArea(place), text: value, found, format: formatAt(rowIndex, column) });
    }
  return texts;
}

/** Rows in which Excel is given nothing, so that it fills in calculated columns itself. */
const blankRows = (rows: number, columns: number): string[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => null as unknown as string));

const taller = (area: Area, rows: number): Area => ({ ...area, rows: area.rows + rows });

/** The key of the rows that goes in each column of the table; rejects when one goes nowhere. */
function columnsFor(headings: readonly string[], rows: readonly RowByHeading[]): (string | undefined)[] {
  const given = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
  const lost = given.filter((key) => !headings.some((heading) => same(heading, key)));
  if (lost.length > 0) throw new ExcelProblem('missing', { names: lost });
  return headings.map(
    (heading) => given.find((key) => key === heading) ?? given.find((key) => same(key, heading)),
  );
}

/** True when a row of the table already holds that row: an earlier attempt got through. */
function holdsRow(
  tail: Excel.Range,
  index: number,
  columns: readonly (string | undefined)[],
  row: RowByHeading | undefined,
): boolean {
  if (!row) return false;
  return columns.every(
    (heading, column) =>
      heading === undefined ||
      row[heading] === undefined ||
      sameContent(
        contentOf(row[heading] ?? null),
        toContent(tail.values[index]?.[column], tail.valueTypes[index]?.[column]),
      ),
  );
}

const contentOf = (value: Writable): CellContent => (value instanceof Date ? dateToSerial(value) : value);
