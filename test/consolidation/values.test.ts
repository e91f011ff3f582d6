import { A, B, C, campaign, contribution, perimeter } from './campaign';
import { smallCatalogue } from './indicators';

const siren = (rank: number) => String(100000000 + rank);

describe('the value of a cell', () => {
  test('coefficients are taken as they are, with their published range beside', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, data: { nb_neufs: 100, nb_rehab: 40, heures_insertion: 1200 } }),
        contribution({ siren: B, data: { nb_neufs: 50, nb_rehab: 0, heures_insertion: 3600 } }),
      ],
    });
    // 2.4 × 150 + 0.5 × 40, from 1 × 150 to 3 × 150; the 0.5 has no range.
    expect(cell('ECO-05')).toMatchObject({ value: 380, low: 170, high: 470 });
    // 4800 / 1600; a coefficient that divides gives its low value at its high.
    expect(cell('ECO-15')).toMatchObject({ value: 3, low: 2.4, high: 3.2 });
    expect(cell('CTX-01')).toMatchObject({ low: null, high: null });
  });

  test('a zero denominator gives no value, never an infinity', () => {
    const { cell } = campaign({
      contributions: [contribution({ siren: A, data: { nb_individuel: 3, nb_lls: 0, heures_insertion: 0 } })],
    });
    expect(cell('CTX-05')).toMatchObject({
      value: null,
      status: 'unavailable',
      reason: 'zero_denominator',
      respondents: 1,
    });
  });

  test('zero over something is zero', () => {
    const { cell } = campaign({
      contributions: [contribution({ siren: A, data: { nb_individuel: 0, nb_lls: 5 } })],
    });
    expect(cell('CTX-05')).toMatchObject({ value: 0, status: 'computed', reason: null });
  });

  test('no respondent', () => {
    const { cell } = campaign({ contributions: [contribution({ siren: A, data: { nb_lls: 'ND' } })] });
    expect(cell('CTX-01')).toMatchObject({ value: null, status: 'unavailable', reason: 'no_respondent' });
  });

  test('a reference is found by code, year and territory; the one of another place or year is not taken', () => {
    const references = [
      { code: 'rp_territoire', year: 2019, territory: '', value: 5000, source: 'Insee' },
      { code: 'rp_territoire', year: 2018, territory: 'DEP:14', value: 2000, source: 'Insee' },
    ];
    const { cell } = campaign({
      contributions: [contribution({ siren: A, at: { 'DEP:14': { nb_lls: 1000 } } })],
      references,
      by: ['DEP'],
    });
    expect(cell('CTX-04').value).toBe(0.2);
    expect(cell('CTX-04', 'DEP:14')).toMatchObject({
      value: null,
      reason: 'missing_reference',
      respondents: 1,
    });
  });

  test('two references that contradict each other once placed are not taken', () => {
    const figure = { code: 'rp_territoire', year: 2019, source: '' };
    const { cell, result } = campaign({
      contributions: [contribution({ siren: A, data: { nb_lls: 1 } })],
      references: [
        { ...figure, territory: '', value: 10 },
        { ...figure, territory: 'REG:28', value: 20 },
      ],
    });
    expect(cell('CTX-04').reason).toBe('missing_reference');
    expect(result.remarks).toMatchObject([{ level: 'blocking', code: 'contradictory_reference' }]);
  });

  test('a reference that no formula knows is said', () => {
    const { result } = campaign({
      contributions: [contribution({ siren: A, data: { nb_lls: 1 } })],
      references: [{ code: 'rp_teritoire', year: 2019, territory: '', value: 10, source: '' }],
    });
    expect(result.remarks.map((one) => one.code)).toEqual(['unknown_reference']);
  });

  test('the order of the files changes nothing, to the last bit', () => {
    const sent = [0.1, 0.2, 0.3, 1e15, -1e15].map((value, rank) =>
      contribution({ siren: siren(rank), data: { nb_lls: value } }),
    );
    const value = (contributions: typeof sent) => campaign({ contributions }).cell('CTX-01').value;
    expect(value(sent.toReversed())).toBe(value(sent));
  });
});

describe('an indicator that is not consolidated across landlords', () => {
  const catalogue = smallCatalogue(['ECO-17']);
  const answers = (count: number) =>
    Array.from({ length: count }, (_, rank) =>
      contribution({
        siren: siren(rank),
        data: { emplois_indirects: rank, emplois_induits: 0, emplois_directs: 10 },
      }),
    );

  test('shows the spread of the landlords’ own values when at least 10 answered', () => {
    const { cell } = campaign({ catalogue, contributions: answers(11) });
    // 0, 0.1 … 1: Excel's QUARTILE.INC gives 0.25, 0.5, 0.75.
    const { status, value, distribution } = cell('ECO-17');
    expect({ status, value }).toEqual({ status: 'not_consolidated', value: null });
    expect(distribution?.answers).toBe(11);
    expect(distribution?.q1).toBeCloseTo(0.25, 12);
    expect(distribution?.median).toBeCloseTo(0.5, 12);
    expect(distribution?.q3).toBeCloseTo(0.75, 12);
  });

  test('shows none below: each landlord would show through', () => {
    const { cell } = campaign({ catalogue, contributions: answers(9) });
    expect(cell('ECO-17')).toMatchObject({ status: 'not_consolidated', respondents: 9 });
    expect(cell('ECO-17').distribution).toBeUndefined();
  });

  test('is given to one landlord by itself', () => {
    const { cell } = campaign({ catalogue, contributions: answers(8).slice(7) });
    expect(cell('ECO-17')).toMatchObject({ status: 'computed', value: 0.7 });
  });

  test('but not when one landlord is all that came of a perimeter', () => {
    const { cell } = campaign({
      catalogue,
      contributions: [
        contribution({ siren: A, data: { emplois_indirects: 1, emplois_induits: 0, emplois_directs: 1 } }),
      ],
      perimeter: perimeter({ [A]: { 'REG:28': 1 }, [B]: { 'REG:28': 1 } }),
    });
    expect(cell('ECO-17').status).toBe('not_consolidated');
  });
});

describe('indicators of quality', () => {
  const { cell } = campaign({
    contributions: [
      contribution({ siren: A, data: { nb_lls: 90 } }),
      contribution({ siren: B, data: { nb_lls: 'ND', agr_plai: 1 } }),
      contribution({ siren: C, year: 2017, data: { nb_lls: 5 } }),
    ],
    perimeter: perimeter({ [A]: { 'REG:28': 100 }, [B]: { 'REG:28': 300 }, [C]: { 'REG:28': 600 } }),
    by: ['DEP'],
  });

  test('coverage in landlords and in dwellings counts those that say something of the year', () => {
    expect(cell('QUA-01')).toMatchObject({ value: 2 / 3, status: 'computed', respondents: 2, expected: 3 });
    expect(cell('QUA-02')).toMatchObject({ value: 400 / 1000, coverage: 0.4 });
  });

  test('the response rate is a ratio of sums over all indicators', () => {
    // Of the 17 indicators about landlords A answers CTX-01 and CTX-04; POP-08 asks nothing: A and B both count.
    const asked = 17;
    expect(cell('QUA-03').value).toBeCloseTo((100 + 100 + 400) / (asked * 400), 12);
  });

  test('the response rate leaves out those for whom an indicator does not apply', () => {
    const heard = (agr_plai: 'SO' | 'ND') =>
      campaign({
        contributions: [
          contribution({ siren: A, data: { nb_lls: 1, agr_plai, agr_plus: agr_plai, agr_pls: agr_plai } }),
        ],
        perimeter: perimeter({ [A]: { 'REG:28': 100 } }),
      }).cell('QUA-03').value;
    // CTX-01, CTX-04, POP-08 of 17; with SO, of 15: OFF-01 and OFF-11 are no longer asked.
    expect(heard('ND')).toBeCloseTo(3 / 17, 12);
    expect(heard('SO')).toBeCloseTo(3 / 15, 12);
  });

  test('the remarks still open: C’s workbook says nothing of the year', () => {
    expect(cell('QUA-05')).toMatchObject({ value: 1, status: 'computed' });
    expect(cell('QUA-05', 'DEP:14')).toMatchObject({ value: null, reason: 'campaign_only' });
  });

  test('what only publication can tell says so', () => {
    expect(cell('QUA-04')).toMatchObject({ value: null, status: 'unavailable', reason: 'publication_only' });
    expect(cell('QUA-06').reason).toBe('publication_only');
  });

  test('without weights there is no coverage in dwellings', () => {
    expect(cell('QUA-02', 'DEP:14')).toMatchObject({ value: null, reason: 'missing_reference' });
  });
});
