import type { CampaignTableData } from '../../campaign';
import type { CellContent, TableContent } from '../../excel';
import type { Engine } from '../engine';

/** A table of the open workbook as the readers of closed ones take it, its cells called by their addresses. */
export function tableData(
  { name, sheet, headings, rows, cells }: TableContent,
  engine: Engine,
): CampaignTableData {
  const table = engine.tableOfRange([headings, ...rows.map((row) => row.map(written))], { name, sheet });
  return { ...table, address: (row, column) => cells[row]?.[column] ?? '' };
}

/** Errors as the readers of ranges know them. */
const written = (content: CellContent): unknown =>
  typeof content === 'object' && content !== null ? { code: content.error } : content;
