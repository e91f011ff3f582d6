import { DeleteSheetTableCommand, SetSheetTableCommand } from '@univerjs/sheets-table';
import { EMPTY_CONTENT, writeCells } from '../core/cells';
import { EventType } from '../events/hub';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../richapi/errors';
import {
  hostObject,
  type Argument,
  type HostObject,
  type Method,
  type ObjectType,
  type Property,
} from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { parseAddress, rowsIn, type Area } from './address';
import { eventMethods } from './event-methods';
import { renameInFormulas } from './formulas';
import { nameNamed } from './names';
import { assertSheetWritable } from './protection';
import { writeEntries } from './range/content';
import { rangeObject } from './range/object';
import { liveArea, rangeArgument, RangeTarget } from './range/target';
import { calculatedColumns, fillCalculated } from './calculated-columns';
import { columnsObject } from './table-columns';
import { rowsObject } from './table-rows';
import {
  allTables,
  changeTableExtras,
  makeRoom,
  partsOf,
  resizeTable,
  tableExtras,
  tableInfo,
  tableKey,
  type TableTarget,
} from './tables';
import { worksheetObject } from './worksheet';

/** Excel's rules on the name of a table; it shares its space with defined names. */
function checkTableName(name: Json | undefined, session: Session, except?: string): string {
  if (typeof name !== 'string' || name.length > 255 || !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name))
    throw invalidArgument();
  if (parseAddress(name) || /^[rc]$/iu.test(name)) throw invalidArgument();
  const same = (one: string) => one.toLowerCase() === name.toLowerCase();
  if (allTables(session.grid).some((one) => one.id !== except && same(one.name))) throw itemAlreadyExists();
  if (nameNamed(name, session, null)) throw itemAlreadyExists();
  return name;
}

/** A member that the grid does not draw, kept with the table. */
const kept = (name: string, byDefault: Json): Property<TableTarget> => ({
  get: (target, session) => {
    tableInfo(target, session);
    return tableExtras(target.id, session.grid)[name] ?? byDefault;
  },
  set: (target, value, session) => {
    tableInfo(target, session);
    changeTableExtras(target.id, { [name]: value }, session.grid);
  },
});

const part = (name: 'whole' | 'header' | 'body' | 'totals'): Method<TableTarget> => ({
  run: (target, _args, session) => {
    const parts = partsOf(target, session);
    const area: Area | undefined = parts[name];
    if (!area) throw itemNotFound();
    return rangeObject(new RangeTarget(parts.sheetId, area));
  },
});

async function rename(target: TableTarget, value: Json, session: Session): Promise<void> {
  const { name } = tableInfo(target, session);
  const wanted = checkTableName(value, session, target.id);
  if (wanted === name) return;
  await session.grid.runAsync(SetSheetTableCommand.id, {
    tableId: target.id,
    oldTableName: name,
    name: wanted,
  });
  renameInFormulas(name, wanted, session);
}

async function showTotals(target: TableTarget, value: Json, session: Session): Promise<void> {
  const before = partsOf(target, session);
  if ((value === true) === (before.totals !== undefined)) return;
  assertSheetWritable(before.sheetId, session);
  if (value === true) {
    const below = { ...before.area, startRow: before.area.endRow + 1, endRow: before.area.endRow + 1 };
    await makeRoom(before.sheetId, below, 1, session, false);
    changeTableExtras(target.id, { showTotals: true }, session.grid);
    const first = { ...below, endColumn: below.startColumn };
    writeEntries(new RangeTarget(before.sheetId, first), [['Total']], session);
    return;
  }
  if (before.totals) writeCells(session.grid, before.sheetId, before.totals, () => EMPTY_CONTENT);
  changeTableExtras(target.id, { showTotals: false }, session.grid);
}

/** The headings stay where they are: Excel refuses a range that begins on another row. */
async function resize(target: TableTarget, argument: Argument, session: Session): Promise<void> {
  const { sheetId, area } = partsOf(target, session);
  assertSheetWritable(sheetId, session);
  const range = rangeArgument(argument, session.grid, sheetId);
  const wanted = liveArea(range, session);
  if (range.sheetId !== sheetId || wanted.startRow !== area.startRow) throw invalidArgument();
  if (wanted.startColumn > area.endColumn || wanted.endColumn < area.startColumn) throw invalidArgument();
  if (rowsIn(wanted) < 2) throw invalidArgument();
  const calculated = calculatedColumns(target, session);
  await resizeTable(target, wanted, session);
  const added = { startRow: area.endRow + 1, endRow: wanted.endRow };
  if (added.endRow >= added.startRow) fillCalculated(target, calculated, added, session);
}

async function convert(target: TableTarget, session: Session): Promise<HostObject> {
  const { sheetId, whole } = partsOf(target, session);
  await session.grid.runAsync(DeleteSheetTableCommand.id, { subUnitId: sheetId, tableId: target.id });
  return rangeObject(new RangeTarget(sheetId, whole));
}

async function remove(target: TableTarget, session: Session): Promise<void> {
  const { sheetId, whole } = partsOf(target, session);
  assertSheetWritable(sheetId, session);
  await convert(target, session);
  writeCells(session.grid, sheetId, whole, () => ({ ...EMPTY_CONTENT, s: null }));
}

const tableType: ObjectType<TableTarget> = {
  name: 'Table',
  identity: (target, session) => ({ Id: tableKey(tableInfo(target, session).id) }),
  properties: {
    Id: { get: (target) => tableKey(target.id) },
    Name: { get: (target, session) => tableInfo(target, session).name, set: rename },
    Style: kept('style', 'TableStyleMedium2'),
    ShowHeaders: { get: (target, session) => tableInfo(target, session).showHeader },
    ShowTotals: {
      get: (target, session) => partsOf(target, session).totals !== undefined,
      set: showTotals,
    },
    ShowFilterButton: kept('showFilterButton', true),
    ShowBandedRows: kept('showBandedRows', true),
    ShowBandedColumns: kept('showBandedColumns', false),
    HighlightFirstColumn: kept('highlightFirstColumn', false),
    HighlightLastColumn: kept('highlightLastColumn', false),
    LegacyId: {
      get: (target, session) => String(allTables(session.grid).findIndex((one) => one.id === target.id) + 1),
    },
  },
  links: {
    Columns: { to: columnsObject },
    Rows: { to: rowsObject },
    Worksheet: { to: (target, session) => worksheetObject(tableInfo(target, session).subUnitId) },
  },
  methods: {
    GetRange: part('whole'),
    GetHeaderRowRange: part('header'),
    GetDataBodyRange: part('body'),
    GetTotalRowRange: part('totals'),
    Resize: { run: (target, [range], session) => resize(target, range, session) },
    ConvertToRange: { run: (target, _args, session) => convert(target, session) },
    Delete: { run: (target, _args, session) => remove(target, session) },
    ...eventMethods<TableTarget>(
      { DataChangedEvent: EventType.TableChanged, SelectionChangedEvent: EventType.TableSelectionChanged },
      (target) => tableKey(target.id),
    ),
  },
};

export const tableObject = (target: TableTarget): HostObject => hostObject(tableType, target);
