import type { Grid } from '../../core/grid';
import { invalidArgument, invalidReference } from '../../richapi/errors';
import { HostObject, type Argument } from '../../richapi/objects';
import type { Session } from '../../session';
import { fullAddress, MAX_COLUMNS, MAX_ROWS, parseAddress, type Area } from '../address';

/** A range that a batch holds. Its area moves when rows or columns are inserted before it. */
export class RangeTarget {
  /** Set once its cells are deleted: Excel then refuses the reference. */
  lost = false;

  constructor(
    readonly sheetId: string,
    public area: Area,
  ) {}
}

/** The area of a live range, on a sheet that still exists. */
export function liveArea(range: RangeTarget, session: Session): Area {
  session.grid.sheet(range.sheetId);
  if (range.lost) throw invalidReference();
  return range.area;
}

export const addressOf = (range: RangeTarget, session: Session): string =>
  fullAddress(session.grid.sheet(range.sheetId).getName(), liveArea(range, session));

/** A range at a place that may lie outside the sheet: Excel answers InvalidArgument. */
export function rangeWithin(sheetId: string, area: Area): RangeTarget {
  const outside =
    area.startRow < 0 || area.startColumn < 0 || area.endRow >= MAX_ROWS || area.endColumn >= MAX_COLUMNS;
  if (outside || area.endRow < area.startRow || area.endColumn < area.startColumn) throw invalidArgument();
  return new RangeTarget(sheetId, area);
}

export const wholeSheet: Area = {
  startRow: 0,
  endRow: MAX_ROWS - 1,
  startColumn: 0,
  endColumn: MAX_COLUMNS - 1,
};

/** The range argument of a method: a Range object, or an address (seen from a sheet). */
export function rangeArgument(argument: Argument, grid: Grid, sheetId: string): RangeTarget {
  if (argument instanceof HostObject) {
    if (argument.target instanceof RangeTarget) return argument.target;
    throw invalidArgument();
  }
  if (typeof argument !== 'string') throw invalidArgument();
  const parsed = parseAddress(argument);
  if (!parsed) throw invalidArgument();
  if (parsed.sheet === undefined) return new RangeTarget(sheetId, parsed.area);
  const sheet = grid.sheetNamed(parsed.sheet);
  if (!sheet) throw invalidArgument();
  return new RangeTarget(sheet.getSheetId(), parsed.area);
}

export function numberArgument(argument: Argument, fallback?: number): number {
  if (typeof argument === 'number') return argument;
  if ((argument === undefined || argument === null) && fallback !== undefined) return fallback;
  throw invalidArgument();
}

export function textArgument(argument: Argument, fallback?: string): string {
  if (typeof argument === 'string') return argument;
  if ((argument === undefined || argument === null) && fallback !== undefined) return fallback;
  throw invalidArgument();
}
