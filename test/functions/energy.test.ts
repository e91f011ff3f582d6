import { call, column, failure, failureIn, randomNumbers } from './calls';

const classes = 'ABCDEFG';

describe('ETIQUETTE_DPE', () => {
  // Order of 31 March 2021, upper limits excluded: 70 110 180 250 330 420 kWh, 6 11 30 50 70 100 kg.
  test.each([
    [69.9, 5.9, 'A'],
    [70, 5.9, 'B'],
    [69.9, 6, 'B'],
    [109, 10, 'B'],
    [110, 10, 'C'],
    [179, 29, 'C'],
    [180, 29, 'D'],
    [179, 30, 'D'],
    [250, 10, 'E'],
    [329, 69, 'E'],
    [330, 69, 'F'],
    [419, 99, 'F'],
    [420, 5, 'G'],
    [50, 100, 'G'],
    [0, 0, 'A'],
  ])('%d kWh and %d kg are rated %s', (energy, emissions, expected) => {
    expect(call('ETIQUETTE_DPE', energy, emissions)).toBe(expected);
  });

  it('has its own limits below 40 m²: order of 25 March 2024', () => {
    // 12 m²: 112 152 296 381 478 578 and 9 14 38 59 81 111.
    expect(call('ETIQUETTE_DPE', 111, 8, 12)).toBe('A');
    expect(call('ETIQUETTE_DPE', 112, 8, 12)).toBe('B');
    expect(call('ETIQUETTE_DPE', 100, 38, 12)).toBe('D');
    expect(call('ETIQUETTE_DPE', 111, 8, 12.4)).toBe('A');
    // 5 m² counts as 8 (A below 146); 39.4 as 39 (A below 71); 39.5 and 40 have the general limits (70).
    expect(call('ETIQUETTE_DPE', 145, 10, 5)).toBe('A');
    expect(call('ETIQUETTE_DPE', 70.5, 5, 39.4)).toBe('A');
    expect(call('ETIQUETTE_DPE', 70.5, 5, 39.5)).toBe('B');
    expect(call('ETIQUETTE_DPE', 70.5, 5, 40)).toBe('B');
    expect(call('ETIQUETTE_DPE', 70.5, 5, '')).toBe('B');
    // 0 is how some platforms give a blank cell: with the limits of 8 m² it would be an A.
    expect(call('ETIQUETTE_DPE', 70.5, 5, 0, 0, 0)).toBe('B');
  });

  it('has higher limits of E and F in the mountain zones above 800 m', () => {
    // E below 390 and 80, F below 500 and 110.
    expect(call('ETIQUETTE_DPE', 389, 79, null, 801, 'H1c')).toBe('E');
    expect(call('ETIQUETTE_DPE', 390, 79, null, 801, 'H1b')).toBe('F');
    expect(call('ETIQUETTE_DPE', 499, 109, null, 1500, 'h2d')).toBe('F');
    expect(call('ETIQUETTE_DPE', 500, 10, null, 1500, 'H2D')).toBe('G');
    expect(call('ETIQUETTE_DPE', 389, 79, null, 800, 'H1c')).toBe('F');
    expect(call('ETIQUETTE_DPE', 389, 79, null, 1500, 'H2c')).toBe('F');
    expect(call('ETIQUETTE_DPE', 240, 10, null, 1500, 'H1c')).toBe('D');
    // 12 m² in the mountains: E below 538.
    expect(call('ETIQUETTE_DPE', 537, 80, 12, 900, 'H1c')).toBe('E');
    expect(failure('ETIQUETTE_DPE', 389, 79, null, 900)?.fr).toContain('remplissez « zone »');
    expect(failure('ETIQUETTE_DPE', 389, 79, null, 900, 'H4')?.fr).toContain('n’est pas une zone climatique');
  });

  it('looks at energy only for ratings older than July 2021: 51 91 151 231 331 451', () => {
    expect(call('ETIQUETTE_DPE', 50, null, null, null, null, 'dpe_ancien')).toBe('A');
    expect(call('ETIQUETTE_DPE', 51, 500, null, null, null, 'dpe_ancien')).toBe('B');
    expect(call('ETIQUETTE_DPE', 230, '', 12, 900, null, 'dpe_ancien')).toBe('D');
    expect(call('ETIQUETTE_DPE', 451, '', '', '', '', 'DPE ANCIEN'.replace(' ', '_'))).toBe('G');
    expect(failure('ETIQUETTE_DPE', 50, 5, null, null, null, 'dpe_1999')?.fr).toContain(
      'dpe_2021, dpe_ancien',
    );
  });

  it('spills beside a column, one error not hiding the others', () => {
    const result = call(
      'ETIQUETTE_DPE',
      column(60, null, 200, 'x', 60, { code: '#REF!' }),
      column(5, 5, '', 5, 'ND', 5),
    );
    expect([(result as unknown[][])[0], (result as unknown[][])[1]]).toEqual([['A'], ['']]);
    expect(failureIn(result, 2)).toMatchObject({ kind: 'na' });
    expect(failureIn(result, 3)?.fr).toContain('« x » n’est pas un nombre');
    expect(failureIn(result, 4)?.kind).toBe('na');
    expect(failureIn(result, 5)?.fr).toContain('#REF!');
    expect(call('ETIQUETTE_DPE', column(60, 430), 5)).toEqual([['A'], ['G']]);
    expect(failure('ETIQUETTE_DPE', column(60, 430, 20), column(5, 5))?.fr).toContain('(2 × 1)');
    expect(failure('ETIQUETTE_DPE', -3, 5)?.kind).toBe('value');
  });

  it('never improves when consumption or emissions grow, nor with a larger area', () => {
    const random = randomNumbers(3);
    const rank = (...given: unknown[]) => classes.indexOf(String(call('ETIQUETTE_DPE', ...given)));
    for (let round = 0; round < 500; round++) {
      const [energy, emissions, area] = [
        random.between(0, 600),
        random.between(0, 140),
        random.between(5, 60),
      ];
      const here = rank(energy, emissions, area);
      expect(rank(energy + random.between(0, 100), emissions, area)).toBeGreaterThanOrEqual(here);
      expect(rank(energy, emissions + random.between(0, 30), area)).toBeGreaterThanOrEqual(here);
      expect(rank(energy, emissions, area + random.between(0, 30))).toBeGreaterThanOrEqual(here);
      expect(here).toBe(Math.max(rank(energy, 0, area), rank(0, emissions, area)));
    }
  });
});

describe('PART_ETIQUETTES', () => {
  it('divides by the dwellings whose rating is known', () => {
    expect(call('PART_ETIQUETTES', column('A', 'b', 'C', 'D', 'G', null, 'NC', 'nd'), 'ABC')).toBe(0.6);
    expect(call('PART_ETIQUETTES', column('A', 'B'), 'F, G')).toBe(0);
    expect(call('PART_ETIQUETTES', column('F', 'B'), 'f et g')).toBe(0.5);
    expect(call('PART_ETIQUETTES', column('DPEENERGIE', 'F', 'B', 'B', 'B'), 'F')).toBe(0.25);
  });

  it('weighs rows by their dwellings', () => {
    // 30 F or G out of 30 + 90; the row without a number of dwellings says nothing.
    expect(call('PART_ETIQUETTES', column('F', 'B', 'G'), 'FG', column(30, 90, null))).toBe(0.25);
    expect(call('PART_ETIQUETTES', column('Classe', 'F', 'B'), 'F', column('Nb', 30, 90))).toBe(0.25);
    expect(call('PART_ETIQUETTES', column('Classe', 'F', 'B'), 'F', column(null, 30, 90))).toBe(0.25);
    expect(failure('PART_ETIQUETTES', column('Classe', 'F'), 'F', column(30, 90))?.fr).toContain(
      'mêmes lignes',
    );
    expect(failure('PART_ETIQUETTES', column('F', 'B'), 'F', column(1))?.fr).toContain('(2 × 1)');
  });

  it('refuses what is no rating, and what no class is', () => {
    expect(failure('PART_ETIQUETTES', column('A', 'H'), 'A')?.fr).toBe(
      '« etiquettes », ligne 2 : « H » n’est pas une étiquette. Écrivez une lettre de A à G, ou NC si elle n’est pas connue.',
    );
    expect(failure('PART_ETIQUETTES', column('A'), 'XY')?.fr).toContain('« classes »');
    expect(failure('PART_ETIQUETTES', column(null, 'NC'), 'A')?.kind).toBe('na');
    expect(failure('PART_ETIQUETTES', column('A', { code: '#N/A' }), 'A')?.fr).toContain('ligne 2');
  });

  it('counts the blank cells of a list as unknown, but not those of a whole column', () => {
    const unknown = (given: unknown[][]) => (call('PART_ETIQUETTES', given) as unknown[][])[8];
    expect(unknown(column('A', 'B', null, null))).toEqual(['inconnue', 0.5, 2]);
    const whole = Array.from({ length: 1_048_576 }, (_, row) => [row === 0 ? 'A' : row === 2 ? 'B' : null]);
    expect(unknown(whole)).toEqual(['inconnue', 1 / 3, 1]);
    const titled = [[null], ['DPE'], ...whole.slice(2)];
    expect(unknown(titled)).toEqual(['inconnue', 0, 0]);
  });

  it('gives a distribution whose shares make one, the unknown apart', () => {
    const random = randomNumbers(5);
    for (let round = 0; round < 50; round++) {
      const labels = Array.from({ length: random.whole(1, 60) }, () => [random.pick([...classes, null])]);
      if (labels.every(([one]) => one === null)) continue;
      const rows = call('PART_ETIQUETTES', labels) as [string, number, number][];
      const known = rows.slice(1, 8);
      expect(known.reduce((sum, row) => sum + row[1], 0)).toBeCloseTo(1, 12);
      expect(known.reduce((sum, row) => sum + row[2], 0)).toBe(labels.filter(([one]) => one !== null).length);
      expect(rows[8]?.[1]).toBeCloseTo(labels.filter(([one]) => one === null).length / labels.length, 12);
    }
  });
});

describe('CO2', () => {
  it('multiplies each energy by its factor in the family named', () => {
    // 1 000 × 0,227 + 1 000 × 0,324 + 1 000 × 0,03; then 1 000 × 0,239.
    expect(call('CO2', column(1000, 1000, 1000), column('gaz', 'Fioul', 'granulés'), 'dpe_2021')).toBeCloseTo(
      581,
      9,
    );
    expect(call('CO2', 1000, 'gaz', 'empreinte_2026')).toBe(239);
    expect(call('CO2', column(1, 1), 'gaz naturel', 'dpe_2021', 'MWh')).toBeCloseTo(454, 9);
    expect(call('CO2', column('kWh', 1000, null), column('énergie', 'gaz', ''), 'dpe_2021')).toBe(227);
  });

  it('never mixes families, and asks for one', () => {
    expect(failure('CO2', 1000, 'gaz')?.fr).toContain('Une étude n’en retient qu’une');
    expect(failure('CO2', column(1, 1), column('gaz', 'reseau'), 'dpe_2021')).toMatchObject({ kind: 'na' });
    expect(failure('CO2', column(1, 1), column('gaz', 'reseau'), 'dpe_2021')?.fr).toContain(
      'deux familles ne se mélangent pas',
    );
    expect(failure('CO2', 1, 'charbon', 'empreinte_2026')?.kind).toBe('na');
    expect(failure('CO2', 1, 'uranium', 'dpe_2021')).toMatchObject({ kind: 'value' });
    expect(failure('CO2', 1, 'gaz', 'ademe')?.fr).toContain('dpe_2021, empreinte_2026, cgdd_ancien');
    expect(failure('CO2', column(1, 2), column('gaz', null), 'dpe_2021')?.fr).toContain(
      '« energies », ligne 2',
    );
    expect(failure('CO2', column(null), 'gaz', 'dpe_2021')?.kind).toBe('na');
  });
});

describe('GAIN_ENERGETIQUE', () => {
  it('weighs by area, never averages gains', () => {
    // Gains of 50 % on 100 m² and 20 % on 900 m²: 1 − (100 × 100 + 160 × 900) / (200 × 1 000) = 23 %.
    expect(call('GAIN_ENERGETIQUE', column(200, 200), column(100, 160), column(100, 900))).toBeCloseTo(
      0.23,
      12,
    );
    expect(call('GAIN_ENERGETIQUE', column(200, 200), column(100, 160), column(100, 900), 'kwh')).toBe(46000);
    expect(call('GAIN_ENERGETIQUE', 200, 250)).toBe(-0.25);
    expect(call('GAIN_ENERGETIQUE', column(200, 100), column(100, null), column(10, 10))).toBe(0.5);
  });

  it('asks for areas when there are several operations', () => {
    expect(failure('GAIN_ENERGETIQUE', column(200, 200), column(100, 160))?.fr).toContain(
      '« surfaces » est vide',
    );
    expect(failure('GAIN_ENERGETIQUE', 200, 100, null, 'kwh')?.kind).toBe('value');
    expect(failure('GAIN_ENERGETIQUE', 0, 0)?.kind).toBe('na');
    expect(failure('GAIN_ENERGETIQUE', null, 100)?.kind).toBe('na');
  });
});
