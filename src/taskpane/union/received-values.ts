import {
  type FollowUp,
  type ReadTable,
  type ReadTables,
  receivedOf,
  type ReceivedTable,
  type Version,
} from '../../campaign';
import type { CellContent } from '../../excel';
import { CellError } from '../../xlsx';

/** The tables of what was received as Excel gives them, headings first: plain data, that a worker may be given. */
export type ReceivedValues = Readonly<Partial<Record<ReceivedTable, readonly (readonly CellContent[])[]>>>;

/**
 * The contributions that count, read back from those tables: what their files said, one for each landlord whose
 * follow-up names a version. Long for many landlords: the work of a worker.
 */
export const countingOf = (
  values: ReceivedValues,
  followUp: readonly Pick<FollowUp, 'siren' | 'version'>[],
): readonly Version[] => receivedOf(tablesOfValues(values), followUp);

/** The same as tables that the core reads. */
function tablesOfValues(values: ReceivedValues): ReadTables {
  const tables: Partial<Record<ReceivedTable, ReadTable>> = {};
  for (const [key, rows] of Object.entries(values)) tables[key as ReceivedTable] = tableOf(rows);
  return tables;
}

function tableOf([headings = [], ...rows]: readonly (readonly CellContent[])[]): ReadTable {
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
