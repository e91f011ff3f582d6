import { holds, levelOf, REGION } from './places';
import { local } from './indicators';
import type { Owner } from './region';

/** What an owner answers to a leaf at a territory: its smallest figures there, `SO`, or nothing. */
export type Answer = { readonly atoms: readonly (readonly [string, number])[] } | 'SO' | 'missing';

const LEVELS = ['DEP', 'COM'];

/** The rules of the contribution format, said once more and slowly. */
export function answerTo(owner: Owner, leaf: string, place: string): Answer {
  if (owner.silent) return 'missing';
  const atoms = Object.entries(owner.atoms[leaf] ?? {});
  const inside = atoms.filter(([one]) => holds(place, one.replace('+', '')));
  if (leaf.startsWith('loyers')) {
    if (owner.rents.length === 0) return owner.facts[REGION]?.['IMPACT_LOYERS'] === 'SO' ? 'SO' : 'missing';
    return inside.length > 0 ? { atoms: inside } : 'missing';
  }
  if (leaf.startsWith('travaux')) return owner.works.length > 0 ? { atoms: inside } : 'missing';
  if (local.includes(leaf)) {
    const here = atoms.filter(([one]) => one === place);
    return here.length > 0 ? { atoms: here } : 'missing';
  }
  const given = (some: readonly string[]) => some.map((one) => owner.facts[one]?.[leaf]);
  const answered = Object.keys(owner.facts).filter((one) => owner.facts[one]?.[leaf] !== undefined);
  const level = LEVELS.find((one) => answered.some((code) => levelOf(code) === one && holds(place, code)));
  const parts = answered.filter((code) => levelOf(code) === level && holds(place, code));
  const facts = answered.includes(place) ? given([place]) : given(parts);
  if (facts.length === 0 || facts.some((one) => one !== 'SO' && typeof one !== 'number')) return 'missing';
  if (facts.every((one) => one === 'SO')) return 'SO';
  return { atoms: inside };
}
