import { ICommandService, type ICellData, type IDisposable, type Nullable } from '@univerjs/core';
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from '@univerjs/sheets';
import { cellReader, type CellScalar } from '../core/cells';
import { intersection, union, type Area } from '../model/address';
import { rangeObject } from '../model/range/object';
import { valueType } from '../model/range/content';
import { addressOf, RangeTarget } from '../model/range/target';
import { sheetKey } from '../model/sheet-target';
import { allTables, tableKey } from '../model/tables';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { EventType } from './hub';
import { WORKBOOK_TARGET } from '../model/event-methods';

interface Change {
  readonly sheetId: string;
  area: Area;
  /** Value before, when one single cell changes. */
  readonly before: CellScalar | undefined;
  readonly isOwn: boolean;
  /** When it happened: who listens later hears nothing of it. */
  readonly moment: number;
}

/** The cells whose content a mutation changes; those that only change format are left out. */
function contentArea(cells: ISetRangeValuesMutationParams['cellValue']): Area | undefined {
  let [startRow, endRow, startColumn, endColumn] = [Infinity, -1, Infinity, -1];
  // Without an array of entries for each of many rows.
  for (const row in cells) {
    const line = cells[Number(row)] as Record<number, Nullable<ICellData>> | null | undefined;
    for (const column in line) {
      const cell = line[Number(column)];
      if (cell && !('v' in cell) && !('f' in cell) && !('p' in cell)) continue;
      const [r, c] = [Number(row), Number(column)];
      startRow = Math.min(startRow, r);
      endRow = Math.max(endRow, r);
      startColumn = Math.min(startColumn, c);
      endColumn = Math.max(endColumn, c);
    }
  }
  return endRow < 0 ? undefined : { startRow, endRow, startColumn, endColumn };
}

const isOne = (area: Area): boolean => area.startRow === area.endRow && area.startColumn === area.endColumn;

/**
 * Tells the add-in which cells changed: by a person, by Undo, or by itself. Changes of one batch are
 * announced together, after recalculation, so that the value after is the value.
 */
export function watchCells(session: Session): IDisposable {
  const { grid, recalculation, events } = session;
  const commands = grid.injector.get(ICommandService);
  let waiting: Change[] = [];
  let before: CellScalar | undefined;
  let flushing = false;

  const isListened = () => events.hasListeners(EventType.WorksheetChanged, EventType.TableChanged);

  const first = commands.beforeCommandExecuted((command, options) => {
    if (command.id !== SetRangeValuesMutation.id || options?.onlyLocal || !isListened()) return;
    const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
    const area = contentArea(cellValue);
    before =
      area && isOne(area) ? cellReader(grid, subUnitId).value(area.startRow, area.startColumn) : undefined;
  });
  const then = commands.onCommandExecuted((command, options) => {
    if (command.id !== SetRangeValuesMutation.id || options?.onlyLocal || !isListened()) return;
    const { subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
    const area = contentArea(cellValue);
    if (!area) return;
    const isOwn = grid.isOrdering;
    const last = waiting.at(-1);
    if (
      last &&
      last.sheetId === subUnitId &&
      last.isOwn === isOwn &&
      last.moment === events.now &&
      (events.inBatch || touches(last.area, area))
    )
      last.area = union(last.area, area);
    else waiting.push({ sheetId: subUnitId, area, before, isOwn, moment: events.now });
    void flush();
  });

  async function flush(): Promise<void> {
    if (flushing) return;
    flushing = true;
    await events.batchEnd();
    await recalculation.settled().catch(() => undefined);
    flushing = false;
    const ready = waiting;
    waiting = [];
    for (const change of ready) announce(change, session);
  }

  return {
    dispose() {
      first.dispose();
      then.dispose();
      waiting = [];
    },
  };
}

/** Changes that overlap or meet are one: filling cells changes them twice. */
const touches = (one: Area, other: Area): boolean =>
  intersection({ ...one, endRow: one.endRow + 1, endColumn: one.endColumn + 1 }, other) !== undefined;

function announce({ sheetId, area, before, isOwn, moment }: Change, session: Session): void {
  if (!session.grid.workbook.getSheetBySheetId(sheetId)) return;
  const details = isOne(area) ? detailsOf(sheetId, area, before, session) : {};
  announceArea(sheetId, area, { changeType: 'RangeEdited', isOwn, details, moment }, session);
}

interface Announcement {
  readonly changeType: string;
  readonly isOwn: boolean;
  readonly shiftDirection?: string;
  readonly moment?: number;
  readonly details?: Readonly<Record<string, Json>>;
}

/** Announces a change to the sheet, the workbook, and the tables that it meets. */
export function announceArea(
  sheetId: string,
  area: Area,
  { changeType, isOwn, shiftDirection = 'None', details = {}, moment }: Announcement,
  session: Session,
): void {
  const range = new RangeTarget(sheetId, area);
  const message = {
    worksheetId: sheetKey(sheetId),
    address: addressOf(range, session).split('!').at(-1) ?? '',
    changeType,
    source: 'Local',
    triggerSource: isOwn ? 'ThisLocalAddin' : 'Unknown',
    shiftDirection,
    referenceId: session.references.keepForEvent(range, () => rangeObject(range)),
    ...details,
  };
  session.events.emit(EventType.WorksheetChanged, [sheetKey(sheetId), WORKBOOK_TARGET], message, moment);
  for (const table of allTables(session.grid)) {
    if (table.subUnitId !== sheetId || !intersection(table.range, area)) continue;
    const targets = [tableKey(table.id), sheetKey(sheetId), WORKBOOK_TARGET];
    session.events.emit(EventType.TableChanged, targets, { ...message, tableId: tableKey(table.id) }, moment);
  }
}

function detailsOf(sheetId: string, area: Area, before: CellScalar | undefined, session: Session) {
  const after = cellReader(session.grid, sheetId).value(area.startRow, area.startColumn);
  return {
    valueBefore: before ?? '',
    valueAfter: after ?? '',
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}
