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

  test('a share times a total is a part', () => {
    // The houses of one landlord are 90 % of the region's: their number is masked, and their share as well. Here
    // the number of houses is asked for in another indicator, which would follow from the two.
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
