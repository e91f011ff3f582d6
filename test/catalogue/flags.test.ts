import { catalogue } from '../../src/catalogue';
import { columnsOf, leavesOf, parseCheck, type Expression } from '../../src/formula';

const { dataPoints, indicators, coefficients } = catalogue;
const pointsWhere = (is: (code: string) => boolean): string[] => [...dataPoints.keys()].filter(is);

test('what is local to one territory is not local to another: these are never added up', () => {
  expect(pointsWhere((code) => dataPoints.get(code)!.local)).toEqual([
    'achats_locaux',
    'lm3_t2',
    'lm3_t3',
    'emplois_indirects',
    'emplois_induits',
  ]);
});

test('only these figures may be negative', () => {
  expect(pointsWhere((code) => !dataPoints.get(code)!.nonnegative)).toEqual([
    'changements_usage',
    'bm_croissance_parc',
    'impot_societes',
    'eco_ef_gaz',
    'eco_ef_elec',
    'eco_ef_reseau',
    'eco_ef_autres',
    'afn',
    'qua_valeur_redressee',
    'qua_valeur_collectee',
  ]);
});

// Lumpy or one-off figures say nothing of landlords that did not answer.
test.each([
  'inv_neuf',
  'mes_neuf',
  'agr_plai',
  'tfpb',
  'heures_insertion',
  'subventions',
  'demolitions',
  'nb_neufs',
])('%s is never extrapolated', (code) => expect(dataPoints.get(code)?.proportional).toBe(false));

test.each(['nb_lls', 'nb_attributions', 'loc_imp3m', 'dpe_f', 'etp', 'somme_loyers_mois'])(
  '%s is proportional to the stock',
  (code) => expect(dataPoints.get(code)?.proportional).toBe(true),
);

test('the row tables have the columns of the contribution workbook', () => {
  const columns = (kind: string): string[] => pointsWhere((code) => dataPoints.get(code)!.kind === kind);
  expect(columns('rent_cells').sort()).toEqual(['loyer_hlm', 'loyer_marche', 'surface_louee']);
  expect(columns('works').sort()).toEqual([
    'conso_apres',
    'conso_avant',
    'ges_apres',
    'ges_avant',
    'surface',
  ]);
  expect(columns('set').sort()).toEqual(['communes_implantation', 'fournisseurs']);
});

test('indicators about the study come from the consolidation, and no others do', () => {
  const quality = [...indicators.values()].filter((one) => one.consolidation === 'quality');
  expect(quality.map((one) => one.code)).toEqual([
    'QUA-01',
    'QUA-02',
    'QUA-03',
    'QUA-04',
    'QUA-05',
    'QUA-06',
  ]);
  for (const { inlined } of quality)
    for (const leaf of leavesOf(inlined))
      expect(leaf).toMatchObject({ kind: 'reference', code: expect.stringMatching(/^qua_/) });
});

test('what is never consolidated says so to the reader', () => {
  const never = [...indicators.values()].filter((one) => one.consolidation === 'never');
  expect(never.map((one) => one.code)).toEqual(['ECO-17', 'ENE-16B']);
  for (const { note } of never) {
    expect(note?.fr.toLowerCase()).toContain('jamais consolidé');
    expect(note?.en.toLowerCase()).toContain('never consolidated');
  }
});

test('the first review has its 25 indicators', () => {
  expect([...indicators.values()].filter((one) => one.firstReview)).toHaveLength(25);
});

test('context figures without landlord data are left out', () => {
  expect(indicators.has('POP-08')).toBe(false);
  expect(indicators.size).toBe(148);
});

function codesIn(expression: Expression): string[] {
  return leavesOf(expression).flatMap((leaf) => {
    if (leaf.kind === 'rows') return columnsOf(leaf);
    return [leaf.kind === 'distinct' ? leaf.list : leaf.code];
  });
}

test('every figure asked for serves an indicator, a benchmark or a check', () => {
  const used = new Set<string>();
  for (const { inlined, benchmark } of indicators.values()) {
    for (const code of codesIn(inlined)) used.add(code);
    if (benchmark !== undefined) used.add(benchmark);
  }
  for (const { checks } of dataPoints.values()) {
    for (const { left, right } of checks.map(parseCheck))
      for (const code of [...codesIn(left), ...codesIn(right)]) used.add(code);
  }
  expect(pointsWhere((code) => !used.has(code))).toEqual([]);
});

test('a benchmark is in the unit of the indicator it goes with', () => {
  for (const { code, benchmark, unit } of indicators.values()) {
    if (benchmark === undefined) continue;
    expect([code, dataPoints.get(benchmark)?.unit]).toEqual([code, unit]);
    for (const one of coefficients.filter((coefficient) => coefficient.code === benchmark))
      expect([code, one.unit]).toEqual([code, unit]);
  }
});

test('what could not be sourced stays marked', () => {
  for (const code of ['POP-03', 'POP-04', 'POP-11', 'PAC-06', 'ECO-15', 'AUT-01', 'RSE-06', 'RSE-07'])
    expect([code, indicators.get(code)?.confidence]).toEqual([code, 'to_confirm']);
  for (const code of ['nb_occupes', 'loyers', 'log_pmr', 'couts_gestion', 'salaire_btp'])
    expect([code, dataPoints.get(code)?.confidence]).toEqual([code, 'to_confirm']);
});
