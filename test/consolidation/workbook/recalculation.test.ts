import { buildConsolidationWorkbook } from '../../../src/consolidation';
import { writeWorkbook } from '../../../src/xlsx';
import { itWithLibreOffice, recalculate } from '../../support/libreoffice';
import { cellAt, rowHolding, typed } from '../../support/model';
import { differences } from '../../support/recalculation';
import { A, B, C, campaign, contribution, perimeter } from '../campaign';
import { publishedCampaign } from './published';

describe('the consolidation workbook, calculated by LibreOffice', () => {
  itWithLibreOffice(
    'gives our value in every cell, over the whole catalogue and three territories',
    async () => {
      const consolidation = publishedCampaign();
      const model = buildConsolidationWorkbook(consolidation);
      const { formulas, problems } = await differences(model);
      expect(problems).toEqual([]);
      // Matrix totals, answers (7 landlords × 140 indicators × 2 territories) and indicators at the least.
      expect(formulas).toBeGreaterThan(2_500);
      // The values stored are those of the engine, indicator by indicator.
      const stored = consolidation.cells.map(
        (_, index) => cellAt(model, 'Indicateurs', `D${index + 5}`)?.value ?? '',
      );
      expect(stored).toEqual(consolidation.cells.map(({ value }) => value ?? ''));
      expect(consolidation.cells.filter(({ value }) => value !== null).length).toBeGreaterThan(150);
    },
  );

  itWithLibreOffice('gives our value for one landlord alone', async () => {
    const { result } = campaign({
      contributions: [contribution({ siren: A, data: { nb_lls: 100, nb_individuel: 'SO', agr_plai: 3 } })],
    });
    const { problems } = await differences(buildConsolidationWorkbook(result, { title: 'Indicateurs de A' }));
    expect(problems).toEqual([]);
  });

  /** Value, respondents, expected and coverage of an indicator. */
  async function shown(model: Parameters<typeof writeWorkbook>[0], code: string) {
    const sheet = (await recalculate(await writeWorkbook(model))).get('Indicateurs') ?? [];
    const row = sheet.find((cells) => cells[0] === code) ?? [];
    return {
      value: row[3],
      respondents: row[5],
      expected: row[6],
      coverage: row[7],
      state: row[11],
      why: row[12],
    };
  }

  const three = () =>
    campaign({
      contributions: [
        contribution({ siren: A, name: 'Alpha', data: { nb_lls: 100, nb_individuel: 40 } }),
        contribution({ siren: B, name: 'Bêta', data: { nb_lls: 300, nb_individuel: 'ND' } }),
        contribution({ siren: C, name: 'Gamma', data: { nb_lls: 600, nb_individuel: 'SO' } }),
      ],
      perimeter: perimeter({ [A]: { 'REG:28': 100 }, [B]: { 'REG:28': 300 }, [C]: { 'REG:28': 600 } }),
    }).result;

  itWithLibreOffice('follows what an auditor changes in the matrix', async () => {
    const model = buildConsolidationWorkbook(three());
    // A alone: 40 / 100; C has no houses and leaves; A weighs 100 of 400 dwellings.
    expect(await shown(model, 'CTX-05')).toMatchObject({
      value: 0.4,
      respondents: 1,
      expected: 2,
      coverage: 0.25,
    });

    const sheet = 'Matrice REG-28';
    const column = 5;
    expect(model.sheets.find(({ name }) => name === sheet)?.rows[5]?.cells[column]?.value).toBe(
      'nb_individuel',
    );
    const type = (name: string, value: number | string) =>
      typed(model, sheet, new Map([[`${rowHolding(model, sheet, 0, name)},${column}`, value]]));

    // B answers 60: (40 + 60) / (100 + 300), everyone expected answered.
    expect(await shown(type('Bêta', 60), 'CTX-05')).toMatchObject({
      value: 0.25,
      respondents: 2,
      expected: 2,
      coverage: 1,
    });
    // C answers 0: 40 / (100 + 600), three expected.
    expect(await shown(type('Gamma', 0), 'CTX-05')).toMatchObject({
      respondents: 2,
      expected: 3,
      coverage: 0.7,
    });
    expect((await shown(type('Gamma', 0), 'CTX-05')).value).toBeCloseTo(40 / 700, 12);
    // Nobody answers any more.
    expect(await shown(type('Alpha', 'ND'), 'CTX-05')).toMatchObject({
      value: '',
      respondents: 0,
      state: 'non disponible',
      why: 'aucun répondant',
    });
  });

  itWithLibreOffice('computes an indicator as soon as its missing reference is typed', async () => {
    const model = buildConsolidationWorkbook(three());
    expect(await shown(model, 'CTX-04')).toMatchObject({ value: '', why: 'référence non fournie' });
    const row = rowHolding(model, 'Références', 1, 'ref.rp_territoire');
    // (100 + 300 + 600) / 4000
    const filled = typed(model, 'Références', new Map([[`${row},4`, 4000]]));
    expect(await shown(filled, 'CTX-04')).toMatchObject({ value: 0.25, state: 'calculé', why: '' });
  });

  itWithLibreOffice('shows no value, and never an error, for a zero denominator', async () => {
    const { result } = campaign({
      contributions: [contribution({ siren: A, data: { nb_lls: 0, nb_individuel: 0 } })],
    });
    const model = buildConsolidationWorkbook(result);
    expect(await shown(model, 'CTX-05')).toMatchObject({
      value: '',
      why: 'dénominateur nul',
      respondents: 1,
    });
  });

  itWithLibreOffice('counts a supplier of two landlords once, and only those of respondents', async () => {
    const { result } = campaign({
      contributions: [
        contribution({ siren: A, name: 'Alpha', lists: { fournisseurs: { '': ['S1', 'S2'] } } }),
        contribution({ siren: B, name: 'Bêta', lists: { fournisseurs: { '': ['S2', 'S3', 'S3'] } } }),
      ],
    });
    const model = buildConsolidationWorkbook(result);
    expect(await shown(model, 'ECO-12')).toMatchObject({ value: 3, respondents: 2 });
    const sheet = 'Matrice REG-28';
    const column = (model.sheets.find(({ name }) => name === sheet)?.rows[5]?.cells ?? []).findIndex(
      (cell) => cell?.value === 'distinct(fournisseurs)',
    );
    const row = rowHolding(model, sheet, 0, 'Bêta');
    const without = typed(model, sheet, new Map([[`${row},${column}`, 'ND']]));
    expect(await shown(without, 'ECO-12')).toMatchObject({ value: 2, respondents: 1 });
  });

  itWithLibreOffice('gives the low and high values with the coefficients’ range', async () => {
    const { result } = campaign({
      contributions: [
        contribution({ siren: A, data: { nb_neufs: 10, nb_rehab: 20, heures_insertion: 3000 } }),
      ],
    });
    const model = buildConsolidationWorkbook(result);
    const sheet = (await recalculate(await writeWorkbook(model))).get('Indicateurs') ?? [];
    const range = (code: string) => sheet.find((cells) => cells[0] === code)?.slice(8, 10);
    // 1 × 10 + 0.5 × 20 to 3 × 10 + 0.5 × 20; the highest divisor gives the lowest value: 3000 / 2000, 3000 / 1500.
    expect(range('ECO-05')).toEqual([20, 40]);
    expect(range('ECO-15')).toEqual([1.5, 2]);
  });
});
