import { isUninhabited, levelOf, territoriesAround, territoriesInside } from '../../territory';
import type { ReferenceValue } from './model';

/** « France », for Insee, is its départements: the overseas collectivities have tables of their own. */
const overseasCollectivity = /^COM:(?:975|977|978|98)/;

/** The territories that a commune's figure adds to. */
function placesAround(commune: string): readonly string[] {
  const around = territoriesAround(commune);
  return overseasCollectivity.test(commune) ? around.filter((one) => one !== 'FR') : around;
}

let expected: ReadonlyMap<string, number> | undefined;

/** The number of communes that a territory's sum needs. */
function communesNeeded(): ReadonlyMap<string, number> {
  if (expected) return expected;
  const needed = new Map<string, number>();
  for (const commune of territoriesInside('FR', 'COM')) {
    if (isUninhabited(commune)) continue;
    for (const around of placesAround(commune)) needed.set(around, (needed.get(around) ?? 0) + 1);
  }
  expected = needed;
  return needed;
}

/**
 * The sums of a figure that may be added, for each EPCI, département, région and France of which every commune is
 * given: a secret or an absence makes the sum unknown, never smaller.
 */
export function sumsOf(code: string, year: number, figures: ReadonlyMap<string, number>): ReferenceValue[] {
  const needed = communesNeeded();
  const sums = new Map<string, { count: number; value: number }>();
  for (const [commune, value] of figures) {
    if (isUninhabited(commune)) continue;
    for (const around of placesAround(commune)) {
      const sum = sums.get(around) ?? { count: 0, value: 0 };
      sum.count += 1;
      sum.value += value;
      sums.set(around, sum);
    }
  }
  const order = ['FR', 'REG', 'DEP', 'EPCI'];
  return [...sums]
    .filter(([territory, { count }]) => count === needed.get(territory))
    .map(([territory, { value }]) => ({ code, year, territory, value }))
    .sort(
      (one, other) =>
        order.indexOf(levelOf(one.territory) ?? '') - order.indexOf(levelOf(other.territory) ?? '') ||
        one.territory.localeCompare(other.territory),
    );
}
