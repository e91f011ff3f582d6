import { apportion, sum } from './apportion';
import { type LedgerRow, amount } from './ledger';
import { companyNames, companyTrades } from './normandie/names';
import type { Operation } from './operations';
import type { Profile } from './profile';
import { type Chance, chanceOf } from './random';
import type { Region } from './region';
import { fictitiousSiren } from './siren';

interface Company {
  readonly siren: string;
  readonly name: string;
  readonly departement: number;
  readonly local: boolean;
  readonly small: boolean;
}

const COMPANIES = 1350;
/** Behind the landlords' own numbers. */
const FIRST_NUMBER = 20_000;
/** Départements outside the région where some suppliers are established. */
const ELSEWHERE = [75, 92, 44, 35, 59, 69, 80, 28];

/** The companies landlords buy from; the same one often works for several of them. */
export function buildCompanies(region: Region): readonly Company[] {
  const chance = chanceOf('companies');
  const departements = [
    ...new Set(region.landlords.flatMap((one) => one.departements.map(({ code }) => code))),
  ];
  return Array.from({ length: COMPANIES }, (_, index) => {
    const local = chance.next() < 0.78;
    const small = chance.next() < (local ? 0.86 : 0.4);
    return {
      siren: fictitiousSiren(FIRST_NUMBER + index * 3),
      name: `${chance.pick(companyNames)} ${chance.pick(companyTrades)}`,
      departement: local ? Number(chance.pick(departements).slice(4)) : chance.pick(ELSEWHERE),
      local,
      small,
    };
  });
}

/** The purchases of a landlord, supplier by supplier: about what its accounts and operations show. */
export function buildSuppliers(
  landlord: Profile,
  companies: readonly Company[],
  operations: readonly Operation[],
  accounts: readonly LedgerRow[],
): LedgerRow[] {
  const chance = chanceOf(`suppliers ${landlord.slug}`);
  const bought = ['Gros entretien', 'Entretien courant', 'Fonctionnement'];
  const purchases =
    sum(operations.map(({ row }) => amount(row, 'depense'))) +
    sum(accounts.filter((row) => bought.includes(String(row.rubrique))).map((row) => amount(row, 'montant')));
  const count = Math.min(240, Math.max(14, Math.round(2.4 * Math.sqrt(landlord.size))));
  const chosen = choose(landlord, companies, count, chance);
  const amounts = apportion(
    Math.round(purchases * 0.96),
    chosen.map(() => 0.02 + chance.next() ** 4),
  );
  return chosen.map((company, index) => {
    const montant = amounts[index] ?? 0;
    const paye = Math.round(montant * chance.between(0.93, 1));
    const located = chance.next() < 0.95;
    return {
      siren: company.siren,
      nom: company.name,
      departement: located ? company.departement : '',
      localise: located ? 'Oui' : 'Non',
      normandie: located && company.local ? 'Oui' : 'Non',
      pme: company.small ? 'Oui' : 'Non',
      montant,
      paye,
      montantJours: paye * chance.whole(18, 52),
    };
  });
}

/** Companies of the landlord's own départements come first. */
function choose(landlord: Profile, companies: readonly Company[], count: number, chance: Chance): Company[] {
  const home = new Set(landlord.departements.map(({ code }) => Number(code.slice(4))));
  return companies
    .map((company) => ({
      company,
      rank: chance.next() ** (1 / (home.has(company.departement) ? 6 : company.local ? 1 : 2)),
    }))
    .sort((one, other) => other.rank - one.rank)
    .slice(0, count)
    .map(({ company }) => company)
    .sort((one, other) => one.name.localeCompare(other.name, 'fr') || one.siren.localeCompare(other.siren));
}
