import { sheetNameFrom, type SheetModel } from '../../xlsx';
import { ExcelProblem } from '../problem';

/** Refuses sheets that Excel would refuse, or that would take the place of what is there. */
export async function checkRoom(
  context: Excel.RequestContext,
  models: readonly SheetModel[],
  names: readonly string[],
): Promise<void> {
  const wrong = models.map(({ name }) => name).filter((name) => sheetNameFrom(name) !== name);
  if (wrong.length > 0) throw new ExcelProblem('sheet_name', { names: wrong });
  const sheets = context.workbook.worksheets.load('items/name');
  const tables = context.workbook.tables.load('items/name');
  const defined = context.workbook.names.load('items/name');
  await context.sync();
  const wantedNames = [
    ...models.flatMap((model) => (model.tables ?? []).map((table) => table.name)),
    ...names,
  ];
  const clashes = [
    ...taken(
      models.map(({ name }) => name),
      sheets.items.map(({ name }) => name),
    ),
    // Tables and names share one space.
    ...taken(
      wantedNames,
      [...tables.items, ...defined.items].map(({ name }) => name),
    ),
  ];
  if (clashes.length > 0) throw new ExcelProblem('exists', { names: clashes });
}

/** Excel does not tell letter case apart; a name wanted twice clashes with itself. */
function taken(wanted: readonly string[], present: readonly string[]): string[] {
  const used = new Set(present.map((name) => name.toLowerCase()));
  return wanted.filter((name) => {
    const known = used.has(name.toLowerCase());
    used.add(name.toLowerCase());
    return known;
  });
}
