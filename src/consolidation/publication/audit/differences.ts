import { groupBy } from '../../yearData';
import type { Attack } from './attacks';

/** Factors are quotients of decimals, the first of them 1: what is left of equal ones is no difference. */
const LAST_DIGITS = 1e-9;

/** A published sum as collected: how much of each column is in it. */
export interface PublishedSum {
  /** Number of its equation. */
  readonly line: number;
  /** The same for sums of the same linear form. */
  readonly form: string;
  /** The level or the zoning its territory belongs to: sums of one grouping do not overlap. */
  readonly grouping: string;
  readonly factors: ReadonlyMap<number, number>;
}

/** Looks at differences of sums, each combination once however many are masked meanwhile. */
export class Differences {
  readonly #known = new Map<string, boolean>();

  /** @param fails whether a sum (factors by column) is not empty and fails the first step */
  constructor(private readonly fails: (factors: ReadonlyMap<number, number>) => boolean) {}

  /**
   * Sums of one linear form whose difference rests on too few (spec, “Confidentiality, second step”, c): a total
   * and its published parts, or any two that overlap.
   */
  revealing(sums: readonly PublishedSum[]): Attack[] {
    const byForm = groupBy(sums, (one) => one.form);
    return [...byForm.values()].flatMap((some) => [
      ...some.flatMap((total) => this.#remainders(total, some)),
      ...this.#pairs(some),
    ]);
  }

  #remainders(total: PublishedSum, sums: readonly PublishedSum[]): Attack[] {
    const others = sums.filter((one) => one !== total && overlap(one, total));
    const inside = others.filter((one) => isPartOf(one, total));
    const byGrouping = [...groupBy(inside, (one) => one.grouping).values()];
    // A part with a respondent that the total lacks is no part of it, yet can be taken out of it.
    const crossing = [...groupBy(others, (one) => one.grouping).values()].filter((some) =>
      some.some((one) => !inside.includes(one)),
    );
    return [...byGrouping, ...crossing, inside].flatMap((some) => {
      const parts = disjoint(some);
      return parts.length > 1 ? this.#attack(total, parts) : [];
    });
  }

  #pairs(sums: readonly PublishedSum[]): Attack[] {
    return sums.flatMap((one, at) =>
      sums.slice(at + 1).flatMap((other) => (overlap(one, other) ? this.#attack(one, [other]) : [])),
    );
  }

  /** The total less the parts, if that rests on too few. */
  #attack(total: PublishedSum, parts: readonly PublishedSum[]): Attack[] {
    const lines = [total, ...parts].map((one) => one.line);
    const name = lines.join(' ');
    let isRevealing = this.#known.get(name);
    if (isRevealing === undefined) {
      isRevealing = this.fails(parts.reduce((left, part) => minus(left, part.factors), total.factors));
      this.#known.set(name, isRevealing);
    }
    return isRevealing ? [{ lines }] : [];
  }
}

/**
 * Those that do not overlap, the largest first: one of two indicators of one form; of several groupings a
 * département, and the towns of the next.
 */
function disjoint(parts: readonly PublishedSum[]): PublishedSum[] {
  const taken: PublishedSum[] = [];
  for (const one of parts.toSorted((a, b) => b.factors.size - a.factors.size)) {
    if (!taken.some((other) => overlap(one, other))) taken.push(one);
  }
  return taken;
}

/** Everything in a part is in the total as well. */
function isPartOf(part: PublishedSum, total: PublishedSum): boolean {
  if (part.factors.size > total.factors.size || part.factors.size === 0) return false;
  for (const column of part.factors.keys()) if (!total.factors.has(column)) return false;
  return true;
}

function overlap(one: PublishedSum, other: PublishedSum): boolean {
  const [small, large] = one.factors.size < other.factors.size ? [one, other] : [other, one];
  for (const column of small.factors.keys()) if (large.factors.has(column)) return true;
  return false;
}

function minus(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> {
  const result = new Map(one);
  for (const [column, factor] of other) {
    const left = (result.get(column) ?? 0) - factor;
    if (Math.abs(left) < LAST_DIGITS) result.delete(column);
    else result.set(column, left);
  }
  return result;
}
