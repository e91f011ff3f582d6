import type { Catalogue } from '../../catalogue';
import { AccountTable, defaultAccounts, type AccountRow } from './account-table';
import { classifyAccounts } from './classify';
import { showDate } from './dates';
import { matchSuppliers } from './match-suppliers';
import { yearOf } from './merge';
import type {
  FecImport,
  FecLedger,
  ImportedFact,
  ImportedMember,
  LocatedSupplier,
  PurchaseShares,
} from './model';
import { fecRemarks } from './remarks';
import type { SupplierList } from './supplier-list';

export interface FigureOptions {
  readonly catalogue: Catalogue;
  /** Territories for which purchases are said to be local or not (`DEP:14`), checked by the caller. */
  readonly local: readonly string[];
  /** Default: `defaultAccounts()`. */
  readonly accounts?: readonly AccountRow[];
  readonly suppliers?: SupplierList;
}

/** What a ledger gives: data points, suppliers, and all that could not be placed. */
export function fecFigures(ledger: FecLedger, options: FigureOptions): FecImport {
  const year = yearOf(ledger);
  const table = new AccountTable(options.accounts ?? defaultAccounts());
  const classification = classifyAccounts(ledger.accounts, table);
  const matched = options.suppliers && matchSuppliers(ledger.suppliers, options.suppliers, options.local);
  const suppliers = matched?.suppliers ?? unmatched(ledger, options.local);
  const whole = (code: string, value: number, origin: string, toConfirm: boolean): ImportedFact => ({
    code,
    territory: '',
    year,
    value,
    origin: `FEC clos le ${showDate(ledger.closing)} : ${origin}`,
    toConfirm,
  });
  const facts = [...classification.sums]
    .filter(([code]) => !classification.waiting.has(code))
    .map(([code, sum]) => whole(code, sum.cents / 100, accountsNamed(sum.accounts), sum.toConfirm));
  facts.push(...purchaseFacts(ledger, whole));
  if (matched) facts.push(...locationFacts(matched, whole));
  const order = [...options.catalogue.dataPoints.keys()];
  facts.sort(
    (one, other) =>
      order.indexOf(one.code) - order.indexOf(other.code) || one.territory.localeCompare(other.territory),
  );
  const result = {
    siren: ledger.siren,
    year,
    facts,
    members: members(suppliers, year),
    accounts: classification.accounts,
    suppliers,
    shares: matched?.shares ?? [],
    ledger,
  };
  return {
    ...result,
    remarks: fecRemarks(result, { ...options, waiting: classification.waiting, table: table.all }),
  };
}

type MakeFact = (code: string, value: number, origin: string, toConfirm: boolean) => ImportedFact;

/** What suppliers invoiced and were paid, VAT included (DECISIONS.md, « What a purchase is »). */
function purchaseFacts({ reconciliation, suppliers }: FecLedger, fact: MakeFact): ImportedFact[] {
  if (suppliers.length === 0) return [];
  const { invoices, creditNotes, payments, returnedPayments } = reconciliation;
  return [
    fact(
      'achats_total',
      (invoices - creditNotes) / 100,
      'factures moins avoirs des comptes 401 et 404',
      false,
    ),
    fact('montant_factures', (payments - returnedPayments) / 100, 'règlements des comptes 401 et 404', false),
  ];
}

function locationFacts(
  {
    suppliers,
    shares,
  }: { readonly suppliers: readonly LocatedSupplier[]; readonly shares: readonly PurchaseShares[] },
  fact: MakeFact,
): ImportedFact[] {
  const located = suppliers.filter((one) => one.place !== '');
  const origin = 'comptes 401 et 404 rapprochés de la liste des fournisseurs';
  return [
    fact('achats_geolocalises', cents(located.map((one) => one.amount)) / 100, origin, false),
    ...shares.map((share) => ({
      ...fact('achats_locaux', share.local, origin, false),
      territory: share.territory,
    })),
  ];
}

/** Adds euros exactly. */
function cents(euros: readonly number[]): number {
  return euros.reduce((sum, one) => sum + Math.round(one * 100), 0);
}

function unmatched({ suppliers }: FecLedger, local: readonly string[]): LocatedSupplier[] {
  return suppliers
    .filter((one) => one.invoiced !== 0 || one.creditNotes !== 0)
    .map((one) => ({
      code: one.code,
      name: one.name,
      amount: (one.invoiced - one.creditNotes) / 100,
      siren: '',
      place: '',
      matchedBy: 'none' as const,
      status: local.map(() => 'unmatched' as const),
    }))
    .sort((one, other) => other.amount - one.amount || one.code.localeCompare(other.code));
}

/** The set of suppliers that were paid for something, each SIREN once. */
function members(suppliers: readonly LocatedSupplier[], year: number): ImportedMember[] {
  const sirens = new Set(
    suppliers.filter((one) => one.amount > 0 && one.siren !== '').map((one) => one.siren),
  );
  return [...sirens].sort().map((identifier) => ({ code: 'fournisseurs', territory: '', year, identifier }));
}

function accountsNamed(accounts: readonly string[]): string {
  const sorted = [...accounts].sort();
  const shown = sorted.slice(0, 6).join(', ');
  return sorted.length > 6
    ? `comptes ${shown}… (${sorted.length} comptes)`
    : `compte${sorted.length > 1 ? 's' : ''} ${shown}`;
}
