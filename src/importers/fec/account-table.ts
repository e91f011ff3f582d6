import { defaultRows } from './default-accounts';
import { labelTest } from './label-words';
import type { Side } from './sides';

/** What a range of accounts gives. */
export interface AccountRow {
  /** First and last account, as the beginnings of numbers, both included: `60` to `62` takes 628100. */
  readonly from: string;
  readonly to: string;
  /** Words the account's label must hold (`labelTest`); empty: any label. */
  readonly label: string;
  /**
   * `give`: each of `dataPoints` takes the amount; `divide`: a person has to divide it among them; `set_aside`: no
   * data point, on purpose; `unclassified`: nobody has said.
   */
  readonly use: 'give' | 'divide' | 'set_aside' | 'unclassified';
  readonly dataPoints: readonly string[];
  readonly side: Side;
  readonly source: string;
  readonly toConfirm: boolean;
  readonly comment: string;
}

/** The table that ships: accounts of HLM landlords, each row with its source. */
export function defaultAccounts(): readonly AccountRow[] {
  return defaultRows();
}

/** Finds the row of an account: the longest number first, then a row that asks for the label, then the later one. */
export class AccountTable {
  private readonly rows: readonly { readonly row: AccountRow; readonly fits: (label: string) => boolean }[];

  constructor(readonly all: readonly AccountRow[]) {
    const rank = (row: AccountRow): number =>
      Math.max(row.from.length, row.to.length) * 2 + (row.label === '' ? 0 : 1);
    this.rows = [...all]
      .reverse()
      .sort((one, other) => rank(other) - rank(one))
      .map((row) => ({ row, fits: labelTest(row.label) }));
  }

  rowOf(account: string, label: string): AccountRow | undefined {
    return this.rows.find(({ row, fits }) => inRange(account, row) && fits(label))?.row;
  }
}

function inRange(account: string, { from, to }: AccountRow): boolean {
  return account.slice(0, from.length) >= from && account.slice(0, to.length) <= to;
}
