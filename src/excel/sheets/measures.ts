/** What Excel adds to the width in characters for a cell's margins (Calibri 11). */
const MARGIN = 0.7109375;
const MAX_WIDTH = 255;
/** Pixels of the widest digit in Calibri 11. */
const DIGIT = 7;
const POINTS_PER_PIXEL = 0.75;

/** A column's width in characters, as a file stores it, in the points that `RangeFormat` wants. */
export function widthInPoints(characters: number): number {
  const stored = Math.min(MAX_WIDTH, characters + MARGIN);
  const pixels = Math.trunc(((256 * stored + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
  return pixels * POINTS_PER_PIXEL;
}

/** Neighbours that are alike, as first and last index. */
export function runsOf<T>(
  items: readonly T[],
  same: (one: T, other: T) => boolean,
): { first: number; last: number; item: T }[] {
  const runs: { first: number; last: number; item: T }[] = [];
  for (const [index, item] of items.entries()) {
    const run = runs.at(-1);
    if (run && same(run.item, item)) run.last = index;
    else runs.push({ first: index, last: index, item });
  }
  return runs;
}
