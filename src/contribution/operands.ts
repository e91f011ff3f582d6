import type { Catalogue } from '../catalogue';
import {
  type Expression,
  type Leaf,
  columnsOf,
  compileFormula,
  compileRow,
  leafKey,
  leavesOf,
} from '../formula';
import type { FigureIndex, FigurePlace } from './figures';
import type { Source } from './model';

/** A formula that can be computed on one landlord's figures at one place. */
export interface Computable {
  readonly compute: (values: ArrayLike<number>) => number;
  readonly leaves: readonly Leaf[];
  /** The data points it needs. */
  readonly codes: readonly string[];
}

/** The values of a formula's leaves, in order, with the cells they come from. */
export interface Operands {
  readonly values: readonly number[];
  readonly sources: readonly Source[];
}

/** Undefined when the formula rests on what a landlord does not give: references, counts of members. */
export function computable(expression: Expression): Computable | undefined {
  const leaves = leavesOf(expression);
  if (leaves.some((leaf) => leaf.kind === 'reference' || leaf.kind === 'distinct')) return undefined;
  const codes = leaves.flatMap((leaf) => (leaf.kind === 'data' ? [leaf.code] : []));
  return { compute: compileFormula(expression, leaves.map(leafKey)), leaves, codes };
}

/** The values of the leaves at a place; undefined unless all are known numbers. */
export function operandsAt(
  { leaves }: Computable,
  place: FigurePlace,
  index: FigureIndex,
  catalogue: Catalogue,
): Operands | undefined {
  const values: number[] = [];
  const sources: Source[] = [];
  for (const leaf of leaves) {
    const operand = operandAt(leaf, place, index, catalogue);
    if (!operand) return undefined;
    values.push(operand.value);
    sources.push(...operand.sources);
  }
  return { values, sources };
}

function operandAt(
  leaf: Leaf,
  place: FigurePlace,
  index: FigureIndex,
  catalogue: Catalogue,
): { readonly value: number; readonly sources: readonly Source[] } | undefined {
  if (leaf.kind === 'data') {
    const figure = place.figures.get(leaf.code);
    return figure?.kind === 'number' ? figure : undefined;
  }
  if (leaf.kind === 'coefficient') {
    const coefficient = catalogue.coefficient(leaf.code);
    return coefficient && { value: coefficient.value, sources: [] };
  }
  return leaf.kind === 'rows' ? sumOfRows(leaf, place, index) : undefined;
}

function sumOfRows(leaf: Extract<Leaf, { kind: 'rows' }>, place: FigurePlace, index: FigureIndex) {
  const rows = index.rowsAt(leaf.table, place);
  if (rows.length === 0) return undefined;
  const columns = columnsOf(leaf);
  const compute = compileRow(leaf.body);
  let value = 0;
  for (const row of rows) {
    const numbers: Record<string, number> = {};
    for (const column of columns) {
      const number = row.values[column];
      if (number === undefined) return undefined;
      numbers[column] = number;
    }
    value += compute(numbers);
  }
  return { value, sources: rows.map((row) => row.source) };
}
