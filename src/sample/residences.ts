import { territoryName } from '../territory';
import { apportion } from './apportion';
import { type Site, placeDwellings } from './communes';
import { residenceNames } from './normandie/names';
import type { Profile } from './profile';
import { type Chance, chanceOf } from './random';
import { type Region, totalOf } from './region';
import { taste } from './taste';

/** A group of dwellings built together: the finest line of a landlord's files. */
export interface Residence {
  readonly landlord: Profile;
  readonly site: Site;
  /** Its line in the landlord's files; filled in theme by theme. */
  readonly row: Record<string, number | string>;
}

/** The region's residences, with their dwellings; every dwelling of one is a house or none is. */
export function buildResidences(region: Region): Residence[] {
  const sites = placeDwellings(region);
  const priority = apportion(
    totalOf(region, 'log_qpv'),
    sites.map(({ landlord, town, dwellings }) =>
      landlord.habits.has('rural') ? 0 : dwellings * (town?.priority ?? 0) * taste(landlord, 'qpv'),
    ),
    { caps: sites.map(({ dwellings }) => Math.floor(dwellings * 0.85)) },
  );
  const houses = apportion(
    totalOf(region, 'nb_individuel'),
    sites.map(
      ({ landlord, town, dwellings }) => dwellings * houseShare(town?.weight) * taste(landlord, 'houses'),
    ),
    { caps: sites.map(({ dwellings }, index) => dwellings - (priority[index] ?? 0)) },
  );
  const counts = new Map<Profile, number>();
  return sites.flatMap((site, index) => {
    const chance = chanceOf(`residences ${site.landlord.slug} ${site.commune}`);
    const houseCount = houses[index] ?? 0;
    const priorityCount = priority[index] ?? 0;
    const grain = Math.min(110, Math.max(10, site.landlord.size / 260));
    const kinds = [
      { dwellings: priorityCount, type: 'C', qpv: 'Oui', size: grain * 1.4 },
      { dwellings: site.dwellings - priorityCount - houseCount, type: 'C', qpv: 'Non', size: grain * 0.8 },
      { dwellings: houseCount, type: 'I', qpv: 'Non', size: grain * 0.6 },
    ];
    return kinds.flatMap(({ dwellings, type, qpv, size }) =>
      pieces(dwellings, size, chance).map((logements) => {
        const rank = (counts.get(site.landlord) ?? 0) + 1;
        counts.set(site.landlord, rank);
        const place = knownAs(site, region, rank);
        return {
          landlord: site.landlord,
          site,
          row: {
            code: `${site.landlord.slug.slice(0, 3).toUpperCase()}-${String(rank).padStart(4, '0')}`,
            nom: `${type === 'I' ? 'Pavillons' : 'Résidence'} ${chance.pick(residenceNames)}`,
            insee: Number(place.code),
            commune: place.name,
            departement: Number(site.departement.slice(4)),
            type,
            qpv,
            centre: site.town?.centre ? 'Oui' : 'Non',
            annee: yearBuilt(type, qpv, region.year, chance),
            logements,
          },
        };
      }),
    );
  });
}

/** The commune of a residence as its landlord writes it: some go on using the codes of before the mergers. */
function knownAs({ landlord, commune }: Site, region: Region, rank: number): { code: string; name: string } {
  const today = { code: commune.slice('COM:'.length), name: territoryName(commune) };
  const former = landlord.habits.has('formerCodes') ? (region.formerCommunes[commune] ?? []) : [];
  return [today, ...former][rank % (former.length + 1)] ?? today;
}

function houseShare(townWeight: number | undefined): number {
  if (townWeight === undefined) return 0.74;
  if (townWeight < 2) return 0.3;
  return townWeight < 5 ? 0.14 : 0.07;
}

function pieces(dwellings: number, size: number, chance: Chance): number[] {
  if (dwellings === 0) return [];
  const count = Math.min(dwellings, Math.max(1, Math.round(dwellings / size)));
  return apportion(
    dwellings,
    Array.from({ length: count }, () => chance.factor(0.6)),
    { floors: Array.from({ length: count }, () => 1) },
  );
}

/** Blank where nobody knows it any more. */
function yearBuilt(type: string, qpv: string, year: number, chance: Chance): number | string {
  if (chance.next() < 0.015) return '';
  if (qpv === 'Oui') return chance.whole(1955, 1981);
  if (chance.next() < 0.02) return year;
  return type === 'I' ? chance.whole(1962, year) : chance.whole(1948, year - 1);
}
