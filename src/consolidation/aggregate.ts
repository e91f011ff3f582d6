import type { Answers } from './answers';
import { coverageOf, type Expected } from './expected';
import type { CellReason, IndicatorCell } from './model';
import type { Plan } from './plans';
import { quartilesOf } from './quartiles';

/** Fewer answers than this say too much of each of them to show their spread. */
const FEWEST_FOR_A_SPREAD = 10;

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
interface Turnout {
  readonly respondents: readonly number[];
  readonly left: readonly number[];
  /** Expected minus those that left. */
  readonly counted: readonly number[];
}

/** One indicator at one territory: respondents, sums over them, the formula on the sums (spec, “Consolidation”). */
export function aggregate(plan: Plan, scene: Scene): IndicatorCell {
  const turnout = turnoutOf(plan, scene);
  const isRespondent = new Set(turnout.respondents);
  const values = inputValues(plan, scene, turnout.respondents);
  const { indicator } = plan;
  const base = {
    code: indicator.code,
    territory: scene.answers.place.code,
    year: scene.year,
    value: null,
    unit: indicator.unit,
    low: null,
    high: null,
    respondents: turnout.respondents.length,
    expected: turnout.counted.length,
    coverage: coverageOf(scene.expected, turnout.counted, (one) => isRespondent.has(one)),
    extrapolatedShare: 0,
    reason: null,
    respondentSirens: sirensOf(turnout.respondents, scene),
    notApplicableSirens: sirensOf(turnout.left, scene),
    inputs: plan.keys
      .map((key, index) => ({ key, value: values.middle[index] ?? Number.NaN }))
      .filter((one) => !Number.isNaN(one.value)),
  } as const;
  if (indicator.consolidation === 'never' && !scene.alone) {
    return { ...base, status: 'not_consolidated', ...spreadOf(plan, scene, turnout.respondents) };
  }
  const value = plan.evaluate(values.middle);
  const reason = reasonOf(plan, scene, turnout, values.middle, value);
  if (reason) return { ...base, status: 'unavailable', reason };
  return { ...base, status: 'computed', value, ...rangeOf(plan, values) };
}

function turnoutOf(plan: Plan, { answers, expected }: Scene): Turnout {
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

/** Values aligned with the plan's keys, with the coefficients as they are, at their low and at their high. */
interface InputValues {
  readonly middle: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly ranged: boolean;
}

function inputValues(plan: Plan, scene: Scene, respondents: readonly number[]): InputValues {
  const middle = new Float64Array(plan.keys.length);
  const low = new Float64Array(plan.keys.length);
  const high = new Float64Array(plan.keys.length);
  let ranged = false;
  plan.slots.forEach((slot, index) => {
    if (slot.kind === 'coefficient') {
      const { value = Number.NaN, low: least = value, high: most = value } = slot.coefficient ?? {};
      [middle[index], low[index], high[index]] = [value, least, most];
      ranged ||= least !== most;
      return;
    }
    const value =
      slot.kind === 'reference'
        ? (scene.reference(slot.code) ?? Number.NaN)
        : sumOf(slot.question, scene, respondents);
    middle[index] = low[index] = high[index] = value;
  });
  return { middle, low, high, ranged };
}

function sumOf(question: number, scene: Scene, respondents: readonly number[]): number {
  if (scene.answers.questions[question]?.leaf.kind === 'distinct') return scene.union(question, respondents);
  let sum = 0;
  for (const one of respondents) sum += scene.answers.valueOf(one, question);
  return sum;
}

function reasonOf(
  plan: Plan,
  scene: Scene,
  turnout: Turnout,
  values: Float64Array,
  value: number,
): CellReason | undefined {
  if (turnout.respondents.length === 0) return 'no_respondent';
  if (plan.distinct && !scene.isCampaign) return 'campaign_only';
  if (plan.slots.some((slot, index) => slot.kind !== 'landlords' && Number.isNaN(values[index]))) {
    return 'missing_reference';
  }
  return Number.isFinite(value) ? undefined : 'zero_denominator';
}

/** The lowest and highest value when every coefficient is at its low, then at its high. */
function rangeOf(plan: Plan, values: InputValues): { low: number | null; high: number | null } {
  if (!values.ranged) return { low: null, high: null };
  const ends = [plan.evaluate(values.low), plan.evaluate(values.high)];
  if (!ends.every(Number.isFinite)) return { low: null, high: null };
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** The spread of the landlords' own values, of an indicator that is not consolidated. */
function spreadOf(
  plan: Plan,
  scene: Scene,
  respondents: readonly number[],
): Pick<IndicatorCell, 'distribution'> {
  const own = respondents
    .map((one) => plan.evaluate(inputValues(plan, scene, [one]).middle))
    .filter(Number.isFinite);
  return own.length < FEWEST_FOR_A_SPREAD
    ? {}
    : { distribution: { answers: own.length, ...quartilesOf(own) } };
}

function sirensOf(participants: readonly number[], { answers }: Scene): string[] {
  return participants.map((one) => answers.participants[one]?.landlord.siren ?? '');
}
