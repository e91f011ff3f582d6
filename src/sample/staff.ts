import { apportion } from './apportion';
import type { LedgerRow } from './ledger';
import type { Profile } from './profile';
import { chanceOf } from './random';
import { type Region, totalOf } from './region';
import { taste } from './taste';

/** Jobs, with a usual yearly pay; the first ones are those that even a small landlord has. */
const frontLine: readonly (readonly [string, number])[] = [
  ["Gardiens d'immeuble", 27_400],
  ['Chargés de secteur', 32_600],
  ["Personnel d'agence", 30_100],
  ["Employés d'immeuble", 24_300],
];
const headOffice: readonly (readonly [string, number])[] = [
  ['Direction', 71_000],
  ['Gestion locative', 31_800],
  ['Comptabilité et finances', 36_900],
  ['Patrimoine et travaux', 38_700],
  ['Développement', 41_200],
  ['Informatique et RH', 38_100],
];

/** FTE are counted in quarters: they add up exactly. */
const QUARTERS = 4;

/** The staff of every landlord, job by job, women and men apart. */
export function buildStaff(region: Region): Map<Profile, LedgerRow[]> {
  const { landlords } = region;
  const quarters = apportion(
    totalOf(region, 'etp') * QUARTERS,
    landlords.map((landlord) => landlord.size * taste(landlord, 'staff', 0.25)),
  );
  const near = apportion(
    totalOf(region, 'etp_proximite') * QUARTERS,
    landlords.map((landlord, index) => (quarters[index] ?? 0) * taste(landlord, 'front line', 0.2)),
    { caps: quarters.map((count) => Math.floor(count * 0.8)) },
  );
  return new Map(
    landlords.map((landlord, index) => {
      const front = near[index] ?? 0;
      return [
        landlord,
        [
          ...jobs(landlord, frontLine, front, 'Oui'),
          ...jobs(landlord, headOffice, (quarters[index] ?? 0) - front, 'Non'),
        ],
      ];
    }),
  );
}

function jobs(
  landlord: Profile,
  names: readonly (readonly [string, number])[],
  quarters: number,
  proximite: string,
): LedgerRow[] {
  const chance = chanceOf(`jobs ${proximite} ${landlord.slug}`);
  const lines = names.flatMap(([metier, pay]) => [
    { metier, sexe: 'F', pay: pay * 0.97 },
    { metier, sexe: 'H', pay: pay * 1.02 },
  ]);
  const used = lines.slice(0, Math.min(lines.length, Math.max(2, Math.floor(quarters / 6))));
  const parts = apportion(
    quarters,
    used.map(() => chance.factor(0.5)),
  );
  return used.map(({ metier, sexe, pay }, index) => {
    const etp = (parts[index] ?? 0) / QUARTERS;
    const effectif = Math.max(Math.ceil(etp), Math.round(etp * 1.07));
    return {
      metier,
      sexe,
      proximite,
      effectif,
      cdi: Math.round(effectif * chance.between(0.86, 0.97)),
      etp,
      salaires: Math.round(etp * pay * chance.factor(0.08)),
      heures: Math.round(etp * chance.between(1480, 1600)),
      formation: Math.round(effectif * 13 * taste(landlord, 'training') * chance.factor(0.2)),
      accidents: Math.round(etp * (proximite === 'Oui' ? 0.05 : 0.01) * chance.factor(0.4)),
      alternants: Math.round(etp * 0.05 * chance.between(0.3, 1)),
    };
  });
}
