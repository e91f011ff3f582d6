import type { Area } from '../address';

/** A rectangle of cells that share one value. */
export interface Region<T> extends Area {
  readonly value: T;
}

interface Open<T> {
  value: T;
  key: string;
  row: number;
  column: number;
  columns: number;
}

/**
 * Covers a grid with few rectangles of equal values: runs along each row, joined to the same run of the
 * row above. A cell whose value is undefined belongs to none.
 */
export function regionsOf<T>(
  rows: number,
  columns: number,
  valueAt: (row: number, column: number) => T | undefined,
  keyOf: (value: T) => string,
): Region<T>[] {
  const regions: Region<T>[] = [];
  let open = new Map<string, Open<T>>();
  const close = (one: Open<T>, before: number) =>
    regions.push({
      value: one.value,
      row: one.row,
      column: one.column,
      rows: before - one.row,
      columns: one.columns,
    });
  for (let row = 0; row < rows; row += 1) {
    const next = new Map<string, Open<T>>();
    for (const run of runsOf(row, columns, valueAt, keyOf)) {
      const place = `${run.column}:${run.columns}:${run.key}`;
      next.set(place, open.get(place) ?? run);
      open.delete(place);
    }
    for (const ended of open.values()) close(ended, row);
    open = next;
  }
  for (const one of open.values()) close(one, rows);
  return regions.sort((one, other) => one.row - other.row || one.column - other.column);
}

function runsOf<T>(
  row: number,
  columns: number,
  valueAt: (row: number, column: number) => T | undefined,
  keyOf: (value: T) => string,
): Open<T>[] {
  const runs: Open<T>[] = [];
  let last: Open<T> | undefined;
  for (let column = 0; column < columns; column += 1) {
    const value = valueAt(row, column);
    if (value === undefined) {
      last = undefined;
      continue;
    }
    const key = keyOf(value);
    if (last?.key === key) last.columns += 1;
    else {
      last = { value, key, row, column, columns: 1 };
      runs.push(last);
    }
  }
  return runs;
}
