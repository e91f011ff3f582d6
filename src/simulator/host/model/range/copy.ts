import { EMPTY_CONTENT, cellReader, writeCells, type CellPatch } from '../../core/cells';
import { invalidArgument, unsupported } from '../../richapi/errors';
import type { Method } from '../../richapi/objects';
import { CellValueType } from '@univerjs/core';
import { columnsIn, rowsIn } from '../address';
import { assertWritable } from '../protection';
import { liveArea, rangeArgument } from './target';

/**
 * `Range.copyFrom`, for values alone: « paste values ». Each keeps its type, so a text that looks like a
 * number stays a text. What a formula spilled is copied like any value.
 */
export const copyFrom: Method<Parameters<typeof assertWritable>[0]> = {
  calculated: true,
  run(range, [given, kind, skipBlanks, transpose], session) {
    if (given === undefined || given === null) throw invalidArgument();
    if (kind !== 'Values' || skipBlanks === true || transpose === true)
      throw unsupported(`Range.copyFrom is only served for values, not for ${String(kind ?? 'All')}.`);
    assertWritable(range, session);
    const source = rangeArgument(given, session.grid, range.sheetId);
    const from = liveArea(source, session);
    const to = liveArea(range, session);
    const cells = cellReader(session.grid, source.sheetId);
    const patches: CellPatch[][] = Array.from({ length: rowsIn(from) }, (_r, row) =>
      Array.from({ length: columnsIn(from) }, (_c, column) =>
        patchOf(cells.value(from.startRow + row, from.startColumn + column)),
      ),
    );
    // A larger target is filled with repetitions, as when pasting.
    const area = {
      ...to,
      endRow: Math.max(to.endRow, to.startRow + rowsIn(from) - 1),
      endColumn: Math.max(to.endColumn, to.startColumn + columnsIn(from) - 1),
    };
    writeCells(session.grid, range.sheetId, area, (row, column) => {
      const line = patches[(row - to.startRow) % rowsIn(from)];
      return line?.[(column - to.startColumn) % columnsIn(from)];
    });
  },
};

function patchOf(value: string | number | boolean | undefined): CellPatch {
  if (value === undefined || value === '') return EMPTY_CONTENT;
  if (typeof value === 'number') return { ...EMPTY_CONTENT, v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { ...EMPTY_CONTENT, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...EMPTY_CONTENT, v: value, t: CellValueType.STRING };
}
