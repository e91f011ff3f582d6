import { parseArea, printArea, splitAddress } from '../address';
import type { SheetModel, TableModel } from '../../xlsx';

/** Excel refuses a table without a data row: one blank row is then taken in. */
const areaOf = ({ ref }: TableModel): string => {
  const area = parseArea(ref);
  return printArea({ ...area, rows: Math.max(2, area.rows) });
};

/** Makes the tables of a new sheet; those that an earlier attempt made are only named again. */
export async function applyTables(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { tables = [] }: SheetModel,
): Promise<void> {
  const present = sheet.tables.load('items/name');
  await context.sync();
  const places = present.items.map((table) => ({ table, range: table.getRange().load('address') }));
  await context.sync();
  for (const model of tables) {
    const area = areaOf(model);
    const made = places.find(({ range }) => splitAddress(range.address).address === area)?.table;
    const table = made ?? sheet.tables.add(area, true);
    table.name = model.name;
    table.style = model.style ?? 'TableStyleMedium2';
  }
  await context.sync();
}
