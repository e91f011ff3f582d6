import { parseArea, printArea, splitAddress } from './address';
import { toContent } from './contents';
import type { Bilingual, Selection } from './model';
import { ExcelProblem } from './problem';
import { run, type RunOptions } from './run';

/** Shows a sheet and selects cells on it. */
export async function selectCell(sheet: string, address: string): Promise<void> {
  const label = { fr: `Sélection de ${sheet} ${address}`, en: `Selecting ${sheet} ${address}` };
  await run(
    label,
    async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
      worksheet.load('visibility');
      await context.sync();
      if (worksheet.isNullObject) throw new ExcelProblem('missing', { names: [sheet] });
      if (worksheet.visibility !== 'Visible') throw new ExcelProblem('hidden', { names: [sheet] });
      worksheet.activate();
      worksheet.getRange(printArea(parseArea(address))).select();
      await context.sync();
    },
    { repeatable: true },
  );
}

const label: Bilingual = { fr: 'Lecture de la sélection', en: 'Reading the selection' };

/** The selected cells, and what the active one holds. */
export async function selection(options: RunOptions = {}): Promise<Selection> {
  const active = await run(label, readActiveCell, { ...options, repeatable: true });
  return { ...active, address: await selectedAddress(active.cell, options) };
}

async function readActiveCell(context: Excel.RequestContext): Promise<Omit<Selection, 'address'>> {
  const cell = context.workbook.getActiveCell();
  cell.load('address,formulas,formulasLocal,values,valueTypes,text');
  await context.sync();
  const { sheet = '', address } = splitAddress(cell.address);
  const formula: unknown = cell.formulas[0]?.[0];
  const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== cell.values[0]?.[0];
  return {
    sheet,
    cell: address,
    formula: isFormula ? formula : null,
    localFormula: isFormula ? String(cell.formulasLocal[0]?.[0]) : null,
    value: toContent(cell.values[0]?.[0], cell.valueTypes[0]?.[0]),
    text: String(cell.text[0]?.[0] ?? ''),
  };
}

/** The selection is several ranges, or a chart: Excel then refuses to name it, and the active cell stands in. */
async function selectedAddress(activeCell: string, options: RunOptions): Promise<string> {
  try {
    return await run(
      label,
      async (context) => {
        const range = context.workbook.getSelectedRange().load('address');
        await context.sync();
        return splitAddress(range.address).address;
      },
      { ...options, repeatable: true },
    );
  } catch (thrown) {
    if (thrown instanceof ExcelProblem && ['cancelled', 'cell_edit', 'throttled'].includes(thrown.code))
      throw thrown;
    return activeCell;
  }
}
