import type { Ring } from './linear';

/** An expected landlord, as extrapolation sees it. */
export interface Weighed {
  readonly family: string;
  readonly dwellings: number;
  readonly responds: boolean;
}

/**
 * What each landlord's figures are multiplied by to stand for those that did not answer (spec, “Non-response”): in
 * family h, `N_h / n_h`; a family without respondent is spread over all, `N_h / n`. 0 for those that did not answer.
 * @returns aligned with the landlords; undefined where respondents have no dwellings to go by
 */
export function weightsOf(landlords: readonly Weighed[], ring: Ring): number[] | undefined {
  const answered = landlords.filter((one) => one.responds);
  const all = dwellings(answered);
  if (all === 0) return undefined;
  const families = new Set(landlords.map((one) => one.family));
  const own = new Map<string, number>();
  let unanswered = 0;
  for (const family of families) {
    const expected = dwellings(landlords.filter((one) => one.family === family));
    const respondents = dwellings(answered.filter((one) => one.family === family));
    if (respondents > 0) own.set(family, quotient(expected, respondents, ring));
    else unanswered += expected;
  }
  const everywhere = quotient(unanswered, all, ring);
  return landlords.map(({ family, responds }) =>
    responds ? ring.add(own.get(family) ?? ring.of(1), everywhere) : ring.of(0),
  );
}

function dwellings(landlords: readonly Weighed[]): number {
  return landlords.reduce((sum, one) => sum + one.dwellings, 0);
}

const quotient = (one: number, other: number, ring: Ring): number =>
  ring.multiply(ring.of(one), ring.inverse(ring.of(other)));
