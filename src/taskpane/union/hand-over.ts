import type { ReceivedTable } from '../../campaign';
import type { CellContent } from '../../excel';
import type { ReceivedValues } from './received-values';

/** Rows of a table on their way to a worker. */
export interface HandedRows {
  readonly kind: 'rows';
  readonly table: ReceivedTable;
  readonly rows: readonly (readonly CellContent[])[];
}

/** Rows handed over in one breath: those of 600 landlords at once would keep the pane from answering for a second. */
const ROWS_AT_ONCE = 4000;

/** Files on their way to a worker. */
export interface HandedFiles {
  readonly kind: 'files';
  readonly files: readonly File[];
}

const FILES_AT_ONCE = 50;

/** Gives a worker files, few at a time. */
export async function handFiles(files: readonly File[], give: (part: HandedFiles) => void): Promise<void> {
  for (let from = 0; from < files.length; from += FILES_AT_ONCE) {
    give({ kind: 'files', files: files.slice(from, from + FILES_AT_ONCE) });
    await breath();
  }
}

const breath = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Gives a worker the tables of what was received, part by part; the pane answers between two. */
export async function handOver(
  received: ReceivedValues,
  give: (part: HandedRows) => void,
  isWanted: () => boolean = () => true,
): Promise<void> {
  for (const [table, rows] of Object.entries(received) as [ReceivedTable, HandedRows['rows']][])
    for (let from = 0; from < rows.length && isWanted(); from += ROWS_AT_ONCE) {
      give({ kind: 'rows', table, rows: rows.slice(from, from + ROWS_AT_ONCE) });
      await breath();
    }
}

/** The other side: puts the parts together again. */
export function takeOver() {
  const received: Partial<Record<ReceivedTable, (readonly CellContent[])[]>> = {};
  const files: File[] = [];
  return {
    received: received as ReceivedValues,
    files: files as readonly File[],
    take(part: HandedRows | HandedFiles): void {
      if (part.kind === 'files') {
        files.push(...part.files);
        return;
      }
      const known = (received[part.table] ??= []);
      for (const row of part.rows) known.push(row);
    },
  };
}
