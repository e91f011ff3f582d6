import {
  AddWorksheetMergeCommand,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColByRangeCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
  RemoveWorksheetMergeCommand,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
} from '@univerjs/sheets';
import { Direction } from '@univerjs/core';
import { EMPTY_CONTENT, writeCells, type CellPatch } from '../../core/cells';
import { invalidArgument } from '../../richapi/errors';
import type { Method } from '../../richapi/objects';
import type { Session } from '../../session';
import { intersection, isWholeColumns, isWholeRows, rowsIn, type Area } from '../address';
import { clearHyperlinks } from '../hyperlinks';
import { shortenTable, tablesCutBy } from '../tables';
import { assertSheetWritable, assertWritable } from '../protection';
import { usedArea } from '../used-area';
import { rangeObject } from './object';
import { existingPart } from './style';
import { liveArea, RangeTarget } from './target';

const patches: Readonly<Record<string, CellPatch | undefined>> = {
  All: { ...EMPTY_CONTENT, s: null, custom: null },
  Contents: EMPTY_CONTENT,
  Formats: { s: null },
  ResetContents: EMPTY_CONTENT,
};

function clear(range: RangeTarget, what: string, session: Session): void {
  assertWritable(range, session);
  const area = liveArea(range, session);
  if (what === 'All' || what === 'Hyperlinks' || what === 'RemoveHyperlinks')
    clearHyperlinks(range.sheetId, area, session);
  const patch = patches[what];
  if (!patch) {
    if (what === 'Hyperlinks' || what === 'RemoveHyperlinks') return;
    throw invalidArgument();
  }
  const used = usedArea(session.grid, range.sheetId, false);
  const part = used && intersection(used, area);
  if (part) writeCells(session.grid, range.sheetId, part, () => patch);
}

async function remove(range: RangeTarget, shift: string, session: Session): Promise<void> {
  const area = liveArea(range, session);
  const subUnitId = range.sheetId;
  const part = existingPart(area, subUnitId, session);
  if (isWholeRows(area)) {
    assertSheetWritable(subUnitId, session, 'allowDeleteRows');
    await session.grid.runAsync(RemoveRowByRangeCommand.id, { subUnitId, range: part });
    return;
  }
  if (isWholeColumns(area)) {
    assertSheetWritable(subUnitId, session, 'allowDeleteColumns');
    await session.grid.runAsync(RemoveColByRangeCommand.id, { subUnitId, range: part });
    return;
  }
  assertSheetWritable(subUnitId, session);
  if (shift !== 'Up' && shift !== 'Left') throw invalidArgument();
  const shorter = shift === 'Up' ? tablesCutBy(subUnitId, part, session) : [];
  const id = shift === 'Up' ? DeleteRangeMoveUpCommand.id : DeleteRangeMoveLeftCommand.id;
  await session.grid.runAsync(id, { subUnitId, range: part });
  for (const { table, endRow } of shorter) await shortenTable(table, endRow, session);
}

async function insert(range: RangeTarget, shift: string, session: Session): Promise<void> {
  const area = liveArea(range, session);
  const subUnitId = range.sheetId;
  const part = existingPart(area, subUnitId, session);
  if (isWholeRows(area)) {
    assertSheetWritable(subUnitId, session, 'allowInsertRows');
    await session.grid.runAsync(InsertRowByRangeCommand.id, {
      subUnitId,
      range: part,
      direction: Direction.UP,
    });
    return;
  }
  if (isWholeColumns(area)) {
    assertSheetWritable(subUnitId, session, 'allowInsertColumns');
    await session.grid.runAsync(InsertColByRangeCommand.id, {
      subUnitId,
      range: part,
      direction: Direction.LEFT,
    });
    return;
  }
  assertSheetWritable(subUnitId, session);
  if (shift !== 'Down' && shift !== 'Right') throw invalidArgument();
  await insertCells(subUnitId, part, shift, session);
}

/** Pushes cells down or right to make room. */
export async function insertCells(
  sheetId: string,
  area: Area,
  shift: 'Down' | 'Right',
  session: Session,
): Promise<void> {
  const id = shift === 'Down' ? InsertRangeMoveDownCommand.id : InsertRangeMoveRightCommand.id;
  await session.grid.runAsync(id, { subUnitId: sheetId, range: area });
}

async function merge(range: RangeTarget, across: boolean, session: Session): Promise<void> {
  assertWritable(range, session);
  const area = liveArea(range, session);
  const selections = across
    ? Array.from({ length: rowsIn(area) }, (_, index) => ({
        ...area,
        startRow: area.startRow + index,
        endRow: area.startRow + index,
      }))
    : [area];
  await session.grid.runAsync(AddWorksheetMergeCommand.id, { subUnitId: range.sheetId, selections });
}

/** Makes a range the selection, on its sheet. */
export function select(range: RangeTarget, session: Session): void {
  const area = existingPart(liveArea(range, session), range.sheetId, session);
  const { grid } = session;
  const subUnitId = range.sheetId;
  if (grid.activeSheet.getSheetId() !== subUnitId) grid.run(SetWorksheetActiveOperation.id, { subUnitId });
  const primary = {
    actualRow: area.startRow,
    actualColumn: area.startColumn,
    startRow: area.startRow,
    startColumn: area.startColumn,
    endRow: area.startRow,
    endColumn: area.startColumn,
    isMerged: false,
    isMergedMainCell: false,
  };
  grid.run(SetSelectionsOperation.id, {
    subUnitId,
    selections: [{ range: { ...area }, primary, style: null }],
    reveal: true,
  });
}

/** What changes the cells of a range, or where they are. */
export const editMethods: Readonly<Record<string, Method<RangeTarget>>> = {
  Clear: { run: (range, [what], session) => clear(range, String(what ?? 'All'), session) },
  Delete: { run: (range, [shift], session) => remove(range, String(shift), session) },
  Insert: {
    async run(range, [shift], session) {
      const { area } = range;
      await insert(range, String(shift), session);
      return rangeObject(new RangeTarget(range.sheetId, area));
    },
  },
  Merge: { run: (range, [across], session) => merge(range, across === true, session) },
  Unmerge: {
    async run(range, _args, session) {
      assertWritable(range, session);
      const ranges = [liveArea(range, session)];
      await session.grid.runAsync(RemoveWorksheetMergeCommand.id, { subUnitId: range.sheetId, ranges });
    },
  },
  Select: { run: (range, _args, session) => select(range, session) },
};
