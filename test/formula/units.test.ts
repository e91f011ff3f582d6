import {
  FormulaError,
  checkUnits,
  conversionFactor,
  leafKey,
  parseFormula,
  parseUnit,
} from '../../src/formula';

describe('conversions', () => {
  test.each([
    ['k€', '€', 1000],
    ['M€', '€', 1e6],
    ['Md€', 'M€', 1000],
    ['€', '€', 1],
    ['MWh', 'kWh', 1000],
    ['GWh', 'MWh', 1000],
    ['MWhEP', 'kWhEP', 1000],
    ['tCO2e', 'kgCO2e', 1000],
    ['gCO2e/kWh', 'kgCO2e/kWh', 0.001],
    ['ha', 'm²', 10000],
    ['kg', 't', 0.001],
    ['€/an', '€/mois', 1 / 12],
    ['an', 'mois', 12],
    ['k€/logement', '€/logement', 1000],
    ['%', 'fraction', 1],
    ['ratio', '%', 1],
    ['plan pour 1 000 ménages', 'plan/ménage', 0.001],
    ["accident par million d'heures", 'accident pour 200 000 heures', 0.2],
  ])('%s is %s × %d', (from, to, factor) => {
    expect(conversionFactor(from, to)).toBeCloseTo(factor, 12);
  });

  test.each([
    ['€', 'logement'],
    ['kWh', 'kWhEP'],
    ['kWh', 'kWhc'],
    ['kWh PCS', 'kWh'],
    ['ménage', 'logement'],
    ['emploi', 'ETP'],
    ['jour', 'mois'],
    ['h', 'jour'],
    ['m²', 'm³'],
    ['€', '€/an'],
    ['t', 'tCO2e'],
    ['€', '%'],
    ['€', 'bidule'],
  ])('%s is not a kind of %s', (from, to) => {
    expect(conversionFactor(from, to)).toBeUndefined();
  });

  test.each([
    ['K€', 'k€'],
    ['keuros', 'k€'],
    ['euros', '€'],
    ["millions d'euros", 'M€'],
    ['kWh ep', 'kWhEP'],
    ['KWHEP', 'kWhEP'],
    ['kWh cumac', 'kWhc'],
    ['kg CO2 e', 'kgCO2e'],
    ['kgCO₂e', 'kgCO2e'],
    ['m2', 'm²'],
    ['Logements', 'logement'],
    ['logt', 'logement'],
    ['menages', 'ménage'],
    ['équivalents temps-plein', 'ETP'],
    ['heures', 'h'],
    ['années', 'an'],
    ['jours', 'jour'],
    ['euros par mois', '€/mois'],
    ['kWhEP/m².an', 'kWhEP/m²/an'],
    ['€/(m²·mois)', '€/m²/mois'],
    ['jours.logements', 'jour·logement'],
    ['pour cent', '%'],
  ])('« %s » is understood as %s', (typed, canonical) => {
    expect(conversionFactor(typed, canonical)).toBe(1);
  });

  test('an unknown word is named', () => {
    expect(() => parseUnit('€/chaise')).toThrow(
      new FormulaError('Je ne connais pas l’unité « chaise ».', { start: 2, end: 8 }),
    );
    expect(() => parseUnit('€/')).toThrow('L’unité « €/ » est incomplète.');
    expect(() => parseUnit('')).toThrow('L’unité «  » est incomplète.');
  });
});

const UNITS: Record<string, string> = {
  inv: '€',
  inv_k: 'k€',
  parc: 'logement',
  neufs: 'logement',
  loues: 'ménage',
  plans: 'plan',
  accidents: 'accident',
  heures: 'h',
  'coef.par_million': 'ETP/M€',
  'coef.par_logement': 'ETP/logement',
  loyer_marche: '€/m²/mois',
  loyer_hlm: '€/m²/mois',
  surface_louee: 'm²',
  conso: 'kWh',
  conso_ep: 'kWhEP',
  delai: '€·jour',
  part: 'fraction',
};

function check(formula: string, unit: string) {
  return checkUnits(parseFormula(formula), unit, (leaf) => UNITS[leafKey(leaf)] ?? 'valeur', formula);
}

function refusal(formula: string, unit: string): FormulaError {
  try {
    check(formula, unit);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error('the units were accepted');
}

describe('units of a formula', () => {
  test.each([
    ['parc', 'logement'],
    ['inv / parc', '€/logement'],
    ['neufs / parc', '%'],
    ['1 - neufs / parc', '%'],
    ['part * parc', 'logement'],
    ['coef.par_million * inv / 1e6[€/M€]', 'ETP'],
    ['coef.par_logement * neufs + coef.par_million * inv / 1e6[€/M€]', 'ETP'],
    ['12[mois/an] * sum(loyers: (loyer_marche - loyer_hlm) * surface_louee)', '€/an'],
    [
      '12[mois/an] * sum(loyers: (loyer_marche - loyer_hlm) * surface_louee) / 12[mois/an] / loues',
      '€/mois/ménage',
    ],
    ['inv + inv_k * 1000[€/k€]', '€'],
    ['1000[ménage/1 000 ménages] * plans / loues', 'plan pour 1 000 ménages'],
    ["1e6[h/million d'heures] * accidents / heures", "accident par million d'heures"],
    ['200000[h/200 000 heures] * accidents / heures', 'accident pour 200 000 heures'],
    ['delai / inv', 'jour'],
    ['2.4 * neufs', 'logement'],
    ['parc - 3[logement]', 'logement'],
  ])('%s is in %s', (formula, unit) => {
    expect(() => check(formula, unit)).not.toThrow();
  });

  test.each([
    [
      'inv + parc',
      '€',
      6,
      'On ne peut pas ajouter parc (en logement) à inv (en €) : ces unités ne mesurent pas la même chose.',
    ],
    [
      'parc - loues',
      'logement',
      7,
      'On ne peut pas retrancher loues (en ménage) de parc (en logement) : ces unités ne mesurent pas la même chose.',
    ],
    [
      'conso + conso_ep',
      'kWh',
      8,
      'On ne peut pas ajouter conso_ep (en kWhEP) à conso (en kWh) : ces unités ne mesurent pas la même chose.',
    ],
    [
      'parc + 1',
      'logement',
      7,
      'On ne peut pas ajouter 1 (sans unité) à parc (en logement) : ces unités ne mesurent pas la même chose.',
    ],
    [
      'inv + inv_k',
      '€',
      6,
      'inv (en €) et inv_k (en k€) ne sont pas à la même échelle : multipliez inv_k par 1000[€/k€].',
    ],
    [
      'inv_k + inv',
      'k€',
      8,
      'inv_k (en k€) et inv (en €) ne sont pas à la même échelle : divisez inv par 1000[€/k€].',
    ],
    ['inv / parc', '€', 0, 'Le calcul donne un résultat en €/logement, mais l’unité déclarée est « € ».'],
    [
      'coef.par_million * inv / 1e6',
      'ETP',
      25,
      'Le calcul donne un résultat en ETP·€/M€, pas en ETP : le nombre 1e6 convertit sans le dire ; écrivez « / 1e6[€/M€] ».',
    ],
    [
      '12 * sum(loyers: loyer_hlm * surface_louee)',
      '€/an',
      0,
      'Le calcul donne un résultat en €/mois, pas en €/an : le nombre 12 convertit sans le dire ; écrivez « * 12[mois/an] ».',
    ],
    [
      '1000 * plans / loues',
      'plan pour 1 000 ménages',
      0,
      'Le calcul donne un résultat en plan/ménage, pas en plan pour 1 000 ménages : le nombre 1000 convertit sans le dire ; écrivez « * 1000[ménage/1 000 ménage] ».',
    ],
    [
      'coef.par_million * inv',
      'ETP',
      0,
      'Le calcul donne un résultat en ETP·€/M€, pas en ETP : divisez par 1e6[€/M€].',
    ],
    ['inv / 1000[€/M€]', 'M€', 6, 'Conversion fausse : écrivez 1e6[€/M€].'],
  ])('%s is not in %s', (formula, unit, at, message) => {
    const error = refusal(formula, unit);
    expect([error.message, error.span.start]).toEqual([message, at]);
    expect(error.pointed()).toBe(`${formula}\n${' '.repeat(at)}^`);
  });

  test('what the message proposes is then accepted', () => {
    check('coef.par_million * inv / 1e6[€/M€]', 'ETP');
    check('1000[ménage/1 000 ménage] * plans / loues', 'plan pour 1 000 ménages');
    check('inv_k + inv / 1000[€/k€]', 'k€');
  });

  test('an unknown unit names the data point', () => {
    expect(() => checkUnits(parseFormula('a / b'), '%', () => 'euro/chaise')).toThrow(
      'a : Je ne connais pas l’unité « chaise ».',
    );
  });
});
