import type { BinaryOperator, Expression, Leaf } from './syntax';

const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const OPERAND = 3;

/** How one reading of the language writes what is not arithmetic. */
export interface Notation {
  /** What stands for a literal, a leaf, a column or an indicator: an operand, never a sum or a product. */
  readonly operand: (expression: Exclude<Expression, { kind: 'binary' } | { kind: 'negate' }>) => string;
  readonly operator: (operator: BinaryOperator) => string;
}

function precedence(expression: Expression): number {
  if (expression.kind === 'binary') return PRECEDENCE[expression.operator];
  return OPERAND;
}

/** Two signs in a row would be right but hard to read: `a - (-b * c)`. */
function startsWithMinus(expression: Expression): boolean {
  if (expression.kind === 'negate') return true;
  if (expression.kind !== 'binary') return false;
  return precedence(expression.left) >= precedence(expression) && startsWithMinus(expression.left);
}

/** Writes an expression with no more parentheses than its order of calculation needs. */
export function write(expression: Expression, notation: Notation): string {
  const inParentheses = (one: Expression): string => `(${write(one, notation)})`;
  switch (expression.kind) {
    case 'negate': {
      const { operand } = expression;
      const bare = precedence(operand) === OPERAND && operand.kind !== 'negate';
      return `-${bare ? write(operand, notation) : inParentheses(operand)}`;
    }
    case 'binary': {
      const { operator, left, right } = expression;
      const rank = PRECEDENCE[operator];
      const before = precedence(left) < rank ? inParentheses(left) : write(left, notation);
      // `a - (b + c)`, and `a + (b + c)` as well: the order of additions decides the last digit.
      const bare = precedence(right) > rank && !startsWithMinus(right);
      const after = bare ? write(right, notation) : inParentheses(right);
      return `${before}${notation.operator(operator)}${after}`;
    }
    default:
      return notation.operand(expression);
  }
}

/** A number as formulas write it: shortest form that reads back the same, `1e6` for long rows of zeros. */
export function printNumber(value: number): string {
  const plain = String(value).replace('e+', 'e');
  const short = value.toExponential().replace('e+', 'e');
  return Math.abs(value) >= 1e6 && short.length < plain.length - 2 ? short : plain;
}

const canonical: Notation = {
  operator: (operator) => ` ${operator} `,
  operand: (expression) => {
    switch (expression.kind) {
      case 'number':
        return printNumber(expression.value) + (expression.unit === undefined ? '' : `[${expression.unit}]`);
      case 'indicator':
        return expression.code;
      case 'column':
        return expression.name;
      default:
        return leafKey(expression);
    }
  },
};

/** The canonical text of an expression; `parseFormula` reads it back to the same tree. */
export function printFormula(expression: Expression): string {
  return write(expression, canonical);
}

// Written once per leaf: consolidation asks for the same keys for every landlord.
const rowsKeys = new WeakMap<Leaf, string>();

/** What identifies a leaf: `nb_lls`, `coef.x`, `ref.x`, `distinct(x)`, `sum(loyers: …)` in canonical text. */
export function leafKey(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'data':
      return leaf.code;
    case 'coefficient':
      return `coef.${leaf.code}`;
    case 'reference':
      return `ref.${leaf.code}`;
    case 'distinct':
      return `distinct(${leaf.list})`;
    case 'rows': {
      const known = rowsKeys.get(leaf);
      if (known !== undefined) return known;
      const key = `sum(${leaf.table}: ${printFormula(leaf.body)})`;
      rowsKeys.set(leaf, key);
      return key;
    }
  }
}
