export { buildConsolidationWorkbook, type ConsolidationWorkbookOptions } from './workbook';
export type { Compared } from './compared';
