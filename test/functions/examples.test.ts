import { catalogue } from '../../src/catalogue';
import { evaluate, FunctionFailure, functionTable } from '../../src/functions';

const context = { catalogue, locale: 'fr' } as const;

/** Numbers are compared to twelve digits: 720 / 130 has no exact decimal writing. */
function expectSame(actual: unknown, expected: unknown): void {
  if (Array.isArray(expected)) {
    expect(Array.isArray(actual)).toBe(true);
    expect((actual as unknown[]).length).toBe(expected.length);
    expected.forEach((one, index) => expectSame((actual as unknown[])[index], one));
  } else if (typeof expected === 'number') {
    expect(typeof actual).toBe('number');
    expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
  } else expect(plain(actual)).toEqual(plain(expected));
}

/** Which of the no-break spaces stands between words is for the tests of the words to say. */
const plain = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\s+/gu, ' ') : value);

describe('the examples of the help', () => {
  const examples = functionTable.flatMap((spec) =>
    spec.examples.map((example, index) => [spec.id, index + 1, spec, example] as const),
  );

  test.each(examples)('%s, example %i', (_id, _rank, spec, { given, expected }) => {
    let result: unknown;
    try {
      result = evaluate(spec, given, context);
    } catch (problem) {
      throw problem instanceof FunctionFailure ? new Error(problem.text.fr) : problem;
    }
    expectSame(result, expected);
  });

  test.each(functionTable)('$id has an example', ({ examples: own }) => {
    expect(own.length).toBeGreaterThan(0);
  });
});
