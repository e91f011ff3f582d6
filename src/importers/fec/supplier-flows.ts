import { touches, type EntryKinds } from './entry-kinds';
import type { JournalLines } from './journal-lines';
import type { SupplierFlow, SupplierReconciliation } from './model';

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** What an entry does to suppliers. */
type SupplierEntry = 'opening' | 'invoice' | 'levy' | 'payment' | 'cash_purchase' | 'transfer';

function kindOf(entry: number, { bits, opening, closing }: EntryKinds): SupplierEntry {
  if (opening[entry] === 1 || closing[entry] === 1) return 'opening';
  const has = (bit: number): boolean => ((bits[entry] ?? 0) & bit) !== 0;
  if (has(touches.treasury)) return has(touches.cost) ? 'cash_purchase' : 'payment';
  if (has(touches.cost | touches.invoiceSide)) return 'invoice';
  if (has(touches.levy)) return 'levy';
  return has(touches.bills) ? 'payment' : 'transfer';
}

/**
 * What each supplier invoiced, credited and received. An entry with charges, assets, VAT or accruals and no
 * treasury is an invoice or a credit note, of the supplier's net amount in it; one with treasury or bills to pay is
 * a payment; taxes, staff and interest booked through a supplier's account are not bought; the rest moves a debt about (409, 404 to 4047, offsets) and buys nothing.
 * See DECISIONS.md « What a purchase is ».
 */
export function supplierFlows(
  lines: JournalLines,
  kinds: EntryKinds,
): { readonly suppliers: readonly SupplierFlow[]; readonly reconciliation: SupplierReconciliation } {
  const flows: Writable<SupplierFlow>[] = lines.parties.texts.map((code, index) => ({
    code,
    name: lines.partyLabels[index] ?? '',
    invoiced: 0,
    creditNotes: 0,
    paid: 0,
  }));
  const sums = emptyReconciliation();
  for (const { entry, party, debit, credit } of supplierNets(lines)) {
    const flow = flows[party];
    if (!flow) continue;
    sums.debits += debit;
    sums.credits += credit;
    settle(kindOf(entry, kinds), debit, credit, flow, sums);
  }
  return { suppliers: flows, reconciliation: sums };
}

function settle(
  kind: SupplierEntry,
  debit: number,
  credit: number,
  flow: Writable<SupplierFlow>,
  sums: Writable<SupplierReconciliation>,
): void {
  if (kind === 'opening') {
    sums.openingDebits += debit;
    sums.openingCredits += credit;
  } else if (kind === 'levy') {
    sums.levyDebits += debit;
    sums.levyCredits += credit;
  } else if (kind === 'transfer') {
    sums.transferDebits += debit;
    sums.transferCredits += credit;
  } else if (kind === 'payment') {
    sums.payments += debit;
    sums.returnedPayments += credit;
    flow.paid += debit - credit;
  } else if (kind === 'cash_purchase') {
    sums.payments += debit;
    sums.invoices += credit;
    flow.paid += debit;
    flow.invoiced += credit;
  } else {
    const net = credit - debit;
    const moved = Math.min(debit, credit);
    sums.transferDebits += moved;
    sums.transferCredits += moved;
    if (net > 0) {
      sums.invoices += net;
      flow.invoiced += net;
    } else {
      sums.creditNotes -= net;
      flow.creditNotes -= net;
    }
  }
}

/** Debit and credit of each supplier in each entry, wherever the lines stand. */
function supplierNets(
  lines: JournalLines,
): { entry: number; party: number; debit: number; credit: number }[] {
  const nets = new Map<number, { entry: number; party: number; debit: number; credit: number }>();
  const parties = lines.parties.texts.length;
  for (let line = 0; line < lines.lineCount; line += 1) {
    const party = lines.lineParty.at(line);
    if (party < 0) continue;
    const entry = lines.lineEntry.at(line);
    const key = entry * parties + party;
    let net = nets.get(key);
    if (!net) {
      net = { entry, party, debit: 0, credit: 0 };
      nets.set(key, net);
    }
    net.debit += lines.debits.at(line);
    net.credit += lines.credits.at(line);
  }
  return [...nets.values()];
}

function emptyReconciliation(): Writable<SupplierReconciliation> {
  return {
    credits: 0,
    debits: 0,
    invoices: 0,
    creditNotes: 0,
    payments: 0,
    openingCredits: 0,
    openingDebits: 0,
    transferCredits: 0,
    transferDebits: 0,
    returnedPayments: 0,
    levyCredits: 0,
    levyDebits: 0,
  };
}
