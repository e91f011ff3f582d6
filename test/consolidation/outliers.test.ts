import { campaign, contribution, perimeter } from './campaign';

const siren = (rank: number) => String(100000000 + rank);

/** Landlords of 100 dwellings each; gives the remarks of each on its figures. */
function remarksOn(code: string, values: readonly number[], family: 'OPH' | 'ESH' = 'OPH') {
  const contributions = values.map((value, rank) =>
    contribution({ siren: siren(rank), family, data: { nb_lls: 100, [code]: value } }),
  );
  const { result } = campaign({ contributions });
  return result.contributions.map((one) =>
    one.remarks.filter((remark) => ['outlier', 'unit_slip'].includes(remark.code)),
  );
}

const flags = (remarks: ReturnType<typeof remarksOn>) =>
  remarks.map((some) => some.map((one) => one.code).join());

describe('figures that stand out among their peers', () => {
  test('outside Tukey’s fences of the ratio per dwelling', () => {
    // Ratios 1 … 5 and one more: of 1, 2, 3, 4, 5, 9.25 the quartiles are 2.25 and 4.75, the fences −1.5 and 8.5.
    expect(flags(remarksOn('nb_attributions', [100, 200, 300, 400, 500, 925]))).toEqual([
      '',
      '',
      '',
      '',
      '',
      'outlier',
    ]);
    // With 8: quartiles 2.25 and 4.75 again, 8 is inside.
    expect(flags(remarksOn('nb_attributions', [100, 200, 300, 400, 500, 800])).join('')).toBe('');
  });

  test('the remark is a warning on the cell, with the fences, and the figure stays', () => {
    const [, , , , , last] = remarksOn('nb_attributions', [100, 200, 300, 400, 500, 925]);
    expect(last).toMatchObject([
      { level: 'warning', subject: 'nb_attributions', source: { sheet: 'Données', cell: 'D3' } },
    ]);
    expect(last?.[0]?.message).toMatch(
      /925\sménages, soit 9,25 par logement.* de 0 à 8,50 .*6 bailleurs OPH/,
    );
  });

  test('money about a thousand times away from the median is a slip of unit, even inside the fences', () => {
    // Ratios 0.5, 100, 300 … 900: quartiles 150 and 650, so the lower fence is −600; the median is 400.
    const remarks = remarksOn('tfpb', [10000, 30000, 50000, 70000, 90000, 50]);
    expect(flags(remarks)).toEqual(['', '', '', '', '', 'unit_slip']);
    expect(remarks[5]?.[0]?.message).toContain('k€');
    expect(flags(remarksOn('tfpb', [10, 30, 50, 70, 90, 50000]))[5]).toBe('unit_slip');
  });

  test('a count a thousand times away is no slip of unit', () => {
    expect(flags(remarksOn('nb_attributions', [10000, 30000, 50000, 70000, 90000, 50]))[5]).toBe('');
  });

  test('where most have none, having some is no anomaly; where most are equal, only the double is', () => {
    expect(flags(remarksOn('demolitions', [0, 0, 0, 0, 0, 30])).join('')).toBe('');
    expect(flags(remarksOn('nb_attributions', [100, 100, 100, 100, 101, 201]))).toEqual([
      '',
      '',
      '',
      '',
      '',
      'outlier',
    ]);
  });

  test('what is near the median is no news, even where the others are nearer still', () => {
    // Median 1.015, quartiles 1.0025 and 1.0275: the fences end at 1.065. 1.25 is outside but within a quarter.
    expect(flags(remarksOn('nb_attributions', [100, 100, 101, 102, 103, 125])).join('')).toBe('');
    expect(flags(remarksOn('nb_attributions', [100, 100, 101, 102, 103, 128]))[5]).toBe('outlier');
  });

  test('fewer than five of a family make no norm, and families do not mix', () => {
    expect(flags(remarksOn('nb_attributions', [100, 100, 100, 9000])).join('')).toBe('');
    const mixed = [100, 200, 300, 400, 925].map((value, rank) =>
      contribution({
        siren: siren(rank),
        family: rank === 4 ? 'ESH' : 'OPH',
        data: { nb_lls: 100, nb_attributions: value },
      }),
    );
    const { result } = campaign({ contributions: mixed });
    expect(
      result.contributions.flatMap((one) => one.remarks.filter((some) => some.code === 'outlier')),
    ).toEqual([]);
  });

  test('who is outside the perimeter neither makes the norm nor is held to it', () => {
    const contributions = [100, 200, 300, 400, 500, 925].map((value, rank) =>
      contribution({ siren: siren(rank), family: 'OPH', data: { nb_lls: 100, nb_attributions: value } }),
    );
    const flagged = (expected: number) => {
      const lines = contributions.slice(0, expected).map((one) => [one.identity?.siren, { 'REG:28': 100 }]);
      const { result } = campaign({ contributions, perimeter: perimeter(Object.fromEntries(lines)) });
      return result.contributions.flatMap((one) => one.remarks.filter((some) => some.code === 'outlier'));
    };
    expect(flagged(6)).toHaveLength(1);
    expect(flagged(5)).toEqual([]);
  });
});
