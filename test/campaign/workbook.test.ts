import { unzipSync } from 'fflate';
import { catalogue } from '../../src/catalogue';
import {
  buildCampaignWorkbook,
  type Campaign,
  contributionFileName,
  parseThemes,
  prefill,
  readCampaign,
  readPerimeterWorkbook,
  reminderOf,
  zipFiles,
} from '../../src/campaign';
import { readContribution } from '../../src/contribution';
import { bytesSource, openWorkbook, writeWorkbook } from '../../src/xlsx';
import { A, B, C, contribution } from '../consolidation/campaign';
import { type TableGiven, workbook } from '../contribution/workbook';
import { adjustment, day, reread, threeLandlords } from './campaign';
import { itWithLibreOffice, recalculate } from '../support/libreoffice';

const modified = day('2020-05-01');

describe('a campaign workbook', () => {
  it('is read back as it was written, whatever texts begin with', async () => {
    const start = threeLandlords({ deadline: day('2020-05-15'), themes: ['PAC', 'ENE'], union: '=1+1' });
    const campaign: Campaign = {
      ...start,
      followUp: start.followUp.map((one) =>
        one.siren === A
          ? {
              ...one,
              state: 'reçu',
              date: day('2020-04-02'),
              by: '@Paul',
              sentBy: '-Jeanne Martin',
              sentAt: day('2020-04-01'),
              version: '123456789012',
              file: 'a.xlsx',
              filled: 0.25,
              blocking: 2,
              comment: '=cmd|/C calc!A0',
            }
          : one,
      ),
      journal: [
        adjustment({ source: { file: 'campagne.xlsx', sheet: 'Journal', cell: 'H5' } }),
        adjustment({
          siren: B,
          territory: 'DEP:14',
          before: { kind: 'unavailable' },
          after: { kind: 'not_applicable' },
          reason: '+33 2 31',
          cancelledBy: 'Paul',
          source: { file: 'campagne.xlsx', sheet: 'Journal', cell: 'H6' },
        }),
      ],
    };
    const read = await reread(buildCampaignWorkbook(campaign, catalogue, modified));
    expect(read).toEqual({ campaign, remarks: [], additions: [] });
  });

  it('says with its cell what a person wrote wrongly, and goes on', async () => {
    const tables: TableGiven[] = [
      {
        name: 'IMPACT_CAMPAGNE',
        headings: ['Champ', 'Valeur'],
        rows: [
          ['Année', 2019],
          ['Territoire', 'REG:28'],
          ['Thèmes', 'PAC, licornes'],
        ],
      },
      {
        name: 'IMPACT_PERIMETRE',
        headings: ['SIREN', 'Raison sociale', 'Territoire', 'Logements'],
        rows: [
          [111111118, 'Alpha', 'REG:28', 100],
          ['12', 'Nul', 'REG:28', 5],
          [B, 'Bêta', 'Atlantide', 5],
          [C, 'Gamma', null, 600.5],
        ],
      },
      {
        name: 'IMPACT_SUIVI',
        headings: ['siren', 'état', 'qui', 'transmis par', 'date', 'Mon avis'],
        rows: [
          [A, 'ACCEPTE', 'Jeanne Martin', 'Mme Jeanne MARTIN, 02 31 00 00 00', 'hier'],
          [C, 'parti', '', '', null],
          [B, 'accepté', null, 'Paul', null],
        ],
      },
      {
        name: 'IMPACT_JOURNAL',
        headings: [
          'quand',
          'qui',
          'siren',
          'code',
          'annee',
          'territoire',
          'ancien',
          'nouveau',
          'motif',
          'annule_par',
        ],
        rows: [
          [null, 'Paul', A, 'nb_lls', 2019, null, 100, '1 234,5', null, null],
          [null, 'Paul', A, 'nb_licornes', 2019, null, 1, 2, 'x', null],
        ],
      },
    ];
    const { campaign, remarks, additions } = await readCampaign(await workbook(tables), 'union.xlsx', {
      catalogue,
    });
    const said = remarks.map(({ code, level, source }) => [code, level, source.sheet, source.cell]);
    expect(said).toEqual([
      ['unknown_theme', 'warning', 'Feuille 1', 'B4'],
      ['invalid_siren', 'blocking', 'Feuille 2', 'A3'],
      ['unknown_territory', 'blocking', 'Feuille 2', 'C4'],
      ['invalid_date', 'warning', 'Feuille 3', 'E2'],
      ['own_validation', 'warning', 'Feuille 3', 'C2'],
      ['unknown_state', 'warning', 'Feuille 3', 'B3'],
      ['accepted_by_nobody', 'warning', 'Feuille 3', 'C4'],
      ['invalid_adjustment', 'blocking', 'Feuille 4', 'I2'],
      ['invalid_adjustment', 'blocking', 'Feuille 4', 'D3'],
    ]);
    expect(campaign?.settings.themes).toEqual(['PAC']);
    expect(campaign?.perimeter.map(({ siren, dwellings }) => [siren, dwellings])).toEqual([
      [A, 100],
      [C, 600.5],
    ]);
    expect(campaign?.followUp.map(({ siren, state }) => [siren, state])).toEqual([
      [A, 'accepté'],
      [C, 'attendu'],
      [B, 'accepté'],
    ]);
    expect(campaign?.journal).toEqual([]);
    expect(additions).toContain('colonne « Mon avis » de IMPACT_SUIVI');
  });

  it('gives its perimeter alone, and refuses by name what is no campaign', async () => {
    const written = await writeWorkbook(buildCampaignWorkbook(threeLandlords(), catalogue, modified));
    const { lines } = await readPerimeterWorkbook(bytesSource(written), 'c.xlsx', {});
    expect(lines.map(({ siren, territory, dwellings }) => [siren, territory, dwellings])).toEqual([
      [A, 'REG:28', 100],
      [B, 'REG:28', 300],
      [C, 'REG:28', 600],
    ]);
    const half = await readCampaign(bytesSource(written.subarray(0, written.length / 2)), 'c.xlsx', {
      catalogue,
    });
    expect([half.campaign, half.remarks[0]?.code]).toEqual([undefined, 'file_truncated']);
    const other = await readCampaign(
      await workbook([{ name: 'T', headings: ['a'], rows: [[1]] }]),
      'o.xlsx',
      { catalogue },
    );
    expect(other.remarks[0]?.message).toContain('la table IMPACT_CAMPAGNE manque');
  });

  it('finds themes by code or by name, commas and accents aside', () => {
    const { code, label } =
      catalogue.dimensions.find((one) => /,/.test(one.label.fr)) ?? catalogue.dimensions[0]!;
    expect(parseThemes(`ene; ${label.fr.toUpperCase()} ,xyz`, catalogue)).toEqual({
      themes: catalogue.dimensions.map((one) => one.code).filter((one) => one === 'ENE' || one === code),
      unknown: ['xyz'],
    });
    expect(parseThemes('Tous', catalogue)).toEqual({ themes: [], unknown: [] });
  });

  it('reminds those who have not answered, and those whose workbook went back, of the date', () => {
    const { settings, followUp } = threeLandlords({ deadline: day('2020-05-15'), union: 'Union Hlm' });
    const [alpha] = followUp;
    expect(reminderOf(alpha!, settings)?.text).toMatch(
      /Alpha Habitat \(SIREN 111111118\)[^]*15\/05\/2020[^]*Union Hlm$/,
    );
    expect(reminderOf({ ...alpha!, state: 'renvoyé', blocking: 2 }, settings)?.text).toContain(
      '2 remarques bloquantes',
    );
    expect(reminderOf({ ...alpha!, state: 'reçu' }, settings)).toBeUndefined();
  });

  itWithLibreOffice('counts the states live, and survives LibreOffice', async () => {
    const start = threeLandlords();
    const followUp = start.followUp.map((one) =>
      one.siren === A ? one : { ...one, state: 'accepté' as const },
    );
    const written = await writeWorkbook(buildCampaignWorkbook({ ...start, followUp }, catalogue, modified));
    const rows = (await recalculate(written)).get('Campagne') ?? [];
    const count = (state: string) => rows.find((row) => row[0] === state)?.[1];
    expect([count('attendu'), count('accepté'), count('reçu')]).toEqual([1, 2, 0]);
  });
});

describe('prefilled contribution workbooks', () => {
  const name = '../ÉTÉ: «Cœur» & Fils/..\\<script>';

  it('have names that are safe everywhere', () => {
    expect(contributionFileName(A, name, 2019)).toBe('111111118-ete-coeur-fils-script-2019.xlsx');
    expect(contributionFileName(A, '???', 2019)).toBe('111111118-2019.xlsx');
    expect(contributionFileName(A, 'x'.repeat(5000), 2019).length).toBeLessThan(90);
  });

  it('ask the themes of the campaign, recall last year, and are contributions that answer nothing', async () => {
    const campaign = threeLandlords({ themes: ['ENE'] });
    const before = contribution({ siren: A, year: 2018, data: { conso_gaz: 2500, conso_fioul: 'ND' } });
    const { files } = prefill(campaign, catalogue, [before]);
    expect(files.map((one) => one.name)).toEqual([
      '111111118-alpha-habitat-2019.xlsx',
      '222222226-beta-logis-2019.xlsx',
      '333333334-gamma-2019.xlsx',
    ]);
    const zip = unzipSync(
      zipFiles([{ name: files[0]!.name, bytes: await writeWorkbook(files[0]!.workbook) }]),
    );
    const source = bytesSource(zip['111111118-alpha-habitat-2019.xlsx']!);
    const read = await readContribution(source, 'a.xlsx', { catalogue });
    expect(read.status).toBe('accepted');
    expect(read.identity).toMatchObject({ siren: A, name: 'Alpha Habitat', year: 2019, status: 'brouillon' });
    const themes = new Set(read.facts.map(({ code }) => catalogue.dataPoints.get(code)?.theme));
    themes.delete(undefined); // the row table of works, a question of its own
    expect([...themes]).toEqual(['ENE']);
    expect(read.facts.every(({ answer }) => answer.kind === 'blank')).toBe(true);
    const reader = await openWorkbook(source);
    expect(reader.sheets.map((one) => one.name)).toEqual(expect.not.arrayContaining(['Loyers']));
    const table = await reader.readTable('IMPACT_DONNEES');
    const [question, code] = ['Question', 'Code'].map((one) => table.columns.indexOf(one));
    const textOf = (wanted: string) => {
      const row = Array.from({ length: table.rowCount }, (_, index) => index).find(
        (index) => table.cell(index, code!) === wanted,
      );
      return String(table.cell(row!, question!));
    };
    expect(textOf('conso_gaz')).toMatch(/\nRappel 2018 : 2\s500\skWh$/u);
    expect(textOf('conso_fioul')).toMatch(/\nRappel 2018 : ND$/);
    expect(textOf('conso_bois')).not.toContain('Rappel');
  });
});
