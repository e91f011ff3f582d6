import type { LineAccount, LineFate } from './model';

const MOST_EXAMPLES = 40;
/** What a person should look at; the other fates are in the counts alone. */
const shown: ReadonlySet<LineFate> = new Set(['unknown_code', 'contradicted', 'superseded', 'no_code']);

/** Gives each row of a file one fate, and counts them; a later fate of the same row replaces the earlier. */
export class Account {
  readonly #fates = new Map<number, { fate: LineFate; code: string }>();
  secretCells = 0;
  unreadableCells = 0;

  /** @param lineOf the line of the file, for a row from 0 */
  constructor(
    private readonly lines: number,
    private readonly lineOf: (row: number) => number,
  ) {}

  settle(row: number, fate: LineFate, code = ''): void {
    this.#fates.set(row, { fate, code });
  }

  result(): LineAccount {
    const fates: Record<LineFate, number> = {
      read: 0,
      carried: 0,
      duplicate: 0,
      contradicted: 0,
      superseded: 0,
      no_value: 0,
      unknown_code: 0,
      no_code: 0,
      blank: 0,
      heading: 0,
    };
    const examples: { line: number; fate: LineFate; code: string }[] = [];
    for (const [row, { fate, code }] of [...this.#fates].sort(([one], [other]) => one - other)) {
      fates[fate] += 1;
      if (shown.has(fate) && examples.length < MOST_EXAMPLES)
        examples.push({ line: this.lineOf(row), fate, code });
    }
    return {
      lines: this.lines,
      fates,
      examples,
      secretCells: this.secretCells,
      unreadableCells: this.unreadableCells,
    };
  }
}

/** The accounts of several tables of one file, as one. */
export function sumOfAccounts(accounts: readonly LineAccount[]): LineAccount {
  const fates = new Account(0, (row) => row).result().fates;
  const all = { ...fates };
  for (const one of accounts) for (const fate of Object.keys(all) as LineFate[]) all[fate] += one.fates[fate];
  const sum = (of: (one: LineAccount) => number) => accounts.reduce((total, one) => total + of(one), 0);
  return {
    lines: sum((one) => one.lines),
    fates: all,
    examples: accounts.flatMap((one) => one.examples).slice(0, MOST_EXAMPLES),
    secretCells: sum((one) => one.secretCells),
    unreadableCells: sum((one) => one.unreadableCells),
  };
}
