import { call, column, failure, randomNumbers } from './calls';

describe('LOYER_M2', () => {
  it('divides the sum of rents by the sum of areas, never averages', () => {
    // 100 / 20 = 5 and 600 / 60 = 10: the mean of rents is 7.5, the ratio of sums 700 / 80 = 8.75.
    expect(call('LOYER_M2', column(100, 600), column(20, 60))).toBe(8.75);
    expect(call('LOYER_M2', 450, 75)).toBe(6);
    expect(call('LOYER_M2', [[100, 600]], [[20, 60]])).toBe(8.75);
  });

  it('leaves a row out of both sums when one of its figures is not there', () => {
    const rents = column(100, null, '', ' ', undefined, 'ND', 'so', 0, 500, 300);
    const areas = column(20, 50, 50, 50, 50, 50, 50, 50, null, 0);
    expect(call('LOYER_M2', rents, areas)).toBe(5);
  });

  it('leaves out the codes of the RPLS in a file of dwellings, typed as text too', () => {
    expect(call('LOYER_M2', column(300, 9999, '9999'), column(60, 50, 40))).toBe(5);
    expect(call('LOYER_M2', column(300, 400), column(60, 999))).toBe(5);
  });

  it('counts 999 and 9999 where higher figures show that the rows are totals', () => {
    // (9 999 + 10 001) / (1 999 + 2 001) and, with areas, 3 000 / (999 + 1 001).
    expect(call('LOYER_M2', column(9999, 10001), column(1999, 2001))).toBe(5);
    expect(call('LOYER_M2', column(1500, 1500), column(999, 1001))).toBe(1.5);
  });

  it('reads numbers typed as French text', () => {
    expect(call('LOYER_M2', column('1 234,50', '65,5'), column('200', '60'))).toBe(5);
    expect(call('LOYER_M2', column('1\u202f234,50', '65,5'), column('200', '60'))).toBe(5);
  });

  it('passes headings, and refuses ranges that are one row apart', () => {
    expect(call('LOYER_M2', column('Loyers (€)', 100), column('SHAB', 20))).toBe(5);
    expect(call('LOYER_M2', column('Loyers (€)', 100), column(null, 20))).toBe(5);
    expect(failure('LOYER_M2', column('Loyers (€)', 100), column(20, 30))).toEqual({
      kind: 'value',
      fr: '« loyers » commence par un texte (« Loyers (€) ») et « surfaces » par un nombre : sélectionnez des colonnes de nombres, aux mêmes lignes.',
      en: '"loyers" begins with a text ("Loyers (€)") and "surfaces" with a number: select columns of numbers, on the same rows.',
    });
    // Above the headings of a whole column, the title of the sheet and a blank row.
    expect(call('LOYER_M2', column(null, '', 'Loyers', 100), column(null, null, 'SHAB', 20))).toBe(5);
    expect(failure('LOYER_M2', column(null, null, 'Loyers', 100), column(null, null, 30, 20))?.fr).toContain(
      '(« Loyers »)',
    );
    expect(
      failure('LOYER_M2', column(null, 'Loyers', 'environ 100'), column(null, 'SHAB', 20))?.fr,
    ).toContain('« loyers », ligne 3');
    // A mistyped number is not taken for a heading, a text further down neither.
    expect(failure('LOYER_M2', column('12 O00', 100), column(null, 20))?.fr).toContain('« loyers », ligne 1');
    expect(failure('LOYER_M2', column(100, 'Total'), column(20, 30))?.fr).toContain('« loyers », ligne 2');
  });

  it('names the argument and the row of an error, a boolean or a negative figure', () => {
    const error = { code: '#DIV/0!', type: 'CustomFunctionError' };
    expect(failure('LOYER_M2', column(100, 200), column(20, error))).toEqual({
      kind: 'value',
      fr: '« surfaces », ligne 2 : la cellule contient l’erreur #DIV/0!. Corrigez-la, ou remplacez-la par ND.',
      en: '"surfaces", row 2: the cell holds the error #DIV/0!. Correct it, or write ND instead.',
    });
    expect(failure('LOYER_M2', column(100, '#N/A'), column(20, 30))?.fr).toContain('l’erreur #N/A');
    // Before the sizes, which would send the person to the wrong place.
    expect(failure('LOYER_M2', error, column(20, 30))?.fr).toContain(
      '« loyers » : la cellule contient l’erreur #DIV/0!',
    );
    expect(failure('LOYER_M2', [[1, true]], [[1, 1]])?.fr).toContain('« loyers », ligne 1, colonne 2');
    expect(failure('LOYER_M2', column(100, -5), column(20, 30))?.fr).toBe(
      '« loyers », ligne 2 : -5 est négatif. Corrigez le signe, ou écrivez ND.',
    );
  });

  it('says both sizes of ranges that do not go together', () => {
    expect(failure('LOYER_M2', column(1, 2), column(1, 2, 3))).toEqual({
      kind: 'value',
      fr: '« loyers » (2 × 1) et « surfaces » (3 × 1) n’ont pas la même taille : sélectionnez les mêmes lignes.',
      en: '"loyers" (2 × 1) and "surfaces" (3 × 1) are not of the same size: select the same rows.',
    });
    expect(failure('LOYER_M2', [[1, 2]], column(1, 2))?.kind).toBe('value');
    expect(
      failure('LOYER_M2', column(1, 2), [
        [1, 2],
        [3, 4],
      ])?.fr,
    ).toContain('(2 × 2)');
  });

  it('does not exist where nothing was answered: blank is not zero', () => {
    expect(failure('LOYER_M2', column(null, 'ND'), column(20, 30))?.kind).toBe('na');
    expect(failure('LOYER_M2', null, null)?.kind).toBe('na');
    expect(failure('LOYER_M2', [[]], [[]])?.kind).toBe('na');
  });

  it('lies between the least and the greatest rent per m², whatever the order and the scale', () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 200; round++) {
      const rows = Array.from({ length: random.whole(1, 30) }, () => ({
        rent: random.between(50, 900),
        area: random.between(10, 150),
      }));
      const given = (some: typeof rows): [unknown[][], unknown[][]] => [
        some.map((one) => [one.rent]),
        some.map((one) => [one.area]),
      ];
      const value = Number(call('LOYER_M2', ...given(rows)));
      const each = rows.map((one) => one.rent / one.area);
      expect(value).toBeGreaterThanOrEqual(Math.min(...each) * (1 - 1e-12));
      expect(value).toBeLessThanOrEqual(Math.max(...each) * (1 + 1e-12));
      expect(Number(call('LOYER_M2', ...given(rows.toReversed())))).toBeCloseTo(value, 9);
      const [rents, areas] = given(rows);
      expect(call('LOYER_M2', [...rents, [null], ['ND']], [...areas, [30], [40]])).toBe(value);
      expect(
        Number(
          call(
            'LOYER_M2',
            rents.map(([one]) => [Number(one) * 3]),
            areas,
          ),
        ),
      ).toBeCloseTo(value * 3, 8);
    }
  });
});

describe('ECONOMIE_LOYER', () => {
  it('adds the gaps with the market over twelve months, negative ones deducted', () => {
    // 12 × (4 × 3 000 + 2 × 1 000); then the tenants who pay more than the market: 12 × (−1 × 100).
    expect(call('ECONOMIE_LOYER', column(5.5, 6), column(9.5, 8), column(3000, 1000))).toBe(168000);
    expect(call('ECONOMIE_LOYER', 7, 6, 100)).toBe(-1200);
    expect(call('ECONOMIE_LOYER', 7, 9, 100, 1)).toBe(200);
    expect(call('ECONOMIE_LOYER', 7, 9, 100, 0)).toBe(2400);
  });

  it('does not count a row that lacks a figure, sentinels of dwellings included', () => {
    expect(
      call('ECONOMIE_LOYER', column(5, null, 5, 9999), column(9, 9, 'ND', 9), column(100, 100, 100, 50)),
    ).toBe(4800);
    expect(call('ECONOMIE_LOYER', column(5, 5), column(9, 9), column(100, 999))).toBe(4800);
    expect(call('ECONOMIE_LOYER', column(5, 5), column(9, 9), column(1000, 999))).toBe(12 * 4 * 1999);
    expect(failure('ECONOMIE_LOYER', column(null), column(9), column(100))?.kind).toBe('na');
    expect(failure('ECONOMIE_LOYER', 5, 9, 100, 13)?.fr).toContain('« mois »');
  });

  it('changes its sign when the two rents are exchanged', () => {
    const random = randomNumbers(11);
    for (let round = 0; round < 100; round++) {
      const size = random.whole(1, 20);
      const make = (low: number, high: number) =>
        Array.from({ length: size }, () => [random.between(low, high)]);
      const [own, market, areas] = [make(3, 9), make(4, 20), make(20, 900)];
      const one = Number(call('ECONOMIE_LOYER', own, market, areas));
      expect(Number(call('ECONOMIE_LOYER', market, own, areas))).toBeCloseTo(-one, 6);
    }
  });
});

describe('rates', () => {
  it('are ratios of sums on the rows where both figures are known', () => {
    // 3 % and 10 % of 100 and 10 dwellings: 4 / 110, not 6.5 %.
    expect(call('TAUX_VACANCE', column(3, 1), column(100, 10))).toBeCloseTo(4 / 110, 15);
    expect(call('TAUX_MOBILITE', column(10, 'ND', 6), column(100, 50, 60))).toBe(0.1);
    expect(call('TAUX_IMPAYES', column(6.5, null), column(100, 1000))).toBe(0.065);
    expect(call('TAUX_VACANCE', column(0, null), column(100, 10))).toBe(0);
  });

  it('leave out the codes 9999 of a list, and keep the figure of a list of totals', () => {
    expect(call('TAUX_IMPAYES', column(50, 9999), column(1000, 5000))).toBe(0.05);
    expect(call('TAUX_IMPAYES', column(9999, 10001), column(100000, 100000))).toBe(0.1);
  });

  it('do not exist over nothing', () => {
    expect(failure('TAUX_VACANCE', column(0), column(0))).toMatchObject({ kind: 'na' });
    expect(failure('TAUX_IMPAYES', column(null), column(5))?.fr).toContain('un vide n’est pas un zéro');
    expect(failure('TAUX_MOBILITE', column(1), column(-5))?.kind).toBe('value');
  });

  it('TAUX_VACANCE counts the occupation codes of the RPLS', () => {
    // 2 vacant out of 6 let or offered; empty, charity, job-tied and “not applicable” dwellings are out.
    const modes = column('MODE', 1, 1, 2, '1', 3, 4, 5, 9, null, 2, 1);
    expect(call('TAUX_VACANCE', modes)).toBeCloseTo(2 / 6, 15);
    expect(failure('TAUX_VACANCE', column('MODE', 1, 12))).toMatchObject({
      kind: 'value',
      fr: '« vacants », ligne 3 : 12 n’est pas un code d’occupation du RPLS (1 à 5, 9). Pour des nombres de logements, donnez aussi « proposes ».',
    });
    expect(failure('TAUX_VACANCE', column(3, 9))?.kind).toBe('na');
  });
});

describe('large ranges', () => {
  const fill = (rows: number, filled: number, make: (row: number) => unknown) =>
    Array.from({ length: rows }, (_, row) => [row < filled ? make(row) : null]);

  it('reads whole columns, nearly all blank', () => {
    const rents = fill(1_048_576, 4, (row) => (row === 0 ? 'Loyers' : 100 * row));
    const areas = fill(1_048_576, 4, (row) => (row === 0 ? 'Surfaces' : 20 * row));
    expect(call('LOYER_M2', rents, areas)).toBe(5);
  });

  it('reads 100,000 rows, numbers and text mixed', () => {
    const rents = fill(100_000, 100_000, (row) => (row % 10 === 0 ? '300,5' : 299.5));
    const areas = fill(100_000, 100_000, () => 60);
    // 10 000 × 300,5 + 90 000 × 299,5 = 29 960 000 over 6 000 000 m².
    expect(call('LOYER_M2', rents, areas)).toBeCloseTo(29_960_000 / 6_000_000, 10);
  });
});
