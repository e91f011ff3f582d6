import type { IWorkbookData } from '@univerjs/core';
import { NAMES, TABLES, WHOLE_WORKBOOK } from '../open/resources';

/** A table of the grid; its range holds one row of headings and no totals. */
export interface GridTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly range: {
    readonly startRow: number;
    readonly startColumn: number;
    readonly endRow: number;
    readonly endColumn: number;
  };
  readonly columns: readonly { readonly id: string; readonly displayName: string }[];
}

/** A defined name of the grid. */
export interface GridName {
  readonly id: string;
  readonly name: string;
  readonly refersTo: string;
  readonly sheetId: string | undefined;
}

function resource(snapshot: IWorkbookData, name: string): unknown {
  const data = snapshot.resources?.find((one) => one.name === name)?.data;
  if (data === undefined || data === '') return undefined;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}

/** The tables of a snapshot taken with its resources; undefined when it has none to tell. */
export function gridTables(snapshot: IWorkbookData): GridTable[] | undefined {
  const bySheet = resource(snapshot, TABLES) as
    Record<string, { tables?: Omit<GridTable, 'sheetId'>[] }> | undefined;
  return (
    bySheet &&
    Object.entries(bySheet).flatMap(([sheetId, { tables }]) =>
      (tables ?? []).map((table) => ({ ...table, sheetId })),
    )
  );
}

/** The defined names of a snapshot; undefined when it has none to tell. */
export function gridNames(snapshot: IWorkbookData): GridName[] | undefined {
  const byId = resource(snapshot, NAMES) as
    | Record<string, { id: string; name: string; formulaOrRefString: string; localSheetId?: string }>
    | undefined;
  return (
    byId &&
    Object.values(byId).map(({ id, name, formulaOrRefString, localSheetId }) => ({
      id,
      name,
      refersTo: formulaOrRefString,
      sheetId: localSheetId === undefined || localSheetId === WHOLE_WORKBOOK ? undefined : localSheetId,
    }))
  );
}
