import { checkUnits, FormulaError, leavesOf, parseCheck, parseUnit, type Expression } from '../formula';
import type { DataPoint } from './model';
import { requireLeaf, unitOfLeaf, type Vocabulary } from './rules';

/** Units that only count things: a check may compare households with dwellings, never euros with dwellings. */
const measures = new Set([
  '€',
  'kWh',
  'kWh PCS',
  'kWhEP',
  'kWhc',
  'kgCO2e',
  'm²',
  'm³',
  't',
  'mois',
  'jour',
  'h',
]);
const kinds: readonly DataPoint['kind'][] = ['sum', 'reference', 'rent_cells', 'works'];

/** Verifies a cross-check of a data point: its leaves exist, its two sides compare. Throws FormulaError. */
export function verifyCheck(text: string, vocabulary: Vocabulary): void {
  const { left, right } = parseCheck(text);
  for (const leaf of [...leavesOf(left), ...leavesOf(right)]) requireLeaf(leaf, text, vocabulary, kinds);
  const quotient: Expression = {
    kind: 'binary',
    operator: '/',
    left: withoutCounts(left),
    right: withoutCounts(right),
    span: { start: left.span.start, end: right.span.end },
  };
  try {
    checkUnits(quotient, 'ratio', (leaf) => measureOf(unitOfLeaf(leaf, vocabulary)), text);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    throw new FormulaError(`les deux côtés ne se comparent pas : ${error.message}`, error.span, text);
  }
}

/** A unit without what it counts: `€/logement` is €, `ménage` is a plain number. */
function measureOf(unit: string): string {
  const factors = parseUnit(unit).factors.filter((factor) => measures.has(factor.word.base ?? ''));
  const side = (sign: number): string =>
    factors
      .filter((factor) => Math.sign(factor.exponent) === sign)
      .map((factor) => factor.word.symbol)
      .join('·');
  const [above, below] = [side(1), side(-1)];
  if (below === '') return above === '' ? 'ratio' : above;
  return `${above === '' ? '1' : above}/${below}`;
}

function withoutCounts(one: Expression): Expression {
  switch (one.kind) {
    case 'number':
      return one.unit === undefined ? one : { ...one, unit: measureOf(one.unit) };
    case 'negate':
      return { ...one, operand: withoutCounts(one.operand) };
    case 'rows':
      return { ...one, body: withoutCounts(one.body) };
    case 'binary':
      return { ...one, left: withoutCounts(one.left), right: withoutCounts(one.right) };
    default:
      return one;
  }
}
