import { catalogue } from '../../src/catalogue';
import { buildTemplate, readContribution } from '../../src/contribution';
import { bytesSource, writeWorkbook, type WorkbookModel } from '../../src/xlsx';
import { itWithLibreOffice, recalculate } from '../support/libreoffice';
import { cellAt, formulasOf, rowHolding, sheetOf, typed } from '../support/model';
import { differences } from '../support/recalculation';
import { structureProblems } from '../support/xlsx-structure';

const identity = { siren: '732829320', name: 'Calvados & Fils', year: 2019, family: 'OPH' } as const;
const template = buildTemplate(identity, catalogue);

// As a person sees them: theme, label, question, unit, value, control …, code, year, territory.
const VALUE = 4;
const CONTROL = 5;
const CODE = 9;
const sheet = 'Questionnaire';

const read = async (model: WorkbookModel) =>
  readContribution(bytesSource(await writeWorkbook(model)), 'essai.xlsx', { catalogue });

/** The template as a person fills it, code by code. */
function filled(answers: Record<string, string | number>, model = template): WorkbookModel {
  const cells = Object.entries(answers).map(
    ([code, value]) => [`${rowHolding(model, sheet, CODE, code)},${VALUE}`, value] as const,
  );
  return typed(model, sheet, new Map(cells));
}

describe('the contribution template', () => {
  it('opens without a repair', async () => {
    expect(structureProblems(await writeWorkbook(template))).toEqual([]);
  });

  it('reads back as an empty contribution without any remark', async () => {
    const contribution = await read(template);
    expect(contribution.status).toBe('accepted');
    expect(contribution.identity).toMatchObject({
      ...identity,
      status: 'brouillon',
      catalogueVersion: catalogue.version,
    });
    expect(contribution.remarks).toEqual([]);
    expect(new Set(contribution.facts.map(({ answer }) => answer.kind))).toEqual(new Set(['blank']));
    expect([contribution.members, contribution.rows]).toEqual([[], []]);
  });

  it('asks every data point once, and the row tables and lists as a whole; never a reference', () => {
    const codes = sheetOf(template, sheet)
      .rows.slice(5)
      .map(({ cells }) => cells[CODE]?.value);
    const points = [...catalogue.dataPoints.values()];
    const asked = points.filter(({ kind }) => kind === 'sum' || kind === 'set').map(({ code }) => code);
    expect([...codes].sort()).toEqual([...asked, 'IMPACT_LOYERS', 'IMPACT_TRAVAUX'].sort());
    expect(asked.length).toBeGreaterThan(170);
    const columns = points.filter(({ kind }) => kind === 'rent_cells' || kind === 'works');
    const headings = ['Loyers', 'Travaux'].flatMap(
      (name) => sheetOf(template, name).tables?.[0]?.columns ?? [],
    );
    expect(columns.every(({ code }) => headings.includes(code))).toBe(true);
  });

  it('reads back what a person types: numbers, 0, ND, SO; the rest stays not answered', async () => {
    const contribution = await read(
      filled({ nb_lls: 1200, nb_individuel: 0, ventes_part: 'nd', acc_psla: 'SO', IMPACT_TRAVAUX: 0 }),
    );
    const answer = (code: string) => contribution.facts.find((fact) => fact.code === code)?.answer;
    expect(answer('nb_lls')).toEqual({ kind: 'number', value: 1200 });
    expect(answer('nb_individuel')).toEqual({ kind: 'number', value: 0 });
    expect(answer('ventes_part')).toEqual({ kind: 'unavailable' });
    expect(answer('acc_psla')).toEqual({ kind: 'not_applicable' });
    expect(answer('nb_collectif')).toEqual({ kind: 'blank' });
    expect(answer('IMPACT_TRAVAUX')).toEqual({ kind: 'number', value: 0 });
    expect(contribution.remarks.filter(({ level }) => level === 'blocking')).toEqual([]);
  });

  it('reads back rows typed in the other tables', async () => {
    const rents = typed(
      template,
      'Loyers',
      new Map<string, string | number>([
        ['5,0', 2019],
        ['5,2', 'T3'],
        ['5,3', 5.5],
        ['5,4', 9.1],
        ['5,5', 4200],
      ]),
    );
    const both = typed(
      rents,
      'Listes',
      new Map<string, string | number>([
        ['5,0', 'fournisseurs'],
        ['5,1', 2019],
        ['5,3', '552081317'],
      ]),
    );
    const contribution = await read(both);
    expect(contribution.rows).toHaveLength(1);
    expect(contribution.rows[0]).toMatchObject({
      table: 'loyers',
      year: 2019,
      label: 'T3',
      values: { loyer_hlm: 5.5, loyer_marche: 9.1, surface_louee: 4200 },
    });
    expect(contribution.members.map(({ list, identifier }) => [list, identifier])).toEqual([
      ['fournisseurs', '552081317'],
    ]);
    expect(contribution.remarks.filter(({ level }) => level === 'blocking')).toEqual([]);
  });

  it('writes the territory asked on every row, and leaves it blank otherwise', async () => {
    const at = buildTemplate({ ...identity, territory: 'DEP:14' }, catalogue);
    expect(new Set((await read(at)).facts.map(({ territory }) => territory))).toEqual(new Set(['DEP:14']));
    expect(new Set((await read(template)).facts.map(({ territory }) => territory))).toEqual(new Set(['']));
  });

  it('lets every answer cell take only a number, ND or SO, and offers choices for the identity', () => {
    const rules = sheetOf(template, sheet).validations ?? [];
    const rows = rules.flatMap(({ ref }) => {
      const [, first, last = first] = /^E(\d+)(?::E(\d+))?$/.exec(ref) ?? [];
      return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
    });
    const answers = sheetOf(template, sheet).rows.length - 5;
    expect([...new Set(rows)]).toHaveLength(answers);
    expect(rules.every(({ prompt, error }) => prompt && error)).toBe(true);
    const choices = sheetOf(template, 'Identité').validations?.flatMap(({ values }) => values ?? []);
    expect(choices).toEqual(expect.arrayContaining(['OPH', 'COOP', 'transmis', 'oui']));
  });

  it('stays within what Excel accepts in a formula', () => {
    const formulas = formulasOf(template).map(({ cell }) => cell.formula ?? '');
    expect(Math.max(...formulas.map(({ length }) => length))).toBeLessThan(8192);
    // A constant text of more than 255 characters is refused.
    const texts = formulas.flatMap((formula) => formula.match(/"(?:[^"]|"")*"/g) ?? []);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(257);
  });
});

describe('the live checks, calculated by LibreOffice', () => {
  const control = (values: Map<string, unknown[][]>, model: WorkbookModel, code: string) =>
    values.get(sheet)?.[rowHolding(model, sheet, CODE, code)]?.[CONTROL];

  itWithLibreOffice('say what they say when nothing is filled', async () => {
    expect((await differences(template)).problems).toEqual([]);
  });

  itWithLibreOffice('answer each kind of answer, and count progress', async () => {
    const model = filled({
      nb_lls: 100,
      nb_individuel: 130,
      nb_collectif: 70,
      ventes_part: 'ND',
      acc_psla: 'so',
      mes_neuf: -3,
      demolitions: 2.5,
      nb_vacants: 'beaucoup',
      surface_totale: 6000,
      communes_implantation: 12,
      loyers: 500,
    });
    const values = await recalculate(await writeWorkbook(model));
    const of = (code: string) => control(values, model, code);
    expect(of('nb_individuel')).toBe('À vérifier : doit être au plus Logements locatifs sociaux');
    // 130 + 70 is not 100.
    expect(of('nb_lls')).toBe(
      'À vérifier : Logements individuels + Logements collectifs doit être égal à Logements locatifs sociaux',
    );
    // 6 000 m² for 100 dwellings lies between 30 and 110 m² each.
    expect(of('surface_totale')).toBe('OK');
    expect(of('nb_collectif')).toBe('OK');
    expect(of('ventes_part')).toBe('Non disponible');
    expect(of('acc_psla')).toBe('Sans objet');
    expect(of('mes_neuf')).toBe('Négatif impossible : corrigez');
    expect(of('demolitions')).toBe('À vérifier : nombre entier attendu');
    expect(of('nb_vacants')).toBe('Écrivez un nombre, ND ou SO');
    expect(of('communes_implantation')).toBe(
      'Écrivez seulement 0, ND ou SO ; le reste va dans la feuille Listes',
    );
    // What it is compared with is not known yet.
    expect(of('loyers')).toBe('OK');
    expect(of('tfpb')).toBe('À répondre');

    const progress = values.get('Lisez-moi')?.at(-1) ?? [];
    const total = sheetOf(template, sheet).rows.length - 5;
    // Eleven typed; six of them to be looked at: nb_lls, nb_individuel, mes_neuf, demolitions, nb_vacants, communes.
    expect(progress.slice(0, 5)).toEqual(['Ensemble', total, 11, total - 11, 6]);
  });

  itWithLibreOffice('compare figures of one territory only, wherever their rows are', async () => {
    // The same question for a département, on the row of another one: what a person gets by copying rows.
    const at = rowHolding(template, sheet, CODE, 'tfpb');
    const model = typed(
      filled({ nb_lls: 100, nb_individuel: 90 }),
      sheet,
      new Map<string, string | number>([
        [`${at},${CODE}`, 'nb_lls'],
        [`${at},${VALUE}`, 40],
        [`${at},11`, 'DEP:14'],
      ]),
    );
    const values = await recalculate(await writeWorkbook(model));
    // 90 is compared with 100, not with 40 nor with 140.
    expect(control(values, model, 'nb_individuel')).toBe('OK');
    const local = typed(
      model,
      sheet,
      new Map([[`${rowHolding(model, sheet, CODE, 'nb_individuel')},11`, 'DEP:14']]),
    );
    const there = await recalculate(await writeWorkbook(local));
    expect(control(there, local, 'nb_individuel')).toMatch(/^À vérifier/);
  });

  itWithLibreOffice('check the SIREN', async () => {
    // The sheet by itself: its check looks nowhere else, and the whole questionnaire takes a while.
    const alone = { ...template, sheets: [sheetOf(template, 'Identité')] };
    const answer = async (siren: string | number) => {
      const model = typed(alone, 'Identité', new Map([['4,1', siren]]));
      return (await recalculate(await writeWorkbook(model))).get('Identité')?.[4]?.[2];
    };
    expect(cellAt(template, 'Identité', 'A5')?.value).toBe('siren');
    // 732829320: 7 + (3×2) + 2 + (8×2 → 7) + 2 + (9×2 → 9) + 3 + (2×2) + 0 = 40.
    expect(await answer('732 829 320')).toBe('OK');
    expect(await answer('732829321')).toBe('SIREN inexact : neuf chiffres, vérifiez la saisie');
    expect(await answer('73282932')).toBe('SIREN inexact : neuf chiffres, vérifiez la saisie');
  });
});
