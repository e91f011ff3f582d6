/** Where the rows (or columns) of a file have gone after people inserted and deleted some. */
export interface Axis {
  /** True when nothing moved. */
  readonly isSame: boolean;
  /** The number in the file of a row of the grid; undefined for a new one. */
  oldOf(now: number): number | undefined;
  /** The number in the grid of a row of the file; undefined when it was deleted. */
  newOf(old: number): number | undefined;
}

/** The axis of a sheet where nothing moved. */
export const SAME: Axis = { isSame: true, oldOf: (now) => now, newOf: (old) => old };

interface Run {
  readonly now: number;
  readonly old: number;
  readonly length: number;
}

/**
 * Reads the numbers that rows carry since the file was opened. Between two of them rows follow each other;
 * a row carried twice (copied) counts once; after the last one all move alike.
 * @param marks from the number in the grid to the number in the file
 */
export function axisOf(marks: ReadonlyMap<number, number>): Axis {
  const runs: Run[] = [];
  let last = { now: -1, old: -1 };
  for (const now of [...marks.keys()].sort((a, b) => a - b)) {
    const old = marks.get(now) ?? -1;
    if (old <= last.old) continue;
    const run = runs.at(-1);
    if (run !== undefined && now - old === run.now - run.old) {
      runs[runs.length - 1] = { ...run, length: now - run.now + 1 };
    } else {
      // Rows before the first mark have not moved unless the mark says so.
      runs.push(
        run === undefined && now === old ? { now: 0, old: 0, length: now + 1 } : { now, old, length: 1 },
      );
    }
    last = { now, old };
  }
  const tail = runs.pop();
  if (tail === undefined) return SAME;
  runs.push({ ...tail, length: Number.POSITIVE_INFINITY });
  if (runs.length === 1 && tail.now === 0 && tail.old === 0) return SAME;
  return {
    isSame: false,
    oldOf: (now) => across(runs, now, 'now', 'old'),
    newOf: (old) => across(runs, old, 'old', 'now'),
  };
}

function across(
  runs: readonly Run[],
  at: number,
  from: 'now' | 'old',
  to: 'now' | 'old',
): number | undefined {
  for (const run of runs) {
    const distance = at - run[from];
    if (distance >= 0 && distance < run.length) return run[to] + distance;
  }
  return undefined;
}

/** A span of the file in the grid: what is left of it; undefined when all of it was deleted. */
export function spanOf(axis: Axis, first: number, last: number): { first: number; last: number } | undefined {
  if (axis.isSame) return { first, last };
  let start = axis.newOf(first);
  let end = axis.newOf(last);
  for (let one = first + 1; start === undefined && one <= last; one++) start = axis.newOf(one);
  for (let one = last - 1; end === undefined && one >= first; one--) end = axis.newOf(one);
  return start === undefined || end === undefined ? undefined : { first: start, last: end };
}
