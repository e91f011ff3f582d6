import {
  FormulaError,
  columnsOf,
  inlineIndicators,
  leafKey,
  leavesOf,
  parseCheck,
  parseFormula,
  printFormula,
} from '../../src/formula';

function refusal(read: () => unknown): FormulaError {
  try {
    read();
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error('the formula was accepted');
}

describe('reading a formula', () => {
  test.each([
    ['nb_individuel/nb_lls', 'nb_individuel / nb_lls'],
    ['a-b-c', 'a - b - c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['(a-b)-c', 'a - b - c'],
    ['a/(b*c)', 'a / (b * c)'],
    ['(a*b)/c', 'a * b / c'],
    ['-(a+b)*c', '-(a + b) * c'],
    ['-a*b', '-a * b'],
    ['-(a*b)', '-(a * b)'],
    ['a - -b', 'a - (-b)'],
    ['((nb_lls))', 'nb_lls'],
    ['2,4 × nb_neufs ÷ 0.5', '2.4 * nb_neufs / 0.5'],
    ['x / 1e6 [€/M€]', 'x / 1e6[€/M€]'],
    ['x / 1000000', 'x / 1e6'],
    ['200000 * acc', '200000 * acc'],
    ['PAC-03/12[mois/an]/nb_loues', 'PAC-03 / 12[mois/an] / nb_loues'],
    ['PAC-03B-PAC-03', 'PAC-03B - PAC-03'],
    ['nb_lls-3', 'nb_lls - 3'],
    ['coef.heures_etp+ref.rp_territoire', 'coef.heures_etp + ref.rp_territoire'],
    [
      'sum(loyers:(loyer_marche-loyer_hlm)*surface_louee)',
      'sum(loyers: (loyer_marche - loyer_hlm) * surface_louee)',
    ],
    ['distinct( fournisseurs )', 'distinct(fournisseurs)'],
  ])('%s is printed %s', (written, canonical) => {
    expect(printFormula(parseFormula(written))).toBe(canonical);
  });

  test('subtraction goes from left to right, products bind tighter', () => {
    expect(parseFormula('a - b * c - d')).toMatchObject({
      operator: '-',
      left: { operator: '-', left: { code: 'a' }, right: { operator: '*' } },
      right: { code: 'd' },
    });
  });

  test('columns are not data points, and the other way round', () => {
    expect(parseFormula('surface + sum(travaux: surface)')).toMatchObject({
      left: { kind: 'data', code: 'surface' },
      right: { kind: 'rows', table: 'travaux', body: { kind: 'column', name: 'surface' } },
    });
  });

  test('spans cover what was written', () => {
    expect(parseFormula('  (ab + cd) / ef')).toMatchObject({
      span: { start: 2, end: 16 },
      left: { span: { start: 2, end: 11 }, right: { span: { start: 8, end: 10 } } },
    });
  });
});

describe('what is wrong is said in French, at the character', () => {
  test.each([
    ['', 0, 'La formule est vide : écrivez par exemple nb_individuel / nb_lls.'],
    ['nb_lls + * 3', 9, 'Je ne comprends pas « * » ici : il manque une valeur avant.'],
    ['+ nb_lls', 0, 'Je ne comprends pas « + » ici : il manque une valeur avant.'],
    ['nb_lls +', 8, 'La formule s’arrête après « + » : il manque une valeur.'],
    ['(a + b', 0, 'Cette parenthèse n’est pas refermée.'],
    ['a + b)', 5, 'Cette parenthèse fermante n’en ferme aucune.'],
    [
      'a ()',
      0,
      'Je ne connais pas la fonction « a » : il y a sum(loyers: …), sum(travaux: …) et distinct(liste).',
    ],
    ['3 * ()', 4, 'Il n’y a rien entre ces parenthèses.'],
    ['a b', 2, 'Il manque une opération (+ - * /) entre « a » et « b ».'],
    [
      '1 000 * a',
      2,
      'Il manque une opération entre « 1 » et « 000 » ; un nombre s’écrit sans espace, par exemple 1000.',
    ],
    [
      'a $ b',
      2,
      'Je ne comprends pas le caractère « $ » : une formule contient des données, des nombres, + - * / et des parenthèses.',
    ],
    [
      'nb_ménages',
      0,
      'Je ne comprends pas « nb_ménages » : les données s’écrivent en minuscules sans accent. Vouliez-vous « nb_menages » ?',
    ],
    [
      'PAC - 3',
      0,
      'Je ne comprends pas « PAC » : le code d’un indicateur s’écrit avec un tiret et deux chiffres, comme PAC-03.',
    ],
    [
      'x.y',
      0,
      'Je ne comprends pas « x.y » : devant un point il n’y a que « coef » (coefficient) ou « ref » (référence), en minuscules, par exemple coef.heures_etp.',
    ],
    ['sum(parc: a)', 4, 'sum(…) commence par la table : sum(loyers: …) ou sum(travaux: …).'],
    [
      'sum(loyers, a)',
      10,
      'Je ne comprends pas le caractère « , » : une formule contient des données, des nombres, + - * / et des parenthèses.',
    ],
    ['sum(loyers a)', 11, 'Il manque « : » après « loyers » : sum(loyers: calcul de chaque ligne).'],
    [
      'sum(loyers: coef.x * a)',
      12,
      '« coef.x » ne peut pas se trouver à l’intérieur d’une somme de lignes : multipliez la somme par « coef.x », en dehors.',
    ],
    [
      'sum(loyers: sum(travaux: a))',
      12,
      '« sum » ne peut pas se trouver à l’intérieur d’une somme de lignes.',
    ],
    ['distinct(3)', 9, 'distinct(…) attend le nom d’une liste, par exemple distinct(fournisseurs).'],
    [
      '12[mois',
      2,
      'Ce crochet n’est pas refermé : une unité s’écrit entre crochets, par exemple 12[mois/an].',
    ],
    ['12[moi/an]', 2, 'Je ne connais pas l’unité « moi ».'],
    ['a [mois]', 2, 'Il manque une opération (+ - * /) entre « a » et « [mois] ».'],
    ['a = b', 2, 'Je ne comprends pas « = » ici : un calcul ne contient pas de comparaison de plus.'],
  ])('%s', (text, at, message) => {
    const error = refusal(() => parseFormula(text));
    expect(error.message).toBe(message);
    expect(error.span.start).toBe(at);
  });

  test('the caret stands under the character, on its own line', () => {
    expect(refusal(() => parseFormula('a +\n  b * / c')).pointed()).toBe('  b * / c\n      ^');
  });

  test('endless nesting and endless text are refused, not a stack overflow', () => {
    expect(refusal(() => parseFormula('('.repeat(9000))).message).toMatch(/^Trop de parenthèses/);
    expect(refusal(() => parseFormula('-'.repeat(9000))).message).toMatch(/^Trop de parenthèses/);
    expect(refusal(() => parseFormula('a+'.repeat(2000))).message).toMatch(/^Trop d’opérations/);
    expect(refusal(() => parseFormula('a+'.repeat(9000))).message).toMatch(/dépasse 10.000 caractères/);
  });
});

describe('leaves', () => {
  test('each key once, in order, whatever the writing', () => {
    const formula = parseFormula(
      'sum(travaux: a*b) / nb_lls + coef.x * ref.y - sum(travaux: (a * b)) + nb_lls + distinct(l)',
    );
    expect(leavesOf(formula).map(leafKey)).toEqual([
      'sum(travaux: a * b)',
      'nb_lls',
      'coef.x',
      'ref.y',
      'distinct(l)',
    ]);
  });

  test('columns of a row sum', () => {
    const [rows] = leavesOf(
      parseFormula('sum(loyers: (loyer_marche - loyer_hlm) * surface_louee / loyer_hlm)'),
    );
    expect(rows && columnsOf(rows)).toEqual(['loyer_marche', 'loyer_hlm', 'surface_louee']);
  });
});

describe('indicators replaced by their formula', () => {
  const formulas: Record<string, string> = {
    'AAA-01': 'AAA-02 + c',
    'AAA-02': 'a - b',
    'AAA-03': 'AAA-04',
    'AAA-04': 'AAA-05 / x',
    'AAA-05': 'AAA-04 + 1',
  };
  const formulaOf = (code: string) => {
    const text = formulas[code];
    return text === undefined ? undefined : parseFormula(text);
  };

  test('all the way down, keeping the order of calculation', () => {
    expect(printFormula(inlineIndicators(parseFormula('d - AAA-01 * 2'), formulaOf))).toBe(
      'd - (a - b + c) * 2',
    );
  });

  test('what comes from elsewhere points at the code that was written', () => {
    const inlined = inlineIndicators(parseFormula('d - AAA-01'), formulaOf);
    expect(leavesOf(inlined).map((leaf) => leaf.span)).toEqual([
      { start: 0, end: 1 },
      ...Array.from({ length: 3 }, () => ({ start: 4, end: 10 })),
    ]);
  });

  test('an indicator that is unknown or that leads back to itself', () => {
    const text = '1 + AAA-03';
    const cycle = refusal(() => inlineIndicators(parseFormula(text), formulaOf, text));
    expect(cycle.message).toBe(
      'L’indicateur AAA-04 se calcule à partir de lui-même : AAA-04 → AAA-05 → AAA-04.',
    );
    expect(cycle.pointed()).toBe('1 + AAA-03\n    ^');
    expect(refusal(() => inlineIndicators(parseFormula('ZZZ-99'), formulaOf)).message).toBe(
      'L’indicateur ZZZ-99 n’existe pas dans le catalogue.',
    );
  });

  test('indicators that double at every step are stopped', () => {
    const doubling = (code: string) => {
      const next = Number(code.slice(4)) + 1;
      return parseFormula(next === 25 ? 'a' : `ZZZ-${next} + ZZZ-${next}`);
    };
    expect(refusal(() => inlineIndicators(parseFormula('ZZZ-10'), doubling)).message).toMatch(/trop longue/);
  });
});

describe('checks', () => {
  test.each([
    ['nb_loues <= nb_lls', 'nb_loues', '<=', 'nb_lls', undefined],
    ['a + b ~ c (2 %)', 'a + b', '~', 'c', 0.02],
    ['a = b(0,5%)', 'a', '=', 'b', 0.005],
    ['a ≥ (b + 1) * 2', 'a', '>=', '(b + 1) * 2', undefined],
    ['0 < a', '0', '<', 'a', undefined],
  ])('%s', (text, left, relation, right, tolerance) => {
    const check = parseCheck(text);
    expect([printFormula(check.left), check.relation, printFormula(check.right), check.tolerance]).toEqual([
      left,
      relation,
      right,
      tolerance,
    ]);
  });

  test.each([
    ['a + b', 5, 'Il manque une comparaison : =, <=, >=, <, > ou ~ (à peu près égal).'],
    ['a <= b <= c', 7, 'Je ne comprends pas « <= » ici : un calcul ne contient pas de comparaison de plus.'],
    ['a <=', 4, 'La formule s’arrête après « <= » : il manque une valeur.'],
    ['<= a', 0, 'Je ne comprends pas « <= » ici : il manque une valeur avant.'],
    ['a ~ b', 5, '« ~ » (à peu près égal) demande une tolérance à la fin, par exemple (2 %).'],
  ])('%s is refused', (text, at, message) => {
    const error = refusal(() => parseCheck(text));
    expect([error.message, error.span.start]).toEqual([message, at]);
  });
});
