import { published } from './publication';

const landlord = (nb_lls: number, nb_individuel = 100, group?: string) => ({
  dwellings: 1000,
  data: { nb_lls, nb_individuel },
  ...(group ? { group } : {}),
});

describe('confidentiality, first step', () => {
  test('three landlords may be shown, two may not', () => {
    expect(
      published({ A: landlord(1000), B: landlord(1000), C: landlord(1000) }).cell('CTX-01'),
    ).toMatchObject({ status: 'published', value: 3000 });
    expect(published({ A: landlord(1000), B: landlord(1000) }).cell('CTX-01')).toMatchObject({
      status: 'masked',
      reason: 'fewer_than_3',
      value: 2000,
    });
  });

  test('landlords of one group are one', () => {
    const head = '552100554';
    const { cell } = published({
      A: landlord(1000, 100, head),
      B: landlord(1000, 100, head),
      C: landlord(1000),
    });
    expect(cell('CTX-01').reason).toBe('fewer_than_3');
  });

  test.each([
    // 8 500 of 10 000 is 85 %: not more.
    [8500, 'published'],
    [8501, 'masked'],
  ])('one that makes %i of 10 000: %s', (largest, status) => {
    const { cell } = published({ A: landlord(largest), B: landlord(1000), C: landlord(9000 - largest) });
    expect(cell('CTX-01').status).toBe(status);
  });

  test('a ratio is withheld when one landlord makes its numerator', () => {
    const { cell } = published({ A: landlord(1000, 870), B: landlord(1000, 65), C: landlord(1000, 65) });
    expect(cell('CTX-05')).toMatchObject({ status: 'masked', reason: 'dominance' });
    expect(cell('CTX-01').status).toBe('published');
  });

  test('an extrapolated cell is looked at as extrapolated too', () => {
    // A stands for 6 000 dwellings of its family: 6 × 940 of 5 640 + 940 + 50 is 85.06 %; collected it makes 48.7 %.
    const { cell } = published({
      A: { family: 'OPH', dwellings: 1000, data: { nb_lls: 940 } },
      B: { family: 'ESH', dwellings: 9000, data: { nb_lls: 940 } },
      C: { family: 'COOP', dwellings: 4000, data: { nb_lls: 50 } },
      Silent: { family: 'OPH', dwellings: 5000 },
    });
    expect(cell('CTX-01')).toMatchObject({ status: 'masked', reason: 'dominance' });
  });

  test('low coverage is said before confidentiality', () => {
    const { cell } = published({ A: landlord(1000), Silent: { dwellings: 9000 } });
    expect(cell('CTX-01')).toMatchObject({ status: 'insufficient', reason: 'low_coverage' });
  });
});
