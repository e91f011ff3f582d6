import { itemNotFound } from '../richapi/errors';
import { hostObject, type HostObject, type ObjectType } from '../richapi/objects';
import type { Session } from '../session';
import { contains, intersection } from './address';
import { liveArea, type RangeTarget } from './range/target';
import { tableObject } from './table';
import { allTables, partsOf, TableTarget } from './tables';

const type: ObjectType<readonly TableTarget[]> = {
  name: 'TableScopedCollection',
  items: (tables) => tables.map(tableObject),
  item: (tables, key, session) => named(tables, key, session),
  methods: {
    GetCount: { run: (tables) => tables.length },
    GetFirst: { run: ([table]) => (table ? tableObject(table) : missing()) },
    GetItem: { run: (tables, [key], session) => named(tables, key, session) },
  },
};

function missing(): never {
  throw itemNotFound();
}

function named(tables: readonly TableTarget[], key: unknown, session: Session): HostObject {
  const table = tables.find(
    ({ id }) => `{${id}}` === key || allTables(session.grid).some((one) => one.id === id && one.name === key),
  );
  return table ? tableObject(table) : missing();
}

/** The tables that a range meets; wholly inside it when said. */
export function tablesMeeting(range: RangeTarget, whole: boolean, session: Session): HostObject {
  const area = liveArea(range, session);
  const tables = allTables(session.grid)
    .filter((one) => one.subUnitId === range.sheetId)
    .map((one) => new TableTarget(one.id))
    .filter((one) => {
      const part = partsOf(one, session).whole;
      return whole ? contains(area, part) : intersection(area, part) !== undefined;
    });
  return hostObject(type, tables);
}
