import { FormulaDataModel } from '@univerjs/engine-formula';
import {
  SetColHiddenCommand,
  SetRowHiddenCommand,
  SetSpecificColsVisibleCommand,
  SetSpecificRowsVisibleCommand,
} from '@univerjs/sheets';
import { itemNotFound } from '../../richapi/errors';
import { hostObject, type HostObject, type Method, type ObjectType } from '../../richapi/objects';
import type { Session } from '../../session';
import { contains, intersection, type Area } from '../address';
import { areasObject, workbookAreas } from '../areas';
import { findIn } from '../find';
import { hyperlinkProperty } from '../hyperlinks';
import { dependents, precedents } from '../precedents';
import { conditionalFormatsType, validationType } from '../rules';
import { tablesMeeting } from '../table-search';
import { worksheetObject } from '../worksheet';
import { contentProperties } from './content';
import { copyFrom } from './copy';
import { editMethods } from './edit';
import { formatType } from './format';
import { geometryMethods, placeOf } from './geometry';
import { rangeObject } from './object';
import { existingPart } from './style';
import { addressOf, liveArea, RangeTarget, textArgument } from './target';

const place = (name: keyof ReturnType<typeof placeOf>) => ({
  get: (range: RangeTarget, session: Session) => placeOf(liveArea(range, session))[name],
});

/** The spill that begins at, or covers, the first cell of a range. */
function spill(
  range: RangeTarget,
  session: Session,
  isParent: boolean,
): { parent: Area; area: Area } | undefined {
  const { startRow, startColumn } = liveArea(range, session);
  const cell = { startRow, endRow: startRow, startColumn, endColumn: startColumn };
  const model = session.grid.injector.get(FormulaDataModel);
  const ranges = model.getArrayFormulaRange()[session.grid.unitId]?.[range.sheetId] ?? {};
  for (const [row, cells] of Object.entries(ranges))
    for (const [column, found] of Object.entries(cells ?? {}) as [string, Area | null][]) {
      if (!found) continue;
      const { startRow: top, endRow, startColumn: left, endColumn } = found;
      const area = { startRow: top, endRow, startColumn: left, endColumn };
      const [r, c] = [Number(row), Number(column)];
      const parent = { startRow: r, endRow: r, startColumn: c, endColumn: c };
      if (isParent ? contains(parent, cell) : contains(area, cell)) return { parent, area };
    }
  return undefined;
}

type Find = (
  range: RangeTarget,
  args: Parameters<Method<RangeTarget>['run']>[1],
  session: Session,
) => HostObject | null;

/** A method that fails when there is nothing, and its twin that answers a null object. */
const pair = (name: string, find: Find): Record<string, Method<RangeTarget>> => ({
  [name]: {
    calculated: true,
    run: (range, args, session) => {
      const found = find(range, args, session);
      if (!found) throw itemNotFound();
      return found;
    },
  },
  [`${name}OrNullObject`]: { calculated: true, run: find },
});

const at = (range: RangeTarget, area: Area | undefined): HostObject | null =>
  area ? rangeObject(new RangeTarget(range.sheetId, area)) : null;

/** Cells that feed a range, or that it feeds: without any, Excel answers ItemNotFound. */
const traced = (find: typeof precedents, deep: boolean): Method<RangeTarget> => ({
  calculated: true,
  run: (range, _args, session) => {
    const found = find(range, deep, session);
    if (found.length === 0) throw itemNotFound();
    return workbookAreas(found);
  },
});

const hiddenLines = (side: 'row' | 'column') => ({
  onDemand: true,
  get: (range: RangeTarget, session: Session): boolean | null => {
    const sheet = session.grid.sheet(range.sheetId);
    const area = existingPart(liveArea(range, session), range.sheetId, session);
    const [from, to] = side === 'row' ? [area.startRow, area.endRow] : [area.startColumn, area.endColumn];
    const states = new Set<boolean>();
    for (let line = from; line <= to; line++)
      states.add(!(side === 'row' ? sheet.getRowVisible(line) : sheet.getColVisible(line)));
    const [one] = states;
    return states.size === 1 && one !== undefined ? one : null;
  },
  set: (range: RangeTarget, value: unknown, session: Session): Promise<void> => {
    const ranges = [existingPart(liveArea(range, session), range.sheetId, session)];
    const ids =
      side === 'row'
        ? [SetRowHiddenCommand.id, SetSpecificRowsVisibleCommand.id]
        : [SetColHiddenCommand.id, SetSpecificColsVisibleCommand.id];
    const [hide = '', show = ''] = ids;
    return session.grid.runAsync(value === true ? hide : show, { subUnitId: range.sheetId, ranges });
  },
});

export const rangeType: ObjectType<RangeTarget> = {
  name: 'Range',
  identity: (range, session) => ({
    _ReferenceId: session.references.identify(range, () => rangeObject(range)),
  }),
  properties: {
    ...contentProperties,
    Address: { get: addressOf },
    AddressLocal: { get: addressOf },
    RowIndex: place('RowIndex'),
    ColumnIndex: place('ColumnIndex'),
    RowCount: place('RowCount'),
    ColumnCount: place('ColumnCount'),
    CellCount: place('CellCount'),
    IsEntireColumn: place('IsEntireColumn'),
    IsEntireRow: place('IsEntireRow'),
    RowHidden: hiddenLines('row'),
    ColumnHidden: hiddenLines('column'),
    Hyperlink: hyperlinkProperty,
    HasSpill: {
      calculated: true,
      onDemand: true,
      get: (range, session) => spill(range, session, false) !== undefined,
    },
  },
  links: {
    Format: { to: (range) => hostObject(formatType, range) },
    Worksheet: { to: (range) => worksheetObject(range.sheetId) },
    DataValidation: { to: (range) => hostObject(validationType, range) },
    ConditionalFormats: { to: (range) => hostObject(conditionalFormatsType, range) },
  },
  methods: {
    ...geometryMethods,
    ...editMethods,
    CopyFrom: copyFrom,
    ...pair('GetSpillingToRange', (range, _args, session) => at(range, spill(range, session, true)?.area)),
    ...pair('GetSpillParent', (range, _args, session) => at(range, spill(range, session, false)?.parent)),
    ...pair('GetMergedAreas', (range, _args, session) => {
      const area = liveArea(range, session);
      const merged = session.grid.sheet(range.sheetId).getMergeData();
      const met = merged.filter((one) => intersection(one, area));
      return met.length > 0
        ? areasObject(met.map((one) => new RangeTarget(range.sheetId, { ...one })))
        : null;
    }),
    ...pair('Find', (range, [text, criteria], session) => {
      const [found] = findIn(range, textArgument(text), criteria, session);
      return found ? rangeObject(found) : null;
    }),
    GetTables: { run: (range, [whole], session) => tablesMeeting(range, whole === true, session) },
    GetDirectPrecedents: traced(precedents, false),
    GetPrecedents: traced(precedents, true),
    GetDirectDependents: traced(dependents, false),
    GetDependents: traced(dependents, true),
    Calculate: { run: (range, _args, session) => session.calculate(range) },
    _KeepReference: { run: (range, _args, session) => session.references.keep(range) },
    // Sent before a write that the client cuts into pieces.
    _ValidateArraySize: { run: () => null },
  },
};
