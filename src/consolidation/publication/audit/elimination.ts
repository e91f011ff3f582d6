import type { Field } from './field';

/** A combination of equations: what it comes to, and how much of each equation is in it. */
export interface Combined {
  /** Factors by column class; none is zero. */
  readonly entries: Map<number, number>;
  /** Shares by number of equation; none is zero. */
  readonly shares: Map<number, number>;
}

/** An equation set aside to clear one class from all others. */
interface Pivot {
  readonly column: number;
  readonly row: Combined;
  /** What makes the class's factor in the row -1. */
  readonly scale: number;
}

/** Adds `factor` times a combination to another, in place. */
function addTimes(target: Combined, source: Combined, factor: number, field: Field): void {
  for (const key of ['entries', 'shares'] as const) {
    const into = target[key];
    for (const [at, value] of source[key]) {
      const sum = field.add(into.get(at) ?? 0, field.multiply(value, factor));
      if (sum === 0) into.delete(at);
      else into.set(at, sum);
    }
  }
}

const copyOf = (row: Combined): Combined => ({
  entries: new Map(row.entries),
  shares: new Map(row.shares),
});

/** What is left of a set of equations once some classes are cleared, and what clears them. */
export class Elimination {
  readonly #pivots: Pivot[] = [];
  /** Combinations free of the classes cleared, none empty. */
  readonly rest: Combined[];

  /** Clears the classes that `clears` names, as far as there are equations to do it with; the rows are copied. */
  constructor(
    rows: readonly Combined[],
    clears: (column: number) => boolean,
    readonly field: Field,
  ) {
    const active = new Set(rows.filter((one) => one.entries.size > 0).map(copyOf));
    const holders = new Map<number, Set<Combined>>();
    for (const row of active) {
      for (const column of row.entries.keys()) {
        if (clears(column)) (holders.get(column) ?? setAt(holders, column)).add(row);
      }
    }
    while (holders.size > 0) {
      const column = rarest(holders);
      const pivot = this.#setAside(column, holders, active);
      for (const row of [...(holders.get(column) ?? [])]) {
        const before = [...row.entries.keys()];
        addTimes(row, pivot.row, toClear(row, pivot, field), field);
        keepHolders(row, before, pivot.row, holders, clears);
        if (row.entries.size === 0) active.delete(row);
      }
      holders.delete(column);
    }
    this.rest = [...active];
  }

  /** A combination with the cleared classes taken out of it; the one given is left as it is. */
  reduce(row: Combined): Combined {
    const result = copyOf(row);
    for (const pivot of this.#pivots) {
      if (result.entries.has(pivot.column)) {
        addTimes(result, pivot.row, toClear(result, pivot, this.field), this.field);
      }
    }
    return result;
  }

  /** Takes the shortest equation that holds a class out of the others. */
  #setAside(column: number, holders: Map<number, Set<Combined>>, active: Set<Combined>): Pivot {
    const { field } = this;
    let shortest: Combined | undefined;
    for (const row of holders.get(column) ?? []) {
      if (!shortest || row.entries.size < shortest.entries.size) shortest = row;
    }
    if (!shortest) throw new RangeError(`No equation holds class ${column}.`);
    active.delete(shortest);
    for (const one of shortest.entries.keys()) {
      const some = holders.get(one);
      some?.delete(shortest);
      if (some?.size === 0 && one !== column) holders.delete(one);
    }
    const scale = field.subtract(0, field.inverse(shortest.entries.get(column) ?? 1));
    const pivot = { column, row: shortest, scale };
    this.#pivots.push(pivot);
    return pivot;
  }
}

/** How many times a pivot goes into a combination so as to clear its class. */
function toClear(row: Combined, { column, scale }: Pivot, field: Field): number {
  return field.multiply(row.entries.get(column) ?? 0, scale);
}

function setAt(holders: Map<number, Set<Combined>>, column: number): Set<Combined> {
  const some = new Set<Combined>();
  holders.set(column, some);
  return some;
}

/** The class in the fewest equations: clearing it changes the fewest others. */
function rarest(holders: ReadonlyMap<number, ReadonlySet<Combined>>): number {
  let best = -1;
  let fewest = Infinity;
  for (const [column, { size }] of holders) {
    if (size >= fewest) continue;
    [best, fewest] = [column, size];
    if (size === 1) break;
  }
  return best;
}

/** Notes which classes came into an equation and which went. */
function keepHolders(
  row: Combined,
  before: readonly number[],
  pivot: Combined,
  holders: Map<number, Set<Combined>>,
  clears: (column: number) => boolean,
): void {
  for (const column of before) {
    if (row.entries.has(column)) continue;
    const some = holders.get(column);
    some?.delete(row);
    if (some?.size === 0) holders.delete(column);
  }
  for (const column of pivot.entries.keys()) {
    if (row.entries.has(column) && clears(column)) (holders.get(column) ?? setAt(holders, column)).add(row);
  }
}
