import type { Remark } from '../../contribution';

/** Every line of the files, accounted for: `lines` = headings + read + blank + rejected. */
export interface LineCounts {
  readonly lines: number;
  readonly headings: number;
  readonly read: number;
  readonly blank: number;
  readonly rejected: number;
  /** Among those read: a separator inside a text was put back in its place. */
  readonly repaired: number;
  /** Among those read: more than two decimals. */
  readonly rounded: number;
}

export interface RejectedLine {
  readonly file: string;
  readonly line: number;
  /** In French: `date « 2022 »`. */
  readonly reason: string;
}

/** An entry whose debit is not its credit; cents. */
export interface UnbalancedEntry {
  readonly file: string;
  readonly journal: string;
  readonly entry: string;
  readonly date: number;
  readonly line: number;
  readonly difference: number;
}

/** What moved on an account in the year, opening and closing entries left out; cents. */
export interface AccountMovement {
  readonly account: string;
  readonly label: string;
  readonly lines: number;
  readonly debit: number;
  readonly credit: number;
  /**
   * For accounts 20 to 23, the debits that no other of them gave; for 131 to 138, the credits: works put into
   * service or grants reclassified are not spent or received twice. Elsewhere all debits, all credits.
   */
  readonly debitFromOutside: number;
  readonly creditFromOutside: number;
}

/** What a supplier invoiced and received in the year, VAT included; cents. */
export interface SupplierFlow {
  /** The auxiliary account, or the account itself where there is none. */
  readonly code: string;
  readonly name: string;
  readonly invoiced: number;
  readonly creditNotes: number;
  readonly paid: number;
}

/** Where every cent of the credits and debits of accounts 401 and 404 went. */
export interface SupplierReconciliation {
  readonly credits: number;
  readonly debits: number;
  readonly invoices: number;
  readonly creditNotes: number;
  readonly payments: number;
  readonly openingCredits: number;
  readonly openingDebits: number;
  /** From one supplier account to another, advances (409), bills (403, 405), offsets with other accounts. */
  readonly transferCredits: number;
  readonly transferDebits: number;
  /** Payments that came back from the bank. */
  readonly returnedPayments: number;
  /** Taxes, staff and interest (63, 64, 66, 69) that go through suppliers' accounts: no purchases. */
  readonly levyCredits: number;
  readonly levyDebits: number;
}

/** How opening entries were known. */
export type OpeningKnownBy = 'journal' | 'content' | 'none';

/** One financial year of one landlord, read: plain data, as a Worker can send it. */
export interface FecLedger {
  readonly files: readonly string[];
  /** Nine digits, from the file's name; empty when it does not say. */
  readonly siren: string;
  /** AAAAMMJJ, from the name, else the latest entry. */
  readonly closing: number;
  readonly closingKnownBy: 'name' | 'entries';
  /** Earliest and latest entries that are not opening ones. */
  readonly firstDate: number;
  readonly lastDate: number;
  readonly withHeadings: boolean;
  readonly counts: LineCounts;
  readonly rejected: readonly RejectedLine[];
  /** Cents. */
  readonly debit: number;
  readonly credit: number;
  readonly entries: number;
  /** False where the files number no entry: then the entries are told by their balance, in the order given. */
  readonly numbered: boolean;
  readonly unbalanced: { readonly count: number; readonly largest: readonly UnbalancedEntry[] };
  readonly opening: {
    readonly knownBy: OpeningKnownBy;
    readonly journals: readonly string[];
    readonly entries: number;
  };
  readonly closingEntries: number;
  readonly accounts: readonly AccountMovement[];
  readonly suppliers: readonly SupplierFlow[];
  readonly reconciliation: SupplierReconciliation;
}

export interface ImportedFact {
  readonly code: string;
  /** Empty: the landlord as a whole. */
  readonly territory: string;
  readonly year: number;
  readonly value: number;
  /** Where it comes from, in French. */
  readonly origin: string;
  /** True when a range of accounts behind it is « à confirmer ». */
  readonly toConfirm: boolean;
}

export interface ImportedMember {
  readonly code: string;
  readonly territory: string;
  readonly year: number;
  readonly identifier: string;
}

/** Why an amount of an account is, or is not, in a data point. */
export type AccountStatus = 'classified' | 'set_aside' | 'to_divide' | 'unclassified';

/** An account with what became of it; amounts in euros. */
export interface ClassifiedAccount {
  readonly account: string;
  readonly label: string;
  readonly debit: number;
  readonly credit: number;
  /** Debit less credit. */
  readonly balance: number;
  readonly status: AccountStatus;
  /** The data points that take it, or among which it is to be divided. */
  readonly dataPoints: readonly string[];
  /** What it gives them, by the side of the table of accounts; 0 when unclassified. */
  readonly amount: number;
  readonly comment: string;
}

/** Where the money of a supplier went. */
export type SupplierPlace = 'local' | 'elsewhere' | 'uncertain' | 'unlocated' | 'unmatched';

/** A supplier with what is known of it; euros. */
export interface LocatedSupplier {
  readonly code: string;
  readonly name: string;
  /** Invoices less credit notes. */
  readonly amount: number;
  readonly siren: string;
  /** The communes or the place, in French; empty when not located. */
  readonly place: string;
  readonly matchedBy: 'code' | 'name' | 'none';
  /** For each local territory asked, in their order. */
  readonly status: readonly SupplierPlace[];
}

/** Purchases by where they went; the parts add up to `total`. Euros. */
export interface PurchaseShares {
  readonly territory: string;
  readonly total: number;
  readonly local: number;
  readonly elsewhere: number;
  readonly uncertain: number;
  readonly unlocated: number;
  readonly unmatched: number;
}

/** What an accounting-entry file gives. */
export interface FecImport {
  readonly siren: string;
  readonly year: number;
  readonly facts: readonly ImportedFact[];
  readonly members: readonly ImportedMember[];
  readonly accounts: readonly ClassifiedAccount[];
  readonly suppliers: readonly LocatedSupplier[];
  /** One for each local territory asked; empty without a supplier list. */
  readonly shares: readonly PurchaseShares[];
  readonly ledger: FecLedger;
  readonly remarks: readonly Remark[];
}
