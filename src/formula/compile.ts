import { FormulaError } from './error';
import { leafKey } from './print';
import type { BinaryOperator, Expression } from './syntax';
import { columnsOf, isLeaf } from './tree';

type Values = ArrayLike<number>;
type Evaluate = (values: Values) => number;

/** What an operand turns out to be: the closures below are written for each pair of shapes that matters. */
type Operand =
  | { readonly shape: 'constant'; readonly value: number }
  | { readonly shape: 'input'; readonly index: number }
  | { readonly shape: 'computed'; readonly run: Evaluate };

function read(values: Values, index: number): number {
  return values[index] ?? NaN;
}

/** Division as the language means it: no value, never an infinity, when the denominator is zero. */
function ratio(numerator: number, denominator: number): number {
  return denominator === 0 ? NaN : numerator / denominator;
}

const CALCULATE: Readonly<Record<BinaryOperator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': ratio,
};

function evaluator(operand: Operand): Evaluate {
  switch (operand.shape) {
    case 'constant': {
      const { value } = operand;
      return () => value;
    }
    case 'input': {
      const { index } = operand;
      return (values) => read(values, index);
    }
    case 'computed':
      return operand.run;
  }
}

function ofInputs(operator: BinaryOperator, left: number, right: number): Evaluate {
  switch (operator) {
    case '+':
      return (values) => read(values, left) + read(values, right);
    case '-':
      return (values) => read(values, left) - read(values, right);
    case '*':
      return (values) => read(values, left) * read(values, right);
    case '/':
      return (values) => ratio(read(values, left), read(values, right));
  }
}

function ofInputLast(operator: BinaryOperator, left: Evaluate, right: number): Evaluate {
  switch (operator) {
    case '+':
      return (values) => left(values) + read(values, right);
    case '-':
      return (values) => left(values) - read(values, right);
    case '*':
      return (values) => left(values) * read(values, right);
    case '/':
      return (values) => ratio(left(values), read(values, right));
  }
}

function ofConstantLast(operator: BinaryOperator, left: Evaluate, right: number): Evaluate {
  switch (operator) {
    case '+':
      return (values) => left(values) + right;
    case '-':
      return (values) => left(values) - right;
    case '*':
      return (values) => left(values) * right;
    case '/':
      return right === 0 ? () => NaN : (values) => left(values) / right;
  }
}

function ofAny(operator: BinaryOperator, left: Evaluate, right: Evaluate): Evaluate {
  switch (operator) {
    case '+':
      return (values) => left(values) + right(values);
    case '-':
      return (values) => left(values) - right(values);
    case '*':
      return (values) => left(values) * right(values);
    case '/':
      return (values) => ratio(left(values), right(values));
  }
}

/** `a + b + c + …` in one loop, from left to right like the tree it replaces. */
function sumOfInputs(indexes: readonly number[]): Evaluate {
  return (values) => {
    let total = read(values, indexes[0] ?? 0);
    for (let at = 1; at < indexes.length; at += 1) total += read(values, indexes[at] ?? 0);
    return total;
  };
}

function combined(operator: BinaryOperator, left: Operand, right: Operand): Operand {
  if (left.shape === 'constant' && right.shape === 'constant')
    return { shape: 'constant', value: CALCULATE[operator](left.value, right.value) };
  if (right.shape === 'constant')
    return { shape: 'computed', run: ofConstantLast(operator, evaluator(left), right.value) };
  if (right.shape === 'input') {
    const run =
      left.shape === 'input'
        ? ofInputs(operator, left.index, right.index)
        : ofInputLast(operator, evaluator(left), right.index);
    return { shape: 'computed', run };
  }
  return { shape: 'computed', run: ofAny(operator, evaluator(left), right.run) };
}

class Compiler {
  constructor(private readonly indexOf: (expression: Expression) => number) {}

  operand(one: Expression): Operand {
    switch (one.kind) {
      case 'number':
        return { shape: 'constant', value: one.value };
      case 'negate': {
        const operand = this.operand(one.operand);
        if (operand.shape === 'constant') return { shape: 'constant', value: -operand.value };
        const run = evaluator(operand);
        return { shape: 'computed', run: (values) => -run(values) };
      }
      case 'binary': {
        const terms = this.addedInputs(one);
        if (terms && terms.length > 2) return { shape: 'computed', run: sumOfInputs(terms) };
        return combined(one.operator, this.operand(one.left), this.operand(one.right));
      }
      default:
        return { shape: 'input', index: this.indexOf(one) };
    }
  }

  /** The inputs of a plain sum of inputs; undefined for anything else. */
  private addedInputs(one: Expression): number[] | undefined {
    if (isLeaf(one) || one.kind === 'column') return [this.indexOf(one)];
    if (one.kind !== 'binary' || one.operator !== '+') return undefined;
    if (!isLeaf(one.right) && one.right.kind !== 'column') return undefined;
    const before = this.addedInputs(one.left);
    before?.push(this.indexOf(one.right));
    return before;
  }
}

/**
 * A function that calculates a formula from its inputs, in the order of `keys` (leafKey of each leaf).
 * NaN when a denominator is zero or an input is missing. Throws FormulaError on a leaf that is not in `keys`
 * and on an indicator (inlineIndicators first). Never builds code from text.
 */
export function compileFormula(expression: Expression, keys: readonly string[]): (values: Values) => number {
  const indexes = new Map(keys.map((key, index) => [key, index]));
  const compiler = new Compiler((one) => {
    const key = isLeaf(one) ? leafKey(one) : undefined;
    const index = key === undefined ? undefined : indexes.get(key);
    if (index !== undefined) return index;
    const name = key ?? (one.kind === 'indicator' ? one.code : one.kind);
    throw new FormulaError(`Il manque la valeur de « ${name} » pour calculer la formule.`, one.span);
  });
  return evaluator(compiler.operand(expression));
}

/**
 * A function that calculates the body of a row sum for one row, given by column name.
 * NaN when a denominator is zero or the row lacks a column.
 */
export function compileRow(body: Expression): (row: Readonly<Record<string, number>>) => number {
  const columns = columnsOf({ kind: 'rows', table: 'loyers', body, span: body.span });
  const compiler = new Compiler((one) => {
    if (one.kind === 'column') return columns.indexOf(one.name);
    throw new FormulaError('Une somme de lignes ne contient que des colonnes et des nombres.', one.span);
  });
  const run = evaluator(compiler.operand(body));
  // One array for all rows: nothing is allocated per row, and the closures only ever see this kind of array.
  const values = new Float64Array(columns.length);
  return (row) => {
    for (let at = 0; at < columns.length; at += 1) values[at] = row[columns[at] ?? ''] ?? NaN;
    return run(values);
  };
}
