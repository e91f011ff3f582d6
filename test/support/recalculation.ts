import { cellAddress, type WorkbookModel, writeWorkbook } from '../../src/xlsx';
import { recalculate } from './libreoffice';
import { formulasOf } from './model';

/** Sums are added in another order there. */
const ROUNDING = 1e-9;

/** Where LibreOffice's value of a formula is not the one we stored; and how many formulas it calculated. */
export async function differences(model: WorkbookModel): Promise<{ formulas: number; problems: string[] }> {
  const values = await recalculate(await writeWorkbook(model));
  const formulas = formulasOf(model);
  const problems = formulas.flatMap(({ sheet, row, column, cell }) => {
    const theirs = values.get(sheet)?.[row]?.[column] ?? '';
    const ours = cell.value ?? '';
    const alike =
      typeof ours === 'number' && typeof theirs === 'number'
        ? Math.abs(ours - theirs) <= ROUNDING * Math.max(1, Math.abs(ours))
        : ours === theirs;
    return alike
      ? []
      : [`${sheet}!${cellAddress(row, column)}: ${ours} stored, ${theirs} calculated: ${cell.formula}`];
  });
  return { formulas: formulas.length, problems };
}
