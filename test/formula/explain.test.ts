import {
  explain,
  formulaInWords,
  leafKey,
  parseFormula,
  type ExplainOptions,
  type Explanation,
  type Leaf,
} from '../../src/formula';

const LABELS: Record<string, string> = {
  loyers: 'Loyers mensuels',
  surface: 'Surface habitable',
  neuf: 'Investissement neuf',
  rehab: 'Réhabilitation',
  parc: 'Logements',
  loues: 'Logements loués',
  'coef.k': 'Emplois par M€',
  loyer_marche: 'loyer de marché',
  loyer_hlm: 'loyer HLM',
  surface_louee: 'surface louée',
};
const UNITS: Record<string, string> = {
  loyers: '€/mois',
  surface: 'm²',
  neuf: '€',
  rehab: '€',
  parc: 'logement',
  loues: 'ménage',
  'coef.k': 'ETP/M€',
  loyer_marche: '€/m²/mois',
  loyer_hlm: '€/m²/mois',
  surface_louee: 'm²',
};

type Figures = Record<string, number | 'not_applicable'>;

function explained(
  formula: string,
  figures: Figures,
  options: Partial<Omit<ExplainOptions, 'valueOf'>>,
): Explanation {
  return explain(parseFormula(formula), {
    labelOf: (leaf) => LABELS[leafKey(leaf)] ?? '',
    unitOf: (leaf) => UNITS[leafKey(leaf)],
    valueOf: (leaf) => figures[leafKey(leaf)],
    unit: '€',
    locale: 'fr',
    ...options,
  });
}

/** The tree as indented lines, no-break spaces made plain. */
function lines(explanation: Explanation, indent = ''): string[] {
  return [
    indent + explanation.text.replace(/[\u00a0\u202f]/g, ' '),
    ...explanation.children.flatMap((child) => lines(child, `${indent}  `)),
  ];
}

describe('explaining a result', () => {
  const rent = { loyers: 1_744_800, surface: 328_587 };

  test('the figures put in, the data below', () => {
    const explanation = explained('loyers / surface', rent, { unit: '€/m²/mois', decimals: 2 });
    expect(lines(explanation)).toEqual([
      '5,31 €/m²/mois = 1 744 800 €/mois ÷ 328 587 m²',
      '  Loyers mensuels : 1 744 800 €/mois',
      '  Surface habitable : 328 587 m²',
    ]);
    expect(explanation.value).toBeCloseTo(5.31001, 5);
    expect(explanation.label).toBe('Loyers mensuels ÷ Surface habitable');
    expect(explanation.children[0]).toMatchObject({
      value: 1_744_800,
      unit: '€/mois',
      label: 'Loyers mensuels',
    });
  });

  test('French spaces do not break', () => {
    const { text } = explained('loyers / surface', rent, { unit: '€/m²/mois', decimals: 2 });
    expect(text).toBe('5,31\u00a0€/m²/mois = 1\u202f744\u202f800\u00a0€/mois ÷ 328\u202f587\u00a0m²');
  });

  test('in English', () => {
    const explanation = explained('loyers / surface', rent, { unit: '€/m²/mois', decimals: 2, locale: 'en' });
    expect(lines(explanation)[0]).toBe('€5.31/m²/month = €1,744,800/month ÷ 328,587 m²');
  });

  test('a long formula unfolds one operation a line, with units worked out', () => {
    const figures = { 'coef.k': 15, neuf: 4_000_000, rehab: 1_000_000 };
    const explanation = explained('coef.k * (neuf + rehab) / 1e6[€/M€]', figures, {
      unit: 'ETP',
      decimals: 0,
    });
    expect(lines(explanation)).toEqual([
      '75 ETP = 15 ETP/M€ × 5 000 000 € ÷ 1 000 000 €/M€',
      '  Emplois par M€ : 15 ETP/M€',
      '  5 000 000 € = 4 000 000 € + 1 000 000 €',
      '    Investissement neuf : 4 000 000 €',
      '    Réhabilitation : 1 000 000 €',
    ]);
  });

  test('negative figures stand in parentheses', () => {
    const explanation = explained('neuf - rehab', { neuf: 10, rehab: -4 }, { decimals: 0 });
    expect(lines(explanation)[0]).toBe('14 € = 10 € − (-4 €)');
  });

  test('a share of one', () => {
    const explanation = explained('1 - rehab / neuf', { rehab: 35, neuf: 100 }, { unit: '%', decimals: 1 });
    expect(lines(explanation)).toEqual([
      '65,0 % = 1 − 0,35',
      '  0,35 = 35 € ÷ 100 €',
      '    Réhabilitation : 35 €',
      '    Investissement neuf : 100 €',
    ]);
  });

  test('a row sum tells what it adds up', () => {
    const key = 'sum(loyers: (loyer_marche - loyer_hlm) * surface_louee)';
    const explanation = explained(`12[mois/an] * ${key}`, { [key]: 2500 }, { unit: '€/an', decimals: 0 });
    expect(lines(explanation)).toEqual([
      '30 000 €/an = 12 mois/an × 2 500 €/mois',
      '  Somme, sur les loyers, de [(loyer de marché − loyer HLM) × surface louée] : 2 500 €/mois',
    ]);
  });

  test('a single data point', () => {
    expect(lines(explained('parc', { parc: 1 }, { unit: 'logement', decimals: 0 }))).toEqual([
      'Logements : 1 logement',
    ]);
  });

  test('what is missing is said, up to the result', () => {
    const explanation = explained(
      '(neuf + rehab) / parc',
      { neuf: 12, parc: 3 },
      { unit: '€/logement', decimals: 0 },
    );
    expect(lines(explanation)).toEqual([
      'indisponible = indisponible ÷ 3 logements',
      '  indisponible = 12 € + non renseigné',
      '    Investissement neuf : 12 €',
      '    Réhabilitation : non renseigné',
      '  Logements : 3 logements',
    ]);
    expect(explanation.value).toBeUndefined();
    const missingCoefficient = explained('coef.k * neuf', { neuf: 2 }, { locale: 'en' });
    expect(lines(missingCoefficient)[0]).toBe('unavailable = not answered × €2');
  });

  test('what does not apply counts for nothing in a sum and makes a product not applicable', () => {
    expect(lines(explained('neuf + rehab', { neuf: 12, rehab: 'not_applicable' }, { decimals: 0 }))[0]).toBe(
      '12 € = 12 € + sans objet',
    );
    expect(lines(explained('neuf / parc', { neuf: 'not_applicable', parc: 3 }, {}))[0]).toBe(
      'sans objet = sans objet ÷ 3 logements',
    );
  });

  test('a zero denominator', () => {
    const explanation = explained('neuf / parc', { neuf: 12, parc: 0 }, { unit: '€/logement' });
    expect(lines(explanation)[0]).toBe('indisponible (division par zéro) = 12 € ÷ 0 logement');
    expect(explanation.value).toBeUndefined();
  });

  test('an indicator in a formula is explained in its turn', () => {
    const figures = { neuf: 24_000, loues: 10 };
    const explanation = explained('PAC-03 / 12[mois/an] / loues', figures, {
      unit: '€/mois/ménage',
      decimals: 0,
      indicatorOf: () => ({
        label: 'Économie annuelle',
        unit: '€/an',
        decimals: 0,
        expression: parseFormula('neuf * 12[mois/an] / 12[mois]'),
      }),
    });
    expect(lines(explanation)).toEqual([
      '200 €/mois/ménage = 24 000 €/an ÷ 12 mois/an ÷ 10 ménages',
      '  24 000 €/an = 24 000 € × 12 mois/an ÷ 12 mois',
      '    Investissement neuf : 24 000 €',
      '  Logements loués : 10 ménages',
    ]);
    expect(explanation.children[0]?.label).toBe('Économie annuelle');
    expect(explanation.label).toBe('Économie annuelle ÷ 12\u00a0mois/an ÷ Logements loués');
  });

  test('a negated sum', () => {
    expect(lines(explained('-(neuf + rehab)', { neuf: 1, rehab: 2 }, { decimals: 0 }))).toEqual([
      '-3 € = −3 €',
      '  3 € = 1 € + 2 €',
      '    Investissement neuf : 1 €',
      '    Réhabilitation : 2 €',
    ]);
  });
});

describe('a formula in words', () => {
  const labelOf = (leaf: Leaf) => LABELS[leafKey(leaf)] ?? '';

  test.each([
    ['(neuf + rehab) / parc', '(Investissement neuf + Réhabilitation) ÷ Logements'],
    ['neuf - (rehab - neuf)', 'Investissement neuf − (Réhabilitation − Investissement neuf)'],
    ['0.5 * parc', '0,5 × Logements'],
    ['PAC-03 / loues', 'PAC-03 ÷ Logements loués'],
    [
      '12[mois/an] * sum(loyers: loyer_hlm * surface_louee)',
      '12\u00a0mois/an × somme, sur les loyers, de [loyer HLM × surface louée]',
    ],
  ])('%s', (text, words) => {
    expect(formulaInWords(parseFormula(text), { labelOf, locale: 'fr' })).toBe(words);
  });
});
