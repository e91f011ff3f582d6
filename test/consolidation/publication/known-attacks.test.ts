import type { Given } from '../campaign';
import { published, withFormulas } from './publication';

const statuses = (
  places: readonly string[],
  cell: (code: string, at: string) => { status: string },
  code = 'CTX-01',
) => places.map((one) => cell(code, one).status);

const everywhere = { 'REG:28': 1000, 'DEP:14': 500, 'DEP:50': 500 };
const inBoth = (caen: number, manche: number) => ({
  dwellings: everywhere,
  at: { 'DEP:14': { nb_lls: caen }, 'DEP:50': { nb_lls: manche } },
});
const by = { by: ['DEP'] };

describe('attacks that a reader of the publication could try', () => {
  test('nothing to hide: all territories are shown', () => {
    const { cell } = published({ A: inBoth(400, 500), B: inBoth(500, 400), C: inBoth(300, 300) }, by);
    expect(statuses(['REG:28', 'DEP:14', 'DEP:50'], cell)).toEqual(['published', 'published', 'published']);
  });

  test('a landlord that answers for the region only is what the départements leave over', () => {
    const { cell } = published(
      {
        A: inBoth(400, 500),
        B: inBoth(500, 400),
        C: inBoth(300, 300),
        D: { dwellings: 900, data: { nb_lls: 900 } },
      },
      by,
    );
    expect(cell('CTX-01').status).toBe('published');
    const parts = [cell('CTX-01', 'DEP:14'), cell('CTX-01', 'DEP:50')];
    // The one of fewer dwellings, or both of as many, the first by its code.
    expect(parts.map((one) => one.reason)).toEqual(['secondary', null]);
  });

  test('a masked département follows from the total and the others: another one is masked too', () => {
    const { cell } = published(
      {
        A: {
          dwellings: { ...everywhere, 'DEP:61': 900 },
          at: { 'DEP:14': { nb_lls: 5 }, 'DEP:50': { nb_lls: 5 }, 'DEP:61': { nb_lls: 900 } },
        },
        B: {
          dwellings: { ...everywhere, 'DEP:61': 10 },
          at: { 'DEP:14': { nb_lls: 400 }, 'DEP:50': { nb_lls: 300 }, 'DEP:61': { nb_lls: 10 } },
        },
        C: {
          dwellings: { ...everywhere, 'DEP:61': 10 },
          at: { 'DEP:14': { nb_lls: 500 }, 'DEP:50': { nb_lls: 500 }, 'DEP:61': { nb_lls: 10 } },
        },
        D: inBoth(700, 600),
      },
      by,
    );
    expect(cell('CTX-01', 'DEP:61').reason).toBe('dominance');
    expect(cell('CTX-01').status).toBe('published');
    expect(statuses(['DEP:14', 'DEP:50'], cell).filter((one) => one === 'masked')).toHaveLength(1);
  });

  test('two masked parts must not together come to one landlord', () => {
    // A makes both DEP:50 and DEP:61; what REG:28 leaves over DEP:14 is A's to more than 85 %.
    const three = { ...everywhere, 'DEP:61': 500 };
    const most = (caen: number, others: number) => ({
      dwellings: three,
      at: { 'DEP:14': { nb_lls: caen }, 'DEP:50': { nb_lls: others }, 'DEP:61': { nb_lls: others } },
    });
    const { cell } = published(
      { A: most(500, 2000), B: most(500, 50), C: most(400, 60), D: most(450, 70) },
      by,
    );
    expect(statuses(['DEP:50', 'DEP:61'], cell)).toEqual(['masked', 'masked']);
    // 2000 of 2180 in each of the two; in the région 4500 of 6210.
    expect([cell('CTX-01').status, cell('CTX-01', 'DEP:14').reason]).toEqual(['published', 'secondary']);
  });

  test('two sets of respondents that differ by one', () => {
    const own = (nb_lls: number, nb_individuel: number | 'ND', dwellings = 1000) => ({
      dwellings,
      data: { nb_lls, nb_individuel },
    });
    const { cell } = published(
      { A: own(900, 400), B: own(1000, 500), C: own(1100, 600), D: own(80, 'ND', 100) },
      { catalogue: withFormulas({ 'CTX-09': 'nb_lls + nb_individuel', 'CTX-10': 'nb_individuel' }) },
    );
    // CTX-09 - CTX-10 is the dwellings of A, B and C; CTX-01 those of D as well.
    const some = ['CTX-01', 'CTX-09', 'CTX-10'].map((code) => cell(code));
    expect(some.filter((one) => one.reason === 'secondary')).toHaveLength(1);
  });

  test('two sums leave a masked third', () => {
    // The houses of one landlord are 90 % of the region's: their share is masked.
    const own = (nb_lls: number, nb_individuel: number) => ({
      dwellings: 1000,
      data: { nb_lls, nb_individuel },
    });
    const { cell } = published(
      { A: own(900, 90), B: own(1000, 5), C: own(1100, 5) },
      { catalogue: withFormulas({ 'CTX-09': 'nb_lls + nb_individuel' }) },
    );
    expect(cell('CTX-05').reason).toBe('dominance');
    // CTX-09 - CTX-01 is the number of houses: not both can be shown.
    const some = ['CTX-01', 'CTX-09'].map((code) => cell(code).status);
    expect(some.filter((one) => one === 'published')).toHaveLength(1);
  });
});

const own = (data: Record<string, Given>, dwellings = 1000) => ({ dwellings, data });

describe('attacks on one territory', () => {
  test('a share times a total is a part', () => {
    // The share × the dwellings is the number of houses of A, B and C; CTX-23 has E's as well.
    const { cell } = published(
      {
        A: own({ nb_lls: 900, nb_individuel: 400, nb_rehab: 'ND' }),
        B: own({ nb_lls: 1000, nb_individuel: 500, nb_rehab: 'ND' }),
        C: own({ nb_lls: 1100, nb_individuel: 450, nb_rehab: 'ND' }),
        E: own({ nb_lls: 'ND', nb_individuel: 70 }, 90),
      },
      {
        catalogue: withFormulas(
          {
            'CTX-21': 'nb_lls',
            'CTX-22': 'nb_individuel / nb_lls',
            'CTX-23': 'nb_individuel',
          },
          true,
        ),
      },
    );
    // Without CTX-23 nothing is wrong: 1 350 of 3 000. With it, 1 420 − 0.45 × 3 000 = 70 is E's.
    const some = ['CTX-21', 'CTX-22', 'CTX-23'].map((code) => cell(code));
    expect(some.filter((one) => one.reason === 'secondary')).toHaveLength(1);
    expect(some.filter((one) => one.status === 'published')).toHaveLength(2);
  });

  test('the share of an extrapolated cell gives back what was collected', () => {
    // Shown: OPH 2 × (a + b) for the 2 000 silent, ESH as they are. Collected: a + b + c + d. Two equations: OPH and
    // ESH apart, and the ESH are one group.
    const expected = (group?: string) => ({
      A: { family: 'OPH' as const, ...own({ nb_lls: 900 }) },
      B: { family: 'OPH' as const, ...own({ nb_lls: 1100 }) },
      C: { family: 'ESH' as const, ...own({ nb_lls: 2000 }, 2000), ...(group ? { group } : {}) },
      D: { family: 'ESH' as const, ...own({ nb_lls: 1500 }, 1500), ...(group ? { group } : {}) },
      Silent: { family: 'OPH' as const, dwellings: 1200 },
    });
    const catalogue = withFormulas({ 'CTX-21': 'nb_lls' }, true);
    expect(published(expected(), { catalogue }).cell('CTX-21').status).toBe('published');
    // 4 landlords, 3 units, none above 85 %: the first step lets it pass.
    expect(published(expected('552100554'), { catalogue }).cell('CTX-21').reason).toBe('secondary');
  });

  test('the range tells two sums apart where only one coefficient has one', () => {
    // ECO-21 at its ends: 1 × new + 0.5 × repaired and 3 × new + 0.5 × repaired; half their difference is the new
    // ones of A, B and C. ECO-22 has D's as well.
    const { cell } = published(
      {
        A: own({ nb_neufs: 100, nb_rehab: 60 }),
        B: own({ nb_neufs: 120, nb_rehab: 50 }),
        C: own({ nb_neufs: 90, nb_rehab: 70 }),
        D: own({ nb_neufs: 8, nb_rehab: 'ND' }, 100),
      },
      {
        catalogue: withFormulas(
          {
            'ECO-21':
              'coef.emplois_par_logement_neuf * nb_neufs + coef.emplois_par_logement_rehab * nb_rehab',
            'ECO-22': 'nb_neufs',
          },
          true,
        ),
      },
    );
    expect(['ECO-21', 'ECO-22'].map((code) => cell(code).status).sort()).toEqual(['masked', 'published']);
  });

  test('a denominator of zero says that each has none: it takes three landlords as any figure does', () => {
    const none = own({ nb_neufs: 0, nb_rehab: 5 });
    const catalogue = withFormulas({ 'ECO-21': 'nb_rehab / nb_neufs' }, true);
    expect(published({ A: none, B: none }, { catalogue }).cell('ECO-21').status).toBe('masked');
    expect(published({ A: none, B: none, C: none }, { catalogue }).cell('ECO-21')).toMatchObject({
      status: 'unavailable',
      reason: 'zero_denominator',
    });
  });

  test('a count of members over a sum tells the sum: it is looked at as one', () => {
    const catalogue = withFormulas({ 'ECO-21': 'distinct(fournisseurs) / nb_lls' }, true);
    const listed = { data: { nb_lls: 100, fournisseurs: 0 }, dwellings: 1000 };
    const most = { data: { nb_lls: 9000, fournisseurs: 0 }, dwellings: 1000 };
    expect(published({ A: most, B: listed, C: listed }, { catalogue }).cell('ECO-21').reason).toBe(
      'dominance',
    );
  });

  test('a total less a département and the towns of the next', () => {
    // Nobody is listed at DEP:50, which is not shown. The région less DEP:14 and two towns of DEP:50 is D, which
    // answers for the région only, and what A has in the other towns.
    const places = { 'REG:28': 1000, 'DEP:14': 500, 'COM:50129': 300, 'COM:50502': 300 };
    const all = (caen: number, one: number, other: number, elsewhere = 0) => ({
      dwellings: places,
      at: {
        'REG:28': { nb_lls: caen + one + other + elsewhere },
        'DEP:14': { nb_lls: caen },
        'DEP:50': { nb_lls: one + other + elsewhere },
        'COM:50129': { nb_lls: one },
        'COM:50502': { nb_lls: other },
      },
    });
    const { cell } = published(
      {
        A: all(300, 200, 210, 500),
        B: all(310, 220, 190),
        C: all(290, 180, 200),
        D: own({ nb_lls: 60 }, 60),
      },
      { by: ['DEP', 'COM'], catalogue: withFormulas({ 'CTX-21': 'nb_lls' }, true) },
    );
    expect(cell('CTX-21', 'DEP:50').status).toBe('insufficient');
    const shown = ['REG:28', 'DEP:14', 'COM:50129', 'COM:50502'].filter(
      (at) => cell('CTX-21', at).status === 'published',
    );
    expect(shown).toHaveLength(3);
  });
});
