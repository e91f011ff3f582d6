import { checkUnits, columnsOf, inlineIndicators, leafKey, leavesOf, parseFormula } from '../formula';
import { FormulaError, type Expression, type Leaf } from '../formula';
import type { Coefficient, DataPoint, Example, Indicator } from './model';
import type { Problems } from './problems';
import type { IndicatorsFile } from './schema';

/** An indicator as its file has it, its sources resolved. */
export type WrittenIndicator = IndicatorsFile[string] & { readonly code: string; readonly file: string };

/** What formulas may name. */
export interface Vocabulary {
  readonly dataPoints: ReadonlyMap<string, DataPoint>;
  readonly coefficient: (code: string) => Coefficient | undefined;
}

const rowKinds = { loyers: 'rent_cells', travaux: 'works' } as const;

/** Parses and checks the indicators: leaves, units, benchmark, bounds, examples. Problems are noted, not thrown. */
export function buildIndicators(
  written: readonly WrittenIndicator[],
  vocabulary: Vocabulary,
  problems: Problems,
): ReadonlyMap<string, Indicator> {
  const expressions = new Map<string, Expression>();
  for (const { file, code, formula } of written)
    problems.attempt(file, code, () => void expressions.set(code, parseFormula(formula)));

  const indicators = new Map<string, Indicator>();
  for (const one of written) {
    const { file, ...definition } = one;
    const expression = expressions.get(one.code);
    if (expression === undefined) continue;
    problems.attempt(file, one.code, () => {
      const inlined = inlineIndicators(expression, (code) => expressions.get(code), one.formula);
      for (const leaf of leavesOf(inlined)) requireLeaf(leaf, one.formula, vocabulary);
      checkUnits(inlined, one.unit, (leaf) => unitOfLeaf(leaf, vocabulary), one.formula);
      for (const message of shortcomings(one, inlined, vocabulary)) problems.report(file, one.code, message);
      const dimension = one.code.slice(0, 3);
      indicators.set(one.code, { ...definition, dimension, expression, inlined });
    });
  }
  return indicators;
}

/** The unit of a data point, coefficient, reference or list. */
export function unitOfLeaf(leaf: Leaf, vocabulary: Vocabulary): string {
  if (leaf.kind === 'rows') return '%';
  if (leaf.kind === 'coefficient') return vocabulary.coefficient(leaf.code)?.unit ?? '%';
  const code = leaf.kind === 'distinct' ? leaf.list : leaf.code;
  return vocabulary.dataPoints.get(code)?.unit ?? '%';
}

/** Refuses, at its place in the formula, a leaf that the catalogue does not have or that is of another kind. */
export function requireLeaf(
  leaf: Leaf,
  text: string,
  { dataPoints, coefficient }: Vocabulary,
  kinds: readonly DataPoint['kind'][] = ['sum'],
): void {
  const refuse = (message: string): never => {
    throw new FormulaError(message, leaf.span, text);
  };
  switch (leaf.kind) {
    case 'coefficient':
      if (coefficient(leaf.code)) return;
      return refuse(`le coefficient « ${leaf.code} » n'existe pas ou n'a pas de jeu par défaut.`);
    case 'reference':
      if (dataPoints.get(leaf.code)?.kind === 'reference') return;
      return refuse(`la référence « ${leaf.code} » n'est pas dans les données du catalogue.`);
    case 'distinct':
      if (dataPoints.get(leaf.list)?.kind === 'set') return;
      return refuse(`« ${leaf.list} » n'est pas une liste du catalogue.`);
    case 'rows':
      for (const column of columnsOf(leaf)) {
        if (dataPoints.get(column)?.kind !== rowKinds[leaf.table])
          refuse(`« ${column} » n'est pas une colonne de la table « ${leaf.table} ».`);
      }
      return;
    case 'data': {
      const kind = dataPoints.get(leaf.code)?.kind;
      if (kind !== undefined && kinds.includes(kind)) return;
      return refuse(
        kind === undefined
          ? `la donnée « ${leaf.code} » n'est pas dans le catalogue.`
          : `« ${leaf.code} » ne s'emploie pas seul dans une formule.`,
      );
    }
  }
}

/**
 * How a sum or a ratio may be extrapolated, from its formula: a ratio divides by something summed; a sum
 * is extrapolated only if all that it adds up is proportional to the stock.
 */
export function extrapolationOf(
  inlined: Expression,
  dataPoints: ReadonlyMap<string, DataPoint>,
): Indicator['extrapolation'] {
  if (dividesBySums(inlined)) return 'ratio';
  const summed = leavesOf(inlined).filter(isSummed);
  const proportional = summed.every(
    (leaf) => leaf.kind === 'data' && dataPoints.get(leaf.code)?.proportional,
  );
  return summed.length > 0 && proportional ? 'sum' : 'never';
}

function isSummed(leaf: Leaf): boolean {
  return leaf.kind === 'data' || leaf.kind === 'rows' || leaf.kind === 'distinct';
}

function dividesBySums(one: Expression): boolean {
  if (one.kind === 'negate') return dividesBySums(one.operand);
  if (one.kind !== 'binary') return false;
  if (one.operator === '/' && leavesOf(one.right).some(isSummed)) return true;
  return dividesBySums(one.left) || dividesBySums(one.right);
}

function* shortcomings(
  one: WrittenIndicator,
  inlined: Expression,
  vocabulary: Vocabulary,
): Generator<string> {
  const { sanity, benchmark, extrapolation } = one;
  if (sanity && sanity.low >= sanity.high)
    yield `bornes de vraisemblance inversées (${sanity.low} à ${sanity.high}).`;
  if (benchmark !== undefined && vocabulary.dataPoints.get(benchmark)?.kind !== 'reference')
    yield `le repère « ${benchmark} » n'est pas une référence du catalogue.`;
  if (one.confidence === 'sourced' && one.references.length === 0 && one.consolidation !== 'quality')
    yield 'un indicateur « sourced » cite au moins une source.';
  const expected = extrapolationOf(inlined, vocabulary.dataPoints);
  if (extrapolation !== expected)
    yield `extrapolation « ${extrapolation} », mais la formule et ses données donnent « ${expected} ».`;
  for (const [position, example] of one.examples.entries()) {
    for (const gap of gapsOf(example, inlined)) yield `exemple ${position + 1} : ${gap}`;
  }
}

/** What a worked example lacks to be computed; coefficients take their default when it does not give them. */
function* gapsOf(example: Example, inlined: Expression): Generator<string> {
  const leaves = leavesOf(inlined);
  const keys = leaves.map(leafKey);
  for (const leaf of leaves) {
    if ((leaf.kind === 'data' || leaf.kind === 'reference') && example.given[leafKey(leaf)] === undefined)
      yield `il manque « ${leafKey(leaf)} ».`;
    if (leaf.kind === 'distinct' && !example.members) yield `il manque les membres de « ${leaf.list} ».`;
    if (leaf.kind !== 'rows') continue;
    if (!example.rows) yield `il manque les lignes de la table « ${leaf.table} ».`;
    for (const column of columnsOf(leaf)) {
      if (example.rows?.some((row) => row[column] === undefined)) yield `une ligne n'a pas « ${column} ».`;
    }
  }
  for (const key of Object.keys(example.given)) {
    if (!keys.includes(key)) yield `« ${key} » ne sert pas dans la formule.`;
  }
}
