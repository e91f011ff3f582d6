import { apportion } from './apportion';
import { groupBy } from './group';
import { amount } from './ledger';
import type { Profile } from './profile';
import { type Chance, chanceOf } from './random';
import { type Region, totalOf } from './region';
import type { Residence } from './residences';
import { spread } from './spread';

/** A building site, a purchase or a programme of works: a line of the landlord's list of operations. */
export interface Operation {
  readonly landlord: Profile;
  readonly row: Record<string, number | string>;
}

interface Kind {
  readonly nature: string;
  readonly phase: string;
  /** Regional total, shared among those who take part. */
  readonly total: string;
  /** Column that receives the dwellings. */
  readonly column: string;
  readonly size: number;
  /** How likely a landlord of middling size is to have any. */
  readonly likely: number;
  /** Works on existing residences: the place and the priority neighbourhood are the residence's. */
  readonly existing?: boolean;
  readonly who?: (landlord: Profile) => number;
}

const buildsForSale = (landlord: Profile): number =>
  landlord.family === 'COOP' ? 6 : landlord.family === 'SEM' || landlord.family === 'SC' ? 0 : 0.6;

const kinds: readonly Kind[] = [
  {
    nature: 'Construction neuve',
    phase: 'Livrée',
    total: 'mes_neuf',
    column: 'livres',
    size: 24,
    likely: 0.9,
  },
  {
    nature: 'Acquisition-amélioration',
    phase: 'Livrée',
    total: 'mes_acq',
    column: 'livres',
    size: 7,
    likely: 0.4,
  },
  { nature: 'Construction neuve', phase: 'Agréée', total: 'agr_plai', column: 'plai', size: 9, likely: 0.85 },
  {
    nature: 'Construction neuve',
    phase: 'Agréée',
    total: 'agr_plus',
    column: 'plus',
    size: 16,
    likely: 0.85,
  },
  { nature: 'VEFA', phase: 'Agréée', total: 'agr_pls', column: 'pls', size: 12, likely: 0.35 },
  {
    nature: 'Réhabilitation',
    phase: 'Réceptionnée',
    total: 'nb_rehab',
    column: 'rehabilites',
    size: 46,
    likely: 1,
    existing: true,
  },
  {
    nature: 'Démolition',
    phase: 'Achevée',
    total: 'demolitions',
    column: 'demolis',
    size: 50,
    likely: 0.4,
    existing: true,
  },
  ...(['psla', 'brs', 'autre'] as const).map((kind) => ({
    nature: `Accession ${kind === 'autre' ? 'sociale' : kind.toUpperCase()}`,
    phase: 'Livrée',
    total: `acc_${kind}`,
    column: 'livres',
    size: 18,
    likely: 0.55,
    who: buildsForSale,
  })),
];

/** All operations of the region's landlords, with what they spent on each during the year. */
export function buildOperations(residences: readonly Residence[], region: Region): Operation[] {
  const stockOf = groupBy(residences, ({ landlord }) => landlord);
  const operations = kinds.flatMap((kind) => {
    const weights = region.landlords.map((landlord) => appetite(landlord, kind));
    const counts = apportion(totalOf(region, kind.total), weights);
    return region.landlords.flatMap((landlord, index) =>
      operationsOf(landlord, kind, counts[index] ?? 0, stockOf.get(landlord) ?? []),
    );
  });
  operations.push(...region.landlords.map((landlord) => componentsOf(landlord, stockOf.get(landlord) ?? [])));
  fillRenovations(operations, region);
  fillAmounts(operations, region);
  for (const operation of operations) fillOutcome(operation);
  return numbered(operations);
}

/** Larger landlords always have some; among the small ones, chance decides. */
function appetite(landlord: Profile, kind: Kind): number {
  const chance = chanceOf(`${kind.total} ${landlord.slug}`);
  const takesPart = chance.next() < kind.likely * Math.min(1.6, 0.35 + landlord.size / 4000);
  return takesPart ? landlord.size ** 0.9 * chance.factor(0.5) * (kind.who?.(landlord) ?? 1) : 0;
}

function operationsOf(
  landlord: Profile,
  kind: Kind,
  dwellings: number,
  residences: readonly Residence[],
): Operation[] {
  if (dwellings === 0) return [];
  const chance = chanceOf(`operations ${kind.total} ${landlord.slug}`);
  const count = Math.max(1, Math.round(dwellings / kind.size));
  const sizes = apportion(
    dwellings,
    Array.from({ length: count }, () => chance.factor(0.7)),
  );
  return sizes
    .filter((size) => size > 0)
    .map((size) => {
      const residence = chance.pick(residences);
      const nature = kind.total === 'mes_neuf' && chance.next() < 0.4 ? 'VEFA' : kind.nature;
      const qpv = kind.existing
        ? residence.row.qpv
        : chance.next() < 0.08 && !landlord.habits.has('rural')
          ? 'Oui'
          : 'Non';
      return {
        landlord,
        row: {
          ...placeOf(residence),
          nom: kind.existing ? `${String(residence.row.nom)}` : `${nature} ${String(residence.row.commune)}`,
          nature,
          phase: kind.phase,
          qpv: qpv ?? 'Non',
          logements: size,
          [kind.column]: size,
        },
      };
    });
}

const placeOf = ({ row }: Residence): Record<string, number | string> => ({
  insee: row.insee ?? '',
  commune: row.commune ?? '',
  departement: row.departement ?? '',
});

/** Lifts, boilers, windows replaced here and there: every landlord has such a line, of no given dwellings. */
function componentsOf(landlord: Profile, residences: readonly Residence[]): Operation {
  const [residence] = residences;
  const place = residence === undefined ? {} : placeOf(residence);
  return {
    landlord,
    row: { ...place, nom: 'Remplacement de composants', nature: 'Composants', phase: 'En cours', qpv: 'Non' },
  };
}

function fillRenovations(operations: readonly Operation[], region: Region): void {
  const works = operations.filter(({ row }) => row.nature === 'Réhabilitation');
  const rolls = works.map(({ landlord }, index) => chanceOf(`works ${landlord.slug} ${index}`).next());
  const roll = new Map(works.map((operation, index) => [operation, rolls[index] ?? 0]));
  // Some rehabilitations leave the energy class as it was.
  const keeps = (operation: Operation): number =>
    amount(operation.row, 'rehabilites') * (roll.get(operation) ?? 0);
  spread(works, 'renoves', totalOf(region, 'nb_reno_ener'), (one) => 0.01 + keeps(one), {
    cap: 'rehabilites',
  });
  spread(works, 'sortiesFg', totalOf(region, 'nb_sorties_fg'), ({ row }) => amount(row, 'renoves'), {
    cap: 'renoves',
  });
}

function fillAmounts(operations: readonly Operation[], region: Region): void {
  const among = (...natures: string[]): Operation[] =>
    operations.filter(({ row }) => natures.includes(String(row.nature)));
  const cost = (operation: Operation, index: number): number =>
    amount(operation.row, 'logements') * chanceOf(`cost ${operation.landlord.slug} ${index}`).factor(0.35);
  const share = (lines: readonly Operation[], code: string, weight: (one: Operation) => number): void =>
    spread(lines, 'depense', totalOf(region, code), weight);
  const rank = new Map(operations.map((operation, index) => [operation, index]));
  const costOf = (operation: Operation): number => cost(operation, rank.get(operation) ?? 0);
  // An approved operation has only begun to be paid.
  share(among('Construction neuve', 'VEFA', 'Acquisition-amélioration'), 'inv_neuf', (one) =>
    one.row.phase === 'Agréée' ? costOf(one) * 0.35 : costOf(one),
  );
  share(among('Réhabilitation', 'Composants'), 'inv_rehab', (one) =>
    one.row.nature === 'Composants' ? one.landlord.size / 60 : costOf(one),
  );
  share(among('Démolition'), 'inv_demol', costOf);
}

/** Energy before and after, land, labels, social clauses. */
function fillOutcome({ landlord, row }: Operation): void {
  const chance = chanceOf(
    `outcome ${landlord.slug} ${String(row.nature)} ${String(row.nom)} ${amount(row, 'depense')}`,
  );
  const dwellings = amount(row, 'logements');
  const spent = amount(row, 'depense');
  if (amount(row, 'renoves') > 0) fillEnergy(row, chance);
  if (row.phase === 'Livrée' && !String(row.nature).startsWith('Accession')) {
    const kept = row.nature === 'Acquisition-amélioration' || chance.next() < 0.45;
    row.sansArtif = kept ? dwellings : 0;
    row.artif = kept ? 0 : Math.round(dwellings * chance.between(120, 420));
    row.label = chance.next() < 0.4 ? dwellings : 0;
    row.b2c = chance.next() < 0.55 ? dwellings : 0;
  }
  if (spent > 900_000 && chance.next() < 0.75) {
    row.heuresTravaillees = Math.round(spent / chance.between(85, 120));
    row.heuresInsertion = Math.round(row.heuresTravaillees * chance.between(0.05, 0.11));
  }
}

function fillEnergy(row: Record<string, number | string>, chance: Chance): void {
  row.surfaceTravaux = Math.round(amount(row, 'renoves') * chance.between(58, 74));
  row.consoAvant = chance.whole(210, 380);
  row.consoApres = Math.round(row.consoAvant * chance.between(0.42, 0.72));
  row.gesAvant = chance.whole(34, 78);
  row.gesApres = Math.round(row.gesAvant * chance.between(0.38, 0.75));
}

function numbered(operations: readonly Operation[]): Operation[] {
  const counts = new Map<Profile, number>();
  return operations.map(({ landlord, row }) => {
    const rank = (counts.get(landlord) ?? 0) + 1;
    counts.set(landlord, rank);
    return { landlord, row: { code: `OP${String(rank).padStart(3, '0')}`, ...row } };
  });
}
