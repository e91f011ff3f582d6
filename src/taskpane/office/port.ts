import type { ExcelPort } from '../port';

/** The layer over Excel, fetched once the pane is painted. */
const fetchExcel = () => import(/* webpackChunkName: "excel" */ '../../excel');

/** The workbook open in Excel. */
export const excelPort: ExcelPort = {
  listTables: async () => (await fetchExcel()).listTables(),
  readTable: async (name, options) => (await fetchExcel()).readTable(name, options),
  readRange: async (sheet, address) => (await fetchExcel()).readRange(sheet, address),
  readSheets: async (wanted, options) => (await fetchExcel()).readSheets(wanted, options),
  readFormulas: async (sheet, address) => (await fetchExcel()).readFormulas(sheet, address),
  writeCells: async (writes, options) => (await fetchExcel()).writeCells(writes, options),
  appendRows: async (table, rows, options) => (await fetchExcel()).appendRows(table, rows, options),
  updateRows: async (table, columns, change, options) =>
    (await fetchExcel()).updateRows(table, columns, change, options),
  removeRows: async (table, columns, isGone, options) =>
    (await fetchExcel()).removeRows(table, columns, isGone, options),
  insertSheets: async (sheets, options) => (await fetchExcel()).insertSheets(sheets, options),
  listSheets: async () => (await fetchExcel()).listSheets(),
  renameSheets: async (changes) => (await fetchExcel()).renameSheets(changes),
  removeSheets: async (names) => (await fetchExcel()).removeSheets(names),
  selectCell: async (sheet, address) => (await fetchExcel()).selectCell(sheet, address),
  selection: async () => (await fetchExcel()).selection(),
  onSelectionChanged: async (handler) => (await fetchExcel()).onSelectionChanged(handler),
  onChanged: async (handler) => (await fetchExcel()).onChanged(handler),
  precedents: async (sheet, address) => (await fetchExcel()).precedents(sheet, address),
  onWaiting: async (handler) => (await fetchExcel()).onWaiting(handler),
  setFormula: async (sheet, address, formula) => (await fetchExcel()).setFormula(sheet, address, formula),
  freezeValues: async (scope, options) => (await fetchExcel()).freezeValues(scope, options),
  restoreFormulas: async (options) => (await fetchExcel()).restoreFormulas(options),
  repairFunctions: async (options) => (await fetchExcel()).repairFunctions(options),
  recalculate: async (options) => (await fetchExcel()).recalculateWorkbook(options),
  workbookBytes: async (options) =>
    (await fetchExcel()).workbookBytes({ ...options, withoutTrustPrompt: true }),
  syntaxLocale: async () => (await fetchExcel()).syntaxLocale(),
};
