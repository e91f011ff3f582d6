export type { RawCell, SourceTable } from './model';
export { plainText } from './cell-text';
export { viewOfTable } from './view';
export { openSource, tableOfText, tablesOfWorkbook } from './read';
