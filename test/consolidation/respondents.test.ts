import { A, B, C, D, campaign, contribution, perimeter, type Given } from './campaign';

const classes = (...given: Given[]) =>
  Object.fromEntries('abcdefg'.split('').map((letter, index) => [`dpe_${letter}`, given[index] ?? 0]));

describe('who answers an indicator', () => {
  test('a part that does not apply counts for zero; a missing one makes the landlord a non-respondent', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, data: classes(10, 20, 30, 40, 0, 0, 0) }),
        contribution({ siren: B, data: classes('SO', 10, 10, 20, 0, 0, 0) }),
        contribution({ siren: C, data: classes(50, 'ND', 0, 0, 0, 0, 0) }),
      ],
    });
    // (60 + 20) / (100 + 40)
    expect(cell('ENE-02').value).toBeCloseTo(80 / 140, 12);
    expect(cell('ENE-02')).toMatchObject({ respondents: 2, expected: 3, respondentSirens: [A, B] });
  });

  test('a numerator or denominator wholly SO makes the landlord leave the perimeter of the indicator', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, data: { agr_plai: 10, agr_plus: 20, agr_pls: 10 } }),
        // The numerator of OFF-11 does not apply: it leaves, though the sum OFF-01 goes on without it.
        contribution({ siren: B, data: { agr_plai: 'SO', agr_plus: 5, agr_pls: 5 } }),
        // SO in a quotient prevails over what is missing.
        contribution({ siren: C, data: { agr_plai: 'SO', agr_plus: 'ND', agr_pls: 5 } }),
        contribution({ siren: D, data: { agr_plai: 'SO', agr_plus: 'SO', agr_pls: 'SO' } }),
      ],
    });
    expect(cell('OFF-11')).toMatchObject({
      value: 0.25,
      respondents: 1,
      expected: 1,
      notApplicableSirens: [B, C, D],
    });
    // A and B answer, C misses a term, D left.
    expect(cell('OFF-01')).toMatchObject({
      value: 50,
      respondents: 2,
      expected: 3,
      notApplicableSirens: [D],
    });
  });

  test('the sums run over the respondents of this indicator only', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, data: { nb_lls: 100, nb_individuel: 20 } }),
        contribution({ siren: B, data: { nb_lls: 900, nb_individuel: 'ND' } }),
      ],
    });
    // Not 20 / 1000: B's dwellings have no place under A's houses.
    expect(cell('CTX-05').value).toBe(0.2);
    expect(cell('CTX-01').value).toBe(1000);
  });

  test('the rate is recomputed, not averaged', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, data: { somme_loyers_mois: 1000, somme_shab_loue: 100 } }),
        contribution({ siren: B, data: { somme_loyers_mois: 1500, somme_shab_loue: 300 } }),
      ],
    });
    // 2 500 / 400; the mean of 10 and 5 would be 7.5, weighted by nothing.
    expect(cell('PAC-01').value).toBe(6.25);
  });

  test('an input that is an indicator is replaced by its formula', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, data: { nb_loues: 10 }, rents: [['COM:14118', 5, 9, 50]] }),
        contribution({ siren: B, data: { nb_loues: 'ND' }, rents: [['COM:14118', 5, 9, 500]] }),
        contribution({ siren: C, data: { nb_loues: 'SO' }, rents: [['COM:14118', 5, 9, 500]] }),
      ],
    });
    // B misses the denominator, C has none: only A's 200 / 10.
    expect(cell('PAC-04')).toMatchObject({ value: 20, respondents: 1, expected: 2 });
    expect(cell('PAC-04').inputs.map((one) => one.value)).toEqual([200, 10]);
  });

  test('nobody answers a formula of constants without having sent anything', () => {
    const { cell } = campaign({
      contributions: [contribution({ siren: A, data: { nb_lls: 1 } })],
      perimeter: perimeter({ [A]: { 'REG:28': 10 }, [B]: { 'REG:28': 30 } }),
      references: [{ code: 'insee_taux_pauvrete_hlm', year: 2019, territory: '', value: 0.35, source: '' }],
    });
    expect(cell('POP-08')).toMatchObject({ value: 0.35, respondents: 1, expected: 2, coverage: 0.25 });
  });
});

describe('expected landlords and coverage', () => {
  const contributions = [
    contribution({ siren: A, data: { nb_lls: 90, nb_individuel: 1 } }),
    contribution({ siren: B, data: { nb_lls: 210, nb_individuel: 'ND' } }),
    contribution({ siren: C, data: { nb_lls: 50, nb_individuel: 5 } }),
  ];

  test('with a perimeter: its lines, its dwellings; who is outside it is accepted, warned and not counted', () => {
    const { cell, result } = campaign({
      contributions,
      perimeter: perimeter({ [A]: { 'REG:28': 100 }, [B]: { 'REG:28': 200 }, [D]: { 'REG:28': 700 } }),
    });
    expect(cell('CTX-01')).toMatchObject({ value: 300, respondents: 2, expected: 3, coverage: 0.3 });
    expect(cell('CTX-05')).toMatchObject({ respondents: 1, expected: 3, coverage: 0.1 });
    const outsider = result.contributions[2];
    expect(outsider?.status).toBe('accepted');
    expect(outsider?.remarks.map((one) => [one.level, one.code])).toContainEqual([
      'warning',
      'outside_perimeter',
    ]);
    expect(result.landlords.find((one) => one.siren === C)?.inPerimeter).toBe(false);
    expect(result.expectedAt('REG:28')).toEqual([A, B, D]);
    expect(result.dwellingsOf(D, 'REG:28')).toBe(700);
  });

  test('who leaves an indicator leaves both sides of its coverage', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, data: { agr_plai: 1, agr_plus: 1, agr_pls: 2 } }),
        contribution({ siren: B, data: { agr_plai: 'SO', agr_plus: 'SO', agr_pls: 'SO' } }),
      ],
      perimeter: perimeter({ [A]: { 'REG:28': 100 }, [B]: { 'REG:28': 200 }, [C]: { 'REG:28': 300 } }),
    });
    expect(cell('OFF-11')).toMatchObject({ expected: 2, coverage: 0.25 });
  });

  test('without a perimeter: those that say anything there, weighed by their own dwellings', () => {
    const { cell } = campaign({ contributions });
    expect(cell('CTX-05')).toMatchObject({ respondents: 2, expected: 3, coverage: 140 / 350 });
  });

  test('without a perimeter, a respondent of unknown size counts for nothing, another makes coverage unknown', () => {
    const small = (nb_lls: Given, nb_individuel: Given) =>
      campaign({
        contributions: [
          contribution({ siren: A, data: { nb_lls: 100, nb_individuel: 5, agr_plai: 1 } }),
          contribution({ siren: B, data: { nb_lls, nb_individuel, agr_plai: 1, agr_plus: 1, agr_pls: 1 } }),
        ],
      });
    // B answers OFF-01 with an unknown stock, A (100 dwellings) does not: at least 0 %.
    expect(small('ND', 5).cell('OFF-01').coverage).toBe(0);
    // B, unknown, does not answer CTX-05: 100 % would be a claim that nobody can make.
    expect(small('ND', 5).cell('CTX-05').coverage).toBeNull();
    // A stock that does not apply is no dwelling.
    expect(small('SO', 5).cell('OFF-01').coverage).toBe(0);
  });

  test('a territory without a line in the perimeter: who says something there, coverage unknown', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, at: { 'DEP:14': { nb_lls: 60 }, 'DEP:50': { nb_lls: 40 } } }),
        contribution({ siren: C, at: { 'DEP:50': { nb_lls: 10 } } }),
      ],
      perimeter: perimeter({ [A]: { 'REG:28': 100, 'DEP:14': 60 }, [B]: { 'REG:28': 200 } }),
      by: ['DEP'],
    });
    expect(cell('CTX-01', 'DEP:14')).toMatchObject({ value: 60, expected: 1, coverage: 1 });
    // C is outside the perimeter: not counted there either.
    expect(cell('CTX-01', 'DEP:50')).toMatchObject({ value: 40, expected: 1, coverage: null });
  });

  test('family and group come from the perimeter, else from the identity', () => {
    const [first, second] = campaign({
      contributions: [
        contribution({ siren: A, family: 'ESH', group: D }),
        contribution({ siren: B, family: 'SEM', group: D, name: 'Bêta' }),
      ],
      perimeter: [
        { siren: A, name: 'Alpha', family: 'OPH', group: C, territory: 'REG:28', dwellings: 1 },
        { siren: B, name: '', territory: 'REG:28', dwellings: 1 },
      ],
    }).result.landlords;
    expect(first).toMatchObject({ name: 'Alpha', family: 'OPH', group: C });
    expect(second).toMatchObject({ name: 'Bêta', family: 'SEM', group: D });
  });

  test('a landlord listed only at a part is not expected at the whole, and that is said', () => {
    const { result } = campaign({
      perimeter: perimeter({ [A]: { 'REG:28': 100 }, [B]: { 'DEP:14': 50 } }),
    });
    expect(result.expectedAt('REG:28')).toEqual([A]);
    expect(result.remarks.map((one) => one.code)).toContain('not_listed_at_campaign');
  });
});
