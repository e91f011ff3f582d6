import { attacksOn, type Attack, type Line, reduced } from './attacks';
import { Differences, type PublishedSum } from './differences';
import type { Field } from './field';
import type { Column, Equation } from './matrix';

/** A figure of a landlord as the audit sees it. */
export interface Figure extends Column {
  readonly amount: number;
}

/** A cell as the audit sees it. */
export interface AuditedCell {
  /** Where it comes among those that could be masked: the lowest first. */
  readonly rank: number;
  /** Published in an earlier edition: what is out cannot be taken back. */
  readonly earlier: boolean;
  /** What its publication tells; of a cell never to be published, what must not follow from the others. */
  readonly equations: readonly Equation[];
  /** Of a sum: how much of each column is in it as collected. */
  readonly sum?: Omit<PublishedSum, 'line'>;
}

/** A system of equations over the landlords' figures. */
export interface System {
  readonly field: Field;
  readonly columns: readonly Figure[];
  readonly cells: readonly AuditedCell[];
  /** Whether a sum (factors by column) is not empty and rests on too few, or on one too much. */
  fails(factors: ReadonlyMap<number, number>): boolean;
}

const TWICE = 2;

/** What an audit came to. */
export interface Outcome {
  readonly masked: readonly number[];
  /** Whether what earlier editions published gives something away by itself. */
  readonly exposedBefore: boolean;
}

/**
 * Masks further cells until nothing that is withheld, and no single unit's figure, follows from those published.
 * @param published cells (by index) that passed the first step; those left when it is done stay in it
 */
export function audit(system: System, published: Set<number>): Outcome {
  const masked: number[] = [];
  const attacksOf = attackerOf(system);
  for (;;) {
    const chosen = new Set<number>();
    let exposedBefore = false;
    for (const attack of shortest(attacksOf(published))) {
      if (attack.some((cell) => chosen.has(cell))) continue;
      const cell = weakestOf(attack, system.cells);
      if (cell === undefined) exposedBefore = true;
      else chosen.add(cell);
    }
    if (chosen.size === 0) return { masked, exposedBefore };
    for (const cell of chosen) {
      published.delete(cell);
      masked.push(cell);
    }
  }
}

/** Long combinations mostly fall with the short ones, which say what really gives something away. */
function shortest(attacks: readonly number[][]): number[][] {
  const sorted = attacks.toSorted((one, other) => one.length - other.length);
  const least = sorted[0]?.length ?? 0;
  return sorted.filter((one) => one.length <= TWICE * least);
}

/** Makes what finds all attacks, as the cells they combine, given the cells published. */
function attackerOf({
  cells,
  columns,
  field,
  fails,
}: System): (published: ReadonlySet<number>) => number[][] {
  const cellOfLine: number[] = [];
  const lines = cells.flatMap(({ equations }, cell) =>
    equations.map((equation): Line => ({ number: cellOfLine.push(cell) - 1, equation })),
  );
  const equations = reduced(lines, columns, field);
  const firstLine = new Map(cellOfLine.map((cell, line) => [cell, line] as const).toReversed());
  const sumOf = cells.map(({ sum }, cell): PublishedSum | undefined => {
    const line = firstLine.get(cell);
    return sum && line !== undefined ? { ...sum, line } : undefined;
  });
  const differences = new Differences(fails);
  return (published) => {
    const sums = [...published].flatMap((cell) => sumOf[cell] ?? []);
    const attacks: Attack[] = [
      ...differences.revealing(sums),
      ...attacksOn(equations, (line) => published.has(cellOfLine[line] ?? -1), field),
    ];
    return attacks.map(({ lines: used }) => [...new Set(used.map((one) => cellOfLine[one] ?? -1))]);
  };
}

/** The one to mask among cells that give something away together; undefined when all are out already. */
function weakestOf(attack: readonly number[], cells: readonly AuditedCell[]): number | undefined {
  let best: number | undefined;
  for (const cell of attack) {
    const one = cells[cell];
    if (!one || one.earlier) continue;
    if (best === undefined || one.rank < (cells[best]?.rank ?? Infinity)) best = cell;
  }
  return best;
}
