import type { ObjectType } from '../../richapi/objects';
import { contentProperties } from './content';
import { geometryMethods, placeOf } from './geometry';
import { rangeObject } from './object';
import { addressOf, liveArea, type RangeTarget } from './target';

const place = (name: keyof ReturnType<typeof placeOf>) => ({
  get: (range: RangeTarget, session: Parameters<typeof liveArea>[1]) =>
    placeOf(liveArea(range, session))[name],
});

export const rangeType: ObjectType<RangeTarget> = {
  name: 'Range',
  identity: (range, session) => ({
    _ReferenceId: session.references.identify(range, () => rangeObject(range)),
  }),
  properties: {
    ...contentProperties,
    Address: { get: addressOf },
    RowIndex: place('RowIndex'),
    ColumnIndex: place('ColumnIndex'),
    RowCount: place('RowCount'),
    ColumnCount: place('ColumnCount'),
    CellCount: place('CellCount'),
    IsEntireColumn: place('IsEntireColumn'),
    IsEntireRow: place('IsEntireRow'),
  },
  methods: {
    ...geometryMethods,
    _KeepReference: { run: (range, _args, session) => session.references.keep(range) },
    // Sent before a write that the client cuts into pieces.
    _ValidateArraySize: { run: () => null },
  },
};
