import type { Catalogue } from '../../catalogue';
import { leafKey, leavesOf } from '../../formula';
import { levelOf, nestedLevels } from '../../territory';
import { isLandlordLeaf } from '../leaves';
import type { AuditedCell, System } from './audit/audit';
import { fieldOf } from './audit/field';
import type { Equation } from './audit/matrix';
import type { Figures, Unknowns } from './figures';
import { firstStep } from './first-step';
import { type LinearForm, type Quotient, quotientOf, reals, type Ring } from './linear';
import { monomialsOf } from './monomials';
import { constantsOf, countsOnly, type End, type Standing, weightOf } from './standing';

/** A zoning cuts a région much as its départements do. */
const ZONE_DEPTH = nestedLevels.indexOf('DEP');

/** How fine a territory is. */
function depthOf(territory: string): number {
  const level = levelOf(territory);
  const depth = nestedLevels.findIndex((one) => one === level);
  return depth < 0 ? ZONE_DEPTH : depth;
}

/** What was, or is to be, published together. */
export interface Edition {
  readonly standings: readonly Standing[];
  readonly figures: Figures;
  readonly catalogue: Catalogue;
  /** Out already: its cells are never masked. */
  readonly earlier: boolean;
}

/** The cells of all editions, one after the other, as equations over the landlords' figures, modulo a prime. */
export function systemOf(editions: readonly Edition[], { columns }: Unknowns, prime: number): System {
  const field = fieldOf(prime);
  const cells = editions.flatMap(({ standings, figures, catalogue, earlier }): AuditedCell[] => {
    const ranks = ranksOf(standings);
    const writer = { figures, catalogue, ring: field };
    return standings.map((standing, at): AuditedCell => {
      const sum = sumOf(standing, writer);
      return {
        rank: ranks[at] ?? 0,
        earlier,
        equations: equationsOf(standing, writer),
        ...(sum ? { sum } : {}),
      };
    });
  });
  return {
    field,
    columns,
    cells: withRepeated(cells),
    fails(factors) {
      if (factors.size === 0) return false;
      const some = [...factors].map(([column, factor]) => ({ ...columns[column], factor }));
      const units = some.map((one) => one.unit ?? '');
      return firstStep(units, [some.map((one) => (one.amount ?? 0) * one.factor)]) !== undefined;
    },
  };
}

/** A cell that tells what an earlier edition told already is out as well: to mask it would protect nothing. */
function withRepeated(cells: readonly AuditedCell[]): readonly AuditedCell[] {
  const known = new Set(cells.flatMap((one) => (one.earlier ? one.equations.map(signatureOf) : [])));
  if (known.size === 0) return cells;
  const isKnown = ({ equations }: AuditedCell) =>
    equations.length > 0 && equations.every((one) => known.has(signatureOf(one)));
  return cells.map((one) => (isKnown(one) ? { ...one, earlier: true } : one));
}

const signatureOf = (equation: Equation): string =>
  [...equation]
    .sort(([one], [other]) => one - other)
    .map(([column, factor]) => `${column}:${factor}`)
    .join(' ');

/** Which to mask first: the finest territory, then the fewest dwellings of respondents, then by code. */
function ranksOf(standings: readonly Standing[]): number[] {
  const keys = standings.map(({ cell, weighed }) => ({
    depth: depthOf(cell.territory),
    dwellings: weighed.reduce((sum, one) => sum + (one.responds ? one.dwellings : 0), 0),
    name: `${cell.code} ${cell.territory}`,
  }));
  const order = keys
    .map((key, at) => ({ ...key, at }))
    .sort(
      (one, other) =>
        other.depth - one.depth ||
        one.dwellings - other.dwellings ||
        (one.name < other.name ? -1 : Number(one.name > other.name)),
    );
  const ranks: number[] = [];
  order.forEach(({ at }, rank) => (ranks[at] = rank));
  return ranks;
}

interface Writer {
  readonly figures: Figures;
  readonly catalogue: Catalogue;
  readonly ring: Ring;
}

function quotient(
  { plan, reference }: Standing,
  { catalogue, ring }: Writer,
  end: End,
): Quotient | undefined {
  return quotientOf(plan.indicator.inlined, ring, constantsOf(catalogue, reference, end), monomialsOf);
}

/**
 * What a cell tells: its value, the ends of its range, and what was collected where the share extrapolated tells it.
 * A formula that is no quotient of sums counts as telling each of its sums.
 */
function equationsOf(standing: Standing, writer: Writer): Equation[] {
  const { plan, showing, weighed, cell } = standing;
  if (countsOnly(plan)) return [];
  const middle = quotient(standing, writer, 'value');
  if (!middle) return leafSums(standing, writer);
  if (cell.value === null) {
    const { factors } = columnsOf(middle.denominator, standing, writer, () => writer.ring.of(1));
    return factors.size > 0 ? [factors] : [];
  }
  const ranged = plan.slots.some(
    (slot) =>
      slot.kind === 'coefficient' &&
      slot.coefficient !== undefined &&
      (slot.coefficient.low !== undefined || slot.coefficient.high !== undefined),
  );
  const ends = (['low', 'high'] as const).flatMap((end) => (ranged ? [quotient(standing, writer, end)] : []));
  const told = [middle, ...ends].flatMap((one) => (one ? [one] : []));
  const { ring } = writer;
  const one = () => ring.of(1);
  const weight = showing === 'extrapolated' ? weightOf(standing, weighed, ring) : undefined;
  const collected = told.map((some) => equationOf(some, standing, writer, one));
  if (!weight) return collected.filter((some) => some.size > 0);
  const shown = told.map((some) => equationOf(some, standing, writer, weight));
  return [...collected, ...shown].filter((some) => some.size > 0);
}

/** `N = v`, or `N·D' - N'·D = 0` with the values of both put in: never a rounded quotient. */
function equationOf(
  { numerator, denominator }: Quotient,
  standing: Standing,
  writer: Writer,
  weight: (participant: number) => number,
): Equation {
  const { ring } = writer;
  const upper = columnsOf(numerator, standing, writer, weight);
  if (denominator.terms.size === 0) return upper.factors;
  const lower = columnsOf(denominator, standing, writer, weight);
  const result = new Map<number, number>();
  for (const [column, factor] of upper.factors) result.set(column, ring.multiply(factor, lower.total));
  for (const [column, factor] of lower.factors) {
    const left = ring.subtract(result.get(column) ?? ring.of(0), ring.multiply(factor, upper.total));
    if (left === ring.of(0)) result.delete(column);
    else result.set(column, left);
  }
  return result;
}

/** A form over the respondents' figures, and what it comes to with its constant. */
function columnsOf(
  form: LinearForm,
  { respondents, cell }: Standing,
  { figures, ring }: Writer,
  weight: (participant: number) => number,
): { factors: Map<number, number>; total: number } {
  const factors = new Map<number, number>();
  let total = form.constant;
  for (const { leaf, factor } of form.terms.values()) {
    for (const one of respondents) {
      const times = ring.multiply(factor, weight(one));
      for (const column of figures.of(one, leaf, cell.territory)) {
        const sum = ring.add(factors.get(column) ?? ring.of(0), times);
        if (sum === ring.of(0)) factors.delete(column);
        else factors.set(column, sum);
        total = ring.add(total, ring.multiply(times, ring.of(figures.unknowns.columns[column]?.amount ?? 0)));
      }
    }
  }
  return { factors, total };
}

function leafSums(standing: Standing, writer: Writer): Equation[] {
  const { ring } = writer;
  const one = () => ring.of(1);
  return leavesOf(standing.plan.indicator.inlined)
    .filter(isLandlordLeaf)
    .flatMap((leaf) => monomialsOf(leaf))
    .map(({ leaf }) => {
      const terms = new Map([[leafKey(leaf), { leaf, factor: ring.of(1) }]]);
      return columnsOf({ terms, constant: ring.of(0) }, standing, writer, one).factors;
    });
}

/** A cell that is a sum, in a scale that does not depend on it: the factor of its first term is 1. */
function sumOf(standing: Standing, writer: Writer): AuditedCell['sum'] {
  if (countsOnly(standing.plan) || standing.cell.value === null) return undefined;
  const inNumbers = { ...writer, ring: reals };
  const form = quotient(standing, inNumbers, 'value');
  if (!form || form.denominator.terms.size > 0 || form.numerator.terms.size === 0) return undefined;
  const sorted = [...form.numerator.terms].sort(([one], [other]) => (one < other ? -1 : 1));
  const scale = sorted[0]?.[1].factor ?? 1;
  const terms = sorted.map(([key, { leaf, factor }]) => [key, { leaf, factor: factor / scale }] as const);
  const { factors } = columnsOf({ terms: new Map(terms), constant: 0 }, standing, inNumbers, () => 1);
  // A constant of the territory leaves its last digits in the factors: the form is the same.
  const name = terms.map(([key, { factor }]) => `${factor.toPrecision(12)} ${key}`).join(' + ');
  return { form: name, grouping: groupingOf(standing.cell.territory), factors };
}

/** The level of a territory, or the zoning that a zone belongs to. */
function groupingOf(territory: string): string {
  return levelOf(territory) === 'ZONE' ? (territory.split('/')[0] ?? territory) : (levelOf(territory) ?? '');
}
