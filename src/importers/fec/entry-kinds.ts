import type { JournalLines } from './journal-lines';
import type { OpeningKnownBy } from './model';

/** What the accounts of an entry are (classes of the PCG), as bits. */
export const touches = {
  /** Charges, capital assets, stocks: what is bought. */
  cost: 1,
  /** VAT, accruals, prepayments and suspense accounts: they stand beside an invoice. */
  invoiceSide: 2,
  treasury: 4,
  /** Income and charges. */
  result: 8,
  /** The year's own result (12). */
  yearResult: 16,
  /** Capital, reserves, result (10, 11, 12). */
  equity: 32,
  /** Opening and closing balance (89). */
  balanceSheet: 64,
  supplierDebit: 128,
  /** Bills to pay (403, 405). */
  bills: 256,
  /** Taxes, staff, interest (63, 64, 66, 69): owed, not bought, even through a supplier's account. */
  levy: 512,
} as const;

const prefixes: readonly (readonly [start: string, bits: number])[] = [
  ['10', touches.equity],
  ['11', touches.equity],
  ['12', touches.equity | touches.yearResult],
  ['2', touches.cost],
  ['3', touches.cost],
  ['403', touches.bills],
  ['405', touches.bills],
  ['408', touches.invoiceSide],
  ['445', touches.invoiceSide],
  ['47', touches.invoiceSide],
  ['48', touches.invoiceSide],
  ['5', touches.treasury],
  ['60', touches.cost],
  ['61', touches.cost],
  ['62', touches.cost],
  ['63', touches.levy],
  ['64', touches.levy],
  ['65', touches.cost],
  ['66', touches.levy],
  ['67', touches.cost],
  ['69', touches.levy],
  ['6', touches.result],
  ['7', touches.result],
  ['89', touches.balanceSheet],
];

const bitsOf = (account: string): number =>
  prefixes.reduce((bits, [start, more]) => (account.startsWith(start) ? bits | more : bits), 0);

/** What each entry is, by its number. */
export interface EntryKinds {
  /** Bits of `touches`. */
  readonly bits: Int32Array;
  readonly opening: Uint8Array;
  readonly closing: Uint8Array;
  readonly openingKnownBy: OpeningKnownBy;
  readonly openingJournals: readonly string[];
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** `A nouveaux`, `Report à nouveau`, `Bilan d'ouverture`; by its code alone if the journal has no other name. */
function isOpeningJournal(code: string, label: string): boolean {
  const name = plain(label);
  if (/\bnouveaux?\b|\bouverture\b|\bran\b/.test(name)) return true;
  return (name === '' || name === plain(code)) && /^(a\W?n\d?|ano|anx|anv|ran|aan|nouv)$/i.test(code);
}

/**
 * Tells the opening entries (last year's balances, carried over) and the closing ones (charges and income brought
 * to nil against the result, account 12): neither is a movement of the year. Where no journal bears the name,
 * entries of the first day that touch equity and no charge nor income are taken for opening ones.
 */
export function entryKinds(lines: JournalLines): EntryKinds {
  const bits = new Int32Array(lines.entryCount);
  const accountBits = lines.accounts.texts.map(bitsOf);
  const isSupplier = lines.accounts.texts.map((one) => one.startsWith('401') || one.startsWith('404'));
  for (let line = 0; line < lines.lineCount; line += 1) {
    const entry = lines.lineEntry.at(line);
    const account = lines.lineAccount.at(line);
    bits[entry] = (bits[entry] ?? 0) | (accountBits[account] ?? 0);
    if (isSupplier[account] && lines.debits.at(line) - lines.credits.at(line) > 0) {
      bits[entry] = (bits[entry] ?? 0) | touches.supplierDebit;
    }
  }
  const openingJournals = lines.journals.texts.map((code, index) =>
    isOpeningJournal(code, lines.journalLabels[index] ?? ''),
  );
  const knownByJournal = openingJournals.includes(true);
  const firstDay = knownByJournal ? 0 : earliest(lines);
  const opening = new Uint8Array(bits.length);
  const closing = new Uint8Array(bits.length);
  let found = 0;
  bits.forEach((some, entry) => {
    const has = (bit: number): boolean => (some & bit) !== 0;
    const ofJournal = openingJournals[lines.entryJournal.at(entry)] === true;
    const ofContent =
      !knownByJournal &&
      lines.entryDate.at(entry) === firstDay &&
      has(touches.equity) &&
      !has(touches.result);
    if (ofJournal || ofContent || has(touches.balanceSheet)) {
      opening[entry] = 1;
      found += 1;
    } else if (has(touches.yearResult) && has(touches.result)) closing[entry] = 1;
  });
  return {
    bits,
    opening,
    closing,
    openingKnownBy: knownByJournal ? 'journal' : found > 0 ? 'content' : 'none',
    openingJournals: lines.journals.texts.filter((_, index) => openingJournals[index]),
  };
}

function earliest(lines: JournalLines): number {
  let first = Infinity;
  for (let entry = 0; entry < lines.entryCount; entry += 1)
    first = Math.min(first, lines.entryDate.at(entry));
  return first;
}
