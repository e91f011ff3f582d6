import { columnName, type RowModel, type SheetModel } from '../../xlsx';
import { printArea } from '../address';
import { runsOf, widthInPoints } from './measures';
import { regionsOf, type Region } from './regions';
import { cellsWhere, widthOf } from './rows';
import { applyTrait, lookOf, traits } from './style';

/** Column widths and row heights, one call for neighbours that are alike. */
export function applySizes(sheet: Excel.Worksheet, { columns }: SheetModel, rows: readonly RowModel[]): void {
  const alike = (one: SheetModel['columns'][number], other: SheetModel['columns'][number]) =>
    one.width === other.width && Boolean(one.hidden) === Boolean(other.hidden);
  for (const { first, last, item } of runsOf(columns, alike)) {
    const range = sheet.getRange(`${columnName(first)}:${columnName(last)}`);
    range.format.columnWidth = widthInPoints(item.width);
    if (item.hidden) range.columnHidden = true;
  }
  const heights = rows.map(({ height }) => height);
  for (const { first, last, item } of runsOf(heights, (one, other) => one === other))
    if (item !== undefined) sheet.getRange(`${first + 1}:${last + 1}`).format.rowHeight = item;
}

/** Links inside the workbook and to the web. They come before the looks: Excel gives them its own. */
export function applyLinks(sheet: Excel.Worksheet, rows: readonly RowModel[]): void {
  for (const { address, cell } of cellsWhere(rows, ({ link }) => link !== undefined)) {
    const { to = '', tip } = cell.link ?? {};
    const target = /^(?:https?:\/\/|mailto:)/iu.test(to) ? { address: to } : { documentReference: to };
    sheet.getRange(address).hyperlink = { ...target, ...(tip === undefined ? {} : { screenTip: tip }) };
  }
}

/** Fonts, fills, borders and alignment, trait by trait, by rectangles that share it. */
export function applyLooks(sheet: Excel.Worksheet, rows: readonly RowModel[]): void {
  const looks = rows.map(({ cells }) => cells.map(lookOf));
  const width = widthOf(rows);
  for (const trait of traits)
    for (const region of regionsOf(
      rows.length,
      width,
      (row, column) => looks[row]?.[column]?.[trait],
      String,
    )) {
      const range = sheet.getRange(printArea(region));
      applyTrait(trait, range, region as Region<never>);
      // Hundreds of ranges would otherwise be followed by Excel until the end of the batch.
      range.untrack();
    }
}

/** Frozen panes and merged cells. */
export function applyFrame(sheet: Excel.Worksheet, { freeze, merges = [] }: SheetModel): void {
  for (const merge of merges) sheet.getRange(merge).merge();
  const { rows = 0, columns = 0 } = freeze ?? {};
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}
