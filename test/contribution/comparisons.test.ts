import { holds } from '../../src/contribution/comparisons';
import { parseCheck } from '../../src/formula';

const passes = (text: string, left: number, right: number) => holds(parseCheck(text), left, right);

it.each<[string, ...(readonly [number, number, boolean])[]]>([
  ['a <= b', [5, 5, true], [4, 5, true], [6, 5, false], [5.000001, 5, true]],
  ['a >= b', [5, 5, true], [6, 5, true], [4, 5, false]],
  ['a < b', [5, 5, false], [4, 5, true]],
  ['a > b', [5, 5, false], [6, 5, true]],
  ['a = b', [5, 5, true], [5.1, 5, false], [0, 0, true]],
  ['a ~ b (2 %)', [98, 100, true], [102, 100, true], [97.9, 100, false], [103, 100, false]],
])('%s', (text, ...cases) => {
  for (const [left, right, expected] of cases) expect(passes(text, left, right)).toBe(expected);
});

it('passes what cannot be computed', () => {
  expect(passes('a <= b', NaN, 5)).toBe(true);
  expect(passes('a <= b', 5, NaN)).toBe(true);
});
