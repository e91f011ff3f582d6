import { touches, type EntryKinds } from './entry-kinds';
import type { JournalLines } from './journal-lines';
import type { AccountMovement } from './model';

/**
 * Accounts between which amounts are moved without anything being spent or received: works in progress put into
 * service (231 to 213), advances (238 to 231); grants reclassified among 131. A family has its place in a row.
 */
const families: readonly { readonly accounts: RegExp; readonly side: 'debit' | 'credit' }[] = [
  { accounts: /^2[0-3]/, side: 'debit' },
  { accounts: /^13[0-8]/, side: 'credit' },
];

interface Sums {
  lines: number;
  debit: number;
  credit: number;
  debitFromOutside: number;
  creditFromOutside: number;
}

const nothing = (): Sums => ({ lines: 0, debit: 0, credit: 0, debitFromOutside: 0, creditFromOutside: 0 });

/** The year's movements of every account. Opening entries count for charges and income only (reversals of accruals). */
export function accountMovements(lines: JournalLines, kinds: EntryKinds): readonly AccountMovement[] {
  const { texts } = lines.accounts;
  const sums: Sums[] = texts.map(() => ({
    lines: 0,
    debit: 0,
    credit: 0,
    debitFromOutside: 0,
    creditFromOutside: 0,
  }));
  const family = texts.map((account) => families.findIndex(({ accounts }) => accounts.test(account)));
  const isResult = texts.map((account) => /^[67]/.test(account));
  const parts = new Map<number, { debit: number; credit: number; account: number }[]>();
  for (let line = 0; line < lines.lineCount; line += 1) {
    const entry = lines.lineEntry.at(line);
    const account = lines.lineAccount.at(line);
    const sum = sums[account];
    if (!sum || kinds.closing[entry] === 1) continue;
    if (kinds.opening[entry] === 1 && !isResult[account]) continue;
    const [debit, credit] = [lines.debits.at(line), lines.credits.at(line)];
    sum.lines += 1;
    sum.debit += debit;
    sum.credit += credit;
    const which = family[account] ?? -1;
    if (which < 0) continue;
    const key = entry * families.length + which;
    const some = parts.get(key);
    if (some) some.push({ debit, credit, account });
    else parts.set(key, [{ debit, credit, account }]);
  }
  for (const [key, some] of parts) {
    const side = families[key % families.length]?.side ?? 'debit';
    const sendsBack = ((kinds.bits[Math.floor(key / families.length)] ?? 0) & touches.supplierDebit) !== 0;
    takeFromOutside(some, side, sendsBack, sums);
  }
  return texts.map((account, index) => {
    const { lines: count, debit, credit, debitFromOutside, creditFromOutside } = sums[index] ?? nothing();
    const side = families[family[index] ?? -1]?.side;
    return {
      account,
      label: lines.accountLabels[index] ?? '',
      lines: count,
      debit,
      credit,
      debitFromOutside: side === 'debit' ? debitFromOutside : debit,
      creditFromOutside: side === 'credit' ? creditFromOutside : credit,
    };
  });
}

/**
 * In one entry, what the opposite side of the same family takes is a transfer: it is taken off the largest amounts
 * first. What the opposite side has in excess is a sale or a scrapping, and left out, unless a supplier is debited
 * too: then it is a credit note, and counts negatively.
 */
function takeFromOutside(
  parts: readonly { readonly debit: number; readonly credit: number; readonly account: number }[],
  side: 'debit' | 'credit',
  sendsBack: boolean,
  sums: readonly Sums[],
): void {
  const other = side === 'debit' ? 'credit' : 'debit';
  const field = side === 'debit' ? 'debitFromOutside' : 'creditFromOutside';
  const total = (of: 'debit' | 'credit'): number => parts.reduce((sum, part) => sum + part[of], 0);
  const inward = total(side);
  const outward = total(other);
  const kept = inward >= outward ? side : other;
  if (kept === other && !sendsBack) return;
  let transferred = Math.min(inward, outward);
  for (const part of [...parts].sort((one, two) => two[kept] - one[kept])) {
    const taken = Math.min(transferred, Math.max(0, part[kept]));
    transferred -= taken;
    const sum = sums[part.account];
    if (sum) sum[field] += kept === side ? part[kept] - taken : taken - part[kept];
  }
}
