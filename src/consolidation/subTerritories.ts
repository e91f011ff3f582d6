import type { Level } from '../territory';
import { levelOf, territoriesAround, territoriesInside } from '../territory';
import { HERE, type Place } from './place';

/** Few enough to be shown even when empty: an empty département is news, an empty commune is not. */
const shownEvenEmpty: readonly Level[] = ['REG', 'DEP'];

/**
 * The territories of a level inside the campaign's, sorted: all régions and départements; of EPCI, communes and
 * zones those that the campaign knows.
 * @param known every territory that the perimeter, the facts or the rows name
 */
export function subTerritories(campaign: Place, level: Level, known: readonly string[]): string[] {
  if (shownEvenEmpty.includes(level)) return territoriesInside(campaign.code, level);
  const named = known.flatMap((one) => [one, ...territoriesAround(one)]);
  const ofLevel = [...new Set(named)].filter((one) => levelOf(one) === level);
  return (level === 'ZONE' ? ofLevel : ofLevel.filter((one) => campaign.depthOf(one) > HERE)).sort();
}
