import type { Block } from '../xlsx';
import type { SheetBlock } from './blocks';
import { contentOf, type SheetView } from './view';

/** Whether cells are in a table of ours: a formula that read them would turn round. */
export function isOurs({ tables = [] }: SheetView, area: Block): boolean {
  return tables.some(({ name, block }) => /^IMPACT_/i.test(name) && overlap(block, area));
}

const overlap = (one: Block, other: Block): boolean =>
  one.firstRow <= other.lastRow &&
  other.firstRow <= one.lastRow &&
  one.firstColumn <= other.lastColumn &&
  other.firstColumn <= one.lastColumn;

/** Whether an area and a column of a block have cells in common. */
export const meets = (block: SheetBlock, area: Block): boolean =>
  overlap(block.area, area) && block.columns.some(({ column }) => column === area.firstColumn);

/** Some lines of a block, as if they were all of it: no total in between, no column of an Excel table. */
export function linesAlone(
  view: SheetView,
  column: number,
  rows: readonly number[],
  block: SheetBlock | undefined,
): SheetBlock {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  if (block === undefined) return { ...loneBlock(view, rows[0] ?? 0, column), runs };
  return { ...plainBlock(block), runs };
}

/** A cell in no table, as a block of its own. */
export function loneBlock(view: SheetView, row: number, column: number): SheetBlock {
  return {
    view,
    area: { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column },
    titles: [],
    columns: [{ column, headingRow: -1, heading: '', group: '', hint: '' }],
    runs: [{ first: row, last: row }],
    totals: [],
    sections: new Map(),
  };
}

/** The rows of an area of one column that hold something. */
export function filledRows(view: SheetView, { firstRow, lastRow, firstColumn }: Block): number[] {
  const rows: number[] = [];
  for (let row = firstRow; row <= Math.min(lastRow, view.rows - 1); row += 1) {
    if (contentOf(view, row, firstColumn).kind !== 'blank') rows.push(row);
  }
  return rows;
}

/** The texts to the left of a cell, nearest first: what may name it. */
export function labelsLeftOf(view: SheetView, row: number, column: number): string[] {
  const labels: string[] = [];
  for (let left = column - 1; left >= 0; left -= 1) {
    const content = contentOf(view, row, left);
    if (content.kind === 'text') labels.push(content.text.replace(/\s*:$/, ''));
  }
  return labels;
}

/** A block named by its cells, not as an Excel table: some of its lines are no column of the table. */
function plainBlock({ view, area, titles, columns, runs, totals, sections }: SheetBlock): SheetBlock {
  return { view, area, titles, columns, runs, totals, sections };
}
