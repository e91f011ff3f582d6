import { ICommandService, type IDisposable, type IRange } from '@univerjs/core';
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColMutation,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowMutation,
  InsertSheetMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetWorksheetActiveOperation,
} from '@univerjs/sheets';
import { AddSheetTableMutation, DeleteSheetTableMutation } from '@univerjs/sheets-table';
import { MAX_COLUMNS, MAX_ROWS, type Area } from '../model/address';
import { WORKBOOK_TARGET } from '../model/event-methods';
import { RangeTarget } from '../model/range/target';
import { sheetKey } from '../model/sheet-target';
import { tableKey } from '../model/tables';
import type { Session } from '../session';
import { announceArea } from './cell-changes';
import { EventType } from './hub';

interface LineParams {
  readonly subUnitId: string;
  readonly range: IRange;
}

interface LineChange {
  readonly changeType: string;
  readonly side: 'row' | 'column';
  readonly isInsertion: boolean;
}

const lineChanges: Readonly<Record<string, LineChange>> = {
  [InsertRowMutation.id]: { changeType: 'RowInserted', side: 'row', isInsertion: true },
  [RemoveRowMutation.id]: { changeType: 'RowDeleted', side: 'row', isInsertion: false },
  [InsertColMutation.id]: { changeType: 'ColumnInserted', side: 'column', isInsertion: true },
  [RemoveColMutation.id]: { changeType: 'ColumnDeleted', side: 'column', isInsertion: false },
};

const cellShifts: Readonly<Record<string, readonly [string, string]>> = {
  [InsertRangeMoveDownCommand.id]: ['CellInserted', 'ShiftCellDown'],
  [InsertRangeMoveRightCommand.id]: ['CellInserted', 'ShiftCellRight'],
  [DeleteRangeMoveUpCommand.id]: ['CellDeleted', 'ShiftCellUp'],
  [DeleteRangeMoveLeftCommand.id]: ['CellDeleted', 'ShiftCellLeft'],
};

/** Follows the structure of the workbook: moves the ranges that batches hold, and tells the add-in. */
export function watchStructure(session: Session): IDisposable {
  const { grid, events } = session;
  const commands = grid.injector.get(ICommandService);
  let active = grid.activeSheet.getSheetId();

  const emitSheet = (type: number, sheetId: string, withSheet: boolean): void =>
    events.emit(type, withSheet ? [sheetKey(sheetId), WORKBOOK_TARGET] : [WORKBOOK_TARGET], {
      worksheetId: sheetKey(sheetId),
      source: 'Local',
    });

  const listener = commands.onCommandExecuted((command) => {
    const line = lineChanges[command.id];
    if (line) changeLines(command.params as LineParams, line, session);
    const shift = cellShifts[command.id];
    if (shift) announceShift(command.params as Partial<LineParams>, shift, session);
    if (command.id === InsertSheetMutation.id) {
      const { sheet } = command.params as { readonly sheet: { readonly id: string } };
      emitSheet(EventType.WorksheetAdded, sheet.id, false);
    }
    if (command.id === RemoveSheetMutation.id)
      emitSheet(EventType.WorksheetDeleted, (command.params as LineParams).subUnitId, false);
    if (command.id === SetWorksheetActiveOperation.id) {
      const { subUnitId } = command.params as LineParams;
      if (subUnitId === active) return;
      emitSheet(EventType.WorksheetDeactivated, active, true);
      active = subUnitId;
      emitSheet(EventType.WorksheetActivated, active, true);
    }
    if (command.id === AddSheetTableMutation.id) {
      const { subUnitId, tableId } = command.params as { subUnitId: string; tableId: string };
      const message = { tableId: tableKey(tableId), worksheetId: sheetKey(subUnitId), source: 'Local' };
      events.emit(EventType.TableAdded, [sheetKey(subUnitId), WORKBOOK_TARGET], message);
    }
    if (command.id === DeleteSheetTableMutation.id) {
      const { subUnitId, tableId } = command.params as { subUnitId: string; tableId: string };
      const message = {
        tableId: tableKey(tableId),
        tableName: '',
        worksheetId: sheetKey(subUnitId),
        source: 'Local',
      };
      events.emit(EventType.TableDeleted, [sheetKey(subUnitId), WORKBOOK_TARGET], message);
    }
  });
  return { dispose: () => listener.dispose() };
}

function changeLines({ subUnitId, range }: LineParams, line: LineChange, session: Session): void {
  const isRow = line.side === 'row';
  const from = isRow ? range.startRow : range.startColumn;
  const to = isRow ? range.endRow : range.endColumn;
  for (const target of session.references.targets())
    if (target instanceof RangeTarget && target.sheetId === subUnitId) moveTarget(target, from, to, line);
  const area: Area = isRow
    ? { startRow: from, endRow: to, startColumn: 0, endColumn: MAX_COLUMNS - 1 }
    : { startRow: 0, endRow: MAX_ROWS - 1, startColumn: from, endColumn: to };
  announceArea(subUnitId, area, { changeType: line.changeType, isOwn: session.grid.isOrdering }, session);
}

/** Moves one range as Excel moves a reference; it is lost when all its cells are deleted. */
function moveTarget(target: RangeTarget, from: number, to: number, { side, isInsertion }: LineChange): void {
  const isRow = side === 'row';
  const [start, end] = isRow
    ? [target.area.startRow, target.area.endRow]
    : [target.area.startColumn, target.area.endColumn];
  const count = to - from + 1;
  const moved = isInsertion ? inserted(start, end, from, count) : deleted(start, end, from, to);
  if (!moved) {
    target.lost = true;
    return;
  }
  const limit = (isRow ? MAX_ROWS : MAX_COLUMNS) - 1;
  const [first, last] = [moved[0], Math.min(moved[1], limit)];
  target.area = isRow
    ? { ...target.area, startRow: first, endRow: last }
    : { ...target.area, startColumn: first, endColumn: last };
}

const inserted = (start: number, end: number, at: number, count: number): [number, number] => [
  start >= at ? start + count : start,
  end >= at ? end + count : end,
];

function deleted(start: number, end: number, from: number, to: number): [number, number] | undefined {
  if (start >= from && end <= to) return undefined;
  const count = to - from + 1;
  const first = start > to ? start - count : start >= from ? from : start;
  const last = end > to ? end - count : end >= from ? from - 1 : end;
  return [first, last];
}

function announceShift(
  { subUnitId, range }: Partial<LineParams>,
  [changeType, shiftDirection]: readonly [string, string],
  session: Session,
): void {
  if (!range) return;
  const { startRow, endRow, startColumn, endColumn } = range;
  const sheetId = subUnitId ?? session.grid.activeSheet.getSheetId();
  const isOwn = session.grid.isOrdering;
  announceArea(
    sheetId,
    { startRow, endRow, startColumn, endColumn },
    { changeType, isOwn, shiftDirection },
    session,
  );
}
