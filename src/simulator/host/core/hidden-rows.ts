import { BooleanNumber, IUniverInstanceService, type Injector, type Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import { TableManager } from '@univerjs/sheets-table';
import { bySheet } from './by-sheet';

/**
 * Before every calculation Univer asks each row of the workbook whether it is hidden. Only rows that have something of
 * their own, or that a table filters out, can be: of 300,000 rows, none as a rule.
 */
export function quickenHiddenRows(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const instances = injector.get(IUniverInstanceService);
  const tables = injector.get(TableManager);
  model.getHiddenRowsFiltered = () => bySheet(instances, (sheet) => hiddenRows(sheet, tables));
}

function hiddenRows(sheet: Worksheet, tables: TableManager): Record<number, { hd: BooleanNumber }> {
  const hidden: Record<number, { hd: BooleanNumber }> = {};
  const look = (row: number): void => {
    if (!sheet.getRowVisible(row)) hidden[row] = { hd: BooleanNumber.TRUE };
  };
  for (const [row, data] of Object.entries(sheet.getRowManager().getRowData()))
    if (data?.hd === BooleanNumber.TRUE) look(Number(row));
  for (const table of tables.getTablesBySubunitId(sheet.getUnitId(), sheet.getSheetId()))
    for (const row of table.getTableFilters().getFilterOutRows() ?? []) look(row);
  return hidden;
}
