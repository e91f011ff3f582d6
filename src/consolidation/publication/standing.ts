import type { Catalogue, Coefficient } from '../../catalogue';
import { leavesOf, type Leaf } from '../../formula';
import { inputValues, rangeOf } from '../inputs';
import { isLandlordLeaf, type LandlordLeaf } from '../leaves';
import type { IndicatorCell } from '../model';
import type { Plan } from '../plans';
import { type Scene, type Turnout, turnoutOf } from '../scene';
import { firstStep } from './first-step';
import { allProportional, growsWithStock, type Showing, showingOf } from './gates';
import { quotientOf, type LinearForm, type Quotient, reals, type Ring, type Term } from './linear';
import type { SettledCell } from './model';
import { type Weighed, weightsOf } from './weights';

/** A cell after the gates and the first step, with what the audit needs of it. */
export interface Standing {
  readonly cell: SettledCell;
  readonly plan: Plan;
  readonly respondents: readonly number[];
  readonly showing: Showing;
  /** The landlords expected, and what respondents stand for where the cell is extrapolated. */
  readonly weighed: readonly Weighed[];
  readonly counted: readonly number[];
  reference(code: string): number | undefined;
}

const asItIs = (leaf: LandlordLeaf): Term[] => [{ leaf, factor: 1 }];

/** Which value of a coefficient a formula takes. */
export type End = 'value' | 'low' | 'high';

/** The value of a coefficient or a reference for one cell. */
export function constantsOf(
  catalogue: Catalogue,
  reference: (code: string) => number | undefined,
  end: End = 'value',
): (leaf: Leaf) => number | undefined {
  const endOf = (one: Coefficient | undefined) => one?.[end] ?? one?.value;
  return (leaf) => {
    if (leaf.kind === 'coefficient') return endOf(catalogue.coefficient(leaf.code));
    return leaf.kind === 'reference' ? reference(leaf.code) : undefined;
  };
}

/** Gates on non-response, extrapolation, then the first step of confidentiality, for a cell that has a value. */
export function standingOf(
  cell: IndicatorCell,
  plan: Plan,
  scene: Scene,
  catalogue: Catalogue,
  unitOf: (participant: number) => string,
): Standing {
  const leaves = leavesOf(plan.indicator.inlined);
  const constants = constantsOf(catalogue, scene.reference);
  const quotient = quotientOf(plan.indicator.inlined, reals, constants, asItIs);
  const turnout = turnoutOf(plan, scene);
  const showing = showingOf(cell.coverage, growsWithStock(quotient), allProportional(leaves, catalogue));
  const weighed = weighedOf(turnout, scene);
  const weights = showing === 'extrapolated' ? weightOf(turnout, weighed, reals) : undefined;
  const shown = weights ? extrapolated(cell, plan, scene, turnout, weights) : cell;
  const base = { plan, respondents: turnout.respondents, weighed, counted: turnout.counted };
  const standing = (change: Partial<SettledCell>, how: Showing = showing): Standing => ({
    ...base,
    showing: how,
    reference: scene.reference,
    cell: { ...shown, ...change },
  });
  if (showing !== 'collected' && showing !== 'extrapolated') {
    return standing({ status: 'insufficient', reason: showing });
  }
  if (showing === 'extrapolated' && !weights) {
    return standing({ status: 'insufficient', reason: 'low_coverage' }, 'low_coverage');
  }
  const units = turnout.respondents.map(unitOf);
  const reason = firstStep(units, seriesOf(plan, scene, turnout, quotient, weights));
  return standing(reason ? { status: 'masked', reason } : { status: 'published', reason: null });
}

/**
 * A cell without a value because its denominator is zero: that it is zero is a figure as well, and says what each
 * respondent has. Never extrapolated; the audit has it as the equation `D = 0`.
 */
export function standingOfZero(
  cell: IndicatorCell,
  plan: Plan,
  scene: Scene,
  unitOf: (participant: number) => string,
): Standing {
  const turnout = turnoutOf(plan, scene);
  const reason = firstStep(turnout.respondents.map(unitOf), []);
  return {
    plan,
    respondents: turnout.respondents,
    counted: turnout.counted,
    weighed: weighedOf(turnout, scene),
    showing: 'collected',
    reference: scene.reference,
    cell: reason ? { ...cell, status: 'masked', reason } : cell,
  };
}

/** Whether a formula rests on counts of different members alone, which stay outside the audit. */
export function countsOnly({ indicator, distinct }: Plan): boolean {
  return (
    distinct && leavesOf(indicator.inlined).every((leaf) => !isLandlordLeaf(leaf) || leaf.kind === 'distinct')
  );
}

/** The landlords counted, as extrapolation sees them. */
export function weighedOf(turnout: Turnout, scene: Scene): Weighed[] {
  const responds = new Set(turnout.respondents);
  return turnout.counted.map((one) => ({
    family: scene.answers.participants[one]?.landlord.family ?? '',
    dwellings: scene.expected.dwellingsOf(one) ?? 0,
    responds: responds.has(one),
  }));
}

/** What a participant's figures are multiplied by; undefined when there is nothing to go by. */
export function weightOf(
  { counted }: Pick<Standing, 'counted'>,
  weighed: readonly Weighed[],
  ring: Ring,
): ((participant: number) => number) | undefined {
  const weights = weightsOf(weighed, ring);
  if (!weights) return undefined;
  const byParticipant = new Map(counted.map((one, at) => [one, weights[at] ?? 0]));
  return (participant) => byParticipant.get(participant) ?? 0;
}

function extrapolated(
  cell: IndicatorCell,
  plan: Plan,
  scene: Scene,
  turnout: Turnout,
  weight: (participant: number) => number,
): SettledCell {
  const values = inputValues(plan, scene, turnout.respondents, weight);
  const value = plan.evaluate(values.middle);
  const collected = cell.value ?? 0;
  return {
    ...cell,
    ...rangeOf(plan, values),
    value,
    collected,
    extrapolatedShare: value === 0 ? 0 : (value - collected) / value,
  };
}

/** What each respondent brings to everything that a cell rests on; nothing but the count for distinct members. */
function seriesOf(
  plan: Plan,
  scene: Scene,
  { respondents }: Turnout,
  quotient: Quotient | undefined,
  weight: ((participant: number) => number) | undefined,
): number[][] {
  const isCount = (question: number) => scene.answers.questions[question]?.leaf.kind === 'distinct';
  const questionOf = new Map<string, number>();
  plan.slots.forEach((slot, at) => {
    if (slot.kind !== 'landlords' || isCount(slot.question)) return;
    questionOf.set(plan.keys[at] ?? '', slot.question);
  });
  const amount = (key: string, one: number) => scene.answers.valueOf(one, questionOf.get(key) ?? -1);
  const formAmount = (form: LinearForm) => (one: number) => {
    let sum = 0;
    for (const [key, { factor }] of form.terms) sum += factor * amount(key, one);
    return sum;
  };
  const inputs = [...questionOf.keys()].map((key) => (one: number) => amount(key, one));
  const forms = quotient ? [formAmount(quotient.numerator), formAmount(quotient.denominator)] : [];
  const collected = [...inputs, ...forms].map((of) => respondents.map(of));
  if (!weight) return collected;
  return [
    ...collected,
    ...collected.map((some) => some.map((one, at) => one * weight(respondents[at] ?? -1))),
  ];
}
