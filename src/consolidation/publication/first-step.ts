import type { WithheldReason } from './model';

/** Fewer independent units than this say too much of each (Insee's threshold rule). */
const FEWEST_UNITS = 3;
/** A unit that makes more than this share is seen through the whole (Insee's dominance rule): 17/20. */
const [MOST, OF] = [17, 20];

/**
 * The rules of the first step (spec, “Confidentiality, first step”): at least 3 independent units, none of which
 * makes more than 85 % of anything the cell rests on.
 * @param units the unit of each respondent: itself, or its group
 * @param series for each thing the cell rests on, what each respondent brings to it
 */
export function firstStep(
  units: readonly string[],
  series: readonly (readonly number[])[],
): Extract<WithheldReason, 'fewer_than_3' | 'dominance'> | undefined {
  if (new Set(units).size < FEWEST_UNITS) return 'fewer_than_3';
  return series.some((amounts) => isDominated(units, amounts)) ? 'dominance' : undefined;
}

function isDominated(units: readonly string[], amounts: readonly number[]): boolean {
  const sums = new Map<string, number>();
  units.forEach((unit, at) => sums.set(unit, (sums.get(unit) ?? 0) + (amounts[at] ?? 0)));
  let total = 0;
  let largest = 0;
  for (const sum of sums.values()) {
    total += Math.abs(sum);
    largest = Math.max(largest, Math.abs(sum));
  }
  return largest * OF > total * MOST;
}
