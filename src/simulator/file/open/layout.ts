import type { IColumnData, IRowData, IWorksheetData } from '@univerjs/core';
import { parseBlock } from '../../../xlsx';
import type { SourceLayout } from '../model';
import { colorOf } from '../styles/colors';
import { characterPixels, pointPixels } from '../styles/sizes';
import type { XmlElement } from '../xml/element';

/** How large the sheet must be to show everything it holds, in rows and columns. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Everything about a sheet but its cells, as the grid takes it and as it was. */
export interface LayoutReading {
  readonly data: Partial<IWorksheetData>;
  readonly source: SourceLayout;
}

/** Empty rows and columns after the last filled one. */
const SPARE = { rows: 100, columns: 5 };
const LEAST = { rows: 1000, columns: 26 };
/** Further down only the rows that the file states carry their number. */
const MARKED = 20_000;

/** @param fitted heights in points of the rows that are to be taller than `usual`, where the file states none */
export function readLayout(
  root: XmlElement,
  used: Extent,
  styleId: (style: number) => string | undefined,
  theme: readonly string[],
  fitted: (usual: number) => ReadonlyMap<number, number>,
): LayoutReading {
  const rowCount = Math.min(1_048_576, Math.max(LEAST.rows, used.rows + SPARE.rows));
  const columnCount = Math.min(16_384, Math.max(LEAST.columns, used.columns + SPARE.columns));
  const view = root.child('sheetViews')?.child('sheetView');
  const format = root.child('sheetFormatPr');
  const columns = readColumns(root, used.columns, columnCount, styleId);
  const usual = format?.number('defaultRowHeight', 15) ?? 15;
  const rows = readRows(root, used.rows, styleId, fitted(usual));
  const pane = view?.child('pane');
  const frozen = pane?.attribute('state')?.startsWith('frozen') === true;
  const freeze = {
    rows: frozen ? (pane?.number('ySplit', 0) ?? 0) : 0,
    columns: frozen ? (pane?.number('xSplit', 0) ?? 0) : 0,
  };
  const merges = (root.child('mergeCells')?.all('mergeCell') ?? []).flatMap((one) => {
    const block = parseBlock(one.attribute('ref') ?? '');
    return block === undefined ? [] : [block];
  });
  const tabColor = colorOf(root.child('sheetPr')?.child('tabColor'), theme) ?? '';
  const gridLines = view?.flag('showGridLines', true) ?? true;
  return {
    data: {
      rowCount,
      columnCount,
      tabColor,
      zoomRatio: (view?.number('zoomScale', 100) ?? 100) / 100,
      showGridlines: gridLines ? 1 : 0,
      rightToLeft: view?.flag('rightToLeft') === true ? 1 : 0,
      defaultRowHeight: pointPixels(usual),
      defaultColumnWidth: defaultWidth(format),
      freeze: {
        xSplit: freeze.columns,
        ySplit: freeze.rows,
        startRow: freeze.rows > 0 ? freeze.rows : -1,
        startColumn: freeze.columns > 0 ? freeze.columns : -1,
      },
      mergeData: merges.map((block) => ({
        startRow: block.firstRow,
        startColumn: block.firstColumn,
        endRow: block.lastRow,
        endColumn: block.lastColumn,
      })),
      rowData: rows.data,
      columnData: columns.data,
    },
    source: {
      merges: merges.map(mergeKey),
      widths: columns.sizes,
      heights: rows.sizes,
      hiddenColumns: columns.hidden,
      hiddenRows: rows.hidden,
      freeze,
      gridLines,
      tabColor,
      hidden: false,
    },
  };
}

export const mergeKey = (block: {
  firstRow: number;
  firstColumn: number;
  lastRow: number;
  lastColumn: number;
}): string => [block.firstRow, block.firstColumn, block.lastRow, block.lastColumn].join();

function defaultWidth(format: XmlElement | undefined): number {
  const stated = format?.number('defaultColWidth', 0) ?? 0;
  // Eight characters and a margin unless told (ECMA-376-1, 18.3.1.81).
  return characterPixels(stated > 0 ? stated : (format?.number('baseColWidth', 8) ?? 8) + 0.711);
}

interface Lines<T> {
  readonly data: Record<number, T>;
  readonly sizes: Map<number, number>;
  readonly hidden: Set<number>;
}

/** Each row and column carries its number in the file: after insertions the grid still tells which is which. */
function readColumns(
  root: XmlElement,
  used: number,
  count: number,
  styleId: (style: number) => string | undefined,
): Lines<IColumnData> {
  const lines: Lines<IColumnData> = { data: {}, sizes: new Map(), hidden: new Set() };
  for (let column = 0; column < used; column++) lines.data[column] = { custom: { column } };
  for (const element of root.all('cols').flatMap((one) => one.all('col'))) {
    const first = element.number('min', 1) - 1;
    const last = Math.min(element.number('max', first + 1), count) - 1;
    const style = styleId(element.number('style', 0));
    for (let column = Math.max(0, first); column <= last; column++) {
      const data: IColumnData = (lines.data[column] ??= { custom: { column } });
      const width = element.number('width', 0);
      if (width > 0) {
        data.w = characterPixels(width);
        lines.sizes.set(column, data.w);
      }
      if (element.flag('hidden')) {
        data.hd = 1;
        lines.hidden.add(column);
      }
      if (style !== undefined) data.s = style;
    }
  }
  return lines;
}

function readRows(
  root: XmlElement,
  used: number,
  styleId: (style: number) => string | undefined,
  fitted: ReadonlyMap<number, number>,
): Lines<Partial<IRowData>> {
  const lines: Lines<Partial<IRowData>> = { data: {}, sizes: new Map(), hidden: new Set() };
  for (let row = 0; row < Math.min(used, MARKED); row++) lines.data[row] = { custom: { row } };
  let row = -1;
  for (const element of root.child('sheetData')?.all('row') ?? []) {
    row = element.number('r', row + 2) - 1;
    if (row < 0 || row > 1_048_575) continue;
    const data: Partial<IRowData> = (lines.data[row] ??= { custom: { row } });
    const stated = element.number('ht', 0);
    const height = stated > 0 ? stated : (fitted.get(row) ?? 0);
    if (height > 0) {
      data.h = pointPixels(height);
      // A height that Excel has fitted to the text stays fitted.
      data.ia = element.flag('customHeight') ? 0 : 1;
      if (data.ia === 1) data.ah = data.h;
      lines.sizes.set(row, data.h);
    }
    if (element.flag('hidden')) {
      data.hd = 1;
      lines.hidden.add(row);
    }
    const style = element.flag('customFormat') ? styleId(element.number('s', 0)) : undefined;
    if (style !== undefined) data.s = style;
  }
  return lines;
}
