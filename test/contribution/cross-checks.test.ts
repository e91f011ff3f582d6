import type { Answer, TableRow } from '../../src/contribution';
import { settleContribution } from '../../src/contribution';
import { fact, messages, nextCell, numbers, restartCells, settle } from './settling';
import { brief, smallCatalogue } from './support';

beforeEach(restartCells);

describe('cross-checks', () => {
  it('part greater than whole: warning with both figures and cells, nothing removed', () => {
    const settled = settle([fact('loyers', '', 1500), fact('quittancement', '', 1000)]);
    expect(numbers(settled)).toEqual([1500, 1000]);
    expect(messages(settled)).toEqual([
      '« Loyers » (loyers) vaut 1 500, et devrait être inférieur ou égal à « Quittancement » (quittancement), qui vaut 1 000 (2019, REG:28) : corrigez, ou expliquez l’écart en commentaire (Données!D2, Données!D3).',
      '« Quittancement » (quittancement) vaut 1 000, et devrait être supérieur ou égal à « Loyers » (loyers), qui vaut 1 500 (2019, REG:28) : corrigez, ou expliquez l’écart en commentaire (Données!D3, Données!D2).',
    ]);
  });

  it('classes that do not add up', () => {
    const facts = (whole: number) => [
      fact('nb_individuel', '', 40),
      fact('nb_collectif', '', 60),
      fact('nb_lls', '', whole),
    ];
    expect(settle(facts(100)).remarks).toEqual([]);
    const settled = settle(facts(101));
    expect(settled.remarks.map((one) => `${one.code} ${one.subject}`)).toEqual(['check nb_lls']);
    expect(messages(settled)[0]).toMatch(
      /^nb_individuel \+ nb_collectif vaut 100, et devrait être égal à « Logements » \(nb_lls\), qui vaut 101/,
    );
  });

  it('a tolerance is respected', () => {
    const facts = (whole: number) => [
      fact('remun_femmes', '', 50),
      fact('remun_hommes', '', 50),
      fact('salaires_bruts', '', whole),
    ];
    expect(settle(facts(105)).remarks).toEqual([]);
    expect(messages(settle(facts(107)))[0]).toMatch(/proche de .*, qui vaut 107, à 5 % près/);
  });

  it('are made only where every figure is a number, at the same territory and year', () => {
    expect(settle([fact('loyers', '', 1500), fact('quittancement', '', 'not_applicable')]).remarks).toEqual(
      [],
    );
    expect(settle([fact('loyers', '', 1500), fact('quittancement', 'DEP:14', 1000)]).remarks).toEqual([]);
    expect(settle([fact('loyers', '', 1500), fact('quittancement', '', 1000, 2018)]).remarks).toEqual([]);
    expect(
      settle([fact('loyers', 'DEP:14', 1500), fact('quittancement', 'DEP:14', 1000)]).remarks,
    ).toHaveLength(2);
  });

  it('a figure against the sum of a row table, over the rows inside the territory', () => {
    const rent = (territory: string, surface: number | undefined): TableRow => ({
      table: 'loyers',
      year: 2019,
      territory,
      label: 'T3',
      values: { loyer_hlm: 5, loyer_marche: 9, surface_louee: surface },
      source: { file: 'a.xlsx', sheet: 'Loyers', cell: nextCell() },
    });
    const facts = [fact('somme_shab_loue', '', 1000)];
    expect(settle(facts, [rent('DEP:14', 600), rent('', 400)]).remarks).toEqual([]);
    expect(settle(facts, [rent('DEP:14', 600), rent('DEP:75', 400)]).remarks.map((one) => one.code)).toEqual([
      'check',
    ]);
    expect(settle(facts, [rent('DEP:14', 600), rent('', undefined)]).remarks).toEqual([]);
  });

  it('the numbers of a works row against one another', () => {
    const works: TableRow = {
      table: 'travaux',
      year: 2019,
      territory: '',
      label: 'Tour A',
      values: { surface: 500, conso_avant: 90, conso_apres: 300 },
      source: { file: 'a.xlsx', sheet: 'Travaux', cell: 'D2' },
    };
    expect(messages(settle([], [works]))).toEqual([
      '« Énergie après » (conso_apres) vaut 300, et devrait être inférieur ou égal à « Énergie avant » (conso_avant), qui vaut 90 : vérifiez cette ligne (Tour A).',
    ]);
  });

  it('are not repeated when a contribution is settled again', () => {
    const once = settle([fact('loyers', '', 1500), fact('quittancement', '', 1000)]);
    expect(settleContribution(once, 'REG:28', smallCatalogue)).toEqual(once);
  });
});

describe('a total and its parts', () => {
  it('that differ: warning with both figures, nothing removed', () => {
    const settled = settle([fact('afn', '', 100), fact('afn', 'DEP:14', 60), fact('afn', 'DEP:50', 30)]);
    expect(numbers(settled)).toEqual([100, 60, 30]);
    expect(settled.remarks.map(brief)).toEqual(['warning total_differs D2']);
    expect(messages(settled)[0]).toBe(
      '« Autofinancement » (afn), 2019 : le total REG:28 vaut 100 (Données!D2), la somme par départements vaut 90 (Données!D3, Données!D4). Le total est retenu. Corrigez l’une des deux, ou complétez les parties.',
    );
  });

  it.each<[string, readonly (readonly [string, number | Answer['kind']])[]]>([
    [
      'equal',
      [
        ['', 90],
        ['DEP:14', 60],
        ['DEP:50', 30],
      ],
    ],
    [
      'SO adds nothing',
      [
        ['', 60],
        ['DEP:14', 60],
        ['DEP:50', 'not_applicable'],
      ],
    ],
    [
      'a part not available',
      [
        ['', 100],
        ['DEP:14', 60],
        ['DEP:50', 'unavailable'],
      ],
    ],
    [
      'the total not available',
      [
        ['', 'unavailable'],
        ['DEP:14', 60],
      ],
    ],
    [
      'outside',
      [
        ['', 100],
        ['DEP:75', 60],
      ],
    ],
    [
      'communes within the département compared',
      [
        ['', 60],
        ['DEP:14', 60],
        ['COM:14118', 60],
      ],
    ],
    [
      'a zone is no part',
      [
        ['', 100],
        ['ZONE:abc/B2', 60],
      ],
    ],
    [
      'an EPCI across départements is no part of one',
      [
        ['DEP:75', 60],
        ['EPCI:200054781', 90],
      ],
    ],
  ])('no remark: %s', (_, given) => {
    expect(settle(given.map(([territory, value]) => fact('afn', territory, value))).remarks).toEqual([]);
  });

  it('are compared at the finest place that explains the difference', () => {
    const settled = settle([fact('afn', '', 60), fact('afn', 'DEP:14', 60), fact('afn', 'COM:14118', 50)]);
    expect(messages(settled)).toEqual([
      expect.stringMatching(/le total DEP:14 vaut 60 .* par communes vaut 50/),
    ]);
  });

  it('are compared with finer parts as soon as one of them lies in no coarser part', () => {
    const settled = settle([
      fact('afn', '', 60),
      fact('afn', 'DEP:14', 60),
      fact('afn', 'COM:14118', 60),
      fact('afn', 'COM:50129', 10),
    ]);
    expect(messages(settled)).toEqual([
      expect.stringMatching(/le total REG:28 vaut 60 .* par communes vaut 70/),
    ]);
  });

  it('without a total, levels are compared with each other', () => {
    const settled = settle([fact('afn', 'DEP:14', 60), fact('afn', 'COM:50129', 50)]);
    expect(messages(settled)).toEqual([
      expect.stringMatching(
        /la somme par départements vaut 60 .*, la somme par communes vaut 50 .* La première est retenue/,
      ),
    ]);
  });

  it('are not compared where the meaning depends on the territory', () => {
    expect(settle([fact('achats_locaux', '', 100), fact('achats_locaux', 'DEP:14', 60)]).remarks).toEqual([]);
  });
});

describe('plausible ranges', () => {
  it('a ratio out of its range, with a hint when a factor of a thousand puts it back', () => {
    const settled = settle([fact('tfpb', '', 500), fact('nb_lls', '', 1000)]);
    expect(settled.remarks.map((one) => `${one.code} ${one.subject}`)).toEqual(['implausible FIN-02']);
    expect(messages(settled)[0]).toBe(
      '« Taxe foncière par logement » (FIN-02) vaudrait 0,5 €/logement (2019, REG:28), alors qu’on attend entre 100 et 1 500 : vérifiez les données Données!D2, Données!D3. Un montant est peut-être en milliers (k€, MWh) au lieu de l’unité demandée.',
    );
  });

  it('a ratio within it', () => {
    expect(settle([fact('tfpb', '', 500_000), fact('nb_lls', '', 1000)]).remarks).toEqual([]);
  });

  it('the range of a quantity is national: a small landlord is within it, a figure beyond France is not', () => {
    expect(settle([fact('nb_lls', '', 12)]).remarks).toEqual([]);
    expect(messages(settle([fact('nb_lls', '', 7_000_000)]))[0]).toMatch(/au plus 6 000 000/);
    expect(messages(settle([fact('nb_lls', '', 7_000_000)]))[0]).not.toMatch(/milliers/);
  });

  it('percentages are shown as such', () => {
    expect(messages(settle([fact('nb_individuel', '', 90), fact('nb_lls', '', 100)]))[0]).toMatch(
      /vaudrait 90 % .* entre 0 et 80 %|vaudrait 90 % .* entre 0 % et 80 %/,
    );
  });

  it('without the hint where a thousand explains nothing', () => {
    expect(messages(settle([fact('nb_individuel', '', 90), fact('nb_lls', '', 100)]))[0]).not.toMatch(
      /milliers/,
    );
    expect(messages(settle([fact('tfpb', '', 20), fact('nb_lls', '', 1000)]))[0]).not.toMatch(/milliers/);
  });

  it('are not repeated where a check between the same figures has failed', () => {
    const settled = settle([fact('nb_individuel', '', 150), fact('nb_lls', '', 100)]);
    expect(settled.remarks.map((one) => one.code)).toEqual(['check']);
  });

  it('are not applied to a commune', () => {
    expect(settle([fact('tfpb', 'COM:14118', 500), fact('nb_lls', 'COM:14118', 1000)]).remarks).toEqual([]);
  });
});

describe('from one year to the next', () => {
  it.each([
    [100, 130, ['large_change']],
    [100, 60, ['large_change']],
    [0, 11, ['large_change']],
    [100, 124, []],
    [4, 14, []],
    [1_000, 1_050_000, ['unit_slip']],
    [1_050_000, 1_000, ['unit_slip']],
  ])('%d then %d', (before, after, codes) => {
    const settled = settle([fact('afn', '', before, 2018), fact('afn', '', after, 2019)]);
    expect(settled.remarks.map((one) => one.code)).toEqual(codes);
  });

  it('says both years', () => {
    expect(messages(settle([fact('afn', '', 100, 2018), fact('afn', '', 200)]))).toEqual([
      '« Autofinancement » (afn) passe de 100 en 2018 à 200 en 2019 (REG:28, Données!D2, Données!D3). Vérifiez le chiffre, ou expliquez l’évolution en commentaire.',
    ]);
  });
});
