import {
  buildConsolidationWorkbook,
  changeBetween,
  comparisonsToJson,
  distributionOf,
  earlierConsolidation,
  familiesOf,
  gapsTo,
  readEdition,
  yearChanges,
} from '../../src/consolidation';
import { bytesSource, openWorkbook, writeWorkbook } from '../../src/xlsx';
import { itWithLibreOffice } from '../support/libreoffice';
import { cellAt, rowHolding, sheetOf } from '../support/model';
import { differences } from '../support/recalculation';
import { A, B, C, campaign, contribution, D } from './campaign';
import { smallCatalogue } from './indicators';

const family = { [A]: 'OPH', [B]: 'OPH', [C]: 'ESH', [D]: undefined } as const;

/** Four landlords: houses of dwellings, built and renovated; in two départements for A. */
function region(year: number, figures: Record<string, Record<string, number | 'ND'>>, by: string[] = []) {
  return campaign({
    year,
    by,
    contributions: Object.entries(figures).map(([siren, data]) =>
      contribution({
        siren,
        name: `Bailleur ${siren}`,
        year,
        data,
        ...(family[siren as keyof typeof family] ? { family: family[siren as keyof typeof family] } : {}),
      }),
    ),
  });
}

const now = region(2020, {
  [A]: { nb_lls: 100, nb_individuel: 40, nb_neufs: 10, nb_rehab: 0 },
  [B]: { nb_lls: 300, nb_individuel: 60 },
  [C]: { nb_lls: 600, nb_individuel: 'ND' },
  [D]: { nb_lls: 200, nb_individuel: 20 },
});

describe('between families', () => {
  it('recomputes each family from its own landlords, those without one as well', () => {
    const columns = familiesOf(now.result, 'REG:28');
    expect(columns.map((one) => one.family)).toEqual(['OPH', 'ESH', undefined]);
    const shares = columns.map((one) => one.cells.get('CTX-05'));
    // (40 + 60) / (100 + 300), never the mean of 40 % and 20 %; nobody; 20 / 200.
    expect(shares.map((one) => one?.value)).toEqual([0.25, null, 0.1]);
    expect(shares.map((one) => [one?.respondents, one?.expected])).toEqual([
      [2, 2],
      [0, 1],
      [1, 1],
    ]);
    // Without a perimeter dwellings are those stated: 100 of 400 for what A alone answered.
    expect(columns[0]?.cells.get('ECO-05')?.coverage).toBe(0.25);
  });

  it('says nothing where all are of one family', () => {
    expect(familiesOf(region(2020, { [A]: { nb_lls: 1 }, [B]: { nb_lls: 2 } }).result, 'REG:28')).toEqual([]);
  });
});

describe('with another year', () => {
  const then = region(2019, {
    [A]: { nb_lls: 100, nb_individuel: 30 },
    [C]: { nb_lls: 500, nb_individuel: 250 },
    [D]: { nb_lls: 300, nb_individuel: 30 },
  });

  it('comes back from the workbook that was kept, with the landlords that answered both times told apart', async () => {
    const bytes = await writeWorkbook(buildConsolidationWorkbook(then.result));
    const edition = await readEdition(await openWorkbook(bytesSource(bytes)), 'interne-2019.xlsx');
    const earlier = earlierConsolidation(edition, { contributions: [], catalogue: smallCatalogue() });
    const houses = yearChanges(now.result, earlier).find((one) => one.code === 'CTX-05');
    // 310 / 900 then, 120 / 600 now; of A and D alone 60 / 400 then, 60 / 300 now: a third more, not less.
    expect(houses?.before).toBeCloseTo(310 / 900, 12);
    expect(houses?.after).toBeCloseTo(0.2, 12);
    expect(houses?.constant).toMatchObject({ landlords: 2, before: 0.15, after: 0.2 });
    expect(houses?.change).toBeLessThan(0);
    expect(houses?.constant.change).toBeCloseTo(1 / 3, 12);
    // A share would be told in points.
    expect(changeBetween('%', 0.2, 0.15)).toBeCloseTo(0.05, 12);
    expect([changeBetween('€', 1, 0), changeBetween('€', null, 1)]).toEqual([null, null]);
    const dwellings = yearChanges(now.result, earlier).find((one) => one.code === 'CTX-01');
    // 900 to 1 200: a third more; of A, C and D 900 to 900.
    expect(dwellings?.change).toBeCloseTo(1 / 3, 12);
    expect(dwellings?.constant).toEqual({ landlords: 3, before: 900, after: 900, change: 0 });
  });
});

describe('with a territory', () => {
  it('gives the gap in points for shares and relative for the rest', () => {
    const { result } = campaign({
      by: ['DEP'],
      contributions: [
        contribution({
          siren: A,
          at: { 'DEP:14': { nb_lls: 100, nb_individuel: 10 }, 'DEP:50': { nb_lls: 300, nb_individuel: 90 } },
        }),
      ],
      references: [{ code: 'rp_territoire', year: 2019, territory: 'REG:28', value: 1, source: 'Insee' }],
    });
    const of = (code: string) =>
      gapsTo(result, 'REG:28').find((one) => one.code === code && one.territory === 'DEP:14');
    // A sum: a quarter of the region is a part of it, not a gap.
    expect(of('CTX-01')).toMatchObject({ value: 100, other: 400, gap: null });
    // 10 % against 25 %; its unit is not a share in this catalogue: relative.
    expect(of('CTX-05')?.gap).toBeCloseTo(-0.6, 12);
    expect(gapsTo(result, 'REG:11')).toEqual([]);
    const sheet = buildConsolidationWorkbook(result, { compared: { territories: ['DEP:50'] } }).sheets.find(
      ({ name }) => name === 'Écarts à Manche',
    );
    expect(sheet).toBeDefined();
  });
});

describe('distribution', () => {
  const many = (count: number) =>
    campaign({
      contributions: Array.from({ length: count }, (_, index) => {
        const one = contribution({
          siren: String(100_000_000 + index),
          name: `Bailleur ${index + 1}`,
          data: { nb_lls: 100, nb_individuel: (index + 1) ** 2 },
        });
        return { ...one, identity: { ...one.identity!, mayBeNamed: index === 2 || index === 8 } };
      }),
    }).result;

  it('needs ten answers', () => {
    expect(distributionOf(many(9), 'CTX-05', 'REG:28')).toBeUndefined();
    expect(distributionOf(many(10), 'CTX-05', 'REG:28')?.answers).toBe(10);
  });

  it('gives quartiles as QUARTILE.INC does, and names only those who agreed', () => {
    // Squares of 1 to 10: positions 2.25, 4.5 and 6.75 from zero: 9 + 0.25 × 7, 25 + 0.5 × 11, 49 + 0.75 × 15.
    const spread = distributionOf(many(10), 'CTX-05', 'REG:28');
    expect(spread?.q1).toBeCloseTo(0.1075, 12);
    expect(spread?.median).toBeCloseTo(0.305, 12);
    expect(spread?.q3).toBeCloseTo(0.6025, 12);
    expect(spread?.named.map(({ name, value }) => [name, value])).toEqual([
      ['Bailleur 9', 0.81],
      ['Bailleur 3', 0.09],
    ]);
    const model = buildConsolidationWorkbook(many(10));
    const row = sheetOf(model, 'Distribution').rows[rowHolding(model, 'Distribution', 0, 'CTX-05')];
    expect(row?.cells.map((one) => one?.value).slice(3, 5)).toEqual([10, expect.closeTo(0.1075, 12)]);
    const texts = sheetOf(model, 'Distribution').rows.flatMap(({ cells }) =>
      cells.map((one) => String(one?.value ?? '')),
    );
    expect(texts.join('\n')).not.toContain('Bailleur 4');
  });

  it('is in the JSON only when asked for', () => {
    expect(comparisonsToJson(many(10), {})).toEqual({});
    const { distribution } = comparisonsToJson(many(10), { distribution: true });
    expect(distribution?.find((one) => one.code === 'CTX-05')?.answers).toBe(10);
  });
});

describe('in the workbook', () => {
  const then = region(2019, {
    [A]: { nb_lls: 90, nb_individuel: 30 },
    [C]: { nb_lls: 500, nb_individuel: 250 },
  });
  const model = buildConsolidationWorkbook(now.result, {
    compared: { years: [then.result], territories: ['REG:28'] },
  });

  it('two editions of one year are two sheets and two tables', async () => {
    const twice = buildConsolidationWorkbook(now.result, { compared: { years: [then.result, then.result] } });
    const { tables, sheets } = await openWorkbook(bytesSource(await writeWorkbook(twice)));
    expect(sheets.filter(({ name }) => name.startsWith('Évolution'))).toHaveLength(2);
    expect(tables.filter(({ name }) => name.startsWith('CONSO_EVOLUTION_2019'))).toHaveLength(2);
  });

  itWithLibreOffice('families and changes are live, and LibreOffice finds our values', async () => {
    const { problems } = await differences(model);
    expect(problems).toEqual([]);
    const row = rowHolding(model, 'Par famille', 0, 'CTX-05') + 1;
    expect(cellAt(model, 'Par famille', `E${row}`)?.formula).toContain('SUMIFS(');
    expect(cellAt(model, 'Par famille', `E${row}`)?.value).toBe(0.25);
    const change = rowHolding(model, 'Évolution 2019', 0, 'CTX-01') + 1;
    // 1 200 from 590.
    expect(cellAt(model, 'Évolution 2019', `G${change}`)?.value).toBeCloseTo(610 / 590, 12);
    expect(cellAt(model, 'Évolution 2019', `G${change}`)?.formula).toContain('ABS(');
  });
});
