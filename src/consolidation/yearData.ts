import type { Contribution, Fact, ListMember, TableRow } from '../contribution';
import type { RowTable } from '../formula';

/** What one landlord says of one year, ready to be asked for at any territory. */
export interface YearData {
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  readonly members: ReadonlyMap<string, readonly ListMember[]>;
  readonly rows: ReadonlyMap<RowTable, readonly TableRow[]>;
  /** Row tables with a row that lacks a number: not answered, whatever the territory. */
  readonly incomplete: ReadonlySet<RowTable>;
  /** Every territory that a fact, a member or a row names. */
  readonly territories: readonly string[];
}

/** Indexes the year of a settled contribution (its blank territories already the campaign's). */
export function yearDataOf(contribution: Contribution, year: number): YearData {
  const facts = contribution.facts.filter((one) => one.year === year);
  const members = contribution.members.filter((one) => one.year === year);
  const rows = contribution.rows.filter((one) => one.year === year);
  const lacking = rows.filter((one) => Object.values(one.values).some((value) => value === undefined));
  return {
    facts: trimmed(groupBy(facts, (one) => one.code)),
    members: groupBy(members, (one) => one.list),
    rows: groupBy(rows, (one) => one.table),
    incomplete: new Set(lacking.map((one) => one.table)),
    territories: [...new Set([...facts, ...members, ...rows].map((one) => one.territory))],
  };
}

/** Arrays that have grown keep room to grow: with 600 landlords that room would weigh more than what it holds. */
function trimmed<Key, Item>(groups: Map<Key, Item[]>): Map<Key, Item[]> {
  for (const [key, items] of groups) groups.set(key, items.slice());
  return groups;
}

/** The items by key, in their order. */
export function groupBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
