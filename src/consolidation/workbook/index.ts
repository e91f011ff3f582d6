export { buildConsolidationWorkbook, type ConsolidationWorkbookOptions } from './workbook';
