import type { Catalogue, DataPoint } from '../catalogue';
import { type Check, type Expression, parseCheck, printFormula } from '../formula';
import { same, showNumber } from './numbers';
import { titleOf } from './reading';

/** A check of the catalogue, with the data point that declares it. */
export interface Comparison {
  readonly owner: DataPoint;
  readonly check: Check;
}

/** The checks of a catalogue, each once. */
export function comparisonsOf(catalogue: Catalogue): readonly Comparison[] {
  const byText = new Map<string, Comparison>();
  for (const owner of catalogue.dataPoints.values()) {
    for (const text of owner.checks) {
      const check = parseCheck(text);
      const canonical = `${printFormula(check.left)}${check.relation}${printFormula(check.right)}`;
      if (!byText.has(canonical)) byText.set(canonical, { owner, check });
    }
  }
  return [...byText.values()];
}

/** Rounding that people do when they copy figures must not look like an error. */
const rounding = 1e-6;

/** Whether two sides stand as the check wants; a side that cannot be computed passes. */
export function holds({ relation, tolerance }: Check, left: number, right: number): boolean {
  if (!Number.isFinite(left) || !Number.isFinite(right)) return true;
  const equal = same(left, right, tolerance ?? rounding);
  switch (relation) {
    case '=':
    case '~':
      return equal;
    case '<=':
      return left < right || equal;
    case '>=':
      return left > right || equal;
    case '<':
      return left < right;
    case '>':
      return left > right;
  }
}

const relationWords: Readonly<Record<Check['relation'], string>> = {
  '=': 'égal à',
  '~': 'proche de',
  '<=': 'inférieur ou égal à',
  '>=': 'supérieur ou égal à',
  '<': 'inférieur à',
  '>': 'supérieur à',
};

/** What a check that fails says: both sides, with their values. */
export function failureMessage(
  { relation, left, right, tolerance }: Check,
  leftValue: number,
  rightValue: number,
  catalogue: Catalogue,
): string {
  const within = tolerance === undefined ? '' : `, à ${showNumber(tolerance * 100)} % près`;
  const bound =
    right.kind === 'number'
      ? showNumber(rightValue)
      : `${sideOf(right, catalogue)}, qui vaut ${showNumber(rightValue)}${within}`;
  return `${sideOf(left, catalogue)} vaut ${showNumber(leftValue)}, et devrait être ${relationWords[relation]} ${bound}`;
}

/** A side of a check, for people: the data point's label, or the formula without the units of its constants. */
function sideOf(side: Expression, catalogue: Catalogue): string {
  const point = side.kind === 'data' ? catalogue.dataPoints.get(side.code) : undefined;
  if (point) return titleOf(point);
  return printFormula(side)
    .replace(/\[[^\]]*\]/gu, '')
    .replaceAll('*', '×');
}
