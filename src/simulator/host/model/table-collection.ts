import { AddSheetTableCommand } from '@univerjs/sheets-table';
import { cellReader } from '../core/cells';
import { EventType } from '../events/hub';
import { invalidArgument, itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { columnsIn, rowsIn, type Area } from './address';
import { eventMethods, WORKBOOK_TARGET } from './event-methods';
import { displayText, numberFormatAt } from './number-format';
import { assertSheetWritable } from './protection';
import { writeEntries } from './range/content';
import { insertCells } from './range/edit';
import { liveArea, rangeArgument, RangeTarget } from './range/target';
import { sheetKey } from './sheet-target';
import { tidyHeadings } from './table-columns';
import { tableObject } from './table';
import { allTables, assertFree, tableNamed, TableTarget } from './tables';

/** Tables of the workbook when the sheet is null, those of one sheet otherwise. */
interface Scope {
  readonly sheetId: string | null;
}

const tablesIn = ({ sheetId }: Scope, session: Session): TableTarget[] =>
  allTables(session.grid)
    .filter((one) => sheetId === null || one.subUnitId === sheetId)
    .map((one) => new TableTarget(one.id));

/** A name that no table has: Tableau1, Tableau2… */
function freeName(session: Session): string {
  const prefix = session.options.locale === 'fr-FR' ? 'Tableau' : 'Table';
  for (let number = 1; ; number++)
    if (!tableNamed(`${prefix}${number}`, session, null)) return `${prefix}${number}`;
}

/** The cells of the heading row become text, every one different. */
function writeHeadings(sheetId: string, area: Area, session: Session): void {
  const row = area.startRow;
  const cells = cellReader(session.grid, sheetId);
  const shown = Array.from({ length: columnsIn(area) }, (_, index) => {
    const column = area.startColumn + index;
    const format = numberFormatAt(session.grid, sheetId, row, column);
    return displayText(cells.value(row, column), format, session.options.locale);
  });
  const headings = tidyHeadings(shown, session.options.locale);
  const range = new RangeTarget(sheetId, { ...area, endRow: row });
  writeEntries(range, [headings.map((one) => `'${one}`)], session);
}

async function add(scope: Scope, args: readonly Argument[], session: Session): Promise<HostObject> {
  const [address, hasHeaders] = args;
  if (typeof hasHeaders !== 'boolean') throw invalidArgument();
  const home = scope.sheetId ?? session.grid.activeSheet.getSheetId();
  const range = rangeArgument(address, session.grid, home);
  if (scope.sheetId !== null && range.sheetId !== scope.sheetId) throw invalidArgument();
  assertSheetWritable(range.sheetId, session);
  const given = liveArea(range, session);
  let area = given;
  if (!hasHeaders) {
    // The data moves down one row to make place for headings.
    assertFree(range.sheetId, given, session);
    await insertCells(range.sheetId, { ...given, endRow: given.startRow }, 'Down', session);
    area = { ...given, endRow: given.endRow + 1 };
  }
  if (rowsIn(area) === 1) area = { ...area, endRow: area.endRow + 1 };
  assertFree(range.sheetId, area, session);
  await session.recalculation.settled();
  writeHeadings(range.sheetId, area, session);
  const before = new Set(allTables(session.grid).map((one) => one.id));
  await session.grid.runAsync(AddSheetTableCommand.id, {
    subUnitId: range.sheetId,
    range: area,
    name: freeName(session),
  });
  const created = allTables(session.grid).find((one) => !before.has(one.id));
  if (!created) throw invalidArgument();
  return tableObject(new TableTarget(created.id));
}

function found(scope: Scope, key: Argument | Json, session: Session): HostObject {
  const table = tableNamed(key, session, scope.sheetId);
  if (!table) throw itemNotFound();
  return tableObject(table);
}

const tablesType: ObjectType<Scope> = {
  name: 'TableCollection',
  properties: {
    Count: { get: (scope, session) => tablesIn(scope, session).length },
    _EventTargetId: { get: eventTarget },
  },
  item: found,
  items: (scope, session) => tablesIn(scope, session).map(tableObject),
  methods: {
    Add: { run: add },
    GetCount: { run: (scope, _args, session) => tablesIn(scope, session).length },
    GetItem: { run: (scope, [key], session) => found(scope, key, session) },
    GetItemOrNullObject: {
      run: (scope, [key], session) => {
        const table = tableNamed(key, session, scope.sheetId);
        return table ? tableObject(table) : null;
      },
    },
    GetItemAt: {
      run: (scope, [index], session) => {
        const table = tablesIn(scope, session)[Number(index)];
        if (!table) throw itemNotFound();
        return tableObject(table);
      },
    },
    ...eventMethods<Scope>(
      {
        DataChangedEvent: EventType.TableChanged,
        AddedEvent: EventType.TableAdded,
        DeletedEvent: EventType.TableDeleted,
      },
      eventTarget,
    ),
  },
};

function eventTarget({ sheetId }: Scope): string {
  return sheetId === null ? WORKBOOK_TARGET : sheetKey(sheetId);
}

export const tablesObject = (sheetId: string | null): HostObject => hostObject(tablesType, { sheetId });
