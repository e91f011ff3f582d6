import { catalogue } from '../../src/catalogue';
import { evaluate } from './evaluate';

/**
 * Figures that others published, or that follow from two figures they published: our formulas give them back,
 * to the digits printed.
 */
const published: readonly [
  what: string,
  code: string,
  given: Record<string, number>,
  value: number,
  digits: number,
][] = [
  [
    'RPLS 2019, métropole: 1 744,8 M€ for 299,65 M m²',
    'PAC-01',
    { somme_loyers_mois: 1_744.8e6, somme_shab_loue: 299.65e6 },
    5.82,
    2,
  ],
  [
    'RPLS 2019, Normandy: A to C are 38,0 % of all, 5,7 % are unknown',
    'ENE-02',
    { dpe_a: 0, dpe_b: 0, dpe_c: 38.0, dpe_d: 56.3, dpe_e: 0, dpe_f: 0, dpe_g: 0 },
    0.403,
    3,
  ],
  [
    'RPLS 2019, Normandy: 94,3 % of ratings are known',
    'ENE-04',
    { dpe_a: 0, dpe_b: 0, dpe_c: 38.0, dpe_d: 56.3, dpe_e: 0, dpe_f: 0, dpe_g: 0, dpe_inconnu: 5.7 },
    0.943,
    3,
  ],
  [
    'RPLS 2019, France: A to C are 33,5 % of all, 20,0 % are unknown',
    'ENE-02',
    { dpe_a: 0, dpe_b: 0, dpe_c: 33.5, dpe_d: 46.5, dpe_e: 0, dpe_f: 0, dpe_g: 0 },
    0.419,
    3,
  ],
  [
    'Normandy: 7 000 renovations for 307 834 dwellings',
    'ENE-06',
    { nb_reno_ener: 7_000, nb_lls: 307_834 },
    0.023,
    3,
  ],
  [
    'Normandy: 767 M€ for 307 834 dwellings',
    'ECO-04',
    { inv_neuf: 330e6, inv_rehab: 433e6, inv_demol: 4e6, dep_ge: 0, dep_ec: 0, nb_lls: 307_834 },
    2_490,
    -1,
  ],
  ['Normandy: 307 834 dwellings, 5 000 staff', 'ECO-09', { nb_lls: 307_834, etp: 5_000 }, 62, 0],
  [
    'Normandy: 307 834 dwellings, 2 250 front-line staff',
    'QRT-04',
    { nb_lls: 307_834, etp_proximite: 2_250 },
    137,
    0,
  ],
  [
    'Normandy: 90 000 applications, 33 000 allocations',
    'POP-02',
    { 'ref.demandes_sne': 90_000, nb_attributions: 33_000 },
    2.7,
    1,
  ],
  [
    'Normandy: 37 % of applications met',
    'POP-02B',
    { 'ref.demandes_sne': 90_000, nb_attributions: 33_000 },
    0.37,
    2,
  ],
  ['Sector: 2,5 Md€ of TFPB, 5,09 M dwellings', 'FIN-02', { tfpb: 2.5e9, nb_lls: 5.09e6 }, 490, -1],
  [
    'Hauts-de-France 2021: 1,8 Md€ are 19 % of building',
    'ECO-21',
    { inv_neuf: 1.8e9, inv_rehab: 0, inv_demol: 0, dep_ge: 0, dep_ec: 0, 'ref.ca_batiment': 9.47e9 },
    0.19,
    2,
  ],
  [
    'USH 2014: 76 % of the stock answered',
    'QUA-02',
    { 'ref.qua_logements_repondants': 76, 'ref.qua_logements_attendus': 100 },
    0.76,
    2,
  ],
  [
    'USH 2014: about 24 % extrapolated',
    'QUA-04',
    { 'ref.qua_valeur_redressee': 100, 'ref.qua_valeur_collectee': 76 },
    0.24,
    2,
  ],
];

test.each(published)('%s: %s', (_what, code, given, value, digits) => {
  const unit = 10 ** -digits;
  expect(Math.round(evaluate(code, { given }) / unit) * unit).toBeCloseTo(value, 9);
});

test('the jobs of the Banque des Territoires come back from its spending, within a per cent', () => {
  const spending = { inv_neuf: 11.1e9, inv_rehab: 7.3e9, dep_ge: 0, dep_ec: 0 };
  const jobs = evaluate('ECO-06', { given: spending });
  expect(Math.abs(jobs - (180_000 + 110_000)) / 290_000).toBeLessThan(0.01);
});

test('published benchmarks are found by territory, the latest first', () => {
  expect(catalogue.benchmark('bm_loyer_m2', 'REG:28')).toMatchObject({
    value: 5.31,
    year: 2019,
    unit: '€/m²/mois',
  });
  expect(catalogue.benchmark('bm_loyer_m2', 'FR')).toMatchObject({ value: 6.52, year: 2024 });
  expect(catalogue.benchmark('bm_part_abc', 'REG:28')?.value).toBe(0.403);
  expect(catalogue.benchmark('bm_mobilite', 'REG:27')?.value).toBe(0.1217);
  expect(catalogue.benchmark('bm_avantage_loyer', 'REG:11')?.value).toBe(394);
  // A European mean holds anywhere; Normandy has no F–G figure of its own.
  expect(catalogue.benchmark('bm_parite', 'DEP:14')?.value).toBe(0.25);
  expect(catalogue.benchmark('bm_part_fg', 'REG:28')).toBeUndefined();
});

test('coefficients are found by set, with the default when none is asked for', () => {
  expect(catalogue.coefficient('emplois_par_meur_neuf')).toMatchObject({
    set: 'bdt_2019',
    value: 16.2,
    low: 7.6,
    high: 17.2,
    unit: 'emploi/M€',
  });
  expect(catalogue.coefficient('emplois_par_meur_neuf', 'ush_2013')?.value).toBe(10);
  expect(catalogue.coefficient('emplois_par_meur_neuf', 'nowhere')).toBeUndefined();
  expect(catalogue.coefficient('co2_gaz')).toMatchObject({ set: 'dpe_2021', value: 0.227 });
  expect(catalogue.coefficient('co2_gaz', 'empreinte_2026')).toMatchObject({
    value: 0.239,
    confidence: 'to_confirm',
  });
});

test('energy-rating limits are found by area and altitude', () => {
  expect(catalogue.coefficient('dpe_ep_f_max')?.value).toBe(420);
  expect(catalogue.coefficient('dpe_ges_e_max', 'dpe_2021_altitude')?.value).toBe(80);
  expect(catalogue.coefficient('dpe_ep_c_max', 'dpe_2024_12m2')?.value).toBe(296);
  expect(catalogue.coefficient('dpe_ep_f_max', 'dpe_2024_12m2_altitude')).toMatchObject({
    value: 658,
    confidence: 'to_confirm',
  });
  expect(catalogue.coefficient('dpe_ep_d_max', 'dpe_ancien')).toMatchObject({
    value: 231,
    confidence: 'to_confirm',
  });
});
