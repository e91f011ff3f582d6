import type { Catalogue } from '../catalogue';
import { type Check, leafKey, leavesOf } from '../formula';
import { comparisonsOf, failureMessage, holds } from './comparisons';
import { rowTables } from './format';
import type { TableRow } from './model';
import { type Computable, computable } from './operands';
import type { RemarkList } from './remarks';

interface RowCheck {
  readonly column: string;
  readonly check: Check;
  readonly left: Computable;
  readonly right: Computable;
}

const prepared = new WeakMap<Catalogue, Readonly<Record<TableRow['table'], readonly RowCheck[]>>>();

/** Checks the numbers of each rent cell or works row against one another: `conso_apres <= conso_avant`. */
export function checkRows(rows: readonly TableRow[], catalogue: Catalogue, remarks: RemarkList): void {
  if (rows.length === 0) return;
  let checks = prepared.get(catalogue);
  if (!checks) {
    checks = { loyers: prepare(catalogue, 'loyers'), travaux: prepare(catalogue, 'travaux') };
    prepared.set(catalogue, checks);
  }
  for (const row of rows) {
    for (const { column, check, left, right } of checks[row.table]) {
      const sides = [valueOf(left, row), valueOf(right, row)] as const;
      const [leftValue, rightValue] = sides;
      if (leftValue === undefined || rightValue === undefined) continue;
      if (holds(check, leftValue, rightValue)) continue;
      const message = `${failureMessage(check, leftValue, rightValue, catalogue)} : vérifiez cette ligne${row.label === '' ? '' : ` (${row.label})`}.`;
      remarks.warning('check', message, row.source, column);
    }
  }
}

function prepare(catalogue: Catalogue, table: TableRow['table']): readonly RowCheck[] {
  const columns: ReadonlySet<string> = new Set(rowTables[table].numbers);
  return comparisonsOf(catalogue).flatMap(({ owner, check }) => {
    const leaves = [...leavesOf(check.left), ...leavesOf(check.right)];
    if (leaves.length === 0 || !leaves.every((leaf) => leaf.kind === 'data' && columns.has(leaf.code)))
      return [];
    const left = computable(check.left);
    const right = computable(check.right);
    return left && right ? [{ column: owner.code, check, left, right }] : [];
  });
}

function valueOf({ leaves, compute }: Computable, row: TableRow): number | undefined {
  const values = leaves.map((leaf) => row.values[leafKey(leaf)]);
  return values.every((value) => value !== undefined) ? compute(values) : undefined;
}
