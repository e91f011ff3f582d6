import { apportion, sum } from './apportion';
import { groupBy } from './group';
import { type LedgerRow, amount } from './ledger';
import type { Operation } from './operations';
import type { Profile } from './profile';
import { chanceOf } from './random';
import { type Region, totalOf } from './region';
import { type Residence, taste } from './residences';

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
  const relets = apportion(
    Math.floor(relet * 0.98),
    parts.map((part) => part),
    { caps: parts },
  );
  return parts.map((attributions, index) => {
    const part = (of: number, rate: number, subject: string): number =>
      Math.min(of, Math.round(of * rate * taste(landlord, subject, 0.2) * chance.factor(0.15)));
    const qpv = part(attributions, priorityShare * 0.95, 'priority leases');
    const relocations = relets[index] ?? 0;
    return {
      landlord,
      row: {
        mois: `${MONTHS[index] ?? ''} ${year}`,
        departement,
        attributions,
        qpv,
        hqpv: attributions - qpv,
        q1Hqpv: part(attributions - qpv, 0.18, 'first quartile'),
        nonQ1Qpv: part(qpv, 0.7, 'mixity'),
        moins30: part(attributions, 0.33, 'young'),
        sansLogement: part(attributions, 0.3, 'homeless'),
        prioritaires: part(attributions, 0.23, 'priority groups'),
        actionLogement: part(attributions, 0.14, 'employers'),
        mutations: part(attributions, 0.16, 'transfers'),
        relocations,
        joursVacance: Math.round(relocations * chance.between(24, 52)),
      },
    };
  });
}
