import { itemNotFound } from '../richapi/errors';
import { hostObject, type HostObject, type ObjectType } from '../richapi/objects';
import { columnsIn, rowsIn } from './address';
import { formatType } from './range/format';
import { rangeObject } from './range/object';
import { addressOf, liveArea, type RangeTarget } from './range/target';
import { worksheetObject } from './worksheet';

/** Several ranges of one sheet. */
class AreasTarget {
  constructor(readonly ranges: readonly RangeTarget[]) {}
}

const first = ({ ranges }: AreasTarget): RangeTarget => {
  const [range] = ranges;
  if (!range) throw itemNotFound();
  return range;
};

const rangesType: ObjectType<readonly RangeTarget[]> = {
  name: 'RangeCollection',
  items: (ranges) => ranges.map(rangeObject),
  methods: {
    GetCount: { run: (ranges) => ranges.length },
    GetItemAt: { run: (ranges, [index]) => rangeAt(ranges, Number(index)) },
  },
};

function rangeAt(ranges: readonly RangeTarget[], index: number): HostObject {
  const found = ranges[index];
  if (!found) throw itemNotFound();
  return rangeObject(found);
}

const areasType: ObjectType<AreasTarget> = {
  name: 'RangeAreas',
  identity: (target, session) => ({
    _ReferenceId: session.references.identify(target, () => hostObject(areasType, target)),
  }),
  properties: {
    Address: {
      get: (target, session) => target.ranges.map((one) => addressOf(one, session)).join(','),
    },
    AreaCount: { get: (target) => target.ranges.length },
    CellCount: {
      get: (target, session) =>
        target.ranges.reduce((sum, one) => {
          const area = liveArea(one, session);
          return sum + rowsIn(area) * columnsIn(area);
        }, 0),
    },
  },
  links: {
    Areas: { to: (target) => hostObject(rangesType, target.ranges) },
    Worksheet: { to: (target) => worksheetObject(first(target).sheetId) },
    Format: { to: (target) => (target.ranges.length === 1 ? hostObject(formatType, first(target)) : null) },
  },
  methods: {
    _KeepReference: { run: (target, _args, session) => session.references.keep(target) },
  },
};

export const areasObject = (ranges: readonly RangeTarget[]): HostObject =>
  hostObject(areasType, new AreasTarget(ranges));

/** Ranges of several sheets, sheet by sheet. */
const workbookAreasType: ObjectType<AreasTarget> = {
  name: 'WorkbookRangeAreas',
  identity: (target, session) => ({
    _ReferenceId: session.references.identify(target, () => hostObject(workbookAreasType, target)),
  }),
  properties: {
    Addresses: {
      get: (target, session) =>
        bySheet(target).map((ranges) => ranges.map((one) => addressOf(one, session)).join(',')),
    },
  },
  links: {
    Areas: { to: (target) => hostObject(areasCollectionType, bySheet(target)) },
    Ranges: { to: (target) => hostObject(rangesType, target.ranges) },
  },
  methods: {
    _KeepReference: { run: (target, _args, session) => session.references.keep(target) },
    GetRangeAreasBySheet: {
      run: (target, [key], session) => {
        const sheet = session.grid.sheets.find(
          (one) => one.getName() === key || `{${one.getSheetId()}}` === key,
        );
        const ranges = target.ranges.filter((one) => one.sheetId === sheet?.getSheetId());
        if (ranges.length === 0) throw itemNotFound();
        return areasObject(ranges);
      },
    },
  },
};

const areasCollectionType: ObjectType<readonly (readonly RangeTarget[])[]> = {
  name: 'RangeAreasCollection',
  items: (groups) => groups.map(areasObject),
  methods: {
    GetCount: { run: (groups) => groups.length },
    GetItemAt: {
      run: (groups, [index]) => {
        const found = groups[Number(index)];
        if (!found) throw itemNotFound();
        return areasObject(found);
      },
    },
  },
};

const bySheet = ({ ranges }: AreasTarget): (readonly RangeTarget[])[] => {
  const groups = new Map<string, RangeTarget[]>();
  for (const range of ranges) groups.set(range.sheetId, [...(groups.get(range.sheetId) ?? []), range]);
  return [...groups.values()];
};

export const workbookAreas = (ranges: readonly RangeTarget[]): HostObject =>
  hostObject(workbookAreasType, new AreasTarget(ranges));
