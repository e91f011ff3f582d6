import type { IResources } from '@univerjs/core';
import type { FileName, FileTable } from '../model';

/** Names under which Univer's plugins keep their part of a snapshot. */
export const TABLES = 'SHEET_TABLE_PLUGIN';
export const NAMES = 'SHEET_DEFINED_NAME_PLUGIN';
/** What Univer puts for « known in the whole workbook ». */
export const WHOLE_WORKBOOK = 'AllDefaultWorkbook';

/** Tables and names as Univer's plugins load them with the workbook, so that its first calculation knows them. */
export function resourcesOf(tables: readonly FileTable[], names: readonly FileName[]): IResources {
  const bySheet: Record<string, { tables: object[]; tableFilteredOutRows: number[] }> = {};
  for (const table of tables) {
    if (table.headerRows !== 1) continue; // the grid's tables have one row of headings
    (bySheet[table.sheetId] ??= { tables: [], tableFilteredOutRows: [] }).tables.push(tableJson(table));
  }
  const named = Object.fromEntries(
    names.map(({ id, name, refersTo, sheetId }) => [
      id,
      { id, name, formulaOrRefString: refersTo, localSheetId: sheetId ?? WHOLE_WORKBOOK },
    ]),
  );
  return [
    { name: TABLES, data: JSON.stringify(bySheet) },
    { name: NAMES, data: JSON.stringify(named) },
  ];
}

function tableJson({ id, name, block, headings, totalsRows }: FileTable): object {
  return {
    id,
    name,
    range: {
      startRow: block.firstRow,
      startColumn: block.firstColumn,
      endRow: block.lastRow - totalsRows,
      endColumn: block.lastColumn,
    },
    options: { showHeader: true, showFooter: false, tableStyleId: '' },
    filters: { tableColumnFilterList: [] },
    columns: headings.map((heading, index) => ({
      id: `${id}-${index + 1}`,
      displayName: heading,
      dataType: 'string',
      formula: '',
      meta: {},
      style: {},
    })),
    meta: {},
  };
}
