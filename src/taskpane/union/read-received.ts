import { type FollowUp, type ReceivedTable, receivedTables } from '../../campaign';
import type { TableSummary, WorkOptions } from '../../excel';
import type { ExcelPort, RangeContent } from '../port';
import type { ReceivedValues } from './received-values';

const label = { fr: 'Lecture des faits reçus', en: 'Reading the facts received' };

/** How often a table may change while it is being read. */
const ATTEMPTS = 3;

/** The tables of what was received, as they are. */
export async function readReceivedValues(
  port: ExcelPort,
  options: WorkOptions = {},
): Promise<ReceivedValues> {
  const values: Partial<Record<ReceivedTable, RangeContent['values']>> = {};
  const keys = Object.keys(receivedTables) as ReceivedTable[];
  for (const [done, key] of keys.entries()) {
    options.signal?.throwIfAborted();
    const table = await readWhole(port, receivedTables[key]);
    if (table) values[key] = table;
    options.onProgress?.({ label, done: done + 1, total: keys.length });
  }
  return values;
}

/** The same; nothing is read as long as no version counts. */
export const readCounting = async (
  port: ExcelPort,
  followUp: readonly Pick<FollowUp, 'version'>[],
  options: WorkOptions = {},
): Promise<ReceivedValues> =>
  followUp.every(({ version }) => version === '') ? {} : readReceivedValues(port, options);

/** The values of a table without the addresses of its cells, which a long one has too many of. */
async function readWhole(port: ExcelPort, name: string): Promise<RangeContent['values'] | undefined> {
  const find = async (): Promise<TableSummary | undefined> =>
    (await port.listTables()).find((one) => one.name.toUpperCase() === name);
  for (let attempt = 1; ; attempt += 1) {
    const table = await find();
    if (!table) return undefined;
    const { values } = await port.readRange(table.sheet, table.address);
    const after = await find();
    // Rows added by another person meanwhile: what was read may be cut.
    const same = after?.address === table.address && after.sheet === table.sheet;
    if (same || attempt === ATTEMPTS) return values;
  }
}
