import { answerState, parseFormula, type AnswerState } from '../../src/formula';

const STATES: Record<string, AnswerState> = {
  n: 'number',
  m: 'number',
  so: 'not_applicable',
  so2: 'not_applicable',
  nd: 'missing',
  'sum(loyers: a)': 'not_applicable',
  'distinct(liste)': 'missing',
};

function answer(formula: string): AnswerState {
  return answerState(parseFormula(formula), (key) => {
    const state = STATES[key];
    if (!state) throw new Error(`${key} is a constant: it must not be asked for`);
    return state;
  });
}

describe('who answers a formula', () => {
  test.each<[string, AnswerState]>([
    ['n', 'number'],
    ['so', 'not_applicable'],
    ['nd', 'missing'],
    // A sum is SO only if all its terms are.
    ['n + so', 'number'],
    ['so + n - so2', 'number'],
    ['so + so2', 'not_applicable'],
    ['so - so2', 'not_applicable'],
    ['-so', 'not_applicable'],
    // Constants neither make nor break it.
    ['so + 3', 'not_applicable'],
    ['1 - so / n', 'not_applicable'],
    ['coef.k - so + ref.r', 'not_applicable'],
    ['coef.k + n', 'number'],
    ['2 * coef.k', 'number'],
    ['ref.r', 'number'],
    ['3 * so + coef.k * so2', 'not_applicable'],
    // One SO makes a product or a quotient SO.
    ['n * so', 'not_applicable'],
    ['so / n', 'not_applicable'],
    ['n / so', 'not_applicable'],
    ['12 * so', 'not_applicable'],
    ['(n + so) / m', 'number'],
    ['(so + so2) / m', 'not_applicable'],
    ['n / (so + m)', 'number'],
    // Missing counts as a number inside a product that is SO …
    ['nd * so', 'not_applicable'],
    ['so / (nd + n)', 'not_applicable'],
    // … and makes the whole missing where the whole is not SO.
    ['nd * so + n', 'missing'],
    ['nd + so', 'missing'],
    ['nd + n', 'missing'],
    ['nd / n', 'missing'],
    ['n + so * m', 'number'],
    // Row sums and lists are answers like others.
    ['sum(loyers: a) / n', 'not_applicable'],
    ['sum(loyers: a) + n', 'number'],
    ['distinct(liste)', 'missing'],
    ['distinct(liste) * so', 'not_applicable'],
  ])('%s: %s', (formula, expected) => {
    expect(answer(formula)).toBe(expected);
  });

  test('an indicator is replaced by its formula first', () => {
    expect(() => answer('PAC-03 / n')).toThrow('Seule une formule ramenée à ses données a une réponse.');
  });
});
