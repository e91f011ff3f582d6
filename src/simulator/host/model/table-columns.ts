import { DeleteRangeMoveLeftCommand } from '@univerjs/sheets';
import { invalidArgument, itemAlreadyExists, itemNotFound } from '../richapi/errors';
import { hostObject, type Argument, type HostObject, type ObjectType } from '../richapi/objects';
import type { Json } from '../richapi/protocol';
import type { Session } from '../session';
import { columnsIn, rowsIn, type Area } from './address';
import { assertSheetWritable } from './protection';
import { contentProperties, writeEntries } from './range/content';
import { insertCells } from './range/edit';
import { rangeObject } from './range/object';
import { RangeTarget } from './range/target';
import { headings, isBlank, partsOf, resizeTable, type TableTarget } from './tables';

interface ColumnTarget {
  readonly table: TableTarget;
  /** Place in the table, from 0. */
  readonly index: number;
}

function columnRange(
  { table, index }: ColumnTarget,
  part: 'whole' | 'header' | 'body' | 'totals',
  session: Session,
): RangeTarget {
  const parts = partsOf(table, session);
  const area: Area | undefined = parts[part];
  if (!area || index >= columnsIn(parts.header)) throw itemNotFound();
  const column = area.startColumn + index;
  return new RangeTarget(parts.sheetId, { ...area, startColumn: column, endColumn: column });
}

const rangeMethod = (part: 'whole' | 'header' | 'body' | 'totals') => ({
  run: (target: ColumnTarget, _args: readonly Argument[], session: Session) =>
    rangeObject(columnRange(target, part, session)),
});

const values = contentProperties['Values'];

const columnType: ObjectType<ColumnTarget> = {
  name: 'TableColumn',
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: ({ table, index }, session) => headings(table, session)[index] ?? '',
      set: (target, value, session) => {
        if (typeof value !== 'string' || value === '') throw invalidArgument();
        const others = headings(target.table, session).filter((_, place) => place !== target.index);
        if (others.some((one) => one.toLowerCase() === value.toLowerCase())) throw itemAlreadyExists();
        writeEntries(columnRange(target, 'header', session), [[`'${value}`]], session);
      },
    },
    Values: {
      calculated: true,
      get: (target, session) => values?.get?.(columnRange(target, 'whole', session), session) ?? null,
      set: (target, value, session) => writeEntries(columnRange(target, 'whole', session), value, session),
    },
  },
  methods: {
    GetRange: rangeMethod('whole'),
    GetHeaderRowRange: rangeMethod('header'),
    GetDataBodyRange: rangeMethod('body'),
    GetTotalRowRange: rangeMethod('totals'),
    Delete: { run: remove },
  },
};

async function remove(target: ColumnTarget, _args: readonly Argument[], session: Session): Promise<void> {
  const { sheetId, area, whole } = partsOf(target.table, session);
  assertSheetWritable(sheetId, session);
  if (columnsIn(whole) === 1) throw invalidArgument();
  const column = whole.startColumn + target.index;
  const range = { ...whole, startColumn: column, endColumn: column };
  await session.grid.runAsync(DeleteRangeMoveLeftCommand.id, { subUnitId: sheetId, range });
  const after = partsOf(target.table, session).area;
  if (after.endColumn !== area.endColumn - 1)
    await resizeTable(target.table, { ...area, endColumn: area.endColumn - 1 }, session);
}

/** A heading that no other column has. */
function freeHeading(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  for (let number = 2; ; number++)
    if (!used.has(`${wanted}${number}`.toLowerCase())) return `${wanted}${number}`;
}

/** Excel's own headings: the blank ones get a name, the same ones a number, all become text. */
export function tidyHeadings(given: readonly string[], locale: string): string[] {
  const result: string[] = [];
  for (const [index, heading] of given.entries()) {
    const wanted = heading === '' ? `${locale === 'fr-FR' ? 'Colonne' : 'Column'}${index + 1}` : heading;
    result.push(freeHeading(wanted, result));
  }
  return result;
}

async function add(table: TableTarget, args: readonly Argument[], session: Session): Promise<HostObject> {
  const [place, given, name] = args;
  const { area, whole, sheetId } = partsOf(table, session);
  assertSheetWritable(sheetId, session);
  const count = columnsIn(area);
  const index = place === undefined || place === null || place === -1 ? count : Number(place);
  if (!Number.isInteger(index) || index < 0 || index > count) throw itemNotFound();
  const column = area.startColumn + index;
  const room = { ...whole, startColumn: column, endColumn: column };
  const atEnd = index === count;
  if (!atEnd || !isBlank(sheetId, room, session)) await insertCells(sheetId, room, 'Right', session);
  const after = partsOf(table, session).area;
  if (after.endColumn < area.endColumn + 1)
    await resizeTable(table, { ...area, endColumn: area.endColumn + 1 }, session);
  fill({ table, index }, given, name, session);
  return hostObject(columnType, { table, index });
}

/** Writes the heading and values of a new column; values may include the heading or not. */
function fill(target: ColumnTarget, given: Argument, name: Argument, session: Session): void {
  const taken = headings(target.table, session).filter((_, place) => place !== target.index);
  const { body } = partsOf(target.table, session);
  const cells = Array.isArray(given)
    ? (given as readonly (readonly Json[])[]).map((row) => row[0] ?? null)
    : [];
  const hasHeading = cells.length === rowsIn(body) + 1;
  if (cells.length > 0 && !hasHeading && cells.length !== rowsIn(body)) throw invalidArgument();
  const wanted = typeof name === 'string' && name !== '' ? name : hasHeading ? String(cells[0] ?? '') : '';
  const heading = freeHeading(wanted === '' ? `Colonne${target.index + 1}` : wanted, taken);
  writeEntries(columnRange(target, 'header', session), [[`'${heading}`]], session);
  const data = hasHeading ? cells.slice(1) : cells;
  if (data.length > 0)
    writeEntries(
      columnRange(target, 'body', session),
      data.map((one) => [one]),
      session,
    );
}

function find(table: TableTarget, key: Argument, session: Session): HostObject | null {
  const names = headings(table, session);
  const index =
    typeof key === 'number'
      ? key - 1
      : names.findIndex((one) => one.toLowerCase() === String(key).toLowerCase());
  return index >= 0 && index < names.length ? hostObject(columnType, { table, index }) : null;
}

function found(table: TableTarget, key: Argument, session: Session): HostObject {
  const column = find(table, key, session);
  if (!column) throw itemNotFound();
  return column;
}

const columnsType: ObjectType<TableTarget> = {
  name: 'TableColumnCollection',
  properties: { Count: { get: (table, session) => headings(table, session).length } },
  items: (table, session) =>
    headings(table, session).map((_, index) => hostObject(columnType, { table, index })),
  item: found,
  methods: {
    Add: { run: add },
    GetCount: { run: (table, _args, session) => headings(table, session).length },
    GetItem: { run: (table, [key], session) => found(table, key, session) },
    GetItemOrNullObject: { run: (table, [key], session) => find(table, key, session) },
    GetItemAt: {
      run: (table, [index], session) =>
        found(table, typeof index === 'number' && index >= 0 ? index + 1 : null, session),
    },
  },
};

export const columnsObject = (table: TableTarget): HostObject => hostObject(columnsType, table);
