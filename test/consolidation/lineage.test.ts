import { explainCell, sourcesOf, toJson } from '../../src/consolidation';
import { A, B, campaign, contribution } from './campaign';

const { result, cell } = campaign({
  contributions: [
    contribution({
      siren: A,
      name: 'Alpha',
      file: 'alpha.xlsx',
      // Cells D2, D3, D4 of « Données », D5 of « Loyers ».
      at: { 'DEP:14': { nb_lls: 60 }, 'DEP:50': { nb_lls: 40, nb_individuel: 20 } },
      rents: [['DEP:14', 5, 9, 10]],
    }),
    contribution({
      siren: B,
      name: 'Bêta',
      file: 'beta.xlsx',
      data: { nb_lls: 'ND', nb_neufs: 2, nb_rehab: 0 },
    }),
  ],
  by: ['DEP'],
});

describe('lineage', () => {
  test('an answer gives every cell it was added up from', () => {
    expect(result.answerOf(A, 'REG:28', 'nb_lls')).toEqual({
      state: 'number',
      value: 100,
      sources: [
        { file: 'alpha.xlsx', sheet: 'Données', cell: 'D2' },
        { file: 'alpha.xlsx', sheet: 'Données', cell: 'D3' },
      ],
    });
    expect(result.answerOf(A, 'DEP:50', 'nb_lls').sources.map((one) => one.cell)).toEqual(['D3']);
  });

  test('a row-table sum gives its rows, a missing answer the cell that says so', () => {
    const key = cell('PAC-03').inputs[0]?.key ?? '';
    expect(result.answerOf(A, 'REG:28', key)).toMatchObject({
      value: 40,
      sources: [{ sheet: 'Loyers', cell: 'D5' }],
    });
    expect(result.answerOf(B, 'REG:28', 'nb_lls')).toMatchObject({
      state: 'missing',
      sources: [{ cell: 'D2' }],
    });
  });

  test('nobody and nothing are missing, without a cell', () => {
    expect(result.answerOf('999999999', 'REG:28', 'nb_lls')).toEqual({
      state: 'missing',
      value: 0,
      sources: [],
    });
    expect(result.answerOf(A, 'REG:28', 'no_such_figure')).toEqual({
      state: 'missing',
      value: 0,
      sources: [],
    });
  });

  test('a cell explains itself: the formula with the numbers, who brought what, and every source', () => {
    const told = explainCell(result, cell('CTX-01'), 'fr');
    expect(told?.explanation.value).toBe(100);
    expect(told?.contributors).toMatchObject([
      { siren: A, name: 'Alpha', inputs: [{ key: 'nb_lls', value: 100 }] },
    ]);
    const [alpha] = told?.contributors ?? [];
    expect(alpha && sourcesOf(alpha).map((one) => one.cell)).toEqual(['D2', 'D3']);
  });

  test('with coefficients, their year and source', () => {
    const told = explainCell(result, cell('ECO-05'), 'en');
    // 2.4 × 2 + 0.5 × 0
    expect(told?.explanation.value).toBeCloseTo(4.8, 12);
    expect(told?.constants).toContainEqual({
      key: 'coef.emplois_par_logement_neuf',
      value: 2.4,
      year: 2019,
      source: 'Source de emplois_par_logement_neuf',
    });
  });

  test('what nobody answered shows no sum', () => {
    const told = explainCell(result, cell('OFF-01'), 'fr');
    expect(told?.explanation.value).toBeUndefined();
    expect(told?.contributors).toEqual([]);
  });
});

describe('the JSON', () => {
  const json = toJson(result);

  test('has the keys that other software relies on', () => {
    expect(Object.keys(json).slice(0, 5)).toEqual([
      'catalogueVersion',
      'territory',
      'year',
      'contributions',
      'indicators',
    ]);
    expect(json.indicators[0]).toEqual({
      code: 'CTX-01',
      territory: 'REG:28',
      year: 2019,
      value: 100,
      unit: 'logement',
      low: null,
      high: null,
      respondents: 1,
      expected: 2,
      coverage: null,
      extrapolatedShare: 0,
      status: 'computed',
      reason: null,
    });
    expect(json.contributions[0]).toEqual({
      file: 'alpha.xlsx',
      siren: A,
      name: 'Alpha',
      status: 'accepted',
      remarks: [],
    });
  });

  test('has every indicator at every territory, and nothing that JSON cannot hold', () => {
    expect(json.indicators).toHaveLength(result.catalogue.indicators.size * 6);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test('a workbook without an identity is there, with its remarks', () => {
    const remark = { level: 'blocking' as const, code: 'encrypted', message: 'Chiffré.' };
    const { result: other } = campaign({
      contributions: [
        {
          file: 'x.xlsx',
          facts: [],
          members: [],
          rows: [],
          remarks: [{ ...remark, source: { file: 'x.xlsx', sheet: 'S', cell: 'B12' } }],
          status: 'rejected',
        },
      ],
    });
    expect(toJson(other).contributions).toEqual([
      {
        file: 'x.xlsx',
        siren: null,
        name: null,
        status: 'rejected',
        remarks: [{ ...remark, file: 'x.xlsx', sheet: 'S', cell: 'B12' }],
      },
    ]);
  });
});
