import { type ByteSource, type Inflate, openWorkbook } from '../../xlsx';
import type { FollowUp } from '../model';
import type { Version } from '../receive';
import type { ReadTable } from './cells';
import { type ReceivedTable, receivedTables } from './format';
import { receivedOf } from './read';

/**
 * The contributions that count, from a campaign workbook that keeps them itself, as `receivedOf` reads them in the open
 * one. None for a workbook that keeps none. Throws WorkbookRefused for a file that is no workbook.
 */
export async function receivedInWorkbook(
  source: ByteSource,
  followUp: readonly Pick<FollowUp, 'siren' | 'version'>[],
  inflate?: Inflate,
): Promise<Version[]> {
  const workbook = await openWorkbook(source, inflate ? { inflate } : {});
  const tables: Partial<Record<ReceivedTable, ReadTable>> = {};
  for (const [key, name] of Object.entries(receivedTables)) {
    const found = workbook.tables.find((one) => one.name.toUpperCase() === name);
    if (found) tables[key as ReceivedTable] = await workbook.readTable(found.name);
  }
  return receivedOf(tables, followUp);
}
