import { sum } from './apportion';
import type { Book } from './books';
import { amount } from './ledger';
import type { Region } from './region';

/** Windows line ends and a byte-order mark: what Excel needs to read French text in a CSV file. */
const csv = (lines: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`;

/** One line a landlord for the région, then one for each of its départements, with the dwellings there. */
export function perimeterCsv(books: readonly Book[], region: Region): string {
  const sirenOf = new Map(region.landlords.map(({ slug, siren }) => [slug, siren]));
  const lines = books.flatMap(({ landlord, ledgers }) => {
    const { siren, name, family, group, departements } = landlord;
    const dwellings = (departement?: number): number =>
      sum(
        ledgers.stock
          .filter((row) => departement === undefined || row.departement === departement)
          .map((row) => amount(row, 'logements')),
      );
    const start = [siren, name, family, sirenOf.get(group ?? '') ?? ''];
    return [
      [...start, region.territory, dwellings()],
      ...departements.map(({ code }) => [...start, code, dwellings(Number(code.slice(4)))]),
    ];
  });
  return csv([['siren', 'raison_sociale', 'famille', 'groupe', 'territoire', 'logements'], ...lines]);
}

/** The published figures of the territory that formulas and benchmarks need. */
export function referencesCsv({ references, year }: Region): string {
  const lines = references.map(({ code, territory, value, source }) => [
    `ref.${code}`,
    year,
    territory,
    value,
    source,
  ]);
  return csv([['code', 'annee', 'territoire', 'valeur', 'source'], ...lines]);
}
