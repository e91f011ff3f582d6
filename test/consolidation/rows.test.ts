import { A, B, C, campaign, contribution } from './campaign';

const alone = (sent: Omit<Parameters<typeof contribution>[0], 'siren'>) =>
  campaign({ contributions: [contribution({ siren: A, ...sent })], by: ['DEP'] });

describe('rent cells', () => {
  test('the rows at the territory or inside it, of any level, are added up', () => {
    const { cell } = alone({
      rents: [
        ['COM:14118', 5, 9, 200],
        ['DEP:50', 6, 10, 100],
        ['', 5, 6, 10],
      ],
    });
    // 12 × (4 × 200 + 4 × 100 + 1 × 10) = 14 520
    expect(cell('PAC-03').value).toBe(14520);
    expect(cell('PAC-03', 'DEP:14').value).toBe(12 * 4 * 200);
  });

  test('no row at the territory is not answered: a stock always has rents', () => {
    const { cell } = alone({
      data: { nb_lls: 9 },
      rents: [['COM:14118', 5, 9, 200]],
      at: { 'DEP:50': { nb_lls: 3 } },
    });
    expect(cell('PAC-03', 'DEP:50')).toMatchObject({ value: null, respondents: 0, expected: 1 });
  });

  test('unless the landlord says there that it does not apply', () => {
    const { cell } = alone({ rents: [['COM:14118', 5, 9, 200]], at: { 'DEP:50': { IMPACT_LOYERS: 'SO' } } });
    expect(cell('PAC-03', 'DEP:50')).toMatchObject({ expected: 0, notApplicableSirens: [A] });
  });

  test('no row at all is not answered, 0 declared is an answer', () => {
    expect(alone({ data: { nb_loues: 10 } }).cell('PAC-04')).toMatchObject({ value: null, expected: 1 });
    expect(alone({ data: { nb_loues: 10, IMPACT_LOYERS: 0 } }).cell('PAC-04').value).toBe(0);
  });

  test('a row that lacks a number makes the table not answered, everywhere', () => {
    const { cell } = alone({
      rents: [
        ['COM:14118', 5, 9, 200],
        ['COM:50129', 5, null, 100],
      ],
    });
    expect(cell('PAC-03')).toMatchObject({ value: null, reason: 'no_respondent', expected: 1 });
    expect(cell('PAC-03', 'DEP:14').value).toBeNull();
  });
});

describe('works', () => {
  const works: [string, number, number, number, number, number][] = [['COM:14118', 1000, 300, 100, 60, 20]];

  test('a landlord that has rows has answered everywhere: none at a territory is zero', () => {
    const { cell } = alone({ works, at: { 'DEP:50': { nb_lls: 3 } } });
    expect(cell('ENE-08').value).toBe(200_000);
    expect(cell('ENE-08', 'DEP:50')).toMatchObject({ value: 0, respondents: 1, status: 'computed' });
  });

  test('no row at all is not answered, unless declared', () => {
    const state = (declared: Parameters<typeof contribution>[0]['data']) => {
      const { cell } = alone({ data: { nb_lls: 5, ...declared } });
      const { respondents, expected } = cell('ENE-08');
      return `${respondents}/${expected}`;
    };
    expect(state({})).toBe('0/1');
    expect(state({ IMPACT_TRAVAUX: 0 })).toBe('1/1');
    expect(state({ IMPACT_TRAVAUX: 'ND' })).toBe('0/1');
    expect(state({ IMPACT_TRAVAUX: 'SO' })).toBe('0/0');
  });

  test('declared at the campaign’s territory it holds everywhere, declared elsewhere only there', () => {
    const wide = alone({ data: { IMPACT_TRAVAUX: 0 }, at: { 'DEP:50': { nb_lls: 3 } } });
    expect(wide.cell('ENE-08', 'DEP:50')).toMatchObject({ value: 0, respondents: 1 });
    const local = alone({ at: { 'DEP:50': { IMPACT_TRAVAUX: 0 }, 'DEP:14': { nb_lls: 1 } } });
    expect(local.cell('ENE-08', 'DEP:50')).toMatchObject({ value: 0, respondents: 1 });
    expect(local.cell('ENE-08', 'DEP:14')).toMatchObject({ value: null, respondents: 0, expected: 1 });
  });

  test('a row without a number silences the table even for formulas that do not use it', () => {
    const { cell } = alone({ works: [['COM:14118', 1000, 300, 100, 60, null]] });
    expect(cell('ENE-08')).toMatchObject({ value: null, respondents: 0, expected: 1 });
  });

  test('rows outside the campaign are not counted', () => {
    const { cell } = alone({ works: [...works, ['COM:75056', 1000, 300, 100, 60, 20]] });
    expect(cell('ENE-08').value).toBe(200_000);
  });
});

describe('lists', () => {
  test('the union over respondents, never the sum', () => {
    const { cell } = campaign({
      contributions: [
        contribution({ siren: A, lists: { fournisseurs: { '': ['1', '2', '2'], 'DEP:14': ['3'] } } }),
        contribution({ siren: B, lists: { fournisseurs: { '': ['2', '4'] } } }),
        contribution({ siren: C, data: { fournisseurs: 'ND' } }),
      ],
    });
    // {1, 2, 3} ∪ {2, 4}
    expect(cell('ECO-12')).toMatchObject({ value: 4, respondents: 2, expected: 3 });
  });

  test('members outside the campaign are not counted', () => {
    const { cell } = alone({ lists: { fournisseurs: { 'DEP:14': ['1'], 'DEP:75': ['2'] } } });
    expect(cell('ECO-12').value).toBe(1);
  });

  test('an empty list declared is the empty set', () => {
    const { cell } = alone({ data: { fournisseurs: 0 } });
    expect(cell('ECO-12')).toMatchObject({ value: 0, respondents: 1 });
  });

  test('distinct counts are given at the campaign’s territory only', () => {
    const { cell } = alone({ lists: { fournisseurs: { 'DEP:14': ['1'] } } });
    expect(cell('ECO-12').value).toBe(1);
    expect(cell('ECO-12', 'DEP:14')).toMatchObject({
      value: null,
      status: 'unavailable',
      reason: 'campaign_only',
    });
  });
});
