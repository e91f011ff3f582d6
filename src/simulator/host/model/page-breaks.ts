import { itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Session } from '../session';
import { changeExtras, extrasOf } from './extras';
import { rangeObject } from './range/object';
import { liveArea, rangeArgument, RangeTarget } from './range/target';

/** The breaks that somebody put in a sheet, before rows or before columns: kept with its print layout. */
interface BreaksTarget {
  readonly sheetId: string;
  readonly axis: 'RowBreaks' | 'ColumnBreaks';
}

interface BreakTarget extends BreaksTarget {
  /** The row or column, from 0, that begins a page. */
  readonly before: number;
}

function breaksOf({ sheetId, axis }: BreaksTarget, session: Session): readonly number[] {
  const found = extrasOf(session.grid).pageLayouts[sheetId]?.[axis];
  return Array.isArray(found) ? (found as number[]) : [];
}

function keep({ sheetId, axis }: BreaksTarget, breaks: readonly number[], session: Session): void {
  const { pageLayouts } = extrasOf(session.grid);
  changeExtras(session.grid, {
    pageLayouts: { ...pageLayouts, [sheetId]: { ...pageLayouts[sheetId], [axis]: [...breaks] } },
  });
}

const breakType: ObjectType<BreakTarget> = {
  name: 'PageBreak',
  identity: ({ before }) => ({ _Id: String(before) }),
  properties: {
    RowIndex: { get: ({ axis, before }) => (axis === 'RowBreaks' ? before : 0) },
    ColumnIndex: { get: ({ axis, before }) => (axis === 'ColumnBreaks' ? before : 0) },
  },
  methods: {
    Delete: {
      run: (target, _args, session) =>
        keep(
          target,
          breaksOf(target, session).filter((one) => one !== target.before),
          session,
        ),
    },
    GetCellAfterBreak: {
      run: ({ sheetId, axis, before }) => {
        const [row, column] = axis === 'RowBreaks' ? [before, 0] : [0, before];
        const area = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        return rangeObject(new RangeTarget(sheetId, area));
      },
    },
  },
};

const objects = (target: BreaksTarget, session: Session): HostObject[] =>
  breaksOf(target, session).map((before) => hostObject<BreakTarget>(breakType, { ...target, before }));

const item = (target: BreaksTarget, index: Argument, session: Session): HostObject => {
  const found = objects(target, session)[Number(index)];
  if (!found) throw itemNotFound();
  return found;
};

const collectionType: ObjectType<BreaksTarget> = {
  name: 'PageBreakCollection',
  items: objects,
  item,
  methods: {
    Add: {
      run: (target, [range], session) => {
        const { startRow, startColumn } = liveArea(
          rangeArgument(range, session.grid, target.sheetId),
          session,
        );
        const before = target.axis === 'RowBreaks' ? startRow : startColumn;
        const breaks = [...new Set([...breaksOf(target, session), before])].sort((one, other) => one - other);
        keep(target, breaks, session);
        return hostObject<BreakTarget>(breakType, { ...target, before });
      },
    },
    GetCount: { run: (target, _args, session) => breaksOf(target, session).length },
    RemovePageBreaks: { run: (target, _args, session) => keep(target, [], session) },
  },
};

export const pageBreaksObject = (sheetId: string, axis: BreaksTarget['axis']): HostObject =>
  hostObject<BreaksTarget>(collectionType, { sheetId, axis });
