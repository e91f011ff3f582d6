import { type Bounds, apportion } from './apportion';
import { amount } from './ledger';

/** Anything with a line that is being filled in. */
export interface Line {
  readonly row: Record<string, number | string>;
}

/**
 * Fills a column of the lines so that it adds up to `total`: in proportion to `weight`, never above the
 * column named by `cap`, and not below the one named by `floor`.
 */
export function spread<One extends Line>(
  lines: readonly One[],
  column: string,
  total: number,
  weight: (line: One) => number,
  limits: { readonly cap?: string; readonly floor?: string } = {},
): void {
  const { cap, floor } = limits;
  const bounds: Bounds = {
    ...(cap === undefined ? {} : { caps: lines.map(({ row }) => amount(row, cap)) }),
    ...(floor === undefined ? {} : { floors: lines.map(({ row }) => amount(row, floor)) }),
  };
  const parts = apportion(total, lines.map(weight), bounds);
  lines.forEach(({ row }, index) => (row[column] = parts[index] ?? 0));
}
