import type { Worksheet } from '@univerjs/core';
import { hostObject, type HostObject, type ObjectType } from '../richapi/objects';
import type { Session } from '../session';
import { rangeObject } from './range/object';
import { numberArgument, rangeArgument, RangeTarget, rangeWithin, wholeSheet } from './range/target';

/** A sheet is known to a batch by its id: it may be deleted meanwhile. */
export class SheetTarget {
  constructor(readonly id: string) {}
}

/** Univer's sheet id in the form that Excel's ids have. */
export const sheetKey = (sheetId: string): string => `{${sheetId}}`;

const sheetOf = (target: SheetTarget, session: Session): Worksheet => session.grid.sheet(target.id);

export const worksheetObject = (sheetId: string): HostObject =>
  hostObject(worksheetType, new SheetTarget(sheetId));

export const worksheetType: ObjectType<SheetTarget> = {
  name: 'Worksheet',
  identity: (target, session) => ({ Id: sheetKey(sheetOf(target, session).getSheetId()) }),
  properties: {
    Id: { get: (target) => sheetKey(target.id) },
    Name: { get: (target, session) => sheetOf(target, session).getName() },
  },
  methods: {
    GetRange: {
      run: (target, [address], session) => {
        sheetOf(target, session);
        if (address === undefined || address === null)
          return rangeObject(new RangeTarget(target.id, wholeSheet));
        return rangeObject(rangeArgument(address, session.grid, target.id));
      },
    },
    GetCell: {
      run: (target, [row, column], session) => {
        sheetOf(target, session);
        const startRow = numberArgument(row);
        const startColumn = numberArgument(column);
        return rangeObject(
          rangeWithin(target.id, { startRow, endRow: startRow, startColumn, endColumn: startColumn }),
        );
      },
    },
  },
};
