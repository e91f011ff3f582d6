import type { RowTable } from '../formula';
import { isInside } from '../territory';
import type { Answer, Fact, Source, TableRow } from './model';

/** What a landlord says of one data point at one territory: a number with its cells, `SO`, or nothing usable. */
export type Figure =
  | { readonly kind: 'number'; readonly value: number; readonly sources: readonly Source[] }
  | { readonly kind: 'not_applicable' }
  | { readonly kind: 'missing' };

/** A territory in a year, with the figures given there by code. */
export interface FigurePlace {
  readonly year: number;
  readonly territory: string;
  readonly figures: ReadonlyMap<string, Figure>;
}

/** Adds answers: `SO` adds nothing (all `SO`: `SO`), anything else than a number makes the whole missing. */
export function addUp(facts: readonly { readonly answer: Answer; readonly source: Source }[]): Figure {
  let value = 0;
  const sources: Source[] = [];
  for (const { answer, source } of facts) {
    if (answer.kind === 'not_applicable') continue;
    if (answer.kind !== 'number') return { kind: 'missing' };
    value += answer.value;
    sources.push(source);
  }
  return sources.length > 0 ? { kind: 'number', value, sources } : { kind: 'not_applicable' };
}

/** The figures of a contribution by year, territory and code; facts that meet on one territory are added. */
export class FigureIndex {
  readonly places: readonly FigurePlace[];

  constructor(
    facts: readonly Fact[],
    private readonly rows: readonly TableRow[],
  ) {
    const byPlace = new Map<string, { year: number; territory: string; facts: Map<string, Fact[]> }>();
    for (const fact of facts) {
      const key = `${fact.year} ${fact.territory}`;
      let place = byPlace.get(key);
      if (!place)
        byPlace.set(key, (place = { year: fact.year, territory: fact.territory, facts: new Map() }));
      const sofar = place.facts.get(fact.code);
      if (sofar) sofar.push(fact);
      else place.facts.set(fact.code, [fact]);
    }
    this.places = [...byPlace.values()].map(({ year, territory, facts: byCode }) => ({
      year,
      territory,
      figures: new Map([...byCode].map(([code, some]) => [code, addUp(some)])),
    }));
  }

  /** The rows of a table at a place or inside it. */
  rowsAt(table: RowTable, { year, territory }: FigurePlace): readonly TableRow[] {
    return this.rows.filter(
      (row) =>
        row.table === table &&
        row.year === year &&
        (row.territory === territory || isInside(row.territory, territory)),
    );
  }
}
