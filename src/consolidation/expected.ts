import type { Participant } from './landlords';
import type { Place } from './place';

/** Who is expected at a place, and what weighs them in coverage. */
export interface Expected {
  /** Indexes of participants. */
  readonly participants: readonly number[];
  /** Dwellings of a participant there; undefined when unknown. */
  dwellingsOf(participant: number): number | undefined;
  /** False where the perimeter file has no line: who should answer is then not known. */
  readonly weighed: boolean;
}

/**
 * The landlords expected at a place: the perimeter's lines for it; without any, the participants that say
 * anything there or inside (of the perimeter, if there is one: others are not counted).
 * @param stockOf dwellings as the landlord itself states them, which weigh where there is no perimeter file
 */
export function expectedAt(
  participants: readonly Participant[],
  place: Place,
  hasPerimeter: boolean,
  stockOf: (participant: number) => number | undefined,
): Expected {
  const lines = participants.map((one) => one.lines.find((line) => line.territory === place.code));
  const indexes = participants.map((_, index) => index);
  if (lines.some((one) => one !== undefined)) {
    return {
      participants: indexes.filter((index) => lines[index] !== undefined),
      dwellingsOf: (index) => lines[index]?.dwellings,
      weighed: true,
    };
  }
  return {
    participants: indexes.filter((index) => {
      const one = participants[index];
      return one?.landlord.inPerimeter && one.data?.territories.some((code) => place.covers(code));
    }),
    dwellingsOf: hasPerimeter ? () => undefined : stockOf,
    weighed: !hasPerimeter,
  };
}

/**
 * Dwellings of respondents over dwellings of expected. Null when nobody knows it: no weights, no dwellings, or a
 * non-respondent of unknown size. A respondent of unknown size counts for nothing: the share is then a lower bound.
 */
export function coverageOf(
  expected: Expected,
  counted: readonly number[],
  isRespondent: (participant: number) => boolean,
): number | null {
  if (!expected.weighed) return null;
  let respondents = 0;
  let all = 0;
  for (const one of counted) {
    const dwellings = expected.dwellingsOf(one);
    if (dwellings === undefined) {
      if (!isRespondent(one)) return null;
      continue;
    }
    all += dwellings;
    if (isRespondent(one)) respondents += dwellings;
  }
  return all > 0 ? respondents / all : null;
}
