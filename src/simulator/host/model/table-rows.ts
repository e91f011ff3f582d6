import { DeleteRangeMoveUpCommand } from '@univerjs/sheets';
import { invalidArgument, itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { columnsIn } from './address';
import { calculatedColumns, fillCalculated } from './calculated-columns';
import { assertSheetWritable } from './protection';
import { contentProperties, writeEntries } from './range/content';
import { rangeObject } from './range/object';
import { RangeTarget } from './range/target';
import { dataRows, isEmptyTable, makeRoom, partsOf, resizeTable, type TableTarget } from './tables';

interface RowTarget {
  readonly table: TableTarget;
  readonly index: number;
}

function rangeOf({ table, index }: RowTarget, session: Session): RangeTarget {
  const { body, sheetId } = partsOf(table, session);
  const row = body.startRow + index;
  if (index < 0 || row > body.endRow) throw itemNotFound();
  return new RangeTarget(sheetId, { ...body, startRow: row, endRow: row });
}

const values = contentProperties['Values'];

const rowType: ObjectType<RowTarget> = {
  name: 'TableRow',
  properties: {
    Index: { get: ({ index }) => index },
    Values: {
      calculated: true,
      get: (target, session) => values?.get?.(rangeOf(target, session), session) ?? null,
      set: (target, value, session) => writeEntries(rangeOf(target, session), value, session),
    },
  },
  methods: {
    GetRange: { run: (target, _args, session) => rangeObject(rangeOf(target, session)) },
    Delete: { run: ({ table, index }, _args, session) => removeRows(table, [index], session) },
  },
};

/** The rows to add, as a table of values: one row may be given alone. */
function rowsGiven(argument: Argument, width: number): readonly (readonly Json[])[] {
  if (argument === undefined || argument === null) return [Array.from({ length: width }, () => null)];
  if (!Array.isArray(argument)) throw invalidArgument();
  const rows = (Array.isArray(argument[0]) ? argument : [argument]) as readonly (readonly Json[])[];
  if (rows.some((row) => row.length !== width)) throw invalidArgument();
  return rows;
}

async function add(table: TableTarget, args: readonly Argument[], session: Session): Promise<HostObject> {
  const [index, given] = args;
  const before = partsOf(table, session);
  assertSheetWritable(before.sheetId, session);
  const rows = rowsGiven(given, columnsIn(before.body));
  const count = dataRows(table, session);
  const at = index === undefined || index === null || index === -1 ? count : Number(index);
  if (!Number.isInteger(at) || at < 0 || at > count) throw itemNotFound();
  const fillsBlank = isEmptyTable(table, session);
  const calculated = calculatedColumns(table, session);
  const added = rows.length - (fillsBlank ? 1 : 0);
  if (added > 0) await insertRows(table, fillsBlank ? 1 : at, added, session);
  const { body, sheetId } = partsOf(table, session);
  const startRow = body.startRow + at;
  const range = new RangeTarget(sheetId, { ...body, startRow, endRow: startRow + rows.length - 1 });
  // Before the values: one that is given takes the place of the formula.
  fillCalculated(table, calculated, { startRow, endRow: startRow + rows.length - 1 }, session);
  writeEntries(range, rows, session);
  return hostObject(rowType, { table, index: at });
}

/** Inserts blank rows before a data row; what is under the table moves when it is in the way. */
async function insertRows(table: TableTarget, at: number, count: number, session: Session): Promise<void> {
  const { area, body, sheetId, totals } = partsOf(table, session);
  const line = body.startRow + at;
  const inside = line <= body.endRow;
  const below = { ...body, startRow: line, endRow: line };
  await makeRoom(sheetId, below, count, session, inside || totals !== undefined);
  const after = partsOf(table, session).area;
  // The grid already stretched the table when cells were pushed down inside it.
  if (after.endRow < area.endRow + count)
    await resizeTable(table, { ...area, endRow: area.endRow + count }, session);
}

/** Deletes data rows; a table keeps one blank row. */
async function removeRows(table: TableTarget, indexes: readonly number[], session: Session): Promise<void> {
  const { sheetId } = partsOf(table, session);
  assertSheetWritable(sheetId, session);
  for (const index of [...indexes].sort((one, other) => other - one)) {
    const { area, body } = partsOf(table, session);
    const row = body.startRow + index;
    if (row < body.startRow || row > body.endRow) throw itemNotFound();
    const range = { ...body, startRow: row, endRow: row };
    if (body.startRow === body.endRow) {
      const blank = Array.from({ length: columnsIn(body) }, () => '');
      writeEntries(new RangeTarget(sheetId, range), [blank], session);
      continue;
    }
    await session.grid.runAsync(DeleteRangeMoveUpCommand.id, { subUnitId: sheetId, range });
    const after = partsOf(table, session).area;
    if (after.endRow !== area.endRow - 1)
      await resizeTable(table, { ...area, endRow: area.endRow - 1 }, session);
  }
}

const rowAt = (table: TableTarget, index: Argument, session: Session): HostObject => {
  if (typeof index !== 'number' || index < 0 || index >= dataRows(table, session)) throw itemNotFound();
  return hostObject(rowType, { table, index });
};

const rowsType: ObjectType<TableTarget> = {
  name: 'TableRowCollection',
  properties: { Count: { get: dataRows } },
  items: (table, session) =>
    Array.from({ length: dataRows(table, session) }, (_, index) => hostObject(rowType, { table, index })),
  item: (table, key, session) => rowAt(table, key, session),
  methods: {
    Add: { run: add },
    GetCount: { run: (table, _args, session) => dataRows(table, session) },
    GetItemAt: { run: (table, [index], session) => rowAt(table, index, session) },
    DeleteRowsAt: {
      run: (table, [index, count], session) =>
        removeRows(
          table,
          Array.from({ length: Number(count ?? 1) }, (_, offset) => Number(index) + offset),
          session,
        ),
    },
  },
};

export const rowsObject = (table: TableTarget): HostObject => hostObject(rowsType, table);
