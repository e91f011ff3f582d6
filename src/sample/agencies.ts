import { apportion, sum } from './apportion';
import { type LedgerRow, amount } from './ledger';
import type { Operation } from './operations';
import type { Profile } from './profile';
import { type Chance, chanceOf } from './random';
import type { Residence } from './residences';
import { taste } from './taste';

/** One agency for about this many dwellings of a département, four at most. */
const PER_AGENCY = 2500;

/** What the agencies follow: stock movements, arrears, survey of occupation, quality of service. */
export function buildAgencies(
  landlord: Profile,
  residences: readonly Residence[],
  operations: readonly Operation[],
): LedgerRow[] {
  return landlord.departements.flatMap(({ code }) => {
    const departement = Number(code.slice(4));
    const here = ({ row }: { row: LedgerRow }): boolean => row.departement === departement;
    const stock = residences.filter(here).map(({ row }) => row);
    const works = operations.filter(here).map(({ row }) => row);
    const total = (rows: readonly LedgerRow[], column: string): number =>
      sum(rows.map((row) => amount(row, column)));
    const dwellings = total(stock, 'logements');
    const chance = chanceOf(`agencies ${landlord.slug} ${departement}`);
    const count = Math.min(4, Math.max(1, Math.round(dwellings / PER_AGENCY)));
    const weights = Array.from({ length: count }, () => chance.factor(0.4));
    const split = (column: string): number[] => apportion(total(stock, column), weights);
    const parts = {
      dwellings: split('logements'),
      occupied: split('nb_occupes'),
      lifts: split('ascenseurs'),
    };
    // Operations count in the first agency: it stands for the head office of the département.
    const demolished = total(works, 'demolis');
    const delivered = total(
      works.filter((row) => row.sansArtif !== undefined),
      'livres',
    );
    const names = [...new Set(stock.map((row) => String(row.commune)))];
    return weights.map((_, index) => ({
      agence: `Agence ${names[index] ?? departement}`,
      departement,
      ...movements(
        landlord,
        parts.dwellings[index] ?? 0,
        index === 0 ? demolished : 0,
        index === 0 ? delivered : 0,
        chance,
      ),
      ...households(landlord, parts.occupied[index] ?? 0, parts.dwellings[index] ?? 0, chance),
      ...service(landlord, parts.occupied[index] ?? 0, parts.lifts[index] ?? 0, chance),
    }));
  });
}

function movements(
  landlord: Profile,
  logements: number,
  demolitions: number,
  delivered: number,
  chance: Chance,
): LedgerRow {
  const ventes = Math.round(logements * 0.0042 * taste(landlord, 'sales', 0.6) * chance.factor(0.3));
  const ventesBailleurs = chance.next() < 0.06 ? Math.round(logements * 0.004) : 0;
  const changements = chance.next() < 0.3 ? Math.round(logements * 0.0006) : 0;
  const parcDebut = logements - delivered + ventes + ventesBailleurs + demolitions + changements;
  const adaptes = Math.round(logements * 0.0038 * taste(landlord, 'adapted', 0.5) * chance.factor(0.3));
  return {
    logements,
    parcDebut,
    ventes,
    ventesBailleurs,
    demolitions,
    changements,
    adaptes,
    depenseAdaptation: Math.round(adaptes * chance.between(2600, 5200)),
  };
}

function households(landlord: Profile, occupied: number, dwellings: number, chance: Chance): LedgerRow {
  const part = (of: number, rate: number, subject: string, spread = 0.15): number =>
    Math.min(of, Math.round(of * rate * taste(landlord, subject, spread) * chance.factor(0.1)));
  const enquetes = Math.min(dwellings, occupied);
  const repondants = part(enquetes, 0.83, 'survey', 0.08);
  const retard = part(occupied, 0.17, 'late', 0.25);
  const imp3m = Math.min(retard, part(occupied, 0.061, 'arrears', 0.25));
  return {
    enquetes,
    repondants,
    moins60: part(repondants, 0.62, 'income'),
    monoparentales: part(repondants, 0.21, 'single parents'),
    plus65: part(repondants, 0.27, 'elderly'),
    retard,
    imp3m,
    imp12m: Math.min(imp3m, part(imp3m, 0.27, 'old arrears', 0.2)),
    plans: part(occupied, 0.052, 'plans', 0.3),
    expulsions: Math.min(imp3m, Math.floor(occupied * 0.0011 + chance.next() * 0.6)),
    accompagnes: part(occupied, 0.036, 'support', 0.4),
  };
}

function service(landlord: Profile, occupied: number, ascenseurs: number, chance: Chance): LedgerRow {
  const questionnaires = Math.round(occupied * 0.34 * taste(landlord, 'questionnaires', 0.2));
  const reponses = Math.round(questionnaires * chance.between(0.24, 0.38));
  const exprimees = Math.floor(reponses * 0.97);
  const reclamations = Math.round(occupied * 0.36 * taste(landlord, 'complaints', 0.3) * chance.factor(0.2));
  return {
    questionnaires,
    reponses,
    exprimees,
    satisfaits: Math.round(exprimees * Math.min(0.95, 0.79 * taste(landlord, 'satisfaction', 0.12))),
    reclamations,
    delais: Math.round(reclamations * chance.between(9, 24)),
    pannes: Math.round(ascenseurs * chance.between(2.8, 6.4)),
  };
}
