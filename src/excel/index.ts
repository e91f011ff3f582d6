/*
 * The only way to the open workbook: plain data in and out, every failure an `ExcelProblem` with a
 * message and a remedy for the person. No proxy of the library leaves this context.
 */
export type * from './model';
export { ExcelProblem } from './problem';
export type { ProblemCode, ProblemFacts } from './wordings';
export { onWaiting } from './waiting';
export { listTables, readRange, readTable } from './tables/read';
export type { ReadTableOptions } from './tables/read';
export { appendRows } from './tables/append';
export { removeRows, updateRows } from './tables/change-rows';
export type { RowContent } from './tables/change-rows';
export { setFormula, writeCells } from './cells';
export { insertSheets } from './sheets/insert';
export { listSheets, removeSheets, renameSheets } from './sheets/others';
export { readFormulas, readSheets } from './sheets/read';
export type { InsertOptions } from './sheets/insert';
export { selectCell, selection } from './selection';
export { onChanged, onSelectionChanged } from './events';
export type { Unsubscribe } from './events';
export { precedents } from './precedents';
export type { Precedent } from './precedents';
export { freezeValues } from './functions/freeze';
export { restoreFormulas } from './functions/restore';
export { RECORD_TABLE } from './functions/record';
export { repairFunctions } from './functions/repair';
export { recalculateWorkbook } from './functions/recalculate';
export type { RecalculationReport } from './functions/recalculate';
export { recalculate, syntaxLocale, workbookIdentity } from './document/identity';
export { workbookBytes } from './document/bytes';
export type { BytesOptions } from './document/bytes';
