import { printArea } from './address';
import { areaOf, cutIntoBlocks, halve, type Matrix } from './blocks';
import { isAmbiguous, toInput } from './entries';
import type { Bilingual, WorkOptions } from './model';
import { diagnose } from './diagnose';
import { throwIfCancelled } from './problem';
import { run } from './run';
import { keepAsText, type WrittenText } from './written-text';

/** Above this, recalculating once at the end is worth telling Excel. */
const MANY_CELLS = 2000;

/**
 * Writes a matrix block by block. A block that Excel finds too large is halved until it passes; one whose
 * connection was lost is written again, which changes nothing that is already there. When it must stop,
 * the problem says how many rows are written.
 */
export async function writeMatrix(
  label: Bilingual,
  matrix: Matrix,
  { signal, onProgress }: WorkOptions = {},
): Promise<void> {
  const waiting = cutIntoBlocks(matrix);
  const total = matrix.entries.length;
  let done = 0;
  for (let block = waiting.shift(); block; block = waiting.shift()) {
    try {
      throwIfCancelled(signal);
      await writeBlock(label, block, signal);
    } catch (thrown) {
      const problem = diagnose(thrown, { during: label });
      const halves = problem.code === 'too_large' ? halve(block) : undefined;
      if (!halves) throw done > 0 ? problem.with({ done, total }) : problem;
      waiting.unshift(...halves);
      continue;
    }
    done = Math.max(
      done,
      block.row + block.entries.length - matrix.row - (isPartOfRow(block, matrix) ? 1 : 0),
    );
    onProgress?.({ label, done, total });
  }
}

/** A row cut by columns is only done with its last piece. */
const isPartOfRow = (block: Matrix, whole: Matrix): boolean =>
  block.column + areaOf(block).columns < whole.column + areaOf(whole).columns;

async function writeBlock(label: Bilingual, block: Matrix, signal?: AbortSignal): Promise<void> {
  const { entries } = block;
  const ambiguous = entries.some((row) =>
    row.some((entry) => typeof entry === 'string' && isAmbiguous(entry)),
  );
  const area = areaOf(block);
  const texts = await run(
    label,
    async (context) => {
      const range = context.workbook.worksheets.getItem(block.sheet).getRange(printArea(area));
      const present = ambiguous ? await formatsOf(range, context) : undefined;
      const formatAt = (row: number, column: number): string =>
        block.formats?.[row]?.[column] ?? present?.[row]?.[column] ?? 'General';
      if (area.rows * area.columns > MANY_CELLS)
        context.workbook.application.suspendApiCalculationUntilNextSync();
      if (block.formats) range.numberFormat = block.formats as string[][];
      range.formulas = entries.map((row, rowIndex) =>
        row.map((entry, columnIndex) =>
          toInput(
            entry,
            formatAt(rowIndex, columnIndex),
            printArea({ row: area.row + rowIndex, column: area.column + columnIndex, rows: 1, columns: 1 }),
          ),
        ),
      );
      if (ambiguous) range.load('values');
      await context.sync();
      return ambiguous ? textsOf(block, range.values, formatAt) : [];
    },
    { signal, repeatable: true },
  );
  await keepAsText(label, block.sheet, texts);
}

async function formatsOf(range: Excel.Range, context: Excel.RequestContext): Promise<string[][]> {
  range.load('numberFormat');
  await context.sync();
  return range.numberFormat as string[][];
}

/** The texts that Excel may have changed, with what it made of them. */
function textsOf(
  { row, column, entries }: Matrix,
  values: readonly (readonly unknown[])[],
  formatAt: (row: number, column: number) => string,
): WrittenText[] {
  return entries.flatMap((cells, rowIndex) =>
    cells.flatMap((entry, columnIndex) =>
      typeof entry === 'string' && isAmbiguous(entry)
        ? [
            {
              address: printArea({ row: row + rowIndex, column: column + columnIndex, rows: 1, columns: 1 }),
              text: entry,
              found: values[rowIndex]?.[columnIndex],
              format: formatAt(rowIndex, columnIndex),
            },
          ]
        : [],
    ),
  );
}
