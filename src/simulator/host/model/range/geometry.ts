import { invalidArgument, itemNotFound } from '../../richapi/errors';
import type { Method } from '../../richapi/objects';
import type { Session } from '../../session';
import {
  columnsIn,
  intersection,
  isWholeColumns,
  isWholeRows,
  MAX_COLUMNS,
  MAX_ROWS,
  rowsIn,
  union,
  type Area,
} from '../address';
import { usedArea } from '../used-area';
import { rangeObject } from './object';
import { liveArea, numberArgument, rangeArgument, rangeWithin, RangeTarget } from './target';

/** A range on the same sheet, at an area computed from this one's. */
const derived = (range: RangeTarget, area: Area) => rangeObject(rangeWithin(range.sheetId, area));

const move =
  (change: (area: Area, args: readonly number[]) => Area, count: number): Method<RangeTarget>['run'] =>
  (range, args, session) => {
    const numbers = Array.from({ length: count }, (_, index) =>
      numberArgument(args[index], index < 2 ? 0 : 1),
    );
    return derived(range, change(liveArea(range, session), numbers));
  };

const meet = (range: RangeTarget, argument: Parameters<typeof rangeArgument>[0], session: Session) => {
  const other = rangeArgument(argument, session.grid, range.sheetId);
  if (other.sheetId !== range.sheetId) throw invalidArgument();
  return { one: liveArea(range, session), other: liveArea(other, session) };
};

/** Rows or columns beside a range: a negative count goes the other way. */
function beside(area: Area, count: number, side: 'after' | 'before' | 'below' | 'above'): Area {
  if (count === 0) throw invalidArgument();
  const length = Math.abs(count);
  if (side === 'after' || side === 'before') {
    const after = (side === 'after') === count > 0;
    const startColumn = after ? area.endColumn + 1 : area.startColumn - length;
    return { ...area, startColumn, endColumn: startColumn + length - 1 };
  }
  const below = (side === 'below') === count > 0;
  const startRow = below ? area.endRow + 1 : area.startRow - length;
  return { ...area, startRow, endRow: startRow + length - 1 };
}

const besideMethod = (side: Parameters<typeof beside>[2]): Method<RangeTarget> => ({
  run: (range, [count], session) =>
    derived(range, beside(liveArea(range, session), numberArgument(count, 1), side)),
});

function usedWithin(range: RangeTarget, valuesOnly: boolean, session: Session): RangeTarget | undefined {
  const area = usedArea(session.grid, range.sheetId, valuesOnly, liveArea(range, session));
  return area && new RangeTarget(range.sheetId, area);
}

/** Ranges found from a range: no cell is read or written, except for the used part. */
export const geometryMethods: Readonly<Record<string, Method<RangeTarget>>> = {
  GetCell: {
    run: (range, [row, column], session) => {
      const area = liveArea(range, session);
      const startRow = area.startRow + numberArgument(row);
      const startColumn = area.startColumn + numberArgument(column);
      return derived(range, { startRow, endRow: startRow, startColumn, endColumn: startColumn });
    },
  },
  GetOffsetRange: {
    run: move(
      (area, [rows = 0, columns = 0]) => ({
        startRow: area.startRow + rows,
        endRow: area.endRow + rows,
        startColumn: area.startColumn + columns,
        endColumn: area.endColumn + columns,
      }),
      2,
    ),
  },
  GetResizedRange: {
    run: move(
      (area, [rows = 0, columns = 0]) => ({
        ...area,
        endRow: area.endRow + rows,
        endColumn: area.endColumn + columns,
      }),
      2,
    ),
  },
  GetAbsoluteResizedRange: {
    run: (range, [rows, columns], session) => {
      const { startRow, startColumn } = liveArea(range, session);
      const endRow = startRow + numberArgument(rows) - 1;
      const endColumn = startColumn + numberArgument(columns) - 1;
      return derived(range, { startRow, startColumn, endRow, endColumn });
    },
  },
  GetRow: {
    run: (range, [index], session) => {
      const area = liveArea(range, session);
      const row = area.startRow + numberArgument(index);
      if (row > area.endRow || row < area.startRow) throw invalidArgument();
      return derived(range, { ...area, startRow: row, endRow: row });
    },
  },
  GetColumn: {
    run: (range, [index], session) => {
      const area = liveArea(range, session);
      const column = area.startColumn + numberArgument(index);
      if (column > area.endColumn || column < area.startColumn) throw invalidArgument();
      return derived(range, { ...area, startColumn: column, endColumn: column });
    },
  },
  GetEntireRow: {
    run: (range, _args, session) =>
      derived(range, { ...liveArea(range, session), startColumn: 0, endColumn: MAX_COLUMNS - 1 }),
  },
  GetEntireColumn: {
    run: (range, _args, session) =>
      derived(range, { ...liveArea(range, session), startRow: 0, endRow: MAX_ROWS - 1 }),
  },
  GetLastCell: {
    run: (range, _args, session) => {
      const { endRow, endColumn } = liveArea(range, session);
      return derived(range, { startRow: endRow, endRow, startColumn: endColumn, endColumn });
    },
  },
  GetLastRow: {
    run: (range, _args, session) => {
      const area = liveArea(range, session);
      return derived(range, { ...area, startRow: area.endRow });
    },
  },
  GetLastColumn: {
    run: (range, _args, session) => {
      const area = liveArea(range, session);
      return derived(range, { ...area, startColumn: area.endColumn });
    },
  },
  GetColumnsAfter: besideMethod('after'),
  GetColumnsBefore: besideMethod('before'),
  GetRowsBelow: besideMethod('below'),
  GetRowsAbove: besideMethod('above'),
  GetBoundingRect: {
    run: (range, [argument], session) => {
      const { one, other } = meet(range, argument, session);
      return derived(range, union(one, other));
    },
  },
  GetIntersection: {
    run: (range, [argument], session) => {
      const { one, other } = meet(range, argument, session);
      const area = intersection(one, other);
      if (!area) throw itemNotFound();
      return derived(range, area);
    },
  },
  GetIntersectionOrNullObject: {
    run: (range, [argument], session) => {
      const { one, other } = meet(range, argument, session);
      const area = intersection(one, other);
      return area ? derived(range, area) : null;
    },
  },
  GetUsedRange: {
    calculated: true,
    // A range without anything in it answers with its first cell.
    run: (range, [valuesOnly], session) => {
      const found = usedWithin(range, valuesOnly === true, session);
      const { startRow, startColumn } = liveArea(range, session);
      return found
        ? rangeObject(found)
        : derived(range, { startRow, endRow: startRow, startColumn, endColumn: startColumn });
    },
  },
  GetUsedRangeOrNullObject: {
    calculated: true,
    run: (range, [valuesOnly], session) => {
      const found = usedWithin(range, valuesOnly === true, session);
      return found ? rangeObject(found) : null;
    },
  },
};

/** Where a range is and how large. */
export const placeOf = (area: Area) => ({
  RowIndex: area.startRow,
  ColumnIndex: area.startColumn,
  RowCount: rowsIn(area),
  ColumnCount: columnsIn(area),
  CellCount: rowsIn(area) * columnsIn(area) > 2_147_483_647 ? -1 : rowsIn(area) * columnsIn(area),
  IsEntireColumn: isWholeColumns(area),
  IsEntireRow: isWholeRows(area),
});
