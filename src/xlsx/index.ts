export type * from './model';
export { writeWorkbook } from './write/write-workbook';
export { UnwritableWorkbook } from './write/unwritable';
export { cellAddress, columnName, quoteSheetName } from './write/address';
export { sheetNameFrom } from './write/names';
