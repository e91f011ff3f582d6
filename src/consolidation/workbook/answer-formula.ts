import { leafKey, leavesOf, type Expression } from '../../formula';
import { columnName, quoteSheetName } from '../../xlsx';

/** A condition on the cells of one row of the matrix that hold `SO`. */
type Condition =
  | { readonly kind: 'cell'; readonly column: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] };

/**
 * Does a landlord answer a formula? As an Excel formula over its row of the matrix, giving `R` (respondent),
 * `ND` (expected, did not answer) or `SO` (not applicable: outside the perimeter of the indicator).
 * `SO` travels: all terms of a sum that are not constant, or one factor of a product. An empty cell is missing.
 * @param columnOf the matrix column of a leaf, by its key
 * @param row the landlord's row, from 0
 */
export function answerFormula(
  expression: Expression,
  columnOf: (key: string) => number,
  sheet: string,
  row: number,
): string {
  const leaves = leavesOf(expression).filter(
    (leaf) => leaf.kind !== 'coefficient' && leaf.kind !== 'reference',
  );
  const columns = [...new Set(leaves.map((leaf) => columnOf(leafKey(leaf))))];
  const condition = notApplicable(expression, columnOf);
  if (condition === undefined || columns.length === 0) return '"R"';
  const cells = ranges(columns, sheet, row);
  const known = `COUNT(${cells.join(',')})+${counted(cells)}`;
  return `IF(${print(condition, sheet, row)},"SO",IF(${known}=${columns.length},"R","ND"))`;
}

function notApplicable(node: Expression, columnOf: (key: string) => number): Condition | undefined {
  switch (node.kind) {
    case 'data':
    case 'rows':
    case 'distinct':
      return { kind: 'cell', column: columnOf(leafKey(node)) };
    case 'negate':
      return notApplicable(node.operand, columnOf);
    case 'binary': {
      const kind = node.operator === '+' || node.operator === '-' ? 'and' : 'or';
      const sides = [notApplicable(node.left, columnOf), notApplicable(node.right, columnOf)];
      const parts = sides.flatMap((side) =>
        side === undefined ? [] : side.kind === kind ? side.parts : [side],
      );
      const [first] = parts;
      return parts.length > 1 ? { kind, parts } : first;
    }
    default:
      // Literals, coefficients and references are constants: they never decide.
      return undefined;
  }
}

function print(condition: Condition, sheet: string, row: number): string {
  if (condition.kind === 'cell') return `${ranges([condition.column], sheet, row).join()}="SO"`;
  const columns = [
    ...new Set(condition.parts.flatMap((part) => (part.kind === 'cell' ? [part.column] : []))),
  ];
  const others = condition.parts.flatMap((part) => (part.kind === 'cell' ? [] : [print(part, sheet, row)]));
  const plain =
    columns.length > 2
      ? [`${counted(ranges(columns, sheet, row))}${condition.kind === 'and' ? `=${columns.length}` : '>0'}`]
      : columns.map((column) => `${ranges([column], sheet, row).join()}="SO"`);
  const tests = [...plain, ...others];
  return tests.length === 1 ? tests.join() : `${condition.kind.toUpperCase()}(${tests.join(',')})`;
}

function counted(cells: readonly string[]): string {
  return cells.map((range) => `COUNTIF(${range},"SO")`).join('+');
}

/** The cells of a row, neighbours together: `'Matrice'!F7:L7`, `'Matrice'!N7`. */
function ranges(columns: readonly number[], sheet: string, row: number): readonly string[] {
  const sorted = [...columns].sort((a, b) => a - b);
  const runs: { from: number; to: number }[] = [];
  for (const column of sorted) {
    const run = runs.at(-1);
    if (run && run.to === column - 1) run.to = column;
    else runs.push({ from: column, to: column });
  }
  const prefix = `${quoteSheetName(sheet)}!`;
  return runs.map(({ from, to }) => {
    const first = `${prefix}$${columnName(from)}${row + 1}`;
    return from === to ? first : `${first}:$${columnName(to)}${row + 1}`;
  });
}
