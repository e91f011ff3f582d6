import type { Contribution } from '../contribution';
import { isInside, levelOf, nestedLevels, territoriesAround } from '../territory';
import type { PerimeterLine } from './model';

/** The campaign itself cannot be settled: its message, in French, says what to give. */
export class CampaignError extends Error {
  override readonly name = 'CampaignError';
}

interface CampaignInput {
  readonly contributions: readonly Contribution[];
  readonly perimeter?: readonly PerimeterLine[] | undefined;
  /** As asked by the person; a perimeter file prevails over it. */
  readonly territory?: string | undefined;
}

/**
 * The campaign's territory: the one of the perimeter that contains all others; without a perimeter the one asked,
 * else the one REG (or FR) found in the contributions, else what contains all they name. A landlord alone that
 * names none answers for all of itself (FR). Undefined when nothing settles it.
 */
export function campaignTerritory(input: CampaignInput): string | undefined {
  if (input.perimeter) {
    const named = distinct(input.perimeter.map((one) => one.territory));
    return (
      ofPerimeter(named) ?? (named.every((one) => covers(input.territory, one)) ? input.territory : undefined)
    );
  }
  return input.territory ?? ofContributions(input.contributions.filter((one) => one.status === 'accepted'));
}

/**
 * The same, or a CampaignError that says what was found and what to give.
 */
export function settleTerritory(input: CampaignInput): string {
  const territory = campaignTerritory(input);
  if (territory !== undefined) return territory;
  const remedy = 'Indiquez le territoire de la campagne, par exemple --territory REG:28';
  if (input.perimeter) {
    const named = distinct(input.perimeter.map((one) => one.territory));
    const what =
      named.length === 0
        ? 'Le périmètre ne nomme aucun territoire'
        : `Aucun territoire du périmètre ne contient tous les autres (${some(named)})`;
    throw new CampaignError(
      `${what} : ajoutez une ligne par bailleur pour le territoire de la campagne, ou corrigez les territoires.`,
    );
  }
  const regions = territoriesOf(input.contributions).filter((one) => levelOf(one) === 'REG');
  const found =
    regions.length > 0
      ? `Les contributions portent sur plusieurs régions (${some(regions)})`
      : 'Aucune contribution ne nomme de territoire';
  throw new CampaignError(`${found}. ${remedy}, ou donnez un fichier de périmètre.`);
}

/** The most frequent `exercice` of the accepted contributions; of equals the latest. */
export function campaignYear(contributions: readonly Contribution[]): number {
  const counts = new Map<number, number>();
  for (const one of contributions) {
    if (one.status !== 'accepted' || !one.identity) continue;
    counts.set(one.identity.year, (counts.get(one.identity.year) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([year, count], [other, others]) => others - count || other - year);
  if (!best) throw new CampaignError('Aucune contribution utilisable : il n’y a rien à consolider.');
  return best[0];
}

/** Zones lie nowhere; an EPCI may cross the border of what it is listed with: neither can contradict. */
function ofPerimeter(named: readonly string[]): string | undefined {
  const nested = named.filter((one) => levelOf(one) !== 'ZONE');
  const strict = nested.find((one) => nested.every((other) => covers(one, other)));
  if (strict !== undefined) return strict;
  const firm = nested.filter((one) => levelOf(one) !== 'EPCI');
  return firm.find((one) => firm.every((other) => covers(one, other)));
}

function ofContributions(contributions: readonly Contribution[]): string | undefined {
  const named = territoriesOf(contributions);
  const alone = contributions.length === 1;
  const regions = named.filter((one) => levelOf(one) === 'REG');
  const [region] = regions;
  if (region !== undefined && regions.length === 1) return region;
  if (named.includes('FR')) return 'FR';
  if (named.length === 0 || regions.length > 1) return alone ? 'FR' : undefined;
  const [first = '', ...others] = named;
  return [first, ...territoriesAround(first).toReversed()].find((one) =>
    others.every((other) => covers(one, other)),
  );
}

const covers = (outer: string | undefined, inner: string): boolean =>
  outer !== undefined && (inner === outer || isInside(inner, outer) || levelOf(inner) === 'ZONE');

const distinct = (codes: readonly string[]): string[] => [...new Set(codes)].filter((one) => one !== '');

/** The territories that contributions name, zones left out, coarsest first. */
function territoriesOf(contributions: readonly Contribution[]): string[] {
  const all = new Set<string>();
  for (const { facts, rows, members } of contributions) {
    for (const list of [facts, rows, members]) for (const one of list) all.add(one.territory);
  }
  const depth = (code: string) => nestedLevels.findIndex((level) => level === levelOf(code));
  return [...all]
    .filter((one) => one !== '' && levelOf(one) !== 'ZONE')
    .sort((one, other) => depth(one) - depth(other) || one.localeCompare(other));
}

function some(codes: readonly string[]): string {
  const shown = codes.slice(0, 5).join(', ');
  return codes.length > 5 ? `${shown} …` : shown;
}
