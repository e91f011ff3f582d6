import {
  answerState,
  checkUnits,
  explain,
  compileFormula,
  compileRow,
  leafKey,
  leavesOf,
  parseFormula,
  printFormula,
  toExcel,
  type Leaf,
} from '../../src/formula';
import { excelValue } from './excel-value';
import { interpret, randomExpression, seeded, withoutSpans } from './random';

const ROUNDS = 3000;

function calculate(text: string, figures: Record<string, number>): number {
  const keys = Object.keys(figures);
  return compileFormula(parseFormula(text), keys)(Float64Array.from(Object.values(figures)));
}

describe('a formula compiled', () => {
  test.each([
    ['a + b + c + d', { a: 1, b: 20, c: 300, d: 4000 }, 4321],
    ['a - b - c', { a: 10, b: 3, c: 2 }, 5],
    ['a - (b - c)', { a: 10, b: 3, c: 2 }, 9],
    ['a / b / c', { a: 24, b: 3, c: 4 }, 2],
    ['a / (b / c)', { a: 24, b: 3, c: 4 }, 32],
    ['-a * b + 2 * 3', { a: 2, b: 5 }, -4],
    ['16.2 * inv / 1e6[€/M€]', { inv: 2_000_000 }, 32.4],
    [
      '1 - sum(travaux: x * s) / sum(travaux: y * s)',
      { 'sum(travaux: x * s)': 35, 'sum(travaux: y * s)': 140 },
      0.75,
    ],
    ['distinct(l) * coef.k / ref.r', { 'distinct(l)': 6, 'coef.k': 2, 'ref.r': 3 }, 4],
  ])('%s', (text, figures, expected) => {
    expect(calculate(text, figures)).toBeCloseTo(expected, 10);
  });

  test.each([
    ['a / b', { a: 1, b: 0 }],
    ['a / (b - c)', { a: 1, b: 2, c: 2 }],
    ['a / 0', { a: 1 }],
    ['1 / a', { a: 0 }],
    ['2 * (a + b / c) - 1', { a: 1, b: 0, c: 0 }],
    ['b / (a / c)', { a: 1, b: 1, c: 0 }],
    ['a + b', { a: 1, b: NaN }],
  ])('%s has no value', (text, figures) => {
    expect(calculate(text, figures)).toBeNaN();
  });

  test('a leaf without a place is named', () => {
    expect(() => compileFormula(parseFormula('a + b'), ['a'])).toThrow(
      'Il manque la valeur de « b » pour calculer la formule.',
    );
    expect(() => compileFormula(parseFormula('PAC-03 + a'), ['a'])).toThrow('« PAC-03 »');
  });

  test('a row of a table', () => {
    const formula = parseFormula('sum(loyers: (loyer_marche - loyer_hlm) * surface_louee)');
    if (formula.kind !== 'rows') throw new Error('not a row sum');
    const row = compileRow(formula.body);
    expect(row({ loyer_hlm: 5.5, loyer_marche: 9, surface_louee: 100 })).toBe(350);
    expect(row({ loyer_hlm: 6, loyer_marche: 8, surface_louee: 10 })).toBe(20);
    expect(row({ loyer_hlm: 6, loyer_marche: 8 })).toBeNaN();
  });

  test.each(['+', '-', '*'])('the longest chain of %s allowed does not exhaust the stack', (sign) => {
    const formula = parseFormula(Array.from({ length: 1001 }, () => 'a').join(sign));
    const value = { '+': 1001, '-': -999, '*': 1 }[sign];
    expect(compileFormula(formula, ['a'])([1])).toBe(value);
    expect(printFormula(formula).split(sign)).toHaveLength(1001);
    expect(answerState(formula, () => 'missing')).toBe('missing');
    expect(toExcel(formula, () => 'A1')).toHaveLength(3002);
    const unit = sign === '*' ? '%' : '€';
    expect(() => checkUnits(formula, unit, () => unit)).not.toThrow();
    const options = {
      labelOf: () => 'A',
      unitOf: () => unit,
      valueOf: () => 1,
      unit,
      locale: 'fr',
    } as const;
    expect(explain(formula, options).value).toBe(value);
  });
});

describe('random formulas', () => {
  const random = seeded(20_261_121);
  const formulas = Array.from({ length: ROUNDS }, () => randomExpression(random, 5));
  const figureOf = () => Math.round((random() - 0.3) * 20) / 4;

  test('are read back from their canonical text as the same tree', () => {
    for (const formula of formulas) {
      const text = printFormula(formula);
      expect(withoutSpans(parseFormula(text))).toEqual(withoutSpans(formula));
    }
  });

  test('are calculated like a plain interpreter does, to the last digit', () => {
    let finite = 0;
    for (const formula of formulas) {
      const leaves = leavesOf(formula);
      const keys = leaves.map(leafKey);
      const figures = keys.map(figureOf);
      const expected = interpret(formula, (leaf) => figures[keys.indexOf(leafKey(leaf as Leaf))] as number);
      expect(compileFormula(formula, keys)(figures)).toBe(expected);
      if (Number.isFinite(expected)) finite += 1;
    }
    expect(finite).toBeGreaterThan(ROUNDS / 3);
  });

  test('are calculated by row like a plain interpreter does', () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const body = randomExpression(random, 4, true);
      const row = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, figureOf()]));
      const expected = interpret(body, (leaf) => (leaf.kind === 'column' ? (row[leaf.name] as number) : NaN));
      expect(compileRow(body)(row)).toBe(expected);
    }
  });

  test('keep their value in Excel, unary minus binding first there too', () => {
    for (const formula of formulas) {
      const leaves = leavesOf(formula);
      const keys = leaves.map(leafKey);
      const figures = keys.map(figureOf);
      const excel = toExcel(formula, (leaf) => `X${keys.indexOf(leafKey(leaf))}`);
      const references = Object.fromEntries(figures.map((figure, index) => [`X${index}`, figure]));
      const expected = interpret(formula, (leaf) => figures[keys.indexOf(leafKey(leaf as Leaf))] as number);
      expect(excelValue(excel, references)).toBe(expected);
    }
  });
});

describe('a formula for Excel', () => {
  const refs = (leaf: Leaf) => leafKey(leaf).toUpperCase();

  test.each([
    ['a - (b - c)', 'A-(B-C)'],
    ['(a - b) - c', 'A-B-C'],
    ['a / (b * c)', 'A/(B*C)'],
    ['(a + b) * c', '(A+B)*C'],
    ['-(a + b)', '-(A+B)'],
    ['-a * b', '-A*B'],
    ['a * -b', 'A*(-B)'],
    ['x / 1e6[€/M€]', 'X/1000000'],
    ['12[mois/an] * x', '12*X'],
    ['0,5 * x', '0.5*X'],
    ['x * 1e-7', 'X*1E-7'],
    ['coef.k * distinct(l)', 'COEF.K*DISTINCT(L)'],
  ])('%s is %s', (formula, excel) => {
    expect(toExcel(parseFormula(formula), refs)).toBe(excel);
  });

  test('row sums are written by the caller', () => {
    const formula = parseFormula('12 * sum(loyers: loyer_hlm * surface_louee)');
    expect(toExcel(formula, (leaf) => `SUMPRODUCT(${leaf.kind})`)).toBe('12*SUMPRODUCT(rows)');
  });
});
