import { Elimination, type Combined } from './elimination';
import type { Field } from './field';
import { classesOf, overClasses, type Column, type Equation } from './matrix';

/** An equation with its number in the audit. */
export interface Line {
  readonly number: number;
  readonly equation: Equation;
}

/** A way to learn what must not be learnt: the published equations that it combines. */
export interface Attack {
  readonly lines: readonly number[];
}

/**
 * Every way in which the published equations give away one unit's figures or an equation that is withheld
 * (spec, “Confidentiality, second step”, a and b). None found means that there is none.
 */
export function attacksOn(
  published: readonly Line[],
  withheld: readonly Line[],
  columns: readonly Column[],
  field: Field,
): Attack[] {
  const all = [...published, ...withheld];
  const classes = classesOf(
    all.map((one) => one.equation),
    columns,
    field,
  );
  const combinedOf = ({ number, equation }: Line): Combined => ({
    entries: overClasses(equation, classes),
    shares: new Map([[number, 1]]),
  });
  const { ownerOf } = classes;
  // What several units share can be isolated from none of them: it is cleared once, for all units.
  const shared = new Elimination(published.map(combinedOf), (one) => ownerOf[one] === undefined, field);
  const attacks = componentsOf(shared.rest).flatMap((rows) => ownFigures(rows, ownerOf, field));

  const everything = new Elimination(shared.rest, () => true, field);
  for (const line of withheld) {
    const left = everything.reduce(shared.reduce(combinedOf(line)));
    if (left.entries.size > 0) continue;
    attacks.push({ lines: [...left.shares.keys()].filter((one) => one !== line.number) });
  }
  return attacks;
}

/** Combinations that involve a single unit, among equations linked with one another. */
function ownFigures(
  rows: readonly Combined[],
  ownerOf: readonly (string | undefined)[],
  field: Field,
): Attack[] {
  const units = new Set(rows.flatMap((row) => [...row.entries.keys()].map((one) => ownerOf[one])));
  return [...units].flatMap((unit) => {
    const { rest } = new Elimination(rows, (one) => ownerOf[one] !== unit, field);
    return rest.map(({ shares }) => ({ lines: [...shares.keys()] }));
  });
}

/** Rows that share no class, even through others, cannot be combined to any effect: they are looked at apart. */
function componentsOf(rows: readonly Combined[]): Combined[][] {
  const components = new Map<Combined, Combined[]>();
  const holder = new Map<number, Combined>();
  for (const row of rows) {
    components.set(row, [row]);
    for (const column of row.entries.keys()) {
      const other = holder.get(column);
      const theirs = other && components.get(other);
      const ours = components.get(row) ?? [];
      holder.set(column, row);
      if (!theirs || theirs === ours) continue;
      const [small, large] = theirs.length < ours.length ? [theirs, ours] : [ours, theirs];
      large.push(...small);
      for (const one of small) components.set(one, large);
    }
  }
  return [...new Set(components.values())];
}
