import { CancelFrozenCommand, SetFrozenCommand } from '@univerjs/sheets';
import { invalidArgument } from '../richapi/errors';
import type { ObjectType } from '../richapi/objects';
import type { Session } from '../session';
import { columnsIn, rowsIn } from './address';
import { rangeObject } from './range/object';
import { liveArea, numberArgument, rangeArgument, RangeTarget } from './range/target';
import type { SheetTarget } from './sheet-target';

async function freeze(target: SheetTarget, rows: number, columns: number, session: Session): Promise<void> {
  if (rows < 0 || columns < 0) throw invalidArgument();
  await session.grid.runAsync(SetFrozenCommand.id, {
    subUnitId: target.id,
    startRow: rows > 0 ? rows : -1,
    startColumn: columns > 0 ? columns : -1,
    ySplit: rows,
    xSplit: columns,
  });
}

/** The frozen panes of a sheet. */
export const freezeType: ObjectType<SheetTarget> = {
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: { run: (target, [count], session) => freeze(target, numberArgument(count, 1), 0, session) },
    FreezeColumns: {
      run: (target, [count], session) => freeze(target, 0, numberArgument(count, 1), session),
    },
    FreezeAt: {
      run: (target, [range], session) => {
        const area = liveArea(rangeArgument(range, session.grid, target.id), session);
        return freeze(target, area.startRow + rowsIn(area), area.startColumn + columnsIn(area), session);
      },
    },
    Unfreeze: {
      run: (target, _args, session) =>
        session.grid.runAsync(CancelFrozenCommand.id, { subUnitId: target.id }),
    },
    GetLocationOrNullObject: {
      run: (target, _args, session) => {
        const { xSplit, ySplit } = session.grid.sheet(target.id).getFreeze();
        if (xSplit <= 0 && ySplit <= 0) return null;
        const wholeRows = xSplit <= 0;
        const wholeColumns = ySplit <= 0;
        return rangeObject(
          new RangeTarget(target.id, {
            startRow: 0,
            startColumn: 0,
            endRow: wholeColumns ? 1_048_575 : ySplit - 1,
            endColumn: wholeRows ? 16_383 : xSplit - 1,
          }),
        );
      },
    },
  },
};
