import type { Answers } from './answers';
import type { Expected } from './expected';
import type { Plan } from './plans';

/** Everything that cells of one territory are computed from. */
export interface Scene {
  readonly year: number;
  readonly answers: Answers;
  readonly expected: Expected;
  /** Whether the territory is the campaign's. */
  readonly isCampaign: boolean;
  /** One landlord by itself: nothing is consolidated, so nothing is withheld for that reason. */
  readonly alone: boolean;
  /** Reference figures of the territory and year, by code. */
  reference(code: string): number | undefined;
  /** The number of different members of a list over these participants. */
  union(question: number, participants: readonly number[]): number;
}

/** Who answers an indicator, by index of participant. */
export interface Turnout {
  readonly respondents: readonly number[];
  readonly left: readonly number[];
  /** Expected minus those that left. */
  readonly counted: readonly number[];
}

/** Respondents, and those that an indicator does not concern, among the landlords expected. */
export function turnoutOf(plan: Plan, { answers, expected }: Scene): Turnout {
  const respondents: number[] = [];
  const left: number[] = [];
  for (const one of expected.participants) {
    // Without a contribution even a formula of constants is not answered.
    if (!answers.participants[one]?.data) continue;
    const state = plan.stateOf((question) => answers.stateOf(one, question));
    if (state === 'number') respondents.push(one);
    else if (state === 'not_applicable') left.push(one);
  }
  const counted =
    left.length === 0 ? expected.participants : expected.participants.filter((one) => !left.includes(one));
  return { respondents, left, counted };
}
