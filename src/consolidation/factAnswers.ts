import type { Fact } from '../contribution';
import type { LeafAnswer } from './model';
import { HERE, type Place } from './place';

/** The facts an answer rests on, before they are added up. */
export interface Found {
  readonly facts: readonly Fact[];
  /** False when the perimeter lists the landlord at a part for which it gives no fact. */
  readonly complete: boolean;
}

/** What an answer is worth; 0 unless it is a number. */
export type Worth = Pick<LeafAnswer, 'state' | 'value'>;

export const MISSING: Worth = { state: 'missing', value: 0 };
const NOT_APPLICABLE: Worth = { state: 'not_applicable', value: 0 };
export const numberWorth = (value: number): Worth => ({ state: 'number', value });

const filled = (fact: Fact): boolean => fact.answer.kind !== 'blank';

/**
 * The facts that answer for a data point at a place (spec, “The value of a data point”): those at the place
 * itself, else those of the coarsest level strictly inside that says something. Levels are never mixed.
 * @param facts all facts of one landlord for one data point and one year
 * @param listed the territories inside the place where the perimeter lists the landlord
 * @param local whether the data point's meaning depends on the territory: then its parts never answer
 */
export function findFacts(
  facts: readonly Fact[],
  place: Place,
  listed: readonly string[],
  local: boolean,
): Found {
  const here = facts.filter((one) => place.depthOf(one.territory) === HERE);
  if (local || here.some(filled)) return { facts: here, complete: true };
  let coarsest = Infinity;
  for (const fact of facts) {
    const depth = place.depthOf(fact.territory);
    if (depth > HERE && depth < coarsest && filled(fact)) coarsest = depth;
  }
  if (coarsest === Infinity) return { facts: here, complete: true };
  const parts = facts.filter((one) => place.depthOf(one.territory) === coarsest);
  const given = new Set(parts.map((one) => one.territory));
  const expected = listed.filter((one) => place.depthOf(one) === coarsest);
  return { facts: parts, complete: expected.every((one) => given.has(one)) };
}

/** Adds parts up: `SO` adds nothing (all `SO`: the whole is), anything unanswered makes the whole so. */
export function addUp(found: Found): Worth {
  if (!found.complete || found.facts.length === 0) return MISSING;
  let value = 0;
  let numbers = 0;
  for (const { answer } of found.facts) {
    if (answer.kind === 'number') {
      value += answer.value;
      numbers += 1;
    } else if (answer.kind !== 'not_applicable') return MISSING;
  }
  return numbers > 0 ? numberWorth(value) : NOT_APPLICABLE;
}
