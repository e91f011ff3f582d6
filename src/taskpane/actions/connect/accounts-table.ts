import { accountsTable, editableAccounts, type FecImport } from '../../../importers';
import type { AccountsContent } from '../../jobs';
import type { Action, ActionContext } from '../action';
import { messages } from './messages';

/** The table of accounts of the open workbook, as its cells are; undefined when there is none. */
export async function accountsOf({
  port,
}: Pick<ActionContext, 'port'>): Promise<AccountsContent | undefined> {
  const found = (await port.listTables()).find(({ name }) => name.toUpperCase() === accountsTable);
  if (!found) return undefined;
  const { sheet, address, headings, rows } = await port.readTable(found.name);
  const cells = rows.map((row) =>
    row.map((one) => (typeof one === 'number' || typeof one === 'string' ? one : undefined)),
  );
  return { sheet, rows: [headings, ...cells], firstLine: Number(/\d+/u.exec(address)?.[0] ?? 1) };
}

/** Shows the table of accounts, inserted with those that wait for a person first where the workbook has none. */
export const showAccounts: Action<{ readonly imports: readonly FecImport[] }, void> = {
  id: 'classer-comptes',
  doing: { fr: 'Écriture de la table des comptes', en: 'Writing the table of accounts' },
  changes: true,
  async perform({ imports }, { port, work }) {
    const named = async () =>
      (await port.listTables()).find(({ name }) => name.toUpperCase() === accountsTable);
    if (!(await named())) await port.insertSheets([editableAccounts(imports)], work);
    const table = await named();
    if (table) await port.selectCell(table.sheet, table.address.split(':')[0] ?? table.address);
  },
  told: () => messages.accounts,
};
