import type { Expression } from '../../formula';
import type { LandlordLeaf } from '../leaves';
import type { Term } from './linear';

/** A product of columns (sorted, joined by `*`) and its factor. */
type Polynomial = Map<string, number>;

/** Stands for the row itself: `sum(travaux: 1)`. */
const NOTHING = '';
const NOWHERE = { start: 0, end: 0 };

/**
 * A leaf as a sum of simpler ones, each times a factor: a row-table sum splits into products of columns, so that
 * `sum(loyers: (loyer_marche - loyer_hlm) * surface_louee)` and `sum(loyers: loyer_marche * surface_louee)` are
 * known to share a part. Another leaf, and a body that divides by a column, stay whole.
 */
export function monomialsOf(leaf: LandlordLeaf): Term[] {
  if (leaf.kind !== 'rows') return [{ leaf, factor: 1 }];
  const polynomial = polynomialOf(leaf.body);
  if (!polynomial) return [{ leaf, factor: 1 }];
  return [...polynomial].map(([columns, factor]) => ({
    leaf: { ...leaf, body: productOf(columns) },
    factor,
  }));
}

function polynomialOf(body: Expression): Polynomial | undefined {
  switch (body.kind) {
    case 'number':
      return new Map([[NOTHING, body.value]]);
    case 'column':
      return new Map([[body.name, 1]]);
    case 'negate': {
      const operand = polynomialOf(body.operand);
      return operand && scaled(operand, -1);
    }
    case 'binary': {
      const left = polynomialOf(body.left);
      const right = polynomialOf(body.right);
      if (!left || !right) return undefined;
      switch (body.operator) {
        case '+':
          return added(left, right);
        case '-':
          return added(left, scaled(right, -1));
        case '*':
          return multiplied(left, right);
        case '/': {
          const divisor = right.get(NOTHING);
          return right.size === 1 && divisor ? scaled(left, 1 / divisor) : undefined;
        }
      }
    }
    // falls through
    default:
      return undefined;
  }
}

function scaled(polynomial: Polynomial, factor: number): Polynomial {
  return new Map([...polynomial].map(([columns, one]) => [columns, one * factor]));
}

function added(left: Polynomial, right: Polynomial): Polynomial {
  const result = new Map(left);
  for (const [columns, factor] of right) {
    const sum = (result.get(columns) ?? 0) + factor;
    if (sum === 0) result.delete(columns);
    else result.set(columns, sum);
  }
  return result;
}

function multiplied(left: Polynomial, right: Polynomial): Polynomial {
  let result: Polynomial = new Map();
  for (const [one, factor] of left) {
    for (const [other, times] of right) {
      const columns = [...one.split('*'), ...other.split('*')].filter((name) => name !== NOTHING).sort();
      result = added(result, new Map([[columns.join('*'), factor * times]]));
    }
  }
  return result;
}

function productOf(columns: string): Expression {
  if (columns === NOTHING) return { kind: 'number', value: 1, span: NOWHERE };
  return columns
    .split('*')
    .map((name): Expression => ({ kind: 'column', name, span: NOWHERE }))
    .reduce((left, right) => ({ kind: 'binary', operator: '*', left, right, span: NOWHERE }));
}
