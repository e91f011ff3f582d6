/** The quarters of a set of numbers. */
export interface Quartiles {
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/**
 * Quartiles as Excel's QUARTILE.INC gives them (linear interpolation between the order statistics), so that a
 * reader can find them again in a sheet. Of at least one number.
 */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => {
    const position = share * (sorted.length - 1);
    const below = Math.floor(position);
    const low = sorted[below] ?? Number.NaN;
    const high = sorted[below + 1] ?? low;
    return low + (position - below) * (high - low);
  };
  return { q1: at(0.25), median: at(0.5), q3: at(0.75) };
}
