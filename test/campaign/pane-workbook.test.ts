import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../src/catalogue';
import {
  buildCampaignWorkbook,
  earlierYear,
  prefill,
  previousAnswers,
  receivedHeadings,
  receivedTables,
  type ReceivedTable,
  storedRows,
} from '../../src/campaign';
import { consolidate, earlierConsolidation, yearChanges } from '../../src/consolidation';
import { bytesSource, openWorkbook, writeWorkbook } from '../../src/xlsx';
import { A, B, C, contribution as read } from '../consolidation/campaign';
import { factsTable, identityTable, workbook } from '../contribution/workbook';
import { adjustment, day, threeLandlords } from './campaign';

// A campaign workbook that the pane keeps answers in, closed: what the command line and next year's campaign make of it.

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'impact-volet-'));
  writeFileSync(at('volet.xlsx'), await ofPane());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const impact = (...args: string[]) =>
  spawnSync('node', [join(__dirname, '../../scripts/impact.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

/** A campaign as the pane leaves it: what landlords answered stands in its own sheets, and nothing beside it. */
async function ofPane(counted = 300): Promise<Uint8Array> {
  const campaign = threeLandlords();
  const followUp = campaign.followUp.map((one) => ({
    ...one,
    state: 'reçu' as const,
    version: `v${one.siren}`,
  }));
  const stored = [
    read({ siren: A, data: { nb_lls: 100, nb_individuel: 'ND' }, file: 'alpha.xlsx' }),
    read({ siren: B, data: { nb_lls: 300 }, file: 'beta.xlsx', family: 'ESH' }),
  ].map((one) => {
    const after = followUp.find(({ siren }) => siren === one.identity!.siren)!;
    const taking = { contribution: one, version: after.version, before: undefined, after };
    return storedRows(taking, { at: day('2020-06-01'), by: 'Claire' });
  });
  const sheets = (Object.keys(receivedTables) as ReceivedTable[]).map((key) => {
    const rows = stored.flatMap((one) => one[key]);
    const columns = [...receivedHeadings[key]];
    const all = [columns, ...rows, ...(rows.length === 0 ? [columns.map(() => null)] : [])];
    return {
      name: `Reçu ${key}`,
      columns: [],
      rows: all.map((cells) => ({ cells: cells.map((value) => ({ value: value ?? undefined })) })),
      tables: [
        {
          name: receivedTables[key],
          ref: `A1:${String.fromCharCode(64 + columns.length)}${all.length}`,
          columns,
        },
      ],
    };
  });
  // B counts 320 dwellings: the journal holds for the command line as it does for the pane.
  const journal = [
    adjustment({
      siren: B,
      before: { kind: 'number', value: counted },
      after: { kind: 'number', value: 320 },
    }),
  ];
  const whole = buildCampaignWorkbook({ ...campaign, followUp, journal }, catalogue, day('2020-06-01'));
  return writeWorkbook({ ...whole, sheets: [...whole.sheets, ...sheets] });
}

it('reads the answers that the pane keeps in the campaign workbook, and says whose are lost', async () => {
  const { stdout, stderr, status } = impact(
    'consolidate',
    '--campaign',
    'volet.xlsx',
    '--json',
    '-',
    '-o',
    'region.xlsx',
    '--compare',
    'volet.xlsx',
  );
  expect(stderr).toBe('');
  const { indicators, remarks, contributions, comparisons } = JSON.parse(stdout) as {
    comparisons: { years: { year: number; indicators: { code: string; before: number }[] }[] };
    indicators: { code: string; territory: string; value: number; respondents: number }[];
    remarks: { code: string; message: string }[];
    contributions: { file: string; siren: string }[];
  };
  expect(indicators.find(({ code }) => code === 'CTX-01')).toMatchObject({ value: 420, respondents: 2 });
  expect(contributions.map(({ file, siren }) => [file, siren])).toEqual([
    ['alpha.xlsx', A],
    ['beta.xlsx', B],
  ]);
  // Compared with a campaign workbook (itself, for want of another): its journal counts there too.
  const [compared] = comparisons.years;
  expect(compared?.indicators.find(({ code }) => code === 'CTX-01')).toMatchObject({ before: 420 });
  // The third is said to be received, and nothing of it is there.
  expect(remarks.filter(({ code }) => code === 'version_lost').map(({ message }) => message)).toEqual([
    expect.stringMatching(/la version prise n’est ni dans le classeur ni à côté de lui/u),
  ]);
  expect(status).toBe(1);
  const refused = impact('campaign', 'receive', 'volet.xlsx', 'region.xlsx', '-o', 'autre.xlsx');
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('onglet Réunir')]);
});

it('is another year to compare with: its perimeter, its answers, its journal, and what of it does not hold', async () => {
  const yearOf = (bytes: Uint8Array) => earlierYear(bytesSource(bytes), 'a.xlsx', { catalogue });
  const outdated = await yearOf(await ofPane(299));
  expect([outdated.year, outdated.territory, outdated.perimeter?.length]).toEqual([2019, 'REG:28', 3]);
  expect(outdated.remarks.map(({ message }) => message)).toEqual([
    expect.stringMatching(/ancien chiffre est 299.*le classeur dit 300/u),
  ]);
  const now = consolidate({
    contributions: [A, B].map((siren) => read({ siren, year: 2020, data: { nb_lls: 250 } })),
    catalogue,
    territory: 'REG:28',
    year: 2020,
  });
  const then = earlierConsolidation(outdated, { contributions: [], catalogue });
  // 100 + 300 then, 250 + 250 now: the adjustment that does not hold is left out.
  expect(yearChanges(now, then).find(({ code }) => code === 'CTX-01')).toMatchObject({
    ...{ before: 400, after: 500, change: 0.25 },
  });
  const empty = writeWorkbook(buildCampaignWorkbook(threeLandlords(), catalogue, day('2021-01-01')));
  await expect(yearOf(await empty)).rejects.toThrow('ne garde pas les réponses');
  const other = await workbook([factsTable([['nb_lls', 2018, 'REG:28', 600]])]);
  await expect(earlierYear(other, 'a.xlsx', { catalogue })).rejects.toThrow('n’a pas les chiffres d’une');
});

it('recalls the answers of another year, from whatever workbook holds them', async () => {
  const next = threeLandlords({ year: 2020 });
  const recalled = async (path: string) => {
    const bytes = bytesSource(readFileSync(at(path)));
    const { contributions, problem } = await previousAnswers(bytes, path, { catalogue });
    if (problem !== undefined) return problem;
    const { files } = prefill(next, catalogue, contributions);
    return files.flatMap(({ siren, recalled: year }) => (year === undefined ? [] : [[siren, year]]));
  };
  const both = [
    [A, 2019],
    [B, 2019],
  ];
  // Of the pane, of the consolidation, then of one landlord.
  expect(await recalled('volet.xlsx')).toEqual(both);
  expect(await recalled('region.xlsx')).toEqual(both);
  const answers = await workbook([
    identityTable([
      ['siren', C],
      ['raison_sociale', 'Gamma'],
      ['exercice', 2018],
    ]),
    factsTable([['nb_lls', 2018, 'REG:28', 600]]),
  ]);
  const own = await answers.read(0, answers.size);
  writeFileSync(at('gamma.xlsx'), own);
  writeFileSync(at('coupe.xlsx'), own.subarray(0, own.length - 700));
  expect(await recalled('gamma.xlsx')).toEqual([[C, 2018]]);
  expect(await recalled('coupe.xlsx')).toMatch(/^« coupe\.xlsx » : /u);
  writeFileSync(
    at('suivante.xlsx'),
    await writeWorkbook(buildCampaignWorkbook(next, catalogue, day('2021-01-01'))),
  );
  expect(await recalled('suivante.xlsx')).toMatch(
    /^« suivante\.xlsx » est un classeur de campagne qui ne garde/u,
  );

  const { stdout } = impact(
    ...['campaign', 'prefill', 'suivante.xlsx', '--previous', 'volet.xlsx', '-o', 'suivants'],
  );
  expect(stdout).toContain('Chiffres d’avant rappelés dans 2 classeur(s).');
  const filled = await openWorkbook(
    bytesSource(readFileSync(join(folder, 'suivants', `${B}-beta-logis-2020.xlsx`))),
  );
  const table = await filled.readTable('IMPACT_DONNEES');
  const texts = Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((__, column) => String(table.cell(row, column))).join(' '),
  );
  // What the landlord said, and not what the union made of it.
  expect(texts.find((one) => one.includes('nb_lls'))).toMatch(/Rappel 2019 : 300\slogements/u);
});
