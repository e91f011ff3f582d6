import type { CellWrite } from '../../../excel';
import { TableCells } from '../../workbook/table-cells';
import type { ActionContext } from '../action';
import { tidyFormula } from './tidy-formula';

/**
 * Writes formulas in a column of a table, each for its own cell. Excel may take the first for the formula of the whole
 * column and fill it (AutoCorrect, « calculated column », also for add-ins: office-js #2093, #6745): what was filled
 * that way is taken back, and what was replaced is entered again.
 * @param before the table as it was before anything was written in it
 */
export async function writeOwnFormulas(
  formulas: readonly CellWrite[],
  before: TableCells,
  heading: string,
  { port, engine, work }: Pick<ActionContext, 'port' | 'engine' | 'work'>,
): Promise<void> {
  if (formulas.length === 0) return;
  await port.writeCells(formulas, work);
  // Entering again a formula in a column that has become a calculated one makes an exception of it: twice is enough.
  for (let round = 0; round < 2; round += 1) {
    const wrong = await filledByExcel(formulas, before, heading, { port, engine });
    if (wrong.length === 0) return;
    await port.writeCells(wrong, work);
  }
}

async function filledByExcel(
  formulas: readonly CellWrite[],
  before: TableCells,
  heading: string,
  { port, engine }: Pick<ActionContext, 'port' | 'engine'>,
): Promise<readonly CellWrite[]> {
  const table = new TableCells(await port.readTable(before.content.name), engine);
  const { sheet, rows } = table.content;
  const [first, last] = [0, rows.length - 1].map((row) => table.address(row, heading));
  if (first === undefined || last === undefined) return [];
  const found = await port.readFormulas(sheet, `${first}:${last}`);
  const wanted = new Map(formulas.map((one) => [one.address, one]));
  return rows.flatMap((_, row): CellWrite[] => {
    const address = table.address(row, heading);
    const formula = found[row]?.[0] ?? null;
    if (address === undefined || formula === null) return [];
    const own = wanted.get(address);
    if (own) return tidyFormula(own.formula ?? '') === tidyFormula(formula) ? [] : [own];
    // A formula of the person's own, that was there and had a value, is none of ours.
    const old = before.at(row, heading);
    return old === null || old === '' ? [{ sheet, address, value: null }] : [];
  });
}
