import type { BinaryOperator, Expression } from '../../src/formula';

const SPAN = { start: 0, end: 0 };
const OPERATORS: readonly BinaryOperator[] = ['+', '-', '*', '/'];

/** A seeded generator (mulberry32): the same formulas at every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A random tree over the data points `a` to `e`, with `distinct`, coefficients and row sums among them. */
export function randomExpression(random: () => number, depth: number, inRows = false): Expression {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const deeper = () => randomExpression(random, depth - 1, inRows);
  if (depth > 0 && random() < 0.75) {
    if (random() < 0.12) return { kind: 'negate', operand: deeper(), span: SPAN };
    return { kind: 'binary', operator: pick(OPERATORS), left: deeper(), right: deeper(), span: SPAN };
  }
  const name = pick(['a', 'b', 'c', 'd', 'e']);
  const shape = random();
  if (shape < 0.2)
    return { kind: 'number', value: pick([0, 1, 2.5, 12, 1e6, 1e-7, 365, 123456789]), span: SPAN };
  if (inRows) return { kind: 'column', name, span: SPAN };
  if (shape < 0.25) return { kind: 'coefficient', code: name, span: SPAN };
  if (shape < 0.3) return { kind: 'distinct', list: name, span: SPAN };
  if (shape < 0.35)
    return { kind: 'rows', table: 'travaux', body: randomExpression(random, 2, true), span: SPAN };
  return { kind: 'data', code: name, span: SPAN };
}

/** The same tree without spans: what must survive printing and reading back. */
export function withoutSpans(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value: unknown) => (key === 'span' ? undefined : value)),
  );
}

/** What a formula means, written as plainly as possible: the other readings are compared with this one. */
export function interpret(expression: Expression, valueOf: (leaf: Expression) => number): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'negate':
      return -interpret(expression.operand, valueOf);
    case 'binary': {
      const left = interpret(expression.left, valueOf);
      const right = interpret(expression.right, valueOf);
      if (expression.operator === '+') return left + right;
      if (expression.operator === '-') return left - right;
      if (expression.operator === '*') return left * right;
      return right === 0 ? NaN : left / right;
    }
    default:
      return valueOf(expression);
  }
}
