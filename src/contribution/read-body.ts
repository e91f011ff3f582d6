import { type TableName, tableNames } from './format';
import type { Fact, ListMember, TableRow } from './model';
import { readFacts } from './read-facts';
import { readLists } from './read-lists';
import { readRows } from './read-rows';
import type { Reading } from './reading';
import type { TableView } from './table-view';

/** What a landlord answers, all tables together. */
export interface Body {
  readonly facts: readonly Fact[];
  readonly members: readonly ListMember[];
  readonly rows: readonly TableRow[];
}

/** Reads the tables of answers that are there; what is wrong becomes remarks of the reading. */
export function readBody(views: Readonly<Partial<Record<TableName, TableView>>>, reading: Reading): Body {
  const { [tableNames.facts]: facts, [tableNames.lists]: lists } = views;
  const { [tableNames.rents]: rents, [tableNames.works]: works } = views;
  return {
    facts: facts ? readFacts(facts, reading) : [],
    members: lists ? readLists(lists, reading) : [],
    rows: [
      ...(rents ? readRows(rents, 'loyers', reading) : []),
      ...(works ? readRows(works, 'travaux', reading) : []),
    ],
  };
}
