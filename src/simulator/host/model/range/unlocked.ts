import { cellReader } from '../../core/cells';
import type { Session } from '../../session';
import { columnsIn, rowsIn } from '../address';
import { liveArea, type RangeTarget } from './target';

/** Beyond it, a range is whole columns or rows, which nobody unlocks cell by cell. */
const MAX_CELLS = 1_000_000;

/** True when every cell of a range may be changed on a protected sheet. */
export function isUnlocked(range: RangeTarget, session: Session): boolean {
  const area = liveArea(range, session);
  if (rowsIn(area) * columnsIn(area) > MAX_CELLS) return false;
  const cells = cellReader(session.grid, range.sheetId);
  for (let row = area.startRow; row <= area.endRow; row++)
    for (let column = area.startColumn; column <= area.endColumn; column++)
      if (cells.raw(row, column)?.custom?.['unlocked'] !== true) return false;
  return true;
}
