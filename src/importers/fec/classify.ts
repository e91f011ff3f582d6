import type { AccountRow, AccountTable } from './account-table';
import type { AccountMovement, AccountStatus, ClassifiedAccount } from './model';
import { usualSide, type Side } from './sides';

/** What the accounts give: each account once, and the sums of the data points, in cents. */
export interface Classification {
  /** What is to classify or divide first, then the classified, then what is set aside; largest first. */
  readonly accounts: readonly ClassifiedAccount[];
  readonly sums: ReadonlyMap<string, DataPointSum>;
  /** Data points not given: amounts wait to be divided among them, in cents. */
  readonly waiting: ReadonlyMap<string, number>;
}

export interface DataPointSum {
  readonly cents: number;
  readonly accounts: readonly string[];
  readonly toConfirm: boolean;
}

/** Accounts of which every movement is accounted for: grants, capital assets, charges and income. */
const inScope = /^(?:13|2[0-3]|6|7)/;

const statusOf = {
  give: 'classified',
  divide: 'to_divide',
  set_aside: 'set_aside',
  unclassified: 'unclassified',
} as const;
/** What waits for a person comes first. */
const rank: Readonly<Record<AccountStatus, number>> = {
  unclassified: 0,
  to_divide: 0,
  classified: 1,
  set_aside: 2,
};

/** Puts the year's movements of each account where the table says. */
export function classifyAccounts(movements: readonly AccountMovement[], table: AccountTable): Classification {
  const sums = new Map<string, { cents: number; accounts: string[]; toConfirm: boolean }>();
  const waiting = new Map<string, number>();
  const accounts: ClassifiedAccount[] = [];
  for (const movement of movements) {
    const row = table.rowOf(movement.account, movement.label);
    if (movement.lines === 0 || (!row && !inScope.test(movement.account))) continue;
    const cents = amountOf(movement, row?.side ?? usualSide(movement.account));
    accounts.push(classified(movement, row, cents));
    if (row?.use === 'divide' && cents !== 0) {
      for (const code of row.dataPoints) waiting.set(code, (waiting.get(code) ?? 0) + cents);
    }
    if (row?.use !== 'give') continue;
    for (const code of row.dataPoints) {
      const sum = sums.get(code) ?? { cents: 0, accounts: [], toConfirm: false };
      sum.cents += cents;
      sum.accounts.push(movement.account);
      sum.toConfirm ||= row.toConfirm;
      sums.set(code, sum);
    }
  }
  accounts.sort(
    (one, other) =>
      rank[one.status] - rank[other.status] ||
      Math.abs(other.amount) - Math.abs(one.amount) ||
      one.account.localeCompare(other.account),
  );
  return { accounts, sums, waiting };
}

function classified(
  movement: AccountMovement,
  row: AccountRow | undefined,
  cents: number,
): ClassifiedAccount {
  return {
    account: movement.account,
    label: movement.label,
    debit: movement.debit / 100,
    credit: movement.credit / 100,
    balance: (movement.debit - movement.credit) / 100,
    status: row ? statusOf[row.use] : 'unclassified',
    dataPoints: row?.dataPoints ?? [],
    amount: cents / 100,
    comment: row?.comment ?? 'Aucune ligne de la table ne prend ce compte.',
  };
}

function amountOf(movement: AccountMovement, side: Side): number {
  const { debit, credit, debitFromOutside, creditFromOutside } = movement;
  if (side === 'debits') return debitFromOutside;
  if (side === 'credits') return creditFromOutside;
  return side === 'debit_less_credit' ? debit - credit : credit - debit;
}
