import type { Catalogue } from '../../catalogue';
import type { Leaf } from '../../formula';
import type { WithheldReason } from './model';
import type { Quotient } from './linear';

/** Share of the expected dwellings whose landlords answered. */
const AS_COLLECTED = 0.9;
const SUMS = 0.7;
const RATIOS = 0.5;

/** How a cell is shown, given who did not answer; or the reason why it is not. */
export type Showing =
  'collected' | 'extrapolated' | Extract<WithheldReason, 'low_coverage' | 'not_proportional'>;

/**
 * The gates on non-response (spec, “Publication”): at 90 % of the dwellings as collected, at 70 % sums of what is
 * proportional to the stock are extrapolated, at 50 % ratios only.
 * @param coverage null when nobody knows it
 * @param scales whether the value grows with the stock (a sum), instead of comparing two sums (a ratio)
 * @param proportional whether all summed inputs may be extrapolated
 */
export function showingOf(coverage: number | null, scales: boolean, proportional: boolean): Showing {
  if (coverage === null || coverage < RATIOS) return 'low_coverage';
  if (coverage >= AS_COLLECTED) return 'collected';
  if (!scales) return proportional ? 'extrapolated' : 'collected';
  if (coverage < SUMS) return 'low_coverage';
  return proportional ? 'extrapolated' : 'not_proportional';
}

/**
 * Whether a value grows with the stock: a sum of what landlords answer, also over a constant of the territory; not
 * the quotient of two sums. A formula that is no quotient counts as growing, which withholds more.
 */
export function growsWithStock(quotient: Quotient | undefined): boolean {
  if (!quotient) return true;
  const { numerator, denominator } = quotient;
  return numerator.terms.size === 0 || denominator.terms.size === 0;
}

/** Whether everything summed is proportional to the stock; row-table sums and counts of members never are. */
export function allProportional(leaves: readonly Leaf[], catalogue: Catalogue): boolean {
  return leaves.every((leaf) =>
    leaf.kind === 'data'
      ? (catalogue.dataPoints.get(leaf.code)?.proportional ?? false)
      : leaf.kind === 'coefficient' || leaf.kind === 'reference',
  );
}
