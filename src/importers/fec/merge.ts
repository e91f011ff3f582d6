import type { AccountMovement, FecLedger, SupplierFlow } from './model';

/** Thrown when files cannot be taken together; the message is for the person. */
export class LedgersDiffer extends Error {
  override readonly name = 'LedgersDiffer';
}

/** The year a ledger is about: that of its closing date. */
export const yearOf = (ledger: FecLedger): number => Math.floor(ledger.closing / 10_000);

/**
 * Ledgers by year: parts of one year (a month, a journal each) are added up, a file given twice counts once.
 * Throws LedgersDiffer when the names tell two landlords.
 */
export function ledgersByYear(ledgers: readonly FecLedger[]): {
  readonly years: readonly FecLedger[];
  /** Files left out because another one is the same. */
  readonly repeated: readonly string[];
} {
  const [first, other] = [...new Set(ledgers.map((one) => one.siren).filter((one) => one !== ''))];
  if (first !== undefined && other !== undefined) {
    throw new LedgersDiffer(
      `Ces fichiers viennent de deux organismes (SIREN ${first} et ${other}, d’après leurs noms) : importez-les séparément.`,
    );
  }
  const repeated: string[] = [];
  const years = new Map<number, FecLedger[]>();
  for (const ledger of ledgers) {
    const some = years.get(yearOf(ledger)) ?? [];
    if (some.some((one) => sameEntries(one, ledger))) repeated.push(...ledger.files);
    else years.set(yearOf(ledger), [...some, ledger]);
  }
  const merged = [...years].sort(([one], [two]) => one - two).map(([, some]) => some.reduce(added));
  return { years: merged, repeated };
}

function sameEntries(one: FecLedger, other: FecLedger): boolean {
  const signature = ({ debit, credit, entries, counts, firstDate, lastDate, accounts }: FecLedger): string =>
    [debit, credit, entries, counts.read, firstDate, lastDate, accounts.length].join(' ');
  return signature(one) === signature(other);
}

function added(one: FecLedger, other: FecLedger): FecLedger {
  const largest = [...one.unbalanced.largest, ...other.unbalanced.largest];
  largest.sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return {
    files: [...one.files, ...other.files],
    siren: one.siren || other.siren,
    closing: Math.max(one.closing, other.closing),
    closingKnownBy: one.closingKnownBy === 'name' ? 'name' : other.closingKnownBy,
    firstDate: Math.min(one.firstDate, other.firstDate),
    lastDate: Math.max(one.lastDate, other.lastDate),
    withHeadings: one.withHeadings && other.withHeadings,
    counts: addedNumbers(one.counts, other.counts),
    rejected: [...one.rejected, ...other.rejected],
    debit: one.debit + other.debit,
    credit: one.credit + other.credit,
    entries: one.entries + other.entries,
    numbered: one.numbered && other.numbered,
    unbalanced: { count: one.unbalanced.count + other.unbalanced.count, largest: largest.slice(0, 50) },
    opening: {
      knownBy: one.opening.knownBy === 'none' ? other.opening.knownBy : one.opening.knownBy,
      journals: [...new Set([...one.opening.journals, ...other.opening.journals])],
      entries: one.opening.entries + other.opening.entries,
    },
    closingEntries: one.closingEntries + other.closingEntries,
    accounts: addedBy<AccountMovement>((row) => row.account, one.accounts, other.accounts),
    suppliers: addedBy<SupplierFlow>((row) => row.code, one.suppliers, other.suppliers),
    reconciliation: addedNumbers(one.reconciliation, other.reconciliation),
  };
}

/** Adds the numbers of two records; texts are those of the first that has one. */
function addedNumbers<Row extends object>(one: Row, other: Row): Row {
  const entries = Object.entries(one).map(([key, value]: [string, unknown]) => {
    const more: unknown = other[key as keyof Row];
    if (typeof value === 'number' && typeof more === 'number') return [key, value + more];
    return [key, value === '' ? more : value];
  });
  return Object.fromEntries(entries) as Row;
}

function addedBy<Row extends object>(
  key: (row: Row) => string,
  one: readonly Row[],
  other: readonly Row[],
): Row[] {
  const rows = new Map(one.map((row) => [key(row), row]));
  for (const row of other) {
    const known = rows.get(key(row));
    rows.set(key(row), known ? addedNumbers(known, row) : row);
  }
  return [...rows.values()];
}
