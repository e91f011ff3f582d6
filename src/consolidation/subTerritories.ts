import type { Level, Zonings } from '../territory';
import { levelOf, nestedLevels, territoriesAround, territoriesInside } from '../territory';
import { CampaignError } from './campaign';
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

/** A zoning of more zones than that (a programme's every town) shows only those that the campaign knows. */
const SHOWN_WHOLE = 20;

/**
 * The territories of a grouping: a level (`DEP`), or the zones of a table (`abc`) that have a commune in the campaign.
 * Throws CampaignError for anything else.
 */
export function groupingOf(
  campaign: Place,
  grouping: string,
  known: readonly string[],
  zonings: Zonings,
): string[] {
  const level = [...nestedLevels, 'ZONE' as const].find((one) => one === grouping.toUpperCase());
  if (level) return subTerritories(campaign, level, known);
  const zoning = zonings.named(grouping);
  if (!zoning) throw new CampaignError(unknownGrouping(grouping, zonings));
  const zones = zonings.zonesInside(zoning.name, campaign.code);
  if (zones.length <= SHOWN_WHOLE) return zones;
  const named = new Set(known.map((one) => zonings.zoneOf(zoning.name, one) ?? one));
  return zones.filter((one) => named.has(one));
}

/** What to ask instead of a grouping that does not exist, in French. */
export function unknownGrouping(grouping: string, zonings: Zonings): string {
  const tables = zonings.all.map((one) => one.name);
  const given =
    tables.length > 0
      ? `une table de zonage donnée avec la campagne (${tables.join(', ')})`
      : 'une table de zonage, dont il faut alors donner le fichier (--zonings)';
  return `Le découpage « ${grouping} » n’existe pas : demandez REG, DEP, EPCI, COM, ou ${given}.`;
}
