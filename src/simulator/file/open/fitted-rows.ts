import type { IStyleData } from '@univerjs/core';
import type { RawCell } from './cells';

/** Points of a row for each point of its font, as Excel's own rows of 15 points for Calibri 11. */
const LINE = 15 / 11;

/**
 * Heights in points of the rows whose largest font needs more than the usual height. Excel fits a row without a height
 * of its own when it opens a file; the grid leaves it as it is, and a title loses its accents.
 */
export function fittedRows(
  cells: readonly RawCell[],
  looks: readonly IStyleData[],
  usual: number,
): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  for (const { row, style, value } of cells) {
    const height = value === undefined ? 0 : (looks[style]?.fs ?? 0) * LINE;
    if (height > Math.max(usual, heights.get(row) ?? 0)) heights.set(row, height);
  }
  return heights;
}
