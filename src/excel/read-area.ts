import { printArea, type Area } from './address';
import { toContents } from './contents';
import { diagnose } from './diagnose';
import type { Bilingual, CellContent } from './model';
import { run } from './run';

/** Values, their types and formulas: about 60 bytes a cell, five times under the limit of a response. */
export const CELLS_PER_READ = 16_000;

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly formulas?: boolean;
  readonly formats?: boolean;
  /** Told after each block, with the rows read so far. */
  readonly onRows?: (rows: number) => void;
}

export interface ReadCells {
  readonly values: CellContent[][];
  /** In English with commas; the value itself where there is no formula. Empty unless asked for. */
  readonly formulas: unknown[][];
  /** Number formats, in English. Empty unless asked for. */
  readonly formats: string[][];
}

/** Reads cells in blocks; a block whose answer is too large for Excel is read in halves. */
export async function readArea(
  label: Bilingual,
  sheet: string,
  area: Area,
  options: ReadOptions = {},
): Promise<ReadCells> {
  const perBlock = Math.max(1, Math.floor(CELLS_PER_READ / Math.max(1, area.columns)));
  const read: ReadCells = { values: [], formulas: [], formats: [] };
  for (let from = 0; from < area.rows; from += perBlock) {
    const rows = Math.min(perBlock, area.rows - from);
    const block = await readBlock(label, sheet, { ...area, row: area.row + from, rows }, options);
    for (const row of block.values) read.values.push(row);
    for (const row of block.formulas) read.formulas.push(row);
    for (const row of block.formats) read.formats.push(row);
    options.onRows?.(read.values.length);
  }
  return read;
}

async function readBlock(
  label: Bilingual,
  sheet: string,
  area: Area,
  options: ReadOptions,
): Promise<ReadCells> {
  try {
    return await run(
      label,
      async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange(printArea(area));
        const wanted = [options.formulas && 'formulas', options.formats && 'numberFormat'].filter(Boolean);
        range.load(['values', 'valueTypes', ...wanted].join(','));
        await context.sync();
        return {
          values: toContents(range.values, range.valueTypes),
          formulas: options.formulas ? range.formulas : [],
          formats: options.formats ? (range.numberFormat as string[][]) : [],
        };
      },
      { signal: options.signal, repeatable: true },
    );
  } catch (thrown) {
    const problem = diagnose(thrown);
    if (problem.code !== 'too_large' || area.rows < 2) throw problem;
    const half = Math.ceil(area.rows / 2);
    const upper = await readBlock(label, sheet, { ...area, rows: half }, options);
    const lower = await readBlock(
      label,
      sheet,
      { ...area, row: area.row + half, rows: area.rows - half },
      options,
    );
    return {
      values: [...upper.values, ...lower.values],
      formulas: [...upper.formulas, ...lower.formulas],
      formats: [...upper.formats, ...lower.formats],
    };
  }
}
