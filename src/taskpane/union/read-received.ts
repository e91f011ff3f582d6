import {
  type FollowUp,
  type ReadTable,
  type ReadTables,
  receivedOf,
  type ReceivedTable,
  receivedTables,
  type Version,
} from '../../campaign';
import type { CellContent, TableSummary, WorkOptions } from '../../excel';
import { CellError } from '../../xlsx';
import type { ExcelPort } from '../port';

const label = { fr: 'Lecture des faits reçus', en: 'Reading the facts received' };

/** How often a table may change while it is being read. */
const ATTEMPTS = 3;

/**
 * The contributions that count, read back from the tables of the workbook: what their files said, one for each landlord
 * whose follow-up names a version.
 */
export async function readReceived(
  port: ExcelPort,
  followUp: readonly Pick<FollowUp, 'siren' | 'version'>[],
  options: WorkOptions = {},
): Promise<readonly Version[]> {
  if (followUp.every(({ version }) => version === '')) return [];
  const tables: Record<string, ReadTable> = {};
  const keys = Object.keys(receivedTables) as ReceivedTable[];
  for (const [done, key] of keys.entries()) {
    options.signal?.throwIfAborted();
    const table = await readWhole(port, receivedTables[key]);
    if (table) tables[key] = table;
    options.onProgress?.({ label, done: done + 1, total: keys.length });
  }
  return receivedOf(tables as ReadTables, followUp);
}

/** A table without the addresses of its cells, which a long one has too many of. */
async function readWhole(port: ExcelPort, name: string): Promise<ReadTable | undefined> {
  const find = async (): Promise<TableSummary | undefined> =>
    (await port.listTables()).find((one) => one.name.toUpperCase() === name);
  for (let attempt = 1; ; attempt += 1) {
    const table = await find();
    if (!table) return undefined;
    const { values } = await port.readRange(table.sheet, table.address);
    const after = await find();
    // Rows added by another person meanwhile: what was read may be cut.
    const same = after?.address === table.address && after.sheet === table.sheet;
    if (same || attempt === ATTEMPTS) return tableOf(values);
  }
}

function tableOf(values: readonly (readonly CellContent[])[]): ReadTable {
  const [headings = [], ...rows] = values;
  return {
    columns: headings.map(String),
    rowCount: rows.length,
    cell(row, column) {
      const content = rows[row]?.[column] ?? undefined;
      if (content === '') return undefined;
      return typeof content === 'object' ? new CellError(content.error) : content;
    },
  };
}
