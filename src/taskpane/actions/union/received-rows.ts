import {
  campaignTables,
  receivedFormats,
  receivedHeadings,
  receivedSheetModels,
  type ReceivedTable,
  receivedTables,
} from '../../../campaign';
import type { RowContent, WorkOptions, Writable } from '../../../excel';
import { tidySiren } from '../../../contribution';
import type { ExcelPort } from '../../port';

/** Cells written in one call: each call waits for Excel to have calculated, and the work can be stopped between two. */
const CELLS_PER_CALL = 20_000;

export const receivedKeys = Object.keys(receivedTables) as readonly ReceivedTable[];

/** A version of a landlord's workbook, as rows name it. */
export interface VersionKey {
  readonly siren: string;
  readonly version: string;
}

export const keyOf = ({ siren, version }: VersionKey): string => `${siren} ${version}`;

/** A SIREN as a cell holds it: digits that a number has, or that a person typed. */
export const sirenOf = (content: RowContent[string] | undefined): string =>
  typeof content === 'number' || typeof content === 'string' ? tidySiren(content) : '';

export const textOf = (content: RowContent[string] | undefined): string =>
  typeof content === 'string' || typeof content === 'number' ? String(content) : '';

/** Whose version counts, as the follow-up says now. */
export const followUpKeys = (port: ExcelPort): Promise<readonly VersionKey[]> =>
  keysIn(port, campaignTables.followUp, 'version');

/** The versions that a column of a table names. */
async function keysIn(port: ExcelPort, table: string, column: string): Promise<readonly VersionKey[]> {
  const { headings, rows } = await port.readTable(table);
  const at = (name: string) => headings.findIndex((one) => one.trim().toLowerCase() === name);
  const [siren, version] = [at('siren'), at(column)];
  return rows.map((row) => ({ siren: sirenOf(row[siren]), version: textOf(row[version]) }));
}

const tableNamesOf = async (port: ExcelPort): Promise<ReadonlySet<string>> =>
  new Set((await port.listTables()).map(({ name }) => name.toUpperCase()));

/** Adds the tables of what is received to the workbook, those that are missing. */
export async function ensureReceivedTables(port: ExcelPort, work: WorkOptions): Promise<void> {
  const present = await tableNamesOf(port);
  const missing = receivedKeys.filter((key) => !present.has(receivedTables[key]));
  if (missing.length > 0) await port.insertSheets(receivedSheetModels('&RPage &P / &N', missing), work);
}

/** Adds rows of many landlords to a table, few at a time. */
export async function appendReceived(
  port: ExcelPort,
  key: ReceivedTable,
  rows: readonly (readonly Writable[])[],
  work: WorkOptions,
): Promise<void> {
  const headings: readonly string[] = receivedHeadings[key];
  const perCall = Math.max(1, Math.floor(CELLS_PER_CALL / headings.length));
  const formats = Object.fromEntries(
    headings.flatMap((one) => (receivedFormats[one] === undefined ? [] : [[one, receivedFormats[one]]])),
  );
  for (let from = 0; from < rows.length; from += perCall) {
    const some = rows
      .slice(from, from + perCall)
      .map((row) =>
        Object.fromEntries(headings.flatMap((one, at) => (row[at] === null ? [] : [[one, row[at] ?? null]]))),
      );
    await port.appendRows(receivedTables[key], some, {
      ...(work.signal && { signal: work.signal }),
      formats,
    });
  }
}

/** Takes versions out of all tables; done again, it takes what is left. */
export async function removeVersions(
  port: ExcelPort,
  versions: readonly VersionKey[],
  work: WorkOptions = {},
): Promise<void> {
  if (versions.length === 0) return;
  const gone = new Set(versions.map(keyOf));
  const present = await tableNamesOf(port);
  // The table of versions last: as long as it names them, what is left of them can be found.
  for (const key of [...receivedKeys].reverse()) {
    if (!present.has(receivedTables[key])) continue;
    await port.removeRows(
      receivedTables[key],
      ['siren', 'version'],
      ({ siren, version }) => gone.has(keyOf({ siren: sirenOf(siren), version: textOf(version) })),
      work,
    );
  }
}

/**
 * Says of the rows of every version that another took the place of whether they count, and if not, since when. All of
 * them are looked at: an import or its undoing that was stopped before it came here is put right by the next one.
 */
export async function markReplaced(port: ExcelPort, since: string): Promise<void> {
  const named = await keysIn(port, receivedTables.versions, 'remplace');
  const replaced = new Set(named.filter(({ version }) => version !== '').map(keyOf));
  if (replaced.size === 0) return;
  const counting = new Set((await followUpKeys(port)).map(keyOf));
  const present = await tableNamesOf(port);
  for (const key of receivedKeys) {
    if (key === 'versions' || !present.has(receivedTables[key])) continue;
    await port.updateRows(receivedTables[key], ['siren', 'version', 'remplacee'], (row) => {
      const one = keyOf({ siren: sirenOf(row['siren']), version: textOf(row['version']) });
      const marked = textOf(row['remplacee']) !== '';
      if (!replaced.has(one) || marked !== counting.has(one)) return undefined;
      return { remplacee: marked ? null : since };
    });
  }
}
