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

/** Equations over classes of columns, with the unit that each class belongs to alone, if any. */
export interface Reduced {
  readonly rows: readonly Combined[];
  readonly ownerOf: readonly (string | undefined)[];
}

/** The equations of all cells, published or withheld, over as few classes as tell them apart: done once. */
export function reduced(lines: readonly Line[], columns: readonly Column[], field: Field): Reduced {
  const classes = classesOf(
    lines.map((one) => one.equation),
    columns,
    field,
  );
  const rows = lines.map(({ number, equation }): Combined => ({
    entries: overClasses(equation, classes),
    shares: new Map([[number, 1]]),
  }));
  return { rows, ownerOf: classes.ownerOf };
}

/**
 * Every way in which the published equations give away one unit's figures or an equation that is withheld
 * (spec, “Confidentiality, second step”, a and b). None found means that there is none.
 * @param isPublished whether the equation of a number is
 */
export function attacksOn(
  { rows, ownerOf }: Reduced,
  isPublished: (line: number) => boolean,
  field: Field,
): Attack[] {
  const published = rows.filter((_, line) => isPublished(line));
  // What several units share can be isolated from none of them: it is cleared once, for all units.
  const shared = new Elimination(published, (one) => ownerOf[one] === undefined, field);
  const attacks = componentsOf(shared.rest).flatMap((some) => ownFigures(some, ownerOf, field));

  const everything = new Elimination(shared.rest, () => true, field);
  rows.forEach((row, line) => {
    if (isPublished(line)) return;
    const left = everything.reduce(shared.reduce(row));
    if (left.entries.size > 0) return;
    attacks.push({ lines: [...left.shares.keys()].filter((one) => one !== line) });
  });
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
