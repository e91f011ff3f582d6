import { coverageOf } from './expected';
import { inputValues, rangeOf } from './inputs';
import type { CellReason, IndicatorCell, Spread } from './model';
import type { Plan } from './plans';
import { quartilesOf } from './quartiles';
import { type Scene, type Turnout, turnoutOf } from './scene';

/** Fewer answers than this say too much of each of them to show their spread. */
const FEWEST_FOR_A_SPREAD = 10;

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
    const distribution = spreadOf(ownValuesOf(plan, scene, turnout.respondents).map(({ value }) => value));
    return { ...base, status: 'not_consolidated', ...(distribution ? { distribution } : {}) };
  }
  const value = plan.evaluate(values.middle);
  const reason = reasonOf(plan, scene, turnout, values.middle, value);
  if (reason) return { ...base, status: 'unavailable', reason };
  return { ...base, status: 'computed', value, ...rangeOf(plan, values) };
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

/** What an indicator is for each of these respondents by itself, where it has a value. */
export function ownValuesOf(
  plan: Plan,
  scene: Scene,
  respondents: readonly number[],
): readonly { readonly participant: number; readonly value: number }[] {
  return respondents
    .map((participant) => ({
      participant,
      value: plan.evaluate(inputValues(plan, scene, [participant]).middle),
    }))
    .filter((one) => Number.isFinite(one.value));
}

/** Median and quartiles of the landlords' own values; undefined where too few answered to show them. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  return values.length < FEWEST_FOR_A_SPREAD ? undefined : { answers: values.length, ...quartilesOf(values) };
}

function sirensOf(participants: readonly number[], { answers }: Scene): string[] {
  return participants.map((one) => answers.participants[one]?.landlord.siren ?? '');
}
