import { writeXlsx } from 'hucre';
import { catalogue, withLocalIndicators, localCode } from '../../src/catalogue';
import {
  buildConsolidationWorkbook,
  consolidate,
  oneLandlord,
  readLocalIndicatorsFile,
  toJson,
} from '../../src/consolidation';
import { localIndicatorsSheet, readContribution, type Contribution } from '../../src/contribution';
import { bytesSource } from '../../src/xlsx';

type Cell = string | number | null;
const headings = ['Code', 'Libellé', 'Unité', 'Formule', 'Décimales', 'Sens', 'Définition'];

interface Sent {
  siren: string;
  name: string;
  data: Record<string, Cell>;
  locals?: Cell[][];
}

/** A landlord's workbook, written by a library that is not ours. */
async function workbook({ siren, name, data, locals = [] }: Sent): Promise<Contribution> {
  const table = (sheet: string, title: string, columns: string[], rows: Cell[][]) => ({
    name: sheet,
    rows: [columns, ...rows],
    tables: [
      {
        name: title,
        range: `A1:${String.fromCharCode(64 + columns.length)}${rows.length + 1}`,
        columns: columns.map((one) => ({ name: one })),
      },
    ],
  });
  const identity = [
    ['siren', siren],
    ['raison_sociale', name],
    ['exercice', 2019],
  ];
  const facts = Object.entries(data).map(([code, value]) => [code, 2019, 'REG:28', value]);
  const sheets = [
    table('Identité', 'IMPACT_IDENTITE', ['champ', 'valeur'], identity),
    table('Données', 'IMPACT_DONNEES', ['code', 'annee', 'territoire', 'valeur'], facts),
    ...(locals.length > 0 ? [table('Les nôtres', 'IMPACT_INDICATEURS_LOCAUX', headings, locals)] : []),
  ];
  return readContribution(bytesSource(await writeXlsx({ sheets })), `${name}.xlsx`, { catalogue });
}

const individual: Cell[] = [
  'LOC-01',
  'Part non individuelle',
  '%',
  '1 - nb_individuel / nb_lls',
  1,
  'hausse',
  null,
];
const double: Cell[] = [
  'loc 2',
  'Vacants pour mille',
  'ratio',
  '1000 * OFF-07',
  null,
  null,
  'Pour mille logements.',
];
const Alpha = { siren: '111111118', name: 'Alpha' };
const Beta = { siren: '222222226', name: 'Beta' };
const full = { nb_lls: 1000, nb_individuel: 250, nb_vac3m: 30, nb_proposes_location: 600 };
const cellOf = (result: ReturnType<typeof consolidate>, code: string) =>
  result.cells.find((one) => one.code === code && one.territory === result.territory);
const consolidated = (contributions: readonly Contribution[], more = {}) =>
  consolidate({ contributions, catalogue, territory: 'REG:28', year: 2019, ...more });

describe('a landlord’s own indicators', () => {
  it('are computed, explained, and stand in the workbook as formulas', async () => {
    const alpha = await workbook({ ...Alpha, data: full, locals: [individual, double] });
    expect(alpha.remarks).toEqual([]);
    const result = consolidated([alpha]);
    // 1 - 250 / 1000; 1000 x 30 / 600.
    expect(cellOf(result, 'LOC-01')).toMatchObject({
      value: 0.75,
      unit: '%',
      status: 'computed',
      respondents: 1,
    });
    expect(cellOf(result, 'LOC-02')).toMatchObject({ value: 50, status: 'computed' });
    expect(result.catalogue.indicators.get('LOC-01')).toMatchObject({
      confidence: 'local',
      direction: 'higher_better',
    });
    expect(toJson(result).indicators.find((one) => one.code === 'LOC-01')).toMatchObject({
      local: true,
      label: 'Part non individuelle',
      formula: '1 - nb_individuel / nb_lls',
    });
    const sheet = buildConsolidationWorkbook(result).sheets.find((one) => one.name === 'Indicateurs')!;
    const row = sheet.rows.find((one) => one.cells[0]?.value === 'LOC-01')!;
    expect(row.cells[3]).toMatchObject({ value: 0.75 });
    expect(row.cells[3]?.formula).toMatch(/^IF/);
    expect(row.cells.map((one) => one?.value)).toContain('indicateur local');
    const landlord = oneLandlord(alpha, { catalogue, year: 2019, campaign: 'REG:28' });
    const cell = landlord.cell('LOC-01', 'REG:28')!;
    expect(cell.value).toBe(0.75);
    const story = JSON.stringify(landlord.explain(cell, 'fr'));
    expect(story).toContain('250');
    expect(story).toMatch(/1\s000/u);
  });

  it.each([
    ['a sign that is not one', '1 - nb_individuel ; nb_lls', '%', 'D2', 'au caractère 19 (« ; »)'],
    ['a data point misspelt', 'nb_individuels / nb_lls', '%', 'D2', 'Vouliez-vous « nb_individuel » ?'],
    ['euros added to dwellings', 'loyers + nb_lls', '€', 'D2', 'ne mesurent pas la même chose'],
    ['a unit that does not follow', 'nb_individuel / nb_lls', '€', 'D2', 'l’unité déclarée est « € »'],
    ['a unit that does not exist', 'nb_lls', 'patates', 'C2', 'patates'],
    ['no unit', 'nb_lls', null, 'C2', 'l’unité manque'],
    ['itself', 'LOC-01 / nb_lls', '%', 'D2', 'LOC-01 → LOC-01'],
    ['no landlord at all', '3 * coef.heures_etp', 'heure/ETP', 'D2', 'aucune donnée de bailleur'],
    ['the consolidation', 'nb_lls * ref.qua_alertes', 'logement', 'D2', 'décrit la consolidation'],
  ])('are refused, at their cell: %s', async (_why, formula, unit, cell, words) => {
    const alpha = await workbook({
      ...Alpha,
      data: full,
      locals: [['LOC-01', 'Essai', unit, formula, null, null, null]],
    });
    expect(alpha.localIndicators).toBeUndefined();
    const [remark, ...others] = alpha.remarks;
    expect(others).toEqual([]);
    expect(remark).toMatchObject({
      level: 'blocking',
      code: 'invalid_local_indicator',
      source: { file: 'Alpha.xlsx', sheet: 'Les nôtres', cell },
    });
    expect(remark!.message).toContain(words);
  });

  it('take no code of ours, nor one twice, nor turn round in a circle', async () => {
    const locals: Cell[][] = [
      ['PAC-01', 'Le nôtre', '%', 'nb_individuel / nb_lls', null, null, null],
      ['MON-01', 'Autre thème', '%', 'nb_individuel / nb_lls', null, null, null],
      individual,
      individual,
      ['LOC-05', 'Cercle', '%', 'LOC-06 * 2', null, null, null],
      ['LOC-06', 'Cercle', '%', 'LOC-05 / 2', null, null, null],
    ];
    const alpha = await workbook({ ...Alpha, data: full, locals });
    expect(alpha.remarks.map((one) => `${one.source.cell} ${one.message}`)).toEqual([
      expect.stringMatching(/^A2 .*PAC-01 est déjà un indicateur du catalogue/),
      expect.stringMatching(/^A3 .*« MON-01 » n’est pas un code d’indicateur local.*LOC-01 à LOC-99/),
      expect.stringMatching(/^A5 .*LOC-01 est défini deux fois/),
      expect.stringMatching(/^D6 .*LOC-06 → LOC-05 → LOC-06/),
      expect.stringMatching(/^D7 .*LOC-05 → LOC-06 → LOC-05/),
    ]);
    expect(alpha.localIndicators?.map((one) => one.code)).toEqual(['LOC-01']);
    expect([localCode(' loc-7b '), localCode('LOC 12')]).toEqual(['LOC-07B', 'LOC-12']);
  });

  it('are neutral, with a remark, for a direction that is none of the words', async () => {
    const written = ['Plus haut', 'constructor', null].map((word, at): Cell[] => [
      `LOC-0${at}`,
      'Essai',
      '%',
      'nb_individuel / nb_lls',
      null,
      word,
      null,
    ]);
    const alpha = await workbook({ ...Alpha, data: full, locals: written });
    expect(alpha.localIndicators?.map(({ direction }) => direction)).toEqual([
      'higher_better',
      undefined,
      undefined,
    ]);
    expect(alpha.remarks.map(({ code, source }) => [code, source.cell])).toEqual([
      ['unknown_direction', 'F3'],
    ]);
  });

  it('have as many decimals as their sheet says, and no more', async () => {
    const words = localIndicatorsSheet().rows.flatMap((row) => (row?.cells ?? []).map((one) => one?.value));
    const most = /^De 0 à (\d) /u.exec(words.find((one) => String(one).startsWith('De 0')) as string)?.[1];
    const of = (decimals: number): Cell[] => [
      'LOC-01',
      'Essai',
      '%',
      'nb_individuel / nb_lls',
      decimals,
      null,
      null,
    ];
    const allowed = await workbook({ ...Alpha, data: full, locals: [of(Number(most))] });
    expect(allowed.remarks).toEqual([]);
    const refused = await workbook({ ...Alpha, data: full, locals: [of(Number(most) + 1)] });
    expect(refused.remarks.map(({ source }) => source.cell)).toEqual(['E2']);
  });

  it('are consolidated on the sums if all hold their data, whatever their spaces and words', async () => {
    const alpha = await workbook({ ...Alpha, data: full, locals: [individual] });
    const other: Cell[] = ['LOC-01', 'Collectif', '%', '1-nb_individuel/nb_lls', null, null, null];
    const beta = await workbook({ ...Beta, data: { nb_lls: 3000, nb_individuel: 150 }, locals: [other] });
    const result = consolidated([alpha, beta]);
    expect(cellOf(result, 'LOC-01')).toMatchObject({
      value: 1 - 400 / 4000,
      respondents: 2,
      status: 'computed',
    });
    expect(result.remarks.filter((one) => one.code.startsWith('local_'))).toEqual([]);
  });

  it('are not when one lacks the data, and the remark names it', async () => {
    const alpha = await workbook({ ...Alpha, data: full, locals: [individual] });
    const beta = await workbook({ ...Beta, data: { nb_lls: 3000, nb_individuel: 'ND' } });
    const result = consolidated([alpha, beta]);
    expect(cellOf(result, 'LOC-01')).toMatchObject({ value: null, status: 'not_consolidated' });
    expect(result.remarks.find((one) => one.code === 'local_indicator_incomplete')?.message).toContain(
      '(Beta)',
    );
    const none = await workbook({ ...Beta, data: { nb_lls: 3000, nb_individuel: 'SO' } });
    expect(cellOf(consolidated([alpha, none]), 'LOC-01')).toMatchObject({ value: 0.75, status: 'computed' });
  });

  it('are left out when two landlords mean different things, unless the campaign says which', async () => {
    const alpha = await workbook({ ...Alpha, data: full, locals: [individual] });
    const other: Cell[] = ['LOC-01', 'Part individuelle', '%', 'nb_individuel / nb_lls', null, null, null];
    const beta = await workbook({ ...Beta, data: { nb_lls: 3000, nb_individuel: 150 }, locals: [other] });
    const result = consolidated([alpha, beta]);
    expect(cellOf(result, 'LOC-01')).toBeUndefined();
    expect(result.remarks.find((one) => one.code === 'local_indicator_conflict')?.message).toMatch(
      /Alpha\.xlsx.*Beta\.xlsx/,
    );
    const given = readLocalIndicatorsFile(
      'code;libelle;unite;formule\nLOC-01;Part individuelle;%;nb_individuel / nb_lls\nLOC-02;Faux;€;nb_lls\n',
      'locaux.csv',
      catalogue,
    );
    expect(given.remarks).toMatchObject([
      { level: 'blocking', source: { file: 'locaux.csv', cell: 'ligne 3' } },
    ]);
    const settled = consolidated([alpha, beta], { localIndicators: given.indicators });
    expect(cellOf(settled, 'LOC-01')).toMatchObject({ value: 400 / 4000, status: 'computed' });
    expect(settled.remarks.find((one) => one.code === 'local_indicator_differs')?.message).toContain(
      'Alpha.xlsx',
    );
  });

  it('leave the catalogue as it is', () => {
    const { catalogue: extended, problems } = withLocalIndicators(catalogue, [
      { code: 'LOC-01', label: 'Double', unit: 'logement', formula: '2 * CTX-01' },
    ]);
    expect(problems).toEqual([]);
    expect(extended.indicators.size).toBe(catalogue.indicators.size + 1);
    expect(catalogue.indicators.has('LOC-01')).toBe(false);
    expect(extended.dimensions.at(-1)?.code).toBe('LOC');
    expect(catalogue.dimensions.some((one) => one.code === 'LOC')).toBe(false);
  });
});
