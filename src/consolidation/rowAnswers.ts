import type { Fact, ListMember, TableRow } from '../contribution';
import type { RowTable } from '../formula';
import { addUp, findFacts, MISSING, numberWorth, type Found, type Worth } from './factAnswers';
import { HERE, type Place } from './place';
import type { YearData } from './yearData';

/** What a landlord has in a row table or a list at a place: its worth, and the rows (or the declaration) behind. */
export interface Entries<Row> {
  readonly worth: Worth;
  readonly rows: readonly Row[];
  readonly declared: readonly Fact[];
}

/** The code under which `IMPACT_DONNEES` says what a row table without rows means. */
const declarationCode: Readonly<Record<RowTable, string>> = {
  loyers: 'IMPACT_LOYERS',
  travaux: 'IMPACT_TRAVAUX',
};

/**
 * The rows of a table at a place, worth the sum of `bodyOf` over them. Works: rows anywhere in the year mean that
 * everything was answered, so none here is zero. Rent cells: none here is not answered, because every stock has rents.
 */
export function tableEntries(
  data: YearData,
  table: RowTable,
  bodyOf: (row: Readonly<Record<string, number>>) => number,
  place: Place,
  campaign: Place,
): Entries<TableRow> {
  const all = data.rows.get(table) ?? [];
  const declaration = declarationCode[table];
  if (all.length === 0) return declaredEntries(data, declaration, place, campaign);
  const rows = all.filter((one) => place.covers(one.territory));
  if (data.incomplete.has(table)) return { worth: MISSING, rows, declared: [] };
  if (rows.length === 0 && table === 'loyers') {
    const declared = (data.facts.get(declaration) ?? []).filter(
      (one) => one.territory === place.code && one.territory !== campaign.code,
    );
    return { worth: declarationWorth({ facts: declared, complete: true }), rows, declared };
  }
  let sum = 0;
  for (const row of rows) sum += bodyOf(numbersOf(row));
  // A body over a column that the table does not have gives no number: not answered, never a false zero.
  return { worth: Number.isFinite(sum) ? numberWorth(sum) : MISSING, rows, declared: [] };
}

/** The members of a list at a place, worth their different identifiers; none here is the empty set. */
export function listEntries(
  data: YearData,
  list: string,
  place: Place,
  campaign: Place,
): Entries<ListMember> {
  const all = data.members.get(list) ?? [];
  if (all.length === 0) return declaredEntries(data, list, place, campaign);
  const rows = all.filter((one) => place.covers(one.territory));
  const different = new Set(rows.map((one) => one.identifier));
  return { worth: numberWorth(different.size), rows, declared: [] };
}

/** No row at all: what the landlord declared at the place, else campaign-wide, else at its parts. */
function declaredEntries(data: YearData, code: string, place: Place, campaign: Place): Entries<never> {
  const facts = data.facts.get(code) ?? [];
  const here = facts.filter((one) => place.depthOf(one.territory) === HERE);
  const wide = facts.filter((one) => campaign.depthOf(one.territory) === HERE);
  const [first] = [here, wide].filter((some) => some.some((one) => one.answer.kind !== 'blank'));
  const found = first ? { facts: first, complete: true } : findFacts(facts, place, [], false);
  return { worth: declarationWorth(found), rows: [], declared: found.facts };
}

/** `0`, `ND` or `SO`; another number cannot stand for rows. */
function declarationWorth(found: Found): Worth {
  const worth = addUp(found);
  return worth.state === 'number' && worth.value !== 0 ? MISSING : worth;
}

/** The numbers of a row of a table that lacks none. */
function numbersOf(row: TableRow): Readonly<Record<string, number>> {
  return row.values as Readonly<Record<string, number>>;
}
