import { sum } from './apportion';
import { buildAccounts } from './accounts';
import { buildAgencies } from './agencies';
import { buildAllocations } from './allocations';
import { buildDashboard } from './dashboard';
import { buildFluids } from './fluids';
import { groupBy } from './group';
import { type LedgerRow, type Ledgers, amount } from './ledger';
import { type Operation, buildOperations } from './operations';
import type { Profile } from './profile';
import type { Region } from './region';
import { type Residence, buildResidences } from './residences';
import { buildStaff } from './staff';
import { fillStock } from './stock';
import { buildCompanies, buildSuppliers } from './suppliers';
import { fillTenancy } from './tenancy';

/** A landlord with all that its own files hold. */
export interface Book {
  readonly landlord: Profile;
  readonly ledgers: Ledgers;
  /** Communes with a dwelling of the landlord (codes of today). */
  readonly communes: readonly string[];
  /** Market rent without charges, in €/m²/month, by commune as the landlord writes it. */
  readonly marketRents: ReadonlyMap<string, number>;
}

/** The landlords of a region and their files; together they add up to the region's totals. */
export function buildBooks(region: Region): Book[] {
  const residences = buildResidences(region);
  fillStock(residences, region);
  fillTenancy(residences, region);
  const operations = buildOperations(residences, region);
  const residencesBy = groupBy(residences, ({ landlord }) => landlord);
  const operationsBy = groupBy(operations, ({ landlord }) => landlord);
  const residencesOf = (landlord: Profile): Residence[] => residencesBy.get(landlord) ?? [];
  const operationsOf = (landlord: Profile): Operation[] => operationsBy.get(landlord) ?? [];
  const allocations = buildAllocations(residences, operations, region);
  const staff = buildStaff(region);
  const staffOf = (landlord: Profile): LedgerRow[] => staff.get(landlord) ?? [];
  const accounts = buildAccounts(region, residencesOf, operationsOf, staffOf);
  const companies = buildCompanies(region);
  return region.landlords.map((landlord) => {
    const homes = residencesOf(landlord);
    const works = operationsOf(landlord);
    const balance = accounts.get(landlord) ?? [];
    const suppliers = buildSuppliers(landlord, companies, works, balance);
    const rows = homes.map(({ row }) => row);
    const spending = works.map(({ row }) => row);
    const dwellings = sum(rows.map((row) => amount(row, 'logements')));
    return {
      landlord,
      ledgers: {
        stock: rows,
        tenancy: rows,
        operations: spending,
        allocations: allocations.get(landlord) ?? [],
        agencies: buildAgencies(landlord, homes, works),
        accounts: balance,
        suppliers,
        staff: staffOf(landlord),
        fluids: buildFluids(landlord, homes, works),
        dashboard: buildDashboard(landlord, dwellings, spending, suppliers),
      },
      communes: [...new Set(homes.map(({ site }) => site.commune))].sort(),
      marketRents: new Map(
        homes.map(({ site, row }) => [
          `COM:${row.insee}`,
          site.town?.marketRent ?? villageRent(site.departement),
        ]),
      ),
    };
  });
}

function villageRent(departement: string): number {
  const rents: Readonly<Record<string, number>> = {
    'DEP:14': 8.2,
    'DEP:27': 8.1,
    'DEP:50': 7.2,
    'DEP:61': 6.7,
  };
  return rents[departement] ?? 7.9;
}
