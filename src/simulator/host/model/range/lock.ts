import { cellReader, writeCells } from '../../core/cells';
import { invalidArgument } from '../../richapi/errors';
import type { ObjectType } from '../../richapi/objects';
import type { Session } from '../../session';
import { assertSheetWritable } from '../protection';
import { existingPart } from './style';
import { liveArea, type RangeTarget } from './target';

/** The one value of all cells of a range, or null when they differ. */
function isLocked(range: RangeTarget, session: Session): boolean | null {
  const cells = cellReader(session.grid, range.sheetId);
  const area = existingPart(liveArea(range, session), range.sheetId, session);
  const found = new Set<boolean>();
  for (let row = area.startRow; row <= area.endRow; row++)
    for (let column = area.startColumn; column <= area.endColumn; column++)
      found.add(cells.raw(row, column)?.custom?.['unlocked'] !== true);
  const [one] = found;
  return found.size === 1 && one !== undefined ? one : null;
}

/** What a protected sheet lets a person do with the cells of a range: kept with each cell. */
export const formatProtectionType: ObjectType<RangeTarget> = {
  name: 'FormatProtection',
  properties: {
    Locked: {
      get: isLocked,
      set(range, value, session) {
        if (typeof value !== 'boolean') throw invalidArgument();
        assertSheetWritable(range.sheetId, session);
        const area = existingPart(liveArea(range, session), range.sheetId, session);
        writeCells(session.grid, range.sheetId, area, () => ({ custom: value ? null : { unlocked: true } }));
      },
    },
    FormulaHidden: { get: () => false },
  },
};
