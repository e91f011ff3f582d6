import { coverageOf } from '../expected';
import { showingOf } from './gates';
import { reals } from './linear';
import { weightsOf } from './weights';

/** A landlord of the perimeter and its answer to one sum; undefined when it did not answer. */
export interface ExpectedAnswer {
  readonly value: number | undefined;
  /** Undefined when nobody knows. */
  readonly dwellings: number | undefined;
  readonly family: string;
}

/** A sum, with what stands for the landlords that did not answer. */
export interface RedressedSum {
  readonly collected: number;
  /** As the publication shows it; undefined below 70 % of the dwellings, where a sum is not shown. */
  readonly shown: number | undefined;
  /** (shown − collected) / shown; 0 where nothing is extrapolated. */
  readonly extrapolatedShare: number;
  readonly respondents: number;
  readonly expected: number;
  /** Dwellings of respondents over dwellings of expected; null when nobody knows. */
  readonly coverage: number | null;
}

/**
 * The non-response gates and the extrapolation by family of the publication (spec/contribution-workbook,
 * “Non-response”), for one sum that is proportional to the stock.
 */
export function redressSum(landlords: readonly ExpectedAnswer[]): RedressedSum {
  const all = landlords.map((_, at) => at);
  const responds = (at: number) => landlords[at]?.value !== undefined;
  const dwellingsOf = (at: number) => landlords[at]?.dwellings;
  const coverage = coverageOf({ participants: all, dwellingsOf, weighed: true }, all, responds);
  const weighed = landlords.map(({ dwellings = 0, family }, at) => ({
    family,
    dwellings,
    responds: responds(at),
  }));
  const showing = showingOf(coverage, true, true);
  const weights = showing === 'extrapolated' ? weightsOf(weighed, reals) : undefined;
  const sum = (weightOf: (at: number) => number) =>
    landlords.reduce((total, { value = 0 }, at) => total + value * weightOf(at), 0);
  const collected = sum(() => 1);
  const extrapolated = weights && sum((at) => weights[at] ?? 0);
  const shown = showing === 'collected' ? collected : extrapolated;
  return {
    collected,
    shown,
    extrapolatedShare: shown === undefined || shown === 0 ? 0 : (shown - collected) / shown,
    respondents: landlords.filter((one) => one.value !== undefined).length,
    expected: landlords.length,
    coverage,
  };
}
