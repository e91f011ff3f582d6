import { coverageOf, type Expected } from './expected';
import type { Answers } from './answers';
import type { IndicatorCell } from './model';
import type { Plan } from './plans';

/** What the quality of a territory's figures is computed from. */
export interface QualityScene {
  readonly year: number;
  readonly answers: Answers;
  readonly expected: Expected;
  /** The territory's other cells. */
  readonly cells: readonly IndicatorCell[];
  /** Remarks still open; undefined where they cannot be told apart by territory. */
  readonly remarks: number | undefined;
}

/** Figures that only publication can tell: what was extrapolated, what was masked. */
const ofPublication = new Set([
  'qua_valeur_redressee',
  'qua_valeur_collectee',
  'qua_masques_primaires',
  'qua_masques_secondaires',
]);

/** An indicator about the consolidation itself: its inputs are counted here instead of asked from landlords. */
export function qualityCell(plan: Plan, scene: QualityScene): IndicatorCell {
  const { answers, expected, year } = scene;
  const responded = expected.participants.filter((one) => answers.participants[one]?.data);
  const figures = figuresOf(scene, responded);
  const values = plan.slots.map((slot) => (slot.kind === 'reference' ? figures.get(slot.code) : undefined));
  const { indicator } = plan;
  const base = {
    code: indicator.code,
    territory: answers.place.code,
    year,
    value: null,
    unit: indicator.unit,
    low: null,
    high: null,
    respondents: responded.length,
    expected: expected.participants.length,
    coverage: coverageOf(expected, expected.participants, (one) => responded.includes(one)),
    extrapolatedShare: 0,
    respondentSirens: responded.map((one) => answers.participants[one]?.landlord.siren ?? ''),
    notApplicableSirens: [],
    inputs: plan.keys.flatMap((key, index) => {
      const value = values[index];
      return value === undefined ? [] : [{ key, value }];
    }),
  } as const;
  if (plan.slots.some((slot) => slot.kind === 'reference' && ofPublication.has(slot.code))) {
    return { ...base, status: 'unavailable', reason: 'publication_only' };
  }
  const unknown = plan.keys.filter((_, index) => values[index] === undefined);
  if (unknown.length > 0) {
    const elsewhere = unknown.includes('ref.qua_alertes');
    return { ...base, status: 'unavailable', reason: elsewhere ? 'campaign_only' : 'missing_reference' };
  }
  const value = plan.evaluate(values.map(Number));
  return Number.isFinite(value)
    ? { ...base, status: 'computed', reason: null, value }
    : { ...base, status: 'unavailable', reason: 'zero_denominator' };
}

/** By code, without the `ref.` in front; a figure that cannot be told is absent. */
function figuresOf(scene: QualityScene, responded: readonly number[]): Map<string, number> {
  const { expected } = scene;
  const figures = new Map<string, number>([
    ['qua_bailleurs_repondants', responded.length],
    ['qua_bailleurs_attendus', expected.participants.length],
  ]);
  if (scene.remarks !== undefined) figures.set('qua_alertes', scene.remarks);
  const all = dwellings(expected, expected.participants);
  const ofRespondents = dwellings(expected, responded);
  if (all !== undefined) figures.set('qua_logements_attendus', all);
  if (ofRespondents !== undefined) {
    figures.set('qua_logements_repondants', ofRespondents);
    figures.set('qua_logements_item', ofRespondents * itemShare(scene, responded));
  }
  return figures;
}

/**
 * The share of the respondents' dwellings for which an indicator is answered, all indicators together: a ratio of
 * sums, those for whom an indicator does not apply left out of it. Each indicator's own share is its coverage.
 */
function itemShare({ cells, answers, expected }: QualityScene, responded: readonly number[]): number {
  const dwellingsOf = new Map(
    responded.map((one) => [answers.participants[one]?.landlord.siren ?? '', expected.dwellingsOf(one) ?? 0]),
  );
  const weigh = (sirens: Iterable<string>): number => {
    let sum = 0;
    for (const siren of sirens) sum += dwellingsOf.get(siren) ?? 0;
    return sum;
  };
  const all = weigh(dwellingsOf.keys());
  let answered = 0;
  let asked = 0;
  for (const cell of cells) {
    answered += weigh(cell.respondentSirens);
    asked += all - weigh(cell.notApplicableSirens);
  }
  return asked > 0 ? answered / asked : Number.NaN;
}

/** Undefined when they cannot be known for all. */
function dwellings(expected: Expected, participants: readonly number[]): number | undefined {
  if (!expected.weighed) return undefined;
  let sum = 0;
  for (const one of participants) {
    const some = expected.dwellingsOf(one);
    if (some === undefined) return undefined;
    sum += some;
  }
  return sum;
}
