import { catalogue, type Example, type Indicator } from '../../src/catalogue';
import { compileFormula, compileRow, leafKey, leavesOf, type Leaf } from '../../src/formula';

export type Given = Pick<Example, 'given' | 'rows' | 'members'>;

/** An indicator by its code; fails the test when the catalogue does not have it. */
export function indicatorOf(code: string): Indicator {
  const found = catalogue.indicators.get(code);
  if (!found) throw new Error(`${code} is not in the catalogue`);
  return found;
}

function leafValue(leaf: Leaf, { given, rows = [], members = [] }: Given): number {
  switch (leaf.kind) {
    case 'rows':
      return rows.map(compileRow(leaf.body)).reduce((sum, one) => sum + one, 0);
    case 'distinct':
      return new Set(members).size;
    case 'coefficient':
      return given[leafKey(leaf)] ?? catalogue.coefficient(leaf.code)?.value ?? Number.NaN;
    default:
      return given[leafKey(leaf)] ?? Number.NaN;
  }
}

/** The value of an indicator on hand-made inputs; coefficients take their default where not given. */
export function evaluate(code: string, inputs: Given): number {
  const { inlined } = indicatorOf(code);
  const leaves = leavesOf(inlined);
  const values = leaves.map((leaf) => leafValue(leaf, inputs));
  return compileFormula(inlined, leaves.map(leafKey))(values);
}
