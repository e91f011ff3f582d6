import type { Catalogue } from '../../catalogue';
import type { Fact } from '../../contribution';
import { compileRow } from '../../formula';
import { levelOf, nestedLevels, territoriesAround } from '../../territory';
import { findFacts } from '../factAnswers';
import type { Asked, LandlordLeaf } from '../leaves';
import { HERE, type Place } from '../place';

/** The smallest piece of a landlord's figure that anybody may know of. */
export interface Part {
  /** The territory it is given for; the remainder of a total that its parts do not exhaust is told apart. */
  readonly id: string;
  readonly amount: number;
}

/** What the parts of one landlord and one year are looked for in. */
export interface PartsAsked extends Asked {
  placeOf(code: string): Place;
}

/**
 * The finest figures that a landlord's answer to a leaf adds up from at a place (spec, “Confidentiality, second
 * step”): where a total and its parts are both given the parts count, with a remainder if they do not make the
 * total; a data point that is never summed over territories is one figure at each; `SO` is a known zero.
 * To be asked of a landlord that answers the leaf there.
 */
export function partsOf(leaf: LandlordLeaf, asked: PartsAsked, catalogue: Catalogue): Part[] {
  if (leaf.kind === 'rows') return rowParts(leaf, asked);
  if (leaf.kind === 'distinct') return [];
  const facts = asked.data.facts.get(leaf.code) ?? [];
  const local = catalogue.dataPoints.get(leaf.code)?.local ?? false;
  const { facts: found } = findFacts(facts, asked.place, asked.listed, local);
  const figures = figuresOf(found);
  if (local) return [...figures].map(([id, amount]) => ({ id, amount }));
  const all = figuresOf(facts);
  return [...figures].flatMap(([territory, amount]) => detailOf(territory, amount, all, asked));
}

/** The numbers by territory; facts of one territory (former communes carried to one) add up. */
function figuresOf(facts: readonly Fact[]): Map<string, number> {
  const figures = new Map<string, number>();
  for (const { territory, answer } of facts) {
    if (answer.kind === 'number') figures.set(territory, (figures.get(territory) ?? 0) + answer.value);
  }
  return figures;
}

/** A figure as the disjoint figures that lie inside it, down to the finest, and what they leave over. */
function detailOf(
  territory: string,
  amount: number,
  all: ReadonlyMap<string, number>,
  asked: PartsAsked,
): Part[] {
  const inside = disjointInside(asked.placeOf(territory), all, asked);
  if (inside.length === 0) return [{ id: territory, amount }];
  const parts = inside.flatMap((code) => detailOf(code, all.get(code) ?? 0, all, asked));
  const rest = inside.reduce((left, code) => left - (all.get(code) ?? 0), amount);
  return isNothing(rest, amount) ? parts : [...parts, { id: `${territory} (reste)`, amount: rest }];
}

/** Decimals do not add up exactly in binary: a remainder of the last digits is none. */
const isNothing = (rest: number, amount: number): boolean =>
  Math.abs(rest) <= Math.max(1, Math.abs(amount)) * 1e-9;

/**
 * The coarsest territories strictly inside a place that have a figure and do not overlap: région, then département,
 * EPCI, commune. An EPCI across départements overlaps them, so it stands aside where a département has a figure.
 */
function disjointInside(place: Place, all: ReadonlyMap<string, number>, asked: PartsAsked): string[] {
  const chosen: Place[] = [];
  for (const level of nestedLevels) {
    for (const code of all.keys()) {
      if (levelOf(code) !== level || place.depthOf(code) <= HERE) continue;
      if (chosen.some((one) => one.covers(code))) continue;
      if (level === 'EPCI' && crossesOneOf(code, chosen)) continue;
      chosen.push(asked.placeOf(code));
    }
  }
  return chosen.map((one) => one.code);
}

function crossesOneOf(epci: string, chosen: readonly Place[]): boolean {
  if (!chosen.some((one) => levelOf(one.code) === 'DEP')) return false;
  return !territoriesAround(epci).some((one) => levelOf(one) === 'DEP');
}

function rowParts(leaf: LandlordLeaf & { kind: 'rows' }, asked: PartsAsked): Part[] {
  const body = compileRow(leaf.body);
  const amounts = new Map<string, number>();
  for (const row of asked.data.rows.get(leaf.table) ?? []) {
    if (!asked.place.covers(row.territory)) continue;
    const amount = body(row.values as Readonly<Record<string, number>>);
    amounts.set(row.territory, (amounts.get(row.territory) ?? 0) + amount);
  }
  return [...amounts].map(([id, amount]) => ({ id, amount }));
}
