import { catalogue, type Example, type Indicator } from '../../src/catalogue';
import { leavesOf } from '../../src/formula';
import { call, column, failure } from './calls';

const headings = ['code', 'annee', 'territoire', 'valeur'];
const facts = (...rows: unknown[][]): unknown[][] => [headings, ...rows];

/** The ranges a landlord would have for a worked example of the catalogue. */
function rangesOf(indicator: Indicator, { given, rows, members }: Example) {
  const leaves = leavesOf(indicator.inlined);
  const isReference = (code: string) =>
    leaves.some((leaf) => leaf.kind === 'reference' && leaf.code === code);
  const values = Object.entries(given).map(([key, value]) => [key.replace(/^ref\./, ''), value] as const);
  const table = leaves.find((leaf) => leaf.kind === 'rows')?.table;
  const list = leaves.find((leaf) => leaf.kind === 'distinct')?.list;
  const columns = {
    loyers: ['loyer_hlm', 'loyer_marche', 'surface_louee'],
    travaux: ['surface', 'conso_avant', 'conso_apres', 'ges_avant', 'ges_apres'],
  };
  const range = (name: 'loyers' | 'travaux', label: string) =>
    table === name
      ? [
          ['annee', 'territoire', label, ...columns[name]],
          ...(rows ?? []).map((row) => [2024, '', 'x', ...columns[name].map((one) => row[one] ?? 1)]),
        ]
      : null;
  return [
    facts(...values.filter(([code]) => !isReference(code)).map(([code, value]) => [code, 2024, '', value])),
    2024,
    null,
    range('loyers', 'typologie'),
    range('travaux', 'operation'),
    list
      ? [
          ['code', 'annee', 'territoire', 'identifiant'],
          ...(members ?? []).map((one) => [list, 2024, '', one]),
        ]
      : null,
    [
      headings,
      ...values
        .filter(([code]) => isReference(code))
        .map(([code, value]) => [`ref.${code}`, 2024, 'FR', value]),
    ],
  ];
}

describe('INDICATEUR, on the worked examples of the catalogue', () => {
  const examples = [...catalogue.indicators.values()]
    .filter((one) => one.consolidation !== 'quality')
    .flatMap((one) => one.examples.map((example, rank) => [one.code, rank + 1, one, example] as const));

  it('covers the catalogue', () => expect(examples.length).toBeGreaterThan(140));

  // Expected values are worked out by hand in the catalogue.
  test.each(examples)('%s, example %i', (code, _rank, indicator, example) => {
    // A coefficient given in an example stands for the one of the catalogue.
    if (Object.keys(example.given).some((one) => one.startsWith('coef.'))) return;
    const value = Number(call('INDICATEUR', code, ...rangesOf(indicator, example)));
    expect(Math.abs(value - example.expected)).toBeLessThanOrEqual(
      1e-9 * Math.max(1, Math.abs(example.expected)),
    );
  });
});

describe('INDICATEUR', () => {
  const stock = facts(
    ['nb_lls', 2024, '', 300],
    ['nb_individuel', 2024, '', 30],
    ['nb_lls', 2023, '', 200],
    ['nb_individuel', 2023, '', 50],
    ['nb_lls', 2024, 'DEP:14', 100],
    ['nb_individuel', 2024, 'DEP:14', 20],
    ['nb_lls', 2024, 'DEP:50', 200],
  );

  it('takes the year of most rows, and the territory that contains all others', () => {
    expect(call('INDICATEUR', 'CTX-05', stock)).toBe(0.1);
    expect(call('INDICATEUR', ' ctx-05 ', stock, 2023)).toBe(0.25);
    expect(call('INDICATEUR', 'CTX-05', stock, '2024', 'DEP:14')).toBe(0.2);
    // 0 is how some platforms give a blank cell.
    expect(call('INDICATEUR', 'CTX-05', stock, 0, 0)).toBe(0.1);
    expect(call('EMPLOIS', 1e6, 'neuf', 0, 0, 0)).toBeCloseTo(16.2, 12);
  });

  it('reads headings in any order and writing, beside columns of the landlord', () => {
    const own = [
      ['Bâtiment', 'VALEUR', 'Territoire', 'Année', 'Code', 'Unité'],
      ['x', '1 000', null, 2024, 'NB_LLS', null],
      ['y', 250, null, 2024, 'nb_individuel', 'logement'],
    ];
    expect(call('INDICATEUR', 'CTX-05', own)).toBe(0.25);
  });

  it('converts units, adds départements up, and does not mistake a blank for zero', () => {
    expect(
      call('INDICATEUR', 'ECO-01', [
        [...headings, 'unite'],
        ['inv_neuf', 2024, '', 2, 'M€'],
        ['inv_rehab', 2024, '', 500, 'k€'],
        ['inv_demol', 2024, '', 0, '€'],
      ]),
    ).toBe(2.5e6);
    const parts = facts(['nb_lls', 2024, 'DEP:14', 10], ['nb_lls', 2024, 'DEP:50', 20]);
    expect(call('INDICATEUR', 'CTX-01', parts)).toBe(30);
    expect(call('INDICATEUR', 'CTX-01', parts, 2024, 'REG:28')).toBe(30);
    const failed = failure(
      'INDICATEUR',
      'CTX-01',
      facts(['nb_lls', 2024, 'DEP:14', 10], ['nb_lls', 2024, 'DEP:50', 'ND']),
    );
    expect(failed).toMatchObject({ kind: 'na' });
    expect(failed?.fr).toContain('(nb_lls)');
    expect(call('INDICATEUR', 'CTX-05', facts(['nb_lls', 2024, '', 5], ['nb_individuel', 2024, '', 0]))).toBe(
      0,
    );
  });

  it('says what is missing, where it was badly written, and in which language', () => {
    const failed = failure(
      'INDICATEUR',
      'CTX-05',
      facts(['nb_lls', 2024, '', 300], ['nb_individuel', 2024, '', { code: '#DIV/0!' }]),
    );
    expect(failed?.fr).toMatch(
      /^CTX-05, FR \(France\), 2024 : non renseigné\. Il manque « .+ » \(nb_individuel\)\. Ligne 3 : /,
    );
    expect(failed?.en).toMatch(
      /^CTX-05, FR \(France\), 2024: not answered\. Missing: ".+" \(nb_individuel\)\. Look at row 3/,
    );
    const conflict = failure(
      'INDICATEUR',
      'CTX-01',
      facts(['nb_lls', 2024, '', 300], ['nb_lls', 2024, '', 301]),
    );
    expect(conflict?.fr).toContain('valeurs différentes');
    expect(failure('INDICATEUR', 'CTX-04', facts(['nb_lls', 2024, '', 300]))?.fr).toContain(
      '(ref.rp_territoire)',
    );
    expect(
      failure('INDICATEUR', 'CTX-05', facts(['nb_lls', 2024, '', 0], ['nb_individuel', 2024, '', 0]))?.fr,
    ).toContain('division par zéro');
    expect(failure('INDICATEUR', 'CTX-01', facts(['nb_lls', 2024, '', 'SO']))?.fr).toContain('sans objet');
    expect(failure('INDICATEUR', 'PAC-03', facts(['nb_lls', 2024, '', 1]))?.fr).toContain('IMPACT_LOYERS');
    const rents = [
      ['annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee'],
      [2024, '', 'T3', 5, null, 100],
    ];
    expect(failure('INDICATEUR', 'PAC-03', facts(['nb_lls', 2024, '', 1]), 2024, null, rents)?.fr).toContain(
      'le nombre manque',
    );
    expect(failure('INDICATEUR', 'ECO-12', facts(['fournisseurs', 2024, '', 'ND']))?.fr).toContain(
      '(fournisseurs)',
    );
    expect(failure('INDICATEUR', 'QUA-01', stock)).toMatchObject({ kind: 'na' });
  });

  it('refuses arguments by name', () => {
    expect(failure('INDICATEUR', 'CTX-01', null)?.fr).toContain('« donnees » est vide');
    expect(failure('INDICATEUR', 'CTX-01', stock.slice(1))?.fr).toContain('IMPACT_DONNEES[#Tout]');
    expect(failure('INDICATEUR', '', stock)?.fr).toContain('« code » est vide');
    expect(failure('INDICATEUR', 'nb_lls', stock)?.fr).toContain('est une donnée');
    expect(failure('INDICATEUR', 'PAC-99', stock)?.fr).toContain('PAC-01');
    expect(failure('INDICATEUR', 'CTX-01', stock, 24)?.fr).toContain('n’est pas une année');
    expect(failure('INDICATEUR', 'CTX-01', stock, 2024, 'Calvados')?.fr).toContain('DEP:14 (Calvados)');
    expect(failure('INDICATEUR', column('CTX-01', 'CTX-05'), stock)?.fr).toContain('plage de 2 × 1');
    expect(failure('INDICATEUR', 'CTX-01', stock, 2024, null, [['loyer']])?.fr).toContain('IMPACT_LOYERS');
    expect(
      failure('INDICATEUR', 'CTX-04', stock, 2024, null, null, null, null, [['code', 'valeur']])?.fr,
    ).toContain('« references »');
  });

  it('reads the data again once they have changed, even in the same arrays', () => {
    const changing = facts(['nb_lls', 2024, '', 300]);
    expect(call('INDICATEUR', 'CTX-01', changing)).toBe(300);
    (changing[1] as unknown[])[3] = 301;
    expect(call('INDICATEUR', 'CTX-01', changing)).toBe(301);
    (changing[1] as unknown[])[3] = { code: '#N/A' };
    expect(failure('INDICATEUR', 'CTX-01', changing)?.kind).toBe('na');
    (changing[1] as unknown[])[3] = null;
    expect(failure('INDICATEUR', 'CTX-01', changing)?.kind).toBe('na');
    (changing[1] as unknown[])[3] = 300;
    expect(call('INDICATEUR', 'CTX-01', changing)).toBe(300);
  });
});

describe('INDICATEURS', () => {
  const data = facts(
    ['nb_lls', 2024, 'DEP:14', 100],
    ['nb_individuel', 2024, 'DEP:14', 20],
    ['nb_lls', 2024, 'DEP:50', 300],
    ['nb_individuel', 2024, 'DEP:50', 'SO'],
  );

  it('spills the indicators chosen, territory by territory, with their states', () => {
    const rows = call(
      'INDICATEURS',
      data,
      null,
      column('DEP:14', null, 'REG:28'),
      [['CTX-05', 'ctx-04']],
      null,
      null,
      null,
      null,
      'fr',
    ) as unknown[][];
    expect(rows.map((row) => [row[0], row[2], row[4], row[5]])).toEqual([
      ['code', 'valeur', 'statut', 'territoire'],
      ['CTX-04', '', 'référence manquante', 'DEP:14'],
      ['CTX-05', 0.2, 'calculé', 'DEP:14'],
      ['CTX-04', '', 'référence manquante', 'REG:28'],
      // 20 / 400: SO adds nothing.
      ['CTX-05', 0.05, 'calculé', 'REG:28'],
    ]);
    expect(String(rows[2]?.[6]).replace(/\s/gu, ' ')).toBe('20,0 %');
  });

  it('gives every indicator but those of the consolidation, in both languages', () => {
    const rows = call('INDICATEURS', data, null, null, null, null, null, null, null, 'en') as unknown[][];
    const count = [...catalogue.indicators.values()].filter((one) => one.consolidation !== 'quality').length;
    expect(rows).toHaveLength(count + 1);
    expect(rows[0]).toEqual(['code', 'label', 'value', 'unit', 'status', 'territory', 'reading']);
    expect(rows.find(([code]) => code === 'CTX-01')).toEqual([
      'CTX-01',
      catalogue.indicators.get('CTX-01')?.label.en,
      400,
      'logement',
      'computed',
      'REG:28',
      expect.stringContaining('400'),
    ]);
    expect(rows.every((row) => row.every((cell) => cell !== null && cell !== undefined))).toBe(true);
    const quality = call('INDICATEURS', data, null, null, 'QUA', null, null, null, null, 'fr') as unknown[][];
    expect(new Set(quality.slice(1).map((row) => row[4]))).toEqual(new Set(['à la consolidation']));
  });

  it('agrees with INDICATEUR everywhere', () => {
    for (const territory of ['DEP:14', 'DEP:50', 'REG:28', 'FR', 'COM:14118']) {
      const rows = call('INDICATEURS', data, 2024, territory) as unknown[][];
      for (const [code, , value] of rows.slice(1)) {
        if (value === '') expect(failure('INDICATEUR', code, data, 2024, territory)?.kind).toBe('na');
        else expect(call('INDICATEUR', code, data, 2024, territory)).toBe(value);
      }
    }
  });

  it('refuses what it does not know, by name', () => {
    expect(failure('INDICATEURS', data, null, null, column('PAC', 'XYZ'))?.fr).toContain('« XYZ »');
    expect(failure('INDICATEURS', data, null, column('DEP:99'))?.kind).toBe('value');
    expect(failure('INDICATEURS', data, null, column({ code: '#N/A' }))?.fr).toContain('« territoires »');
    expect(failure('INDICATEURS', data, null, null, null, null, null, null, null, 'de')?.fr).toContain(
      'fr, en',
    );
  });
});

describe('EXPLIQUER', () => {
  const plain = (result: unknown) =>
    (result as string[][]).map((row) => row.map((cell) => String(cell).replace(/\s+/gu, ' ').trim()));

  it('puts the figures in, names the rows and the source of each coefficient', () => {
    const data = facts(
      ['heures_insertion', 2024, 'DEP:14', 8035],
      ['heures_insertion', 2024, 'DEP:50', 8035],
    );
    const rows = plain(call('EXPLIQUER', 'ECO-15', data, 2024, null, null, null, null, null, 'fr'));
    expect(rows[0]?.[0]).toContain('(ECO-15)');
    expect(rows[0]?.[1]).toBe('2024, REG:28 (Normandie)');
    // 16 070 / 1 607.
    expect(rows[1]?.[1]).toMatch(/^10,0 .*= 16 070 h.*÷ 1 607/);
    expect(rows[2]?.[2]).toBe('lignes 2, 3');
    expect(rows[3]?.[2]).toBe('DGEFP, cité par ASH n° 2420 (2005 ; de 1 607 à 1 820)');
  });

  it('says what is missing instead of a figure, and in English too', () => {
    const rows = plain(
      call('EXPLIQUER', 'CTX-05', facts(['nb_lls', 2024, '', 5]), 2024, null, null, null, null, null, 'en'),
    );
    expect(rows.at(-2)?.[1]).toBe('not answered');
    expect(rows.at(-1)?.[2]).toBe('row 2');
  });

  it('gives the definition and the formula without data', () => {
    const rows = plain(call('EXPLIQUER', 'PAC-07', null, null, null, null, null, null, null, 'fr'));
    expect(rows).toHaveLength(2);
    expect(rows[0]?.[1]).toBe(catalogue.indicators.get('PAC-07')?.definition.fr);
    expect(rows[1]?.[0]).toContain('÷');
    expect(failure('EXPLIQUER', 'QUA-01', facts(['nb_lls', 2024, '', 5]))?.kind).toBe('na');
  });

  it('explains every indicator of the catalogue', () => {
    for (const code of catalogue.indicators.keys()) {
      if (code.startsWith('QUA')) continue;
      const rows = call('EXPLIQUER', code, facts(['nb_lls', 2024, '', 5])) as unknown[][];
      expect(rows.every((row) => row.length === 3 && row.every((cell) => typeof cell === 'string'))).toBe(
        true,
      );
    }
  });
});
