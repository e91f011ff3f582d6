import { printArea, parseArea } from './address';
import { sameContent, toContent } from './contents';
import { isAmbiguous, toInput, type Entry } from './entries';
import type { CellWrite, WorkOptions } from './model';
import { ExcelProblem } from './problem';
import { run } from './run';
import { keepAsText, type WrittenText } from './written-text';

/** Runs of cells are ranges of a batch, and cells are what it carries: more of either would make it slow to cancel. */
const RUNS_PER_BATCH = 400;
const CELLS_PER_BATCH = 4000;
const CELLS_PER_RUN = 1000;

const entryOf = ({ formula, value }: CellWrite): Entry => (formula === undefined ? value : { formula });

/** Cells of a column that follow each other: one range for Excel, however many there are. */
interface Run {
  readonly sheet: string;
  readonly column: number;
  readonly row: number;
  readonly cells: readonly CellWrite[];
}

/**
 * Writes single cells, wherever they are: all or none. They are read again first; one that no longer
 * holds what was `expected`, or that is locked, refuses the whole before anything is written.
 */
export async function writeCells(
  cells: readonly CellWrite[],
  { signal, onProgress }: WorkOptions = {},
): Promise<void> {
  const label = { fr: 'Écriture dans les cellules', en: 'Writing cells' };
  const batches = batchesOf(runsOf(cells));
  if (batches.length > 1)
    for (const batch of batches) await run(label, (context) => readTargets(context, batch), { signal });
  let done = 0;
  for (const batch of batches) {
    const texts = await run(label, (context) => writeBatch(context, batch), { signal });
    for (const [sheet, written] of texts) await keepAsText(label, sheet, written);
    done += batch.reduce((sum, one) => sum + one.cells.length, 0);
    onProgress?.({ label, done, total: cells.length });
  }
}

function runsOf(cells: readonly CellWrite[]): readonly Run[] {
  const placed = cells.map((cell) => {
    const { row, column } = parseArea(cell.address);
    return { cell, row, column };
  });
  // In the order of the columns; of two writes of one cell the later stays the later.
  placed.sort(
    (one, other) =>
      compareText(one.cell.sheet, other.cell.sheet) || one.column - other.column || one.row - other.row,
  );
  const runs: { sheet: string; column: number; row: number; cells: CellWrite[] }[] = [];
  for (const { cell, row, column } of placed) {
    const last = runs.at(-1);
    const follows =
      last?.sheet === cell.sheet && last.column === column && last.row + last.cells.length === row;
    if (last && follows && last.cells.length < CELLS_PER_RUN) last.cells.push(cell);
    else runs.push({ sheet: cell.sheet, column, row, cells: [cell] });
  }
  return runs;
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function batchesOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const batches: Run[][] = [];
  let size = Infinity;
  for (const one of runs) {
    const last = batches.at(-1);
    size += one.cells.length;
    if (last && last.length < RUNS_PER_BATCH && size <= CELLS_PER_BATCH) last.push(one);
    else {
      batches.push([one]);
      size = one.cells.length;
    }
  }
  return batches;
}

interface Target {
  readonly run: Run;
  readonly range: Excel.Range;
}

/** The cells as they are now; rejects when one may not be written. */
async function readTargets(context: Excel.RequestContext, batch: readonly Run[]): Promise<readonly Target[]> {
  const sheetNames = [...new Set(batch.map(({ sheet }) => sheet))];
  const sheets = new Map(
    sheetNames.map((name) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      sheet.load('name,protection/protected');
      return [name, sheet] as const;
    }),
  );
  await context.sync();
  const absent = sheetNames.filter((name) => sheets.get(name)?.isNullObject);
  if (absent.length > 0) throw new ExcelProblem('missing', { names: absent });

  const targets = batch.map((run) => {
    const { sheet, row, column, cells } = run;
    const area = printArea({ row, column, rows: cells.length, columns: 1 });
    const range = (sheets.get(sheet) as Excel.Worksheet).getRange(area);
    range.load('values,valueTypes,numberFormat');
    if (sheets.get(sheet)?.protection.protected) range.load('format/protection/locked');
    return { run, range };
  });
  await context.sync();
  checkLocks(targets, (name) => sheets.get(name)?.protection.protected === true);
  checkExpected(targets);
  return targets;
}

async function writeBatch(
  context: Excel.RequestContext,
  batch: readonly Run[],
): Promise<Map<string, WrittenText[]>> {
  const targets = await readTargets(context, batch);
  const texts: { sheet: string; written: () => WrittenText }[] = [];
  for (const { run, range } of targets) {
    const inputs = run.cells.map((cell, index) => {
      const entry = entryOf(cell);
      const { address, sheet } = cell;
      const format = String(range.numberFormat[index]?.[0] ?? 'General');
      if (typeof entry === 'string' && isAmbiguous(entry)) {
        const written = () => ({ address, text: entry, found: range.values[index]?.[0], format });
        texts.push({ sheet, written });
      }
      return [toInput(entry, format, address)];
    });
    range.formulas = inputs;
  }
  // Read back where a text could be taken for something else.
  const read = new Set(texts.map(({ sheet }) => sheet));
  for (const { run, range } of targets) if (read.has(run.sheet)) range.load('values');
  await context.sync();
  const bySheet = new Map<string, WrittenText[]>();
  for (const { sheet, written } of texts) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), written()]);
  return bySheet;
}

function checkLocks(targets: readonly Target[], isProtected: (sheet: string) => boolean): void {
  // null: some cells of the run are locked.
  const locked = targets.filter(
    ({ run, range }) =>
      isProtected(run.sheet) && (range.format.protection.locked as boolean | null) !== false,
  );
  const names = [...new Set(locked.map(({ run }) => run.sheet))];
  if (names.length > 0) throw new ExcelProblem('protected', { names });
}

function checkExpected(targets: readonly Target[]): void {
  const changed = targets.flatMap(({ run, range }) =>
    run.cells.filter(
      ({ expected }, index) =>
        expected !== undefined &&
        !sameContent(expected, toContent(range.values[index]?.[0], range.valueTypes[index]?.[0])),
    ),
  );
  if (changed.length > 0)
    throw new ExcelProblem('changed', { names: changed.map(({ sheet, address }) => `${sheet} ${address}`) });
}

/**
 * Enters a formula, given in English with commas. Formulas in the person's own language are never built
 * here: Excel translates (`Selection.localFormula` says how).
 */
export async function setFormula(sheet: string, address: string, formula: string): Promise<void> {
  await writeCells([{ sheet, address, formula }]);
}
