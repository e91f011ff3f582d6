import { columnsOf, FormulaError, leafKey, leavesOf, type Expression, type Leaf } from '../formula';
import type { Coefficient, DataPoint, Example, Indicator } from './model';

/** What formulas may name. */
export interface Vocabulary {
  readonly dataPoints: ReadonlyMap<string, DataPoint>;
  readonly coefficient: (code: string) => Coefficient | undefined;
}

const rowKinds = { loyers: 'rent_cells', travaux: 'works' } as const;

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
      return refuse(`le coefficient « ${leaf.code} » n’existe pas ou n’a pas de jeu par défaut.`);
    case 'reference':
      if (dataPoints.get(leaf.code)?.kind === 'reference') return;
      return refuse(`la référence « ${leaf.code} » n’est pas dans les données du catalogue.`);
    case 'distinct':
      if (dataPoints.get(leaf.list)?.kind === 'set') return;
      return refuse(`« ${leaf.list} » n’est pas une liste du catalogue.`);
    case 'rows':
      for (const column of columnsOf(leaf)) {
        if (dataPoints.get(column)?.kind !== rowKinds[leaf.table])
          refuse(`« ${column} » n’est pas une colonne de la table « ${leaf.table} ».`);
      }
      return;
    case 'data': {
      const kind = dataPoints.get(leaf.code)?.kind;
      if (kind !== undefined && kinds.includes(kind)) return;
      return refuse(
        kind === undefined
          ? `la donnée « ${leaf.code} » n’est pas dans le catalogue.`
          : `« ${leaf.code} » ne s’emploie pas seul dans une formule.`,
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

/** What a worked example lacks to be computed; coefficients take their default when it does not give them. */
export function* gapsOf(
  example: Pick<Example, 'given' | 'rows' | 'members'>,
  inlined: Expression,
): Generator<string> {
  const leaves = leavesOf(inlined);
  const keys = leaves.map(leafKey);
  for (const leaf of leaves) {
    if ((leaf.kind === 'data' || leaf.kind === 'reference') && example.given[leafKey(leaf)] === undefined)
      yield `il manque « ${leafKey(leaf)} ».`;
    if (leaf.kind === 'distinct' && !example.members) yield `il manque les membres de « ${leaf.list} ».`;
    if (leaf.kind !== 'rows') continue;
    if (!example.rows) yield `il manque les lignes de la table « ${leaf.table} ».`;
    for (const column of columnsOf(leaf)) {
      if (example.rows?.some((row) => row[column] === undefined)) yield `une ligne n’a pas « ${column} ».`;
    }
  }
  for (const key of Object.keys(example.given)) {
    if (!keys.includes(key)) yield `« ${key} » ne sert pas dans la formule.`;
  }
}
