import { catalogue } from '../../src/catalogue';
import { evaluate, indicatorOf } from './evaluate';

type Numbers = Record<string, number>;
type Row = Record<string, number>;

/** What may not change: copied by hand, as plain arithmetic, from the formulas outside parties rely on. */
interface Promised {
  readonly unit: string;
  readonly value: (n: Numbers, rows: readonly Row[]) => number;
}

const sum = (rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);
const at = (n: Row, name: string): number => n[name] ?? Number.NaN;
const saving = (row: Row): number =>
  (at(row, 'loyer_marche') - at(row, 'loyer_hlm')) * at(row, 'surface_louee');
const market = (row: Row): number => at(row, 'loyer_marche') * at(row, 'surface_louee');
const ratedOf = (n: Numbers): number =>
  ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduce((all, one) => all + at(n, `dpe_${one}`), 0);

const contract: Record<string, Promised> = {
  'CTX-01': { unit: 'logement', value: (n) => at(n, 'nb_lls') },
  'CTX-05': { unit: '%', value: (n) => at(n, 'nb_individuel') / at(n, 'nb_lls') },
  'OFF-01': { unit: 'logement', value: (n) => at(n, 'agr_plai') + at(n, 'agr_plus') + at(n, 'agr_pls') },
  'OFF-02': { unit: 'logement', value: (n) => at(n, 'mes_neuf') + at(n, 'mes_acq') },
  'OFF-03': {
    unit: '%',
    value: (n) =>
      (at(n, 'mes_neuf') + at(n, 'mes_acq') - at(n, 'ventes_part') - at(n, 'demolitions')) /
      at(n, 'parc_debut'),
  },
  'OFF-07': { unit: '%', value: (n) => at(n, 'nb_vac3m') / at(n, 'nb_proposes_location') },
  'OFF-09': { unit: '%', value: (n) => at(n, 'nb_emmenag_hors_neuf') / at(n, 'nb_loc_1an') },
  'OFF-11': {
    unit: '%',
    value: (n) => at(n, 'agr_plai') / (at(n, 'agr_plai') + at(n, 'agr_plus') + at(n, 'agr_pls')),
  },
  'POP-01': { unit: 'ménage', value: (n) => at(n, 'nb_attributions') },
  'POP-05': { unit: '%', value: (n) => at(n, 'attr_moins30') / at(n, 'nb_attributions') },
  'POP-06': { unit: '%', value: (n) => at(n, 'attr_sans_logement') / at(n, 'nb_attributions') },
  'PAC-01': { unit: '€/m²/mois', value: (n) => at(n, 'somme_loyers_mois') / at(n, 'somme_shab_loue') },
  'PAC-03': { unit: '€/an', value: (_, rows) => 12 * sum(rows, saving) },
  'PAC-04': {
    unit: '€/mois/ménage',
    value: (n, rows) => (12 * sum(rows, saving)) / 12 / at(n, 'nb_loues'),
  },
  'PAC-05': { unit: '%', value: (_, rows) => (12 * sum(rows, saving)) / (12 * sum(rows, market)) },
  'PAC-07': { unit: '%', value: (n) => at(n, 'impayes_annee') / at(n, 'quittancement') },
  'PAC-08': { unit: '%', value: (n) => at(n, 'loc_imp3m') / at(n, 'nb_occupes') },
  'ECO-01': { unit: '€', value: (n) => at(n, 'inv_neuf') + at(n, 'inv_rehab') + at(n, 'inv_demol') },
  'ECO-02': { unit: '€', value: (n) => at(n, 'dep_ge') + at(n, 'dep_ec') },
  'ECO-04': {
    unit: '€/logement',
    value: (n) =>
      (at(n, 'inv_neuf') + at(n, 'inv_rehab') + at(n, 'inv_demol') + at(n, 'dep_ge') + at(n, 'dep_ec')) /
      at(n, 'nb_lls'),
  },
  'ECO-05': { unit: 'emploi', value: (n) => 2.4 * at(n, 'nb_neufs') + 0.5 * at(n, 'nb_rehab') },
  'ECO-06': {
    unit: 'emploi',
    value: (n) =>
      (16.2 * at(n, 'inv_neuf')) / 1e6 +
      (15.1 * (at(n, 'inv_rehab') + at(n, 'dep_ge') + at(n, 'dep_ec'))) / 1e6,
  },
  'ECO-07': { unit: 'ETP', value: (n) => at(n, 'etp') },
  'ECO-08': { unit: '%', value: (n) => at(n, 'etp_proximite') / at(n, 'etp') },
  'ECO-10': { unit: '%', value: (n) => at(n, 'achats_locaux') / at(n, 'achats_geolocalises') },
  'ECO-13': { unit: 'h', value: (n) => at(n, 'heures_insertion') },
  'ECO-14': { unit: '%', value: (n) => at(n, 'heures_insertion') / at(n, 'heures_travaillees') },
  'ECO-16': {
    unit: 'ratio',
    value: (n) => (at(n, 'lm3_t1') + at(n, 'lm3_t2') + at(n, 'lm3_t3')) / at(n, 'lm3_t1'),
  },
  'FIN-01': { unit: '€', value: (n) => at(n, 'tfpb') },
  'FIN-02': { unit: '€/logement', value: (n) => at(n, 'tfpb') / at(n, 'nb_lls') },
  'FIN-03': { unit: '%', value: (n) => at(n, 'tfpb') / at(n, 'loyers') },
  'ENE-02': { unit: '%', value: (n) => (at(n, 'dpe_a') + at(n, 'dpe_b') + at(n, 'dpe_c')) / ratedOf(n) },
  'ENE-03': { unit: '%', value: (n) => (at(n, 'dpe_f') + at(n, 'dpe_g')) / ratedOf(n) },
  'ENE-04': { unit: '%', value: (n) => ratedOf(n) / (ratedOf(n) + at(n, 'dpe_inconnu')) },
  'ENE-06': { unit: '%', value: (n) => at(n, 'nb_reno_ener') / at(n, 'nb_lls') },
  'ENE-08': {
    unit: 'kWhEP/an',
    value: (_, rows) =>
      sum(rows, (row) => (at(row, 'conso_avant') - at(row, 'conso_apres')) * at(row, 'surface')),
  },
  'ENE-09': {
    unit: '%',
    value: (_, rows) =>
      1 -
      sum(rows, (row) => at(row, 'conso_apres') * at(row, 'surface')) /
        sum(rows, (row) => at(row, 'conso_avant') * at(row, 'surface')),
  },
  'ENE-10': {
    unit: 'kgCO2e/an',
    value: (_, rows) =>
      sum(rows, (row) => (at(row, 'ges_avant') - at(row, 'ges_apres')) * at(row, 'surface')),
  },
  'AUT-01': { unit: '%', value: (n) => at(n, 'log_pmr') / at(n, 'nb_lls') },
  'QRT-01': { unit: '%', value: (n) => at(n, 'log_qpv') / at(n, 'nb_lls') },
  'QRT-04': { unit: 'logement/ETP', value: (n) => at(n, 'nb_lls') / at(n, 'etp_proximite') },
  'QRT-08': { unit: '%', value: (n) => at(n, 'mes_b2c') / (at(n, 'mes_neuf') + at(n, 'mes_acq')) },
  'SRV-01': { unit: '%', value: (n) => at(n, 'rep_satisf') / at(n, 'rep_exprimees') },
};

/** A small generator with a fixed seed: the same "random" figures at each run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return 1 + (state / 4_294_967_296) * 10_000;
  };
}

const columns = [
  'loyer_hlm',
  'loyer_marche',
  'surface_louee',
  'surface',
  'conso_avant',
  'conso_apres',
  'ges_avant',
  'ges_apres',
];

test.each(Object.keys(contract))('%s evaluates as promised', (code) => {
  const promised = contract[code]!;
  expect(indicatorOf(code).unit).toBe(promised.unit);
  const next = randomNumbers(
    code.split('').reduce((seed, letter) => seed * 31 + letter.charCodeAt(0), 7) % 1e6,
  );
  for (let round = 0; round < 20; round += 1) {
    const given: Numbers = {};
    for (const { code: point, kind } of catalogue.dataPoints.values())
      if (kind === 'sum') given[point] = next();
    const rows = [1, 2, 3].map(() => Object.fromEntries(columns.map((column) => [column, next()])));
    const expected = promised.value(given, rows);
    expect(Math.abs(evaluate(code, { given, rows }) - expected)).toBeLessThanOrEqual(
      1e-12 * Math.abs(expected),
    );
  }
});

test('ECO-12 counts the different identifiers of the list of suppliers', () => {
  expect(indicatorOf('ECO-12').unit).toBe('entreprise');
  expect(indicatorOf('ECO-12').formula).toBe('distinct(fournisseurs)');
  expect(evaluate('ECO-12', { given: {}, members: ['a', 'b', 'a', 'c', 'c'] })).toBe(3);
});
