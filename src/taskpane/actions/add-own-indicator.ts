import { TableCells } from '../workbook/table-cells';
import type { Action } from './action';
import { messages } from './messages';

/** Inserts the table of the person's own indicators where it is missing, and shows the row to fill. */
export const addOwnIndicator: Action<void, void> = {
  id: 'ajouter-indicateur',
  doing: { fr: 'Préparation de votre indicateur', en: 'Preparing your indicator' },
  changes: true,
  async perform(_, { port, engine, work }) {
    const { locals } = engine.tableNames;
    const named = async () => (await port.listTables()).find(({ name }) => name.toUpperCase() === locals);
    if (!(await named())) await port.insertSheets([engine.localIndicatorsSheet()], work);
    const found = await named();
    if (!found) return;
    const table = new TableCells(await port.readTable(found.name), engine);
    const blank = (row: number) => ['code', 'libelle', 'formule'].every((one) => table.text(row, one) === '');
    const row = table.findRow(blank) ?? table.content.rows.length - 1;
    const address = table.address(row, 'code');
    if (address !== undefined) await port.selectCell(table.content.sheet, address);
  },
  told: () => messages.ownIndicator,
};
