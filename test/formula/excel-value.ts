const RANK: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, negate: 3 };

/**
 * What Excel makes of + - * / ( ), numbers and references: a sign before an operand binds tighter than anything
 * else, equal operators go from left to right, #DIV/0! spoils the whole (NaN). Shunting-yard: another algorithm
 * than the product's, so that a mistake in one does not hide in the other.
 */
export function excelValue(formula: string, references: Readonly<Record<string, number>>): number {
  const values: number[] = [];
  const waiting: string[] = [];
  const take = () => {
    const value = values.pop();
    if (value === undefined) throw new Error(`Excel would refuse ${formula}`);
    return value;
  };
  const apply = (operator: string) => {
    const last = take();
    if (operator === 'negate') return values.push(-last);
    const first = take();
    if (operator === '+') return values.push(first + last);
    if (operator === '-') return values.push(first - last);
    if (operator === '*') return values.push(first * last);
    if (operator === '/') return values.push(last === 0 ? NaN : first / last);
    throw new Error(`Excel would refuse ${formula}`);
  };
  const applyDownTo = (rank: number) => {
    while ((RANK[waiting.at(-1) ?? ''] ?? 0) >= rank) apply(waiting.pop() ?? '');
  };
  let operandExpected = true;
  for (const token of formula.match(/\d+(?:\.\d+)?(?:E[+-]?\d+)?|[A-Z]+\d+|./g) ?? []) {
    if (token === '(') waiting.push(token);
    else if (token === ')') {
      applyDownTo(1);
      if (waiting.pop() !== '(') throw new Error(`Excel would refuse ${formula}`);
    } else if (token in RANK) {
      const operator = operandExpected && token === '-' ? 'negate' : token;
      if (operator !== 'negate') applyDownTo(RANK[operator] ?? 0);
      waiting.push(operator);
      operandExpected = true;
      continue;
    } else values.push(references[token] ?? Number(token));
    operandExpected = token === '(';
  }
  applyDownTo(1);
  const [value, ...rest] = values;
  if (value === undefined || rest.length > 0 || waiting.length > 0)
    throw new Error(`Excel would refuse ${formula}`);
  return value;
}
