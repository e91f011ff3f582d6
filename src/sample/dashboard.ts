import { sum } from './apportion';
import { type LedgerRow, amount } from './ledger';
import type { Profile } from './profile';
import { chanceOf } from './random';
import { taste } from './taste';

/** Figures a landlord keeps on one page: one line each. */
export function buildDashboard(
  landlord: Profile,
  dwellings: number,
  operations: readonly LedgerRow[],
  suppliers: readonly LedgerRow[],
): LedgerRow[] {
  const chance = chanceOf(`dashboard ${landlord.slug}`);
  const per = (each: number, subject: string, spread = 0.4): number =>
    Math.round(dwellings * each * taste(landlord, subject, spread));
  const foyers = per(0.055, 'hostels', 0.9);
  const seats = 16 + Math.round(Math.min(14, Math.sqrt(dwellings) / 8)) + chance.whole(0, 3);
  const spent = sum(operations.map((row) => amount(row, 'depense')));
  const waste = Math.round(spent / 11_000);
  const premises = per(0.0024, 'premises');
  const purchases = sum(suppliers.map((row) => amount(row, 'montant')));
  const local = Math.round(purchases * chance.between(0.55, 0.75));
  const jobs = Math.round(spent / 95_000);
  const items: [string, string, number][] = [
    ['Équivalents-logements en foyers', 'logements', foyers],
    ['Logements gérés, foyers et mandats compris', 'logements', dwellings + foyers + per(0.01, 'mandates')],
    ['Places en résidence autonomie', 'places', per(0.0075, 'senior places', 0.8)],
    ['Places en habitat inclusif', 'places', per(0.0011, 'inclusive places', 0.8)],
    ['Membres des instances', 'personnes', seats],
    ['dont femmes', 'personnes', Math.round(seats * chance.between(0.3, 0.5))],
    ['Conventions avec des associations', 'conventions', 1 + per(0.0013, 'agreements')],
    ['Locaux mis à disposition', 'locaux', premises],
    ['Surface des locaux mis à disposition', 'm²', Math.round(premises * chance.between(60, 110))],
    ['Déchets de chantier', 't', waste],
    ['Déchets de chantier valorisés', 't', Math.round(waste * chance.between(0.55, 0.85))],
    ['LM3 : dépense initiale', '€', purchases],
    ['LM3 : dépense locale', '€', local],
    ['LM3 : redépense locale', '€', Math.round(local * chance.between(0.35, 0.55))],
    ['Emplois directs', 'ETP', Math.round(jobs * 0.6)],
    ['Emplois indirects', 'ETP', Math.round(jobs * 0.35)],
    ['Emplois induits', 'ETP', Math.round(jobs * 0.22)],
  ];
  return items.map(([libelle, unite, valeur]) => ({ libelle, unite, valeur }));
}
