import { published } from './publication';

/**
 * 7 000 of 10 000 dwellings answered: an OPH and a cooperative did not. Two answer in each family: a family's weight
 * would give one alone away.
 */
const region = {
  Orne: {
    family: 'OPH',
    dwellings: 1500,
    data: { nb_lls: 1600, nb_individuel: 400, agr_plai: 5, agr_plus: 4, agr_pls: 1 },
  },
  Mortagne: {
    family: 'OPH',
    dwellings: 1500,
    data: { nb_lls: 1500, nb_individuel: 200, agr_plai: 0, agr_plus: 6, agr_pls: 4 },
  },
  Eure: { family: 'OPH', dwellings: 2000 },
  Manche: {
    family: 'ESH',
    dwellings: 3000,
    data: { nb_lls: 2900, nb_individuel: 300, agr_plai: 6, agr_plus: 9, agr_pls: 5 },
  },
  Calvados: {
    family: 'ESH',
    dwellings: 1000,
    data: { nb_lls: 1000, nb_individuel: 100, agr_plai: 4, agr_plus: 3, agr_pls: 3 },
  },
  Seine: { family: 'COOP', dwellings: 1000 },
} as const;

const withoutEure = { ...region, Eure: undefined };

describe('gates on non-response', () => {
  test('a sum of 70 % is extrapolated by family; a family that did not answer gets the mean of all', () => {
    const { cell } = published(region);
    // OPH: 5 000 expected for 3 000 answered; ESH complete; COOP: 1 000 at 7 000 / 7 000 a dwelling.
    const shown = (3100 * 5000) / 3000 + 2900 + 1000 + 1000 * (7000 / 7000);
    const one = cell('CTX-01');
    expect(one).toMatchObject({ status: 'published', coverage: 0.7, collected: 7000 });
    expect(one.value).toBeCloseTo(shown, 9);
    expect(one.extrapolatedShare).toBeCloseTo((shown - 7000) / shown, 12);
  });

  test('a ratio is that of the two sums extrapolated', () => {
    const above = (600 * 5000) / 3000 + 400 + 1000 * (1000 / 7000);
    const below = (3100 * 5000) / 3000 + 3900 + 1000 * (7000 / 7000);
    expect(published(region).cell('CTX-05').value).toBeCloseTo(above / below, 12);
  });

  test('what is not proportional to the stock: no sum below 90 %, a ratio as collected', () => {
    const { cell } = published(region);
    expect(cell('OFF-01')).toMatchObject({ status: 'insufficient', reason: 'not_proportional' });
    // 15 of 50 approvals.
    expect(cell('OFF-11')).toMatchObject({ status: 'published', value: 0.3, extrapolatedShare: 0 });
  });

  test.each([
    [3000, 'published', 'published'],
    // 7 000 of 10 100: below 70 %.
    [3100, 'insufficient', 'published'],
    [7000, 'insufficient', 'published'],
    // 7 000 of 14 001: below a half.
    [7001, 'insufficient', 'insufficient'],
  ])('with %i dwellings unanswered a sum is %s, a ratio %s', (unanswered, sum, ratio) => {
    const { cell } = published({ ...withoutEure, Seine: { family: 'COOP', dwellings: unanswered } });
    expect([cell('CTX-01').status, cell('CTX-05').status]).toEqual([sum, ratio]);
  });

  test('from 90 % on everything is as collected', () => {
    const { cell } = published({ ...withoutEure, Seine: { family: 'COOP', dwellings: 777 } });
    expect(cell('CTX-01')).toMatchObject({ status: 'published', value: 7000, extrapolatedShare: 0 });
    expect(cell('OFF-01')).toMatchObject({ status: 'published', value: 50 });
  });

  test('a sum over a reference grows with the stock as a sum does', () => {
    const references = [{ code: 'rp_territoire', year: 2019, territory: '', value: 50_000, source: 'Insee' }];
    const { cell } = published({ ...withoutEure, Seine: { dwellings: 5000 } }, { references });
    expect(cell('CTX-04')).toMatchObject({ status: 'insufficient', reason: 'low_coverage' });
  });
});
