import {
  buildConsolidationWorkbook,
  buildInternalWorkbook,
  type EarlierEdition,
  type Publication,
  readEdition,
} from '../../../src/consolidation';
import type { WorkbookModel } from '../../../src/xlsx';
import { bytesSource, openWorkbook, writeWorkbook } from '../../../src/xlsx';
import { abc } from './attacker/places';
import { type Expected, published, withFormulas } from './publication';

const own = (nb_lls: number, nb_individuel: number, dwellings = 1000): Expected => ({
  dwellings,
  data: { nb_lls, nb_individuel },
});
const catalogue = withFormulas(
  { 'CTX-21': 'nb_lls', 'CTX-22': 'nb_individuel', 'CTX-23': 'nb_individuel / nb_lls' },
  true,
);
const three = { A: own(900, 400), B: own(1000, 500), C: own(1100, 600) };

/** As it comes back from the file that was kept. */
async function kept(model: WorkbookModel): Promise<EarlierEdition> {
  const bytes = await writeWorkbook(model);
  return readEdition(await openWorkbook(bytesSource(bytes)), 'interne.xlsx');
}
const internal = (result: Publication) => kept(buildInternalWorkbook(result));

const statuses = (cell: (code: string) => { status: string }) =>
  ['CTX-21', 'CTX-22', 'CTX-23'].map((code) => cell(code).status);

describe('two editions of one year', () => {
  test('the same again: nothing more is masked', async () => {
    const first = published(three, { catalogue });
    expect(statuses(first.cell)).toEqual(['published', 'published', 'published']);
    const again = published(three, { catalogue }, [await internal(first.result)]);
    expect(statuses(again.cell)).toEqual(['published', 'published', 'published']);
    expect(again.result.exposedBefore).toBe(false);
  });

  test('a landlord that joins is the difference of the two editions', async () => {
    const first = await internal(published(three, { catalogue }).result);
    const four = { ...three, D: own(700, 300) };
    expect(statuses(published(four, { catalogue }).cell)).toEqual(['published', 'published', 'published']);
    const { cell } = published(four, { catalogue }, [first]);
    // 3 700 − 3 000 is D's; the ratio, 1 800 / 3 700 with 1 500 and 3 000 known, ties D's two figures together.
    expect(statuses(cell)).toEqual(['masked', 'masked', 'masked']);
  });

  test('three that join together hide one another', async () => {
    const first = await internal(published(three, { catalogue }).result);
    const six = { ...three, D: own(700, 300), E: own(600, 200), F: own(800, 350) };
    expect(statuses(published(six, { catalogue }, [first]).cell)).toEqual([
      'published',
      'published',
      'published',
    ]);
  });

  test('a corrected figure is the difference; what was not corrected stays', async () => {
    const first = await internal(published(three, { catalogue }).result);
    const { cell } = published({ ...three, A: own(950, 400) }, { catalogue }, [first]);
    expect(cell('CTX-21').status).toBe('masked');
    expect(cell('CTX-22').status).toBe('published');
    // With the houses, the ratio would give the dwellings back: 1 500 / 0.4918 = 3 050.
    expect(cell('CTX-23').status).toBe('masked');
  });

  test('what was masked then is no constraint, what was published stays as it is', async () => {
    const dominated = { ...three, A: own(900, 9000) };
    const first = published(dominated, { catalogue });
    expect(first.cell('CTX-22').reason).toBe('dominance');
    const { cell } = published(three, { catalogue }, [await internal(first.result)]);
    expect(cell('CTX-22').status).toBe('published');
  });

  test('another year does not interact', async () => {
    const first = await internal(published(three, { catalogue }).result);
    const { cell } = published({ ...three, D: own(700, 300) }, { catalogue }, [{ ...first, year: 2018 }]);
    expect(statuses(cell)).toEqual(['published', 'published', 'published']);
  });

  test('a consolidation handed out without publication: every cell of it is known', async () => {
    const two = { A: three.A, B: three.B };
    const { consolidation } = published(two, { catalogue }).result;
    const first = await kept(buildConsolidationWorkbook(consolidation));
    const { cell, result } = published(three, { catalogue }, [first]);
    expect(statuses(cell)).toEqual(['masked', 'masked', 'masked']);
    expect(result.exposedBefore).toBe(false);
  });

  test('an edition that gives a landlord away by itself is said', async () => {
    const { consolidation } = published({ A: three.A }, { catalogue }).result;
    const first = await kept(buildConsolidationWorkbook(consolidation));
    expect(published(three, { catalogue }, [first]).result.exposedBefore).toBe(true);
  });

  test('extrapolated cells, rents and groups come back as they were', async () => {
    const full = withFormulas(
      { 'CTX-21': 'nb_lls', 'PAC-21': 'sum(loyers: loyer_hlm * surface_louee)' },
      true,
    );
    const rent = (area: number): [string, number, number, number][] => [['COM:14118', 6, 9, area]];
    const region = {
      A: { family: 'OPH' as const, ...own(900, 1), rents: rent(100) },
      B: { family: 'OPH' as const, ...own(1100, 1), rents: rent(150) },
      C: { family: 'ESH' as const, ...own(2000, 1, 2000), rents: rent(120) },
      D: { family: 'ESH' as const, ...own(1500, 1, 1500), rents: rent(130) },
    };
    const silent = { ...region, Silent: { family: 'OPH' as const, dwellings: 1200 } };
    const first = published(silent, { catalogue: full });
    expect(first.cell('CTX-21').extrapolatedShare).toBeGreaterThan(0);
    const edition = await internal(first.result);
    expect(
      edition.published.map(({ code, extrapolated, respondents }) => [
        code,
        extrapolated,
        respondents?.length,
      ]),
    ).toEqual([['CTX-21', true, 4]]);
    // Now all answer, D has left: the four of then less the three of now is D's.
    const { D, ...others } = region;
    expect(D).toBeDefined();
    const { cell } = published(others, { catalogue: full }, [edition]);
    expect(cell('CTX-21').status).toBe('masked');
    expect(cell('PAC-21').status).toBe('published');
  });

  test('another workbook is refused by what it lacks', async () => {
    const model: WorkbookModel = {
      title: 'Autre',
      creator: '',
      modified: new Date(0),
      sheets: [{ name: 'Feuille', columns: [], rows: [] }],
    };
    await expect(kept(model)).rejects.toThrow(/interne\.xlsx.*CONSO_FAITS.*pas la copie publiée/);
  });
});

describe('the internal workbook', () => {
  const region = { ...three, D: { dwellings: 900 }, E: own(50, 'ND' as never, 60) };

  test('says of every cell why it is withheld, and leads to its calculation', () => {
    const { result } = published(region, { catalogue });
    const sheet = buildInternalWorkbook(result).sheets.find((one) => one.name === 'Publication');
    const rows = (sheet?.rows ?? []).map(({ cells }) => cells);
    const headings = rows[3]?.map((one) => one?.value) ?? [];
    const line = (code: string) =>
      Object.fromEntries(
        headings.map((heading, at) => [heading, rows.find((one) => one[0]?.value === code)?.[at]?.value]),
      );
    // 3 000 + 60 of 3 960 dwellings: 77 %; nb_lls grows with the stock, and all are of one family.
    expect(line('CTX-21')).toMatchObject({ Collecté: 3050, Formule: 'nb_lls' });
    expect(String(line('CTX-21')['Répondants (SIREN)']).split(' ')).toHaveLength(4);
    const link = rows.find((one) => one[0]?.value === 'CTX-21')?.[0]?.link;
    expect(link && 'to' in link ? link.to : '').toMatch(/Calculs/);
    for (const one of result.cells) {
      if (one.reason) expect(String(line(one.code)['Motif'])).toMatch(/.{5}/);
    }
  });
});

describe('publication by zone and of local indicators', () => {
  const at = (caen: number, lisieux: number): Expected => ({
    dwellings: { 'REG:28': 1000, 'ZONE:abc/B1': 500, 'ZONE:abc/B2': 500 },
    at: { 'COM:14118': { nb_lls: caen }, 'COM:14366': { nb_lls: lisieux } },
  });
  const zoned = { catalogue, by: ['abc'], zonings: [abc] };
  const seen = (cell: (code: string, at?: string) => { status: string }) =>
    ['REG:28', 'ZONE:abc/B1', 'ZONE:abc/B2'].map((place) => cell('CTX-21', place).status);

  test('a zone that one landlord makes is masked, and another with it', () => {
    expect(seen(published({ A: at(400, 300), B: at(500, 310), C: at(450, 290) }, zoned).cell)).toEqual([
      'published',
      'published',
      'published',
    ]);
    const { cell } = published({ A: at(400, 3000), B: at(500, 110), C: at(450, 90) }, zoned);
    expect(seen(cell)).toEqual(['published', 'masked', 'masked']);
    expect(cell('CTX-21', 'ZONE:abc/B1').reason).toBe('secondary');
  });

  test('an indicator of the campaign’s own is protected as the others are', () => {
    const local = {
      code: 'LOC-01',
      label: 'Maisons',
      unit: 'logement',
      formula: 'nb_individuel',
      decimals: 0,
      direction: 'neutral' as const,
      source: { file: 'locaux.csv', sheet: '', cell: 'A2' },
    };
    const input = {
      catalogue: withFormulas({ 'CTX-21': 'nb_lls' }, true),
      localIndicators: [local] as never,
    };
    expect(published(three, input).cell('LOC-01').status).toBe('published');
    const { cell } = published({ ...three, A: own(900, 9000) }, input);
    expect(cell('LOC-01')).toMatchObject({ status: 'masked', reason: 'dominance' });
  });
});
