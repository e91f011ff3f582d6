import { invalidArgument, itemNotFound } from '../richapi/errors';
import type { Argument, Method } from '../richapi/objects';
import type { Session } from '../session';
import { parseAddress } from './address';
import { areasObject } from './areas';
import { nameNamed, rangeOfName } from './names';
import { rangeObject } from './range/object';
import { numberArgument, rangeArgument, RangeTarget, rangeWithin, wholeSheet } from './range/target';
import type { SheetTarget } from './sheet-target';
import { usedArea } from './used-area';
import { findIn } from './find';

/** The range of an address or of a name, seen from a sheet. */
function rangeAt(target: SheetTarget, address: Argument, session: Session): RangeTarget {
  session.grid.sheet(target.id);
  if (address === undefined || address === null || address === '')
    return new RangeTarget(target.id, wholeSheet);
  if (typeof address === 'string' && !parseAddress(address)) {
    const named = nameNamed(address, session, target.id);
    const range = named && rangeOfName(named, session);
    if (range?.sheetId === target.id) return range;
  }
  return rangeArgument(address, session.grid, target.id);
}

function used(target: SheetTarget, valuesOnly: Argument, session: Session): RangeTarget | undefined {
  session.grid.sheet(target.id);
  const area = usedArea(session.grid, target.id, valuesOnly === true);
  return area && new RangeTarget(target.id, area);
}

/** Ranges obtained from a sheet. */
export const worksheetMethods: Readonly<Record<string, Method<SheetTarget>>> = {
  GetRange: { run: (target, [address], session) => rangeObject(rangeAt(target, address, session)) },
  GetCell: {
    run: (target, [row, column], session) => {
      session.grid.sheet(target.id);
      const startRow = numberArgument(row);
      const startColumn = numberArgument(column);
      return rangeObject(
        rangeWithin(target.id, { startRow, endRow: startRow, startColumn, endColumn: startColumn }),
      );
    },
  },
  GetRangeByIndexes: {
    run: (target, args, session) => {
      session.grid.sheet(target.id);
      const [startRow = 0, startColumn = 0, rows = 0, columns = 0] = [0, 1, 2, 3].map((index) =>
        numberArgument(args[index]),
      );
      return rangeObject(
        rangeWithin(target.id, {
          startRow,
          startColumn,
          endRow: startRow + rows - 1,
          endColumn: startColumn + columns - 1,
        }),
      );
    },
  },
  GetRanges: {
    run: (target, [address], session) => {
      if (typeof address !== 'string') return areasObject([rangeAt(target, address, session)]);
      return areasObject(address.split(',').map((one) => rangeAt(target, one.trim(), session)));
    },
  },
  GetUsedRange: {
    calculated: true,
    // A blank sheet answers with its first cell.
    run: (target, [valuesOnly], session) =>
      rangeObject(
        used(target, valuesOnly, session) ??
          new RangeTarget(target.id, { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 }),
      ),
  },
  GetUsedRangeOrNullObject: {
    calculated: true,
    run: (target, [valuesOnly], session) => {
      const range = used(target, valuesOnly, session);
      return range ? rangeObject(range) : null;
    },
  },
  FindAll: {
    calculated: true,
    run: (target, [text, criteria], session) => {
      const found = findAll(target, text, criteria, session);
      if (found.length === 0) throw itemNotFound();
      return areasObject(found);
    },
  },
  FindAllOrNullObject: {
    calculated: true,
    run: (target, [text, criteria], session) => {
      const found = findAll(target, text, criteria, session);
      return found.length > 0 ? areasObject(found) : null;
    },
  },
};

function findAll(target: SheetTarget, text: Argument, criteria: Argument, session: Session): RangeTarget[] {
  if (typeof text !== 'string') throw invalidArgument();
  const area = usedArea(session.grid, target.id, true);
  return area ? findIn(new RangeTarget(target.id, area), text, criteria, session) : [];
}
