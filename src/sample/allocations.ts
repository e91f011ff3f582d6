import { apportion, sum } from './apportion';
import { groupBy } from './group';
import { type LedgerRow, amount } from './ledger';
import type { Operation } from './operations';
import type { Profile } from './profile';
import { chanceOf } from './random';
import { type Region, totalOf } from './region';
import type { Residence } from './residences';
import { taste } from './taste';

const MONTHS = 'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre'.split(
  ',',
);

/** Leases signed, month by month and département by département. */
export function buildAllocations(
  residences: readonly Residence[],
  operations: readonly Operation[],
  region: Region,
): Map<Profile, LedgerRow[]> {
  const places = region.landlords.flatMap((landlord) =>
    landlord.departements.map(({ code }) => ({ landlord, departement: Number(code.slice(4)) })),
  );
  const rowsAt = groupBy(residences, ({ landlord, row }) => `${landlord.slug} ${row.departement}`);
  const stocks = places.map(({ landlord, departement }) => {
    const rows = (rowsAt.get(`${landlord.slug} ${departement}`) ?? []).map(({ row }) => row);
    const total = (column: string): number => sum(rows.map((row) => amount(row, column)));
    const inPriority = sum(rows.filter((row) => row.qpv === 'Oui').map((row) => amount(row, 'logements')));
    return { moved: total('nb_emmenag_hors_neuf'), dwellings: total('logements'), inPriority };
  });
  const delivered = places.map(({ landlord, departement }) =>
    sum(
      operations
        .filter((one) => one.landlord === landlord && one.row.departement === departement)
        .map(({ row }) => (row.sansArtif === undefined ? 0 : amount(row, 'livres'))),
    ),
  );
  // First lettings come on top of re-lettings.
  const first = apportion(
    totalOf(region, 'nb_attributions') - totalOf(region, 'nb_emmenag_hors_neuf'),
    places.map((_, index) => (delivered[index] ?? 0) + (stocks[index]?.dwellings ?? 0) / 500),
  );
  const all = places.flatMap((place, index) => {
    const { moved = 0, dwellings = 1, inPriority = 0 } = stocks[index] ?? {};
    return months(
      { ...place, year: region.year },
      moved + (first[index] ?? 0),
      moved,
      inPriority / dwellings,
    );
  });
  const byLandlord = groupBy(all, ({ landlord }) => landlord);
  return new Map(
    region.landlords.map((landlord) => [landlord, (byLandlord.get(landlord) ?? []).map(({ row }) => row)]),
  );
}

function months(
  { landlord, departement, year }: { landlord: Profile; departement: number; year: number },
  leases: number,
  relet: number,
  priorityShare: number,
): { landlord: Profile; row: LedgerRow }[] {
  const chance = chanceOf(`months ${landlord.slug} ${departement}`);
  const parts = apportion(
    leases,
    MONTHS.map(() => chance.factor(0.35)),
  );
  const relets = apportion(Math.floor(relet * 0.98), parts, { caps: parts });
  // Each part is settled for the year, then shared among the months: few leases do not all round to none.
  const share = (of: readonly number[], rate: number, subject: string): number[] =>
    apportion(Math.min(sum(of), Math.round(sum(of) * rate * taste(landlord, subject, 0.25))), of, {
      caps: of,
    });
  const qpv = share(parts, Math.min(0.9, priorityShare * 0.95), 'priority leases');
  const outside = parts.map((part, index) => part - (qpv[index] ?? 0));
  const columns: Readonly<Record<string, readonly number[]>> = {
    attributions: parts,
    qpv,
    hqpv: outside,
    q1Hqpv: share(outside, 0.18, 'first quartile'),
    nonQ1Qpv: share(qpv, 0.7, 'mixity'),
    moins30: share(parts, 0.33, 'young'),
    sansLogement: share(parts, 0.3, 'homeless'),
    prioritaires: share(parts, 0.23, 'priority groups'),
    actionLogement: share(parts, 0.14, 'employers'),
    mutations: share(parts, 0.16, 'transfers'),
    relocations: relets,
    joursVacance: relets.map((count) =>
      Math.round(count * 37 * taste(landlord, 'vacant days') * chance.factor(0.2)),
    ),
  };
  return MONTHS.map((month, index) => ({
    landlord,
    row: {
      mois: `${month} ${year}`,
      departement,
      ...Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, values[index] ?? 0])),
    },
  }));
}
