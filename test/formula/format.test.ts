import { formatNumber, formatQuantity } from '../../src/formula';

/** Shows the spaces: `_` no-break, `.` would hide nothing, `'` narrow no-break. */
function visible(text: string): string {
  return text.replaceAll('\u00a0', '_').replaceAll('\u202f', "'");
}

describe('numbers', () => {
  test.each([
    [1234567.891, 2, "1'234'567,89", '1,234,567.89'],
    [1234567.891, 0, "1'234'568", '1,234,568'],
    [5, 2, '5,00', '5.00'],
    [-0.001, 1, '0,0', '0.0'],
    [-12.5, 1, '-12,5', '-12.5'],
    [NaN, 1, '—', '—'],
    [Infinity, 1, '—', '—'],
    [1744800, undefined, "1'744'800", '1,744,800'],
    [1744.8, undefined, "1'745", '1,745'],
    [144.84, undefined, '144,8', '144.8'],
    [5.3112, undefined, '5,31', '5.31'],
    [0.6512, undefined, '0,651', '0.651'],
    [0.00012345, undefined, '0,000123', '0.000123'],
    [0.5, undefined, '0,5', '0.5'],
    [0, undefined, '0', '0'],
  ])('%d with %p decimals', (value, decimals, fr, en) => {
    expect(visible(formatNumber(value, { locale: 'fr', decimals }))).toBe(fr);
    expect(visible(formatNumber(value, { locale: 'en', decimals }))).toBe(en);
  });
});

describe('quantities', () => {
  test.each([
    [5.3142, '€/m²/mois', 2, '5,31_€/m²/mois', '€5.31/m²/month'],
    [1234, 'logement', 0, "1'234_logements", '1,234_dwellings'],
    [1, 'logement', 0, '1_logement', '1_dwelling'],
    [0, 'logement', 0, '0_logement', '0_dwellings'],
    [1.9, 'logement', 1, '1,9_logement', '1.9_dwellings'],
    [1.9, 'logement', 0, '2_logements', '2_dwellings'],
    [-3, 'logement', 0, '-3_logements', '-3_dwellings'],
    [2.5, 'ETP', 1, '2,5_ETP', '2.5_FTE'],
    [12, 'local', 0, '12_locaux', '12_premises'],
    [0.403, '%', 1, '40,3_%', '40.3%'],
    [0.285, '%', 0, '29_%', '29%'],
    [-0.012, '%', 1, '-1,2_%', '-1.2%'],
    [0.25, 'fraction', 0, '25_%', '25%'],
    [1.75, 'ratio', 2, '1,75', '1.75'],
    [-1500, '€', 0, "-1'500_€", '-€1,500'],
    [42, 'an', 0, '42_ans', '42_years'],
    [60.2, 'logement/ETP', 0, '60_logements/ETP', '60_dwellings/FTE'],
    [3.2, 'plan pour 1 000 ménages', 1, "3,2_plans pour 1'000_ménages", '3.2_plans per 1,000_households'],
    [
      1,
      "accident par million d'heures",
      1,
      '1,0_accident par million d’heures',
      '1.0_accident per million_hours',
    ],
    [1500, 'kgCO2e/an', 0, "1'500_kgCO₂e/an", '1,500_kgCO₂e/year'],
    [1, 'h', 0, '1_heure', '1_hour'],
    [12.5, 'h/personne', 1, '12,5_heures/personne', '12.5_hours/person'],
    [
      4,
      'accident pour 200 000 heures',
      0,
      "4_accidents pour 200'000_heures",
      '4_accidents per 200,000_hours',
    ],
    [7, 'kWhc', 0, '7_kWh cumac', '7_kWh cumac'],
    [7, 'valeur', 0, '7', '7'],
    [7, 'chaises', 0, '7_chaises', '7_chaises'],
    [NaN, '€', 0, '—', '—'],
  ])('%d %s', (value, unit, decimals, fr, en) => {
    expect(visible(formatQuantity(value, unit, { locale: 'fr', decimals }))).toBe(fr);
    expect(visible(formatQuantity(value, unit, { locale: 'en', decimals }))).toBe(en);
  });

  test.each([
    [12_430_000, '€', '12,4_millions d’euros', '€12.4_million'],
    [1_000_000, '€', '1_million d’euros', '€1_million'],
    [999_600, '€', '1_million d’euros', '€1_million'],
    [2_350_000_000, '€/an', '2,4_milliards d’euros par an', '€2.4_billion per year'],
    [-3_000_000, '€', '-3_millions d’euros', '-€3_million'],
    [431_900_000, '€', '432_millions d’euros', '€432_million'],
    [985_400, '€', "985'400_€", '€985,400'],
    [12_430_000, 'kWh', "12'430'000_kWh", '12,430,000_kWh'],
  ])('%d %s in words', (value, unit, fr, en) => {
    expect(visible(formatQuantity(value, unit, { locale: 'fr', decimals: 0, compact: true }))).toBe(fr);
    expect(visible(formatQuantity(value, unit, { locale: 'en', decimals: 0, compact: true }))).toBe(en);
  });
});
