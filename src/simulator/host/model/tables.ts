import { SetSheetTableCommand, SheetTableService, type ITableInfoWithUnitId } from '@univerjs/sheets-table';
import { cellReader, EMPTY_CONTENT, writeCells } from '../core/cells';
import type { Grid } from '../core/grid';
import { invalidOperation, itemNotFound } from '../richapi/errors';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { displayText, numberFormatAt } from './number-format';
import { columnsIn, intersection, rowsIn, type Area } from './address';
import { changeExtras, extrasOf } from './extras';
import { insertCells } from './range/edit';

/** The tables of the workbook, as Univer keeps them. */
export const allTables = (grid: Grid): readonly ITableInfoWithUnitId[] =>
  grid.injector.get(SheetTableService).getTableList(grid.unitId);

/** A table is known to a batch by its id: it may be deleted or resized meanwhile. */
export class TableTarget {
  constructor(readonly id: string) {}
}

export const tableKey = (id: string): string => `{${id}}`;

export function tableInfo(target: TableTarget, session: Session): ITableInfoWithUnitId {
  const found = allTables(session.grid).find((one) => one.id === target.id);
  if (!found) throw itemNotFound();
  return found;
}

/** The table of that name or id; names do not tell letter case apart. */
export function tableNamed(key: unknown, session: Session, sheetId: string | null): TableTarget | undefined {
  if (typeof key !== 'string') return undefined;
  const name = key.toLocaleLowerCase('fr');
  const found = allTables(session.grid).find(
    (one) =>
      (sheetId === null || one.subUnitId === sheetId) &&
      (tableKey(one.id) === key || one.name.toLocaleLowerCase('fr') === name),
  );
  return found && new TableTarget(found.id);
}

export const tableExtras = (id: string, grid: Grid): Readonly<Record<string, Json>> =>
  extrasOf(grid).tables[id] ?? {};

export function changeTableExtras(id: string, change: Readonly<Record<string, Json>>, grid: Grid): void {
  const { tables } = extrasOf(grid);
  changeExtras(grid, { tables: { ...tables, [id]: { ...tables[id], ...change } } });
}

/** The areas of a table: the grid's own range holds headings and data, the totals come below. */
export function partsOf(target: TableTarget, session: Session) {
  const { range, subUnitId } = tableInfo(target, session);
  const area: Area = { ...range };
  const totals: Area | undefined =
    tableExtras(target.id, session.grid)['showTotals'] === true
      ? { ...area, startRow: area.endRow + 1, endRow: area.endRow + 1 }
      : undefined;
  return {
    sheetId: subUnitId,
    whole: totals ? { ...area, endRow: totals.endRow } : area,
    header: { ...area, endRow: area.startRow },
    body: { ...area, startRow: area.startRow + 1 },
    totals,
    /** Headings and data, as the grid counts them. */
    area,
  };
}

/** The headings, as the cells show them. */
export function headings(target: TableTarget, session: Session): string[] {
  const { header, sheetId } = partsOf(target, session);
  const cells = cellReader(session.grid, sheetId);
  return Array.from({ length: columnsIn(header) }, (_, index) => {
    const column = header.startColumn + index;
    const format = numberFormatAt(session.grid, sheetId, header.startRow, column);
    return displayText(cells.value(header.startRow, column), format, session.options.locale);
  });
}

/** True while the only data row is blank: Excel counts no row, and fills that one first. */
export function isEmptyTable(target: TableTarget, session: Session): boolean {
  const { body, sheetId } = partsOf(target, session);
  return rowsIn(body) === 1 && isBlank(sheetId, body, session);
}

export function isBlank(sheetId: string, area: Area, session: Session): boolean {
  const cells = cellReader(session.grid, sheetId);
  for (let row = area.startRow; row <= area.endRow; row++)
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const value = cells.value(row, column);
      if ((value !== undefined && value !== '') || cells.formula(row, column) !== undefined) return false;
    }
  return true;
}

export const dataRows = (target: TableTarget, session: Session): number =>
  isEmptyTable(target, session) ? 0 : rowsIn(partsOf(target, session).body);

/** Gives a table another range; refused when it meets another table. */
export async function resizeTable(target: TableTarget, area: Area, session: Session): Promise<void> {
  const { subUnitId } = tableInfo(target, session);
  assertFree(subUnitId, area, session, target.id);
  await session.grid.runAsync(SetSheetTableCommand.id, {
    tableId: target.id,
    updateRange: { newRange: area },
  });
}

/** The tables that lose whole rows when these cells go up, and where each will end. */
export function tablesCutBy(
  sheetId: string,
  gone: Area,
  session: Session,
): readonly { readonly table: TableTarget; readonly endRow: number }[] {
  return allTables(session.grid).flatMap(({ id, subUnitId, range }) => {
    const isWide = gone.startColumn <= range.startColumn && gone.endColumn >= range.endColumn;
    const cut = intersection({ ...range, startRow: range.startRow + 1 }, gone);
    if (subUnitId !== sheetId || !isWide || !cut) return [];
    return [{ table: new TableTarget(id), endRow: range.endRow - rowsIn(cut) }];
  });
}

/** A table ends with its last row once rows are gone: the grid leaves it as long as it was. */
export async function shortenTable(table: TableTarget, endRow: number, session: Session): Promise<void> {
  const { area } = partsOf(table, session);
  if (area.endRow > endRow) await resizeTable(table, { ...area, endRow }, session);
}

export function assertFree(sheetId: string, area: Area, session: Session, except?: string): void {
  const clash = allTables(session.grid).some(
    (one) => one.id !== except && one.subUnitId === sheetId && intersection(one.range, area),
  );
  if (clash) throw invalidOperation('A table cannot overlap another table.');
}

/** Makes room for rows under a line of a table, pushing down what lies below when it is not blank. */
export async function makeRoom(
  sheetId: string,
  below: Area,
  rows: number,
  session: Session,
  always: boolean,
): Promise<void> {
  const room = { ...below, endRow: below.startRow + rows - 1 };
  if (!always && isBlank(sheetId, room, session)) return;
  await insertCells(sheetId, room, 'Down', session);
  writeCells(session.grid, sheetId, room, () => EMPTY_CONTENT);
}
