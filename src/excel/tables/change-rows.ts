import { parseArea, printArea, type Area } from '../address';
import { toContents } from '../contents';
import { isAmbiguous, toInput } from '../entries';
import type { Bilingual, CellContent, RowByHeading, WorkOptions } from '../model';
import { ExcelProblem } from '../problem';
import { CELLS_PER_READ } from '../read-area';
import { run } from '../run';
import { keepAsText, type WrittenText } from '../written-text';

/** A row of a table as it is now, by heading. */
export type RowContent = Readonly<Record<string, CellContent>>;

/**
 * Changes rows of a table where they are. What the columns named hold is read in the same breath as the writing, and
 * `change` says of each row what it becomes: undefined leaves it; a problem it throws leaves all of them. All or none
 * for a table of up to 16,000 cells read; a longer one is done part by part. Gives how many rows were changed.
 */
export async function updateRows(
  table: string,
  columns: readonly string[],
  change: (row: RowContent) => RowByHeading | undefined,
  { signal, onProgress }: WorkOptions = {},
): Promise<number> {
  const label = { fr: `Mise à jour du tableau ${table}`, en: `Updating table ${table}` };
  let changed = 0;
  const parts = await partsOf(label, table, columns, signal);
  for (const [index, part] of parts.entries()) {
    const refusals: unknown[] = [];
    const work = async (context: Excel.RequestContext) => {
      const read = await readPart(context, table, columns, part);
      const changes = asked(read.rows, change, refusals);
      const targets = targetsOf(read, changes);
      await context.sync();
      const texts = write(targets, table);
      await context.sync();
      return {
        sheet: read.sheet,
        rows: changes.filter((one) => one !== undefined).length,
        texts: texts.map((one) => one()),
      };
    };
    const { texts, rows, sheet } = await run(label, work, { signal, repeatable: true }).catch(
      (problem: unknown) => {
        // What `change` says is told as it says it, not as a failure of Excel.
        throw refusals.length > 0 ? refusals[0] : problem;
      },
    );
    await keepAsText(label, sheet, texts);
    changed += rows;
    onProgress?.({ label, done: index + 1, total: parts.length });
  }
  return changed;
}

function asked(
  rows: readonly RowContent[],
  change: (row: RowContent) => RowByHeading | undefined,
  refusals: unknown[],
): (RowByHeading | undefined)[] {
  try {
    return rows.map(change);
  } catch (refusal) {
    refusals.push(refusal);
    throw refusal;
  }
}

/**
 * Removes the rows of a table that `isGone` says, by what the columns named hold now; the rows below move up. From the
 * last to the first, so that a work stopped on the way can be done again. Gives how many were removed.
 */
export async function removeRows(
  table: string,
  columns: readonly string[],
  isGone: (row: RowContent) => boolean,
  { signal, onProgress }: WorkOptions = {},
): Promise<number> {
  const label = { fr: `Retrait de lignes du tableau ${table}`, en: `Removing rows of table ${table}` };
  const parts = (await partsOf(label, table, columns, signal)).reverse();
  let removed = 0;
  for (const [index, part] of parts.entries()) {
    removed += await run(
      label,
      async (context) => {
        const read = await readPart(context, table, columns, part);
        const runs = runsOf(read.rows.map(isGone));
        for (const { from, count } of runs.reverse()) {
          // A table keeps one row: blanked, it is the first that the next ones take.
          const keepsOne = count === read.body.rows;
          const row = read.body.row + read.from + from;
          if (keepsOne) read.worksheet.getRange(printArea({ ...read.body, row, rows: 1 })).clear('Contents');
          const rows = keepsOne ? count - 1 : count;
          if (rows > 0)
            read.worksheet
              .getRange(printArea({ ...read.body, row: keepsOne ? row + 1 : row, rows }))
              .delete('Up');
        }
        await context.sync();
        return runs.reduce((sum, { count }) => sum + count, 0);
      },
      // Done again, it finds only what is still there.
      { signal, repeatable: true },
    );
    onProgress?.({ label, done: index + 1, total: parts.length });
  }
  return removed;
}

/** Rows from the first, of how many; the last part takes whatever follows. */
interface Part {
  readonly from: number;
  readonly count: number;
}

async function partsOf(
  label: Bilingual,
  table: string,
  columns: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Part[]> {
  const rows = await run(
    label,
    async (context) => {
      const found = context.workbook.tables.getItemOrNullObject(table);
      const body = found.getDataBodyRange().load('rowCount');
      await context.sync();
      if (found.isNullObject) throw new ExcelProblem('missing', { names: [table] });
      return body.rowCount;
    },
    { signal, repeatable: true },
  );
  const per = Math.max(1, Math.floor(CELLS_PER_READ / Math.max(1, columns.length)));
  return Array.from({ length: Math.max(1, Math.ceil(rows / per)) }, (_, index) => ({
    from: index * per,
    count: Math.min(per, rows - index * per),
  }));
}

interface PartRead {
  readonly sheet: string;
  readonly worksheet: Excel.Worksheet;
  readonly body: Area;
  readonly headings: readonly string[];
  readonly from: number;
  readonly rows: readonly RowContent[];
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

async function readPart(
  context: Excel.RequestContext,
  name: string,
  columns: readonly string[],
  { from, count }: Part,
): Promise<PartRead> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('worksheet/name,columns/items/name');
  const inner = table.getDataBodyRange().load('address');
  await context.sync();
  if (table.isNullObject) throw new ExcelProblem('missing', { names: [name] });
  const body = parseArea(inner.address);
  const headings = table.columns.items.map((column) => column.name);
  const lost = columns.filter((one) => !headings.some((heading) => same(heading, one)));
  if (lost.length > 0) throw new ExcelProblem('missing', { names: lost });
  const sheet = table.worksheet.name;
  const worksheet = context.workbook.worksheets.getItem(sheet);
  // Rows may have gone since the parts were made.
  const rows = Math.max(0, Math.min(count, body.rows - from));
  if (rows === 0) return { sheet, worksheet, body, headings, from, rows: [] };
  const ranges = columns.map((one) => {
    const column = body.column + headings.findIndex((heading) => same(heading, one));
    return worksheet
      .getRange(printArea({ row: body.row + from, column, rows, columns: 1 }))
      .load('values,valueTypes');
  });
  await context.sync();
  const contents = ranges.map((range) => toContents(range.values, range.valueTypes));
  const read = Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map((one, index) => [one, contents[index]?.[row]?.[0] ?? null])),
  );
  return { sheet, worksheet, body, headings, from, rows: read };
}

/** Neighbouring rows of which the same holds. */
function runsOf(rows: readonly boolean[]): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  rows.forEach((holds, row) => {
    if (!holds) return;
    const last = runs.at(-1);
    if (last && last.from + last.count === row) last.count += 1;
    else runs.push({ from: row, count: 1 });
  });
  return runs;
}

/** Neighbouring cells of a column that change, with the formats that say how a text must be given. */
interface Target {
  readonly area: Area;
  readonly range: Excel.Range;
  readonly values: readonly (RowByHeading[string] | undefined)[];
}

/** What changes, column by column over neighbouring rows. */
function targetsOf(
  { worksheet, body, headings, from }: PartRead,
  changes: readonly (RowByHeading | undefined)[],
): Target[] {
  const given = [...new Set(changes.flatMap((one) => Object.keys(one ?? {})))];
  return given.flatMap((heading) => {
    const at = headings.findIndex((one) => same(one, heading));
    if (at < 0) throw new ExcelProblem('missing', { names: [heading] });
    return runsOf(changes.map((one) => one?.[heading] !== undefined)).map(({ from: first, count }) => {
      const area = { row: body.row + from + first, column: body.column + at, rows: count, columns: 1 };
      const range = worksheet.getRange(printArea(area)).load('numberFormat');
      return { area, range, values: changes.slice(first, first + count).map((one) => one?.[heading]) };
    });
  });
}

/** Writes what changes; gives back the texts to be proved. */
function write(targets: readonly Target[], name: string): (() => WrittenText)[] {
  const texts: (() => WrittenText)[] = [];
  for (const { area, range, values } of targets) {
    const formats = values.map((_, row) => String(range.numberFormat[row]?.[0] ?? 'General'));
    range.formulas = values.map((value, row) => [toInput(value, formats[row] ?? 'General', name)]);
    const before = texts.length;
    for (const [row, value] of values.entries()) {
      if (typeof value !== 'string' || !isAmbiguous(value)) continue;
      const address = printArea({ ...area, row: area.row + row, rows: 1 });
      const format = formats[row] ?? 'General';
      texts.push(() => ({ address, text: value, found: range.values[row]?.[0], format }));
    }
    if (texts.length > before) range.load('values');
  }
  return texts;
}
