import type { ReadTable, ReadTables, ReceivedTable } from '../../campaign';
import type { CellContent } from '../../excel';
import { CellError } from '../../xlsx';

/** The tables of what was received as Excel gives them, headings first: plain data, that a worker may be given. */
export type ReceivedValues = Readonly<Partial<Record<ReceivedTable, readonly (readonly CellContent[])[]>>>;

/** The same as tables that the core reads. */
export function tablesOfValues(values: ReceivedValues): ReadTables {
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
