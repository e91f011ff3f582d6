import { attacksOn, type Attack } from './attacks';
import { revealingDifferences, type PublishedSum } from './differences';
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

/**
 * Masks further cells until nothing that is withheld, and no single unit's figure, follows from those published.
 * @param published cells (by index) that passed the first step; those left when it is done stay in it
 * @returns the cells masked, and whether what earlier editions published gives something away by itself
 */
export function audit(system: System, published: Set<number>): { masked: number[]; exposedBefore: boolean } {
  const masked: number[] = [];
  let exposedBefore = false;
  for (;;) {
    const chosen = new Set<number>();
    exposedBefore = false;
    for (const attack of allAttacks(system, published)) {
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

/** Attacks as the cells they combine. */
function allAttacks(system: System, published: ReadonlySet<number>): number[][] {
  const { cells, columns, field } = system;
  const cellOfLine: number[] = [];
  const lines = cells.flatMap(({ equations }, cell) =>
    equations.map((equation) => ({ number: cellOfLine.push(cell) - 1, equation, cell })),
  );
  const firstLine = new Map(lines.toReversed().map((one) => [one.cell, one.number]));
  const sums = [...published].flatMap((cell): PublishedSum[] => {
    const sum = cells[cell]?.sum;
    const line = firstLine.get(cell);
    return sum && line !== undefined ? [{ ...sum, line }] : [];
  });
  const attacks: Attack[] = [
    ...revealingDifferences(sums, system.fails),
    ...attacksOn(
      lines.filter((one) => published.has(one.cell)),
      lines.filter((one) => !published.has(one.cell)),
      columns,
      field,
    ),
  ];
  return attacks.map(({ lines: used }) => [...new Set(used.map((one) => cellOfLine[one] ?? -1))]);
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
