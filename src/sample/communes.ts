import { territoriesInside } from '../territory';
import { apportion, sum } from './apportion';
import { type Chance, chanceOf } from './random';
import type { Profile } from './profile';
import { type Region, totalOf } from './region';
import type { Town } from './normandie/towns';

/** The dwellings of a landlord in a commune. */
export interface Site {
  readonly landlord: Profile;
  readonly departement: string;
  /** `COM:14118` */
  readonly commune: string;
  /** Absent: a village. */
  readonly town?: Town;
  readonly dwellings: number;
}

interface Share {
  readonly landlord: Profile;
  readonly departement: string;
  readonly dwellings: number;
}

/** A village has about this many dwellings of a landlord; villages hold at most this share of a stock. */
const PER_VILLAGE = 5;
const VILLAGE_SHARE = 0.3;

/** Places every dwelling of the region: landlord, département, commune; each commune chosen has at least one. */
export function placeDwellings(region: Region): Site[] {
  const shares = shareAmongLandlords(region);
  const departements = [...new Set(shares.map((share) => share.departement))].sort();
  const villages = chooseVillages(region, departements);
  return departements.flatMap((departement) => {
    const here = shares.filter((share) => share.departement === departement && share.dwellings > 0);
    const villagesOf = assignVillages(
      here,
      villages.get(departement) ?? [],
      chanceOf(`villages ${departement}`),
    );
    return here.flatMap((share, index) =>
      sitesOf(share, townsIn(region, departement), villagesOf[index] ?? []),
    );
  });
}

function shareAmongLandlords(region: Region): Share[] {
  const sizes = region.landlords.map((landlord) => landlord.size);
  const stocks = apportion(totalOf(region, 'nb_lls'), sizes);
  return region.landlords.flatMap((landlord, index) => {
    const weights = landlord.departements.map(({ share }) => share);
    const parts = apportion(stocks[index] ?? 0, weights);
    return landlord.departements.map(({ code }, rank) => ({
      landlord,
      departement: code,
      dwellings: parts[rank] ?? 0,
    }));
  });
}

const townsIn = (region: Region, departement: string): readonly Town[] =>
  region.towns.filter((town) => `DEP:${town.code.slice(0, 2)}` === departement);

function chooseVillages(region: Region, departements: readonly string[]): Map<string, string[]> {
  const towns = new Set(region.towns.map((town) => `COM:${town.code}`));
  const candidates = departements.map((departement) =>
    territoriesInside(departement, 'COM').filter((commune) => !towns.has(commune)),
  );
  const counts = apportion(
    region.communes - towns.size,
    candidates.map((list) => list.length),
  );
  return new Map(
    departements.map((departement, index) => [
      departement,
      chanceOf(`choice of villages ${departement}`)
        .shuffled(candidates[index] ?? [])
        .slice(0, counts[index])
        .sort(),
    ]),
  );
}

/** Each village to one landlord at least, the larger ones taking more; some to two. */
function assignVillages(shares: readonly Share[], villages: readonly string[], chance: Chance): string[][] {
  const room = shares.map(({ dwellings }) => Math.floor((dwellings * VILLAGE_SHARE) / PER_VILLAGE));
  const taken = shares.map((): string[] => []);
  const take = (village: string): void => {
    const free = room.map((count, index) => (taken[index]?.includes(village) ? 0 : count));
    let ticket = chance.next() * sum(free);
    const index = free.findIndex((count) => (ticket -= count) < 0);
    if (index < 0) return;
    taken[index]?.push(village);
    room[index] = (room[index] ?? 0) - 1;
  };
  for (const village of villages) take(village);
  for (const village of villages) if (chance.next() < 0.25) take(village);
  return taken;
}

function sitesOf(
  { landlord, departement, dwellings }: Share,
  towns: readonly Town[],
  villages: string[],
): Site[] {
  const chance = chanceOf(`sites ${landlord.slug} ${departement}`);
  const count = Math.min(towns.length, 1 + Math.round(dwellings / 350));
  const present = towns
    .map((town) => ({ town, rank: chance.next() ** (1 / town.weight) }))
    .sort((one, other) => other.rank - one.rank)
    .slice(0, count)
    .map(({ town }) => town);
  const wanted = villages.map(() => chance.whole(3, 26));
  const rural = Math.min(Math.floor(dwellings * VILLAGE_SHARE), sum(wanted));
  const urban = apportion(
    dwellings - rural,
    present.map((town) => town.weight * chance.factor(0.5)),
    { floors: present.map(() => 1) },
  );
  const small = apportion(rural, wanted, { floors: villages.map(() => 1) });
  const place = { landlord, departement };
  return [
    ...present.map((town, index) => ({
      ...place,
      commune: `COM:${town.code}`,
      town,
      dwellings: urban[index] ?? 0,
    })),
    ...villages.map((commune, index) => ({ ...place, commune, dwellings: small[index] ?? 0 })),
  ];
}
