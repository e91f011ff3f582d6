import type { Answer, Contribution, Fact, TableRow } from '../../src/contribution';
import { settleContribution } from '../../src/contribution';
import { smallCatalogue } from './support';

let row = 1;
/** A fact of the campaign year, each in its own cell of column D, from D2 on. */
export const fact = (code: string, territory: string, value: number | Answer['kind'], year = 2019): Fact => ({
  code,
  year,
  territory,
  written: territory,
  answer: typeof value === 'number' ? { kind: 'number', value } : ({ kind: value } as Answer),
  source: { file: 'a.xlsx', sheet: 'Données', cell: nextCell() },
});

/** Settles a contribution made of facts and rows. */
export function settle(
  facts: readonly Fact[],
  rows: readonly TableRow[] = [],
  campaign = 'REG:28',
): Contribution {
  const contribution: Contribution = {
    file: 'a.xlsx',
    identity: { siren: '552081317', name: 'A', year: 2019 },
    facts,
    members: [],
    rows,
    remarks: [],
    status: 'accepted',
  };
  const settled = settleContribution(contribution, campaign, smallCatalogue);
  // Whatever a cross-check finds, it only warns; rows for one figure that disagree alone may block.
  for (const { level, code } of settled.remarks)
    expect(level === 'blocking').toBe(code === 'conflicting_values');
  return settled;
}

/** Starts again from D2. */
export const restartCells = (): number => (row = 1);
/** The next cell of column D. */
export const nextCell = (): string => `D${++row}`;
export const numbers = (settled: Contribution) =>
  settled.facts.map(({ answer }) => (answer.kind === 'number' ? answer.value : answer.kind));
/** Messages with ordinary spaces, to be compared as they read. */
export const messages = (settled: Contribution) =>
  settled.remarks.map((one) => one.message.replace(/\s/gu, ' '));
