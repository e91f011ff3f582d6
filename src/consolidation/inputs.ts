import type { Plan } from './plans';
import type { Scene } from './scene';

/** Values aligned with the plan's keys, with the coefficients as they are, at their low and at their high. */
export interface InputValues {
  readonly middle: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly ranged: boolean;
}

/**
 * The inputs of an indicator over its respondents: sums of their answers, coefficients and references as they are.
 * @param weightOf what each respondent's answers are multiplied by
 */
export function inputValues(
  plan: Plan,
  scene: Scene,
  respondents: readonly number[],
  weightOf: (participant: number) => number = () => 1,
): InputValues {
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
        : sumOf(slot.question, scene, respondents, weightOf);
    middle[index] = low[index] = high[index] = value;
  });
  return { middle, low, high, ranged };
}

function sumOf(
  question: number,
  scene: Scene,
  respondents: readonly number[],
  weightOf: (participant: number) => number,
): number {
  if (scene.answers.questions[question]?.leaf.kind === 'distinct') return scene.union(question, respondents);
  let sum = 0;
  for (const one of respondents) sum += scene.answers.valueOf(one, question) * weightOf(one);
  return sum;
}

/** The lowest and highest value when every coefficient is at its low, then at its high. */
export function rangeOf(plan: Plan, values: InputValues): { low: number | null; high: number | null } {
  if (!values.ranged) return { low: null, high: null };
  const ends = [plan.evaluate(values.low), plan.evaluate(values.high)];
  if (!ends.every(Number.isFinite)) return { low: null, high: null };
  return { low: Math.min(...ends), high: Math.max(...ends) };
}
