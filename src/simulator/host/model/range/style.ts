import type { IStyleData } from '@univerjs/core';
import { SetColDataCommand, SetRowDataCommand } from '@univerjs/sheets';
import { growTo, writeCells } from '../../core/cells';
import type { Session } from '../../session';
import { intersection, MAX_COLUMNS, MAX_ROWS, type Area } from '../address';
import { assertWritable } from '../protection';
import { usedArea } from '../used-area';
import { liveArea, type RangeTarget } from './target';

export type StyleChange = { [K in keyof IStyleData]?: IStyleData[K] | null };

const isTall = (area: Area): boolean => area.endRow >= MAX_ROWS - 1;
const isWide = (area: Area): boolean => area.endColumn >= MAX_COLUMNS - 1;

/** The part of an area that the grid really has: whole columns stop at its last row. */
export function existingPart(area: Area, sheetId: string, session: Session): Area {
  const sheet = session.grid.sheet(sheetId);
  return {
    ...area,
    endRow: isTall(area) ? Math.max(area.startRow, sheet.getRowCount() - 1) : area.endRow,
    endColumn: isWide(area) ? Math.max(area.startColumn, sheet.getColumnCount() - 1) : area.endColumn,
  };
}

/** The style of each cell of a range, as it is shown (column and row styles included). */
export function* stylesIn(range: RangeTarget, session: Session): Generator<IStyleData> {
  const sheet = session.grid.sheet(range.sheetId);
  const area = existingPart(liveArea(range, session), range.sheetId, session);
  for (let row = area.startRow; row <= area.endRow; row++)
    for (let column = area.startColumn; column <= area.endColumn; column++)
      yield sheet.getComposedCellStyle(row, column);
}

/** The value that all cells share, or null when they differ: so Excel answers about formats. */
export function shared<T>(range: RangeTarget, session: Session, read: (style: IStyleData) => T): T | null {
  let first: T | undefined;
  for (const style of stylesIn(range, session)) {
    const value = read(style);
    first ??= value;
    if (value !== first) return null;
  }
  return first ?? null;
}

/** Changes the style of every cell; whole columns and rows get it as theirs, so that later cells have it. */
export function changeStyle(
  range: RangeTarget,
  session: Session,
  change: StyleChange | ((row: number, column: number) => StyleChange),
): void {
  assertWritable(range, session, 'allowFormatCells');
  const area = liveArea(range, session);
  const { grid } = session;
  const styleAt = typeof change === 'function' ? change : () => change;
  if (isTall(area) || isWide(area)) {
    changeLines(range.sheetId, area, session, styleAt(area.startRow, area.startColumn));
    const used = usedArea(grid, range.sheetId, false);
    const part = used && intersection(used, area);
    if (part)
      writeCells(grid, range.sheetId, part, (row, column) => ({ s: styleAt(row, column) as IStyleData }));
    return;
  }
  writeCells(grid, range.sheetId, area, (row, column) => ({ s: styleAt(row, column) as IStyleData }));
}

function changeLines(sheetId: string, area: Area, session: Session, change: StyleChange): void {
  const { grid } = session;
  const part = existingPart(area, sheetId, session);
  growTo(grid, sheetId, part);
  const sheet = grid.sheet(sheetId);
  const merged = (style: unknown) => ({ ...(style as object | null | undefined), ...change });
  if (isTall(area)) {
    const columnData: Record<number, object> = {};
    for (let column = part.startColumn; column <= part.endColumn; column++)
      columnData[column] = { s: merged(sheet.getColumnStyle(column)) };
    grid.run(SetColDataCommand.id, { subUnitId: sheetId, columnData });
    return;
  }
  const rowData: Record<number, object> = {};
  for (let row = part.startRow; row <= part.endRow; row++)
    rowData[row] = { s: merged(sheet.getRowStyle(row)) };
  grid.run(SetRowDataCommand.id, { subUnitId: sheetId, rowData });
}
