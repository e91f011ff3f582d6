import { printArea, parseArea } from './address';
import { sameContent, toContent } from './contents';
import { isAmbiguous, toInput, type Entry } from './entries';
import type { CellWrite, WorkOptions } from './model';
import { ExcelProblem } from './problem';
import { run } from './run';
import { keepAsText, type WrittenText } from './written-text';

/** Each cell is a range of its own in the batch: more would make a batch slow to cancel. */
const CELLS_PER_BATCH = 400;

const entryOf = ({ formula, value }: CellWrite): Entry => (formula === undefined ? value : { formula });

/**
 * Writes single cells, wherever they are: all or none. They are read again first; one that no longer
 * holds what was `expected`, or that is locked, refuses the whole before anything is written.
 */
export async function writeCells(
  cells: readonly CellWrite[],
  { signal, onProgress }: WorkOptions = {},
): Promise<void> {
  const label = { fr: 'Écriture dans les cellules', en: 'Writing cells' };
  const batches = Array.from({ length: Math.ceil(cells.length / CELLS_PER_BATCH) }, (_, index) =>
    cells.slice(index * CELLS_PER_BATCH, (index + 1) * CELLS_PER_BATCH),
  );
  if (batches.length > 1)
    for (const batch of batches) await run(label, (context) => readTargets(context, batch), { signal });
  let done = 0;
  for (const batch of batches) {
    const texts = await run(label, (context) => writeBatch(context, batch), { signal });
    for (const [sheet, written] of texts) await keepAsText(label, sheet, written);
    done += batch.length;
    onProgress?.({ label, done, total: cells.length });
  }
}

interface Target {
  readonly cell: CellWrite;
  readonly range: Excel.Range;
  readonly entry: Entry;
}

/** The cells as they are now; rejects when one may not be written. */
async function readTargets(
  context: Excel.RequestContext,
  batch: readonly CellWrite[],
): Promise<readonly Target[]> {
  const sheetNames = [...new Set(batch.map((cell) => cell.sheet))];
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

  const targets = batch.map((cell) => {
    const range = (sheets.get(cell.sheet) as Excel.Worksheet).getRange(printArea(parseArea(cell.address)));
    range.load('values,valueTypes,numberFormat');
    if (sheets.get(cell.sheet)?.protection.protected) range.load('format/protection/locked');
    return { cell, range, entry: entryOf(cell) };
  });
  await context.sync();
  checkLocks(targets, (name) => sheets.get(name)?.protection.protected === true);
  checkExpected(targets);
  return targets;
}

async function writeBatch(
  context: Excel.RequestContext,
  batch: readonly CellWrite[],
): Promise<Map<string, WrittenText[]>> {
  const targets = await readTargets(context, batch);
  const texts: { sheet: string; written: () => WrittenText }[] = [];
  for (const { cell, range, entry } of targets) {
    const format = String(range.numberFormat[0]?.[0] ?? 'General');
    range.formulas = [[toInput(entry, format, cell.address)]];
    if (typeof entry === 'string' && isAmbiguous(entry)) {
      range.load('values');
      texts.push({
        sheet: cell.sheet,
        written: () => ({ address: cell.address, text: entry, found: range.values[0]?.[0], format }),
      });
    }
  }
  await context.sync();
  const bySheet = new Map<string, WrittenText[]>();
  for (const { sheet, written } of texts) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), written()]);
  return bySheet;
}

function checkLocks(targets: readonly Target[], isProtected: (sheet: string) => boolean): void {
  const locked = targets.filter(
    ({ cell, range }) => isProtected(cell.sheet) && range.format.protection.locked,
  );
  const names = [...new Set(locked.map(({ cell }) => cell.sheet))];
  if (names.length > 0) throw new ExcelProblem('protected', { names });
}

function checkExpected(targets: readonly Target[]): void {
  const changed = targets.filter(
    ({ cell, range }) =>
      cell.expected !== undefined &&
      !sameContent(cell.expected, toContent(range.values[0]?.[0], range.valueTypes[0]?.[0])),
  );
  if (changed.length > 0)
    throw new ExcelProblem('changed', { names: changed.map(({ cell }) => `${cell.sheet} ${cell.address}`) });
}

/**
 * Enters a formula, given in English with commas. Formulas in the person's own language are never built
 * here: Excel translates (`Selection.localFormula` says how).
 */
export async function setFormula(sheet: string, address: string, formula: string): Promise<void> {
  await writeCells([{ sheet, address, formula }]);
}
