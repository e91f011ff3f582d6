import * as excel from '../../excel';
import type { ExcelPort } from '../port';

/** The workbook open in Excel. */
export const excelPort: ExcelPort = {
  listTables: () => excel.listTables(),
  readTable: (name) => excel.readTable(name),
  readRange: (sheet, address) => excel.readRange(sheet, address),
  writeCells: (writes) => excel.writeCells(writes),
  appendRows: (table, rows) => excel.appendRows(table, rows),
  insertSheets: (sheets, options) => excel.insertSheets(sheets, options),
  selectCell: (sheet, address) => excel.selectCell(sheet, address),
  selection: () => excel.selection(),
  onSelectionChanged: (handler) => excel.onSelectionChanged(handler),
  onChanged: (handler) => excel.onChanged(handler),
  precedents: (sheet, address) => excel.precedents(sheet, address),
  setFormula: (sheet, address, formula) => excel.setFormula(sheet, address, formula),
  freezeValues: (scope, options) => excel.freezeValues(scope, options),
  restoreFormulas: (options) => excel.restoreFormulas(options),
  repairFunctions: (options) => excel.repairFunctions(options),
  workbookBytes: (options) => excel.workbookBytes({ ...options, withoutTrustPrompt: true }),
  onWaiting: (handler) => excel.onWaiting(handler),
  syntaxLocale: () => excel.syntaxLocale(),
};
