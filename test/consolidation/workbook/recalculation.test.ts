import { buildConsolidationWorkbook } from '../../../src/consolidation';
import { type WorkbookModel, writeWorkbook } from '../../../src/xlsx';
import { itWithLibreOffice, recalculate } from '../../support/libreoffice';
import { cellAt, rowHolding, sheetOf, typed } from '../../support/model';
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

  const sheet = 'Matrice REG-28';
  const three = () => {
    const { result } = campaign({
      contributions: [
        contribution({
          siren: A,
          name: 'Alpha',
          data: { nb_lls: 100, nb_individuel: 40, achats_locaux: 0, achats_geolocalises: 0 },
          lists: { fournisseurs: { '': ['S1', 'S2'] } },
        }),
        contribution({
          siren: B,
          name: 'Bêta',
          data: { nb_lls: 300, nb_individuel: 'ND', nb_neufs: 10, nb_rehab: 20, heures_insertion: 3000 },
          lists: { fournisseurs: { '': ['S2', 'S3', 'S3'] } },
        }),
        contribution({ siren: C, name: 'Gamma', data: { nb_lls: 600, nb_individuel: 'SO' } }),
      ],
      perimeter: perimeter({ [A]: { 'REG:28': 100 }, [B]: { 'REG:28': 300 }, [C]: { 'REG:28': 600 } }),
    });
    return buildConsolidationWorkbook(result);
  };

  /** What LibreOffice shows of each indicator: value, respondents, expected, coverage, range, state, reason. */
  async function shown(model: WorkbookModel) {
    const rows = (await recalculate(await writeWorkbook(model))).get('Indicateurs') ?? [];
    return (code: string) => {
      const row = rows.find((cells) => cells[0] === code) ?? [];
      const [value = '', , respondents, expected, coverage, low, high, , state, why = ''] = row.slice(3);
      return { value, respondents, expected, coverage, low, high, state, why };
    };
  }

  /** The workbook with another answer of a landlord. */
  function answered(model: WorkbookModel, landlord: string, key: string, value: number | string) {
    const column = sheetOf(model, sheet).rows[5]?.cells.findIndex((cell) => cell?.value === key);
    return typed(model, sheet, new Map([[`${rowHolding(model, sheet, 0, landlord)},${column}`, value]]));
  }

  itWithLibreOffice('applies the rules', async () => {
    const of = await shown(three());
    // A alone: 40 / 100; C has no houses and leaves; A weighs 100 of 400 dwellings.
    expect(of('CTX-05')).toMatchObject({ value: 0.4, respondents: 1, expected: 2, coverage: 0.25 });
    expect(of('CTX-04')).toMatchObject({ value: '', why: 'référence non fournie', state: 'non disponible' });
    expect(of('ECO-10')).toMatchObject({ value: '', why: 'dénominateur nul', respondents: 1 });
    expect(of('ENE-02')).toMatchObject({ value: '', why: 'aucun répondant', respondents: 0, expected: 3 });
    // S1, S2 and S3; C gave no list.
    expect(of('ECO-12')).toMatchObject({ value: 3, respondents: 2 });
    // 2.4 × 10 + 0.5 × 20, from 1 × 10 to 3 × 10; the highest divisor gives the lowest: 3000 by 2000 and by 1500.
    expect(of('ECO-05')).toMatchObject({ value: 34, low: 20, high: 40 });
    expect(of('ECO-15')).toMatchObject({ value: 1.875, low: 1.5, high: 2 });
  });

  itWithLibreOffice('follows what an auditor types in the matrix and the references', async () => {
    const model = three();
    const row = rowHolding(model, 'Références', 1, 'ref.rp_territoire');
    const filled = typed(model, 'Références', new Map([[`${row},4`, 4000]]));
    const of = await shown(
      answered(answered(filled, 'Bêta', 'nb_individuel', 60), 'Bêta', 'distinct(fournisseurs)', 'ND'),
    );
    // (40 + 60) / (100 + 300): everyone expected answered.
    expect(of('CTX-05')).toMatchObject({ value: 0.25, respondents: 2, expected: 2, coverage: 1 });
    // (100 + 300 + 600) / 4000
    expect(of('CTX-04')).toMatchObject({ value: 0.25, state: 'calculé', why: '' });
    // Only the suppliers of A are left.
    expect(of('ECO-12')).toMatchObject({ value: 2, respondents: 1 });

    const other = await shown(
      answered(answered(model, 'Gamma', 'nb_individuel', 0), 'Alpha', 'nb_lls', 'ND'),
    );
    // C now has houses to count, none; A no longer answers: 0 / 600, C weighs 600 of 1000.
    expect(other('CTX-05')).toMatchObject({ value: 0, respondents: 1, expected: 3, coverage: 0.6 });
  });
});
