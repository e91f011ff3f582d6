import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { catalogue } from '../../src/catalogue';
import { buildCampaignWorkbook, readCampaign } from '../../src/campaign';
import { bytesSource, openWorkbook, writeWorkbook } from '../../src/xlsx';
import { A, B, C, D } from '../consolidation/campaign';
import { factsTable, identityTable, workbook } from '../contribution/workbook';
import { adjustment, day, threeLandlords } from './campaign';

const root = join(__dirname, '../..');
let folder: string;
const at = (...parts: string[]) => join(folder, ...parts);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'impact-campaign-'));
  mkdirSync(at('recus'));
  const good = await contribution(A, '=1+1', 100);
  writeFileSync(at('recus', 'alpha.xlsx'), good);
  writeFileSync(at('recus', 'coupe.xlsx'), good.subarray(0, good.length - 700));
  writeFileSync(
    at('recus', 'styles.xlsx'),
    withManyStyles(await contribution(B, `+33${'é'.repeat(40_000 / 2)}`, 300)),
  );
  // Two files of Gamma, the later of which says 600 in all and 100 + 200 in parts; last year's; somebody else's.
  const parts: (readonly [string, number])[] = [
    ['DEP:14', 100],
    ['DEP:50', 200],
  ];
  writeFileSync(
    at('recus', 'gamma.xlsx'),
    await contribution(C, 'Gamma', 600, { sent: '2020-03-02', parts }),
  );
  writeFileSync(at('recus', 'gamma-avant.xlsx'), await contribution(C, 'Gamma', 500, { sent: '2020-02-01' }));
  writeFileSync(at('recus', 'exercice.xlsx'), await contribution(C, 'Gamma', 600, { year: 2018 }));
  writeFileSync(at('recus', 'inconnu.xlsx'), await contribution(D, 'Inconnu', 9999));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface More {
  year?: number;
  sent?: string;
  parts?: readonly (readonly [string, number])[];
}

async function contribution(
  siren: string,
  name: string,
  dwellings: number,
  { year = 2019, sent, parts = [] }: More = {},
): Promise<Uint8Array> {
  const identity = [
    ['siren', siren],
    ['raison_sociale', name],
    ['exercice', year],
    ...(sent ? [['transmis_le', sent]] : []),
    ['statut', 'transmis'],
    ['contact', '@Jeanne'],
  ];
  const source = await workbook([
    identityTable(identity),
    factsTable([
      ['nb_lls', year, 'REG:28', dwellings],
      ...parts.map(([territory, count]) => ['nb_lls', year, territory, count]),
    ]),
  ]);
  return source.read(0, source.size);
}

/** Ten megabytes of cell styles that nothing uses: what years of copying and pasting leave. */
function withManyStyles(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const styles = new TextDecoder().decode(parts['xl/styles.xml']);
  const many: string[] = [];
  // All different: what compresses a thousand times would rightly be refused as a bomb.
  for (let seed = 1, size = 0; size < 10_000_000; size += many.at(-1)!.length) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    many.push(
      `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment textRotation="${seed % 180}" indent="${(seed >>> 8) % 250}"/></xf>`,
    );
  }
  return zipSync({
    ...parts,
    'xl/styles.xml': strToU8(styles.replace('</cellXfs>', `${many.join('')}</cellXfs>`)),
  });
}

function impact(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [join(root, 'scripts/impact.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return { status, stdout, stderr };
}

it('goes through a campaign: create, prefill, receive hostile files, send back, adjust, consolidate', async () => {
  const perimeter = `siren;raison_sociale;territoire;logements\n${A};Alpha;REG:28;100\n${B};Bêta;REG:28;300\n${C};=2+5;REG:28;600\n`;
  writeFileSync(at('perimetre.csv'), perimeter);
  const created = impact(
    'campaign',
    'new',
    '--perimeter',
    'perimetre.csv',
    '--year',
    '2019',
    '--themes',
    'CTX',
    '--deadline',
    '15/05/2020',
    '-o',
    'campagne.xlsx',
  );
  expect([created.status, created.stderr]).toEqual([0, '']);
  expect(
    impact('campaign', 'new', '--year', '2019', '--territory', 'REG:28', '-o', 'campagne.xlsx'),
  ).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('existe déjà'),
  });
  const filled = impact('campaign', 'prefill', 'campagne.xlsx', '-o', 'classeurs');
  expect(filled.status).toBe(0);
  expect(readdirSync(at('classeurs'))).toEqual([
    `${A}-alpha-2019.xlsx`,
    `${B}-beta-2019.xlsx`,
    `${C}-2-5-2019.xlsx`,
  ]);

  const received = impact(
    'campaign',
    'receive',
    'campagne.xlsx',
    'recus',
    '--who',
    '=Claire',
    '--json',
    'recu.json',
  );
  expect([received.status, received.stderr]).toEqual([1, '']);
  const { files } = JSON.parse(readFileSync(at('recu.json'), 'utf8')) as {
    files: { file: string; outcome: string; remarks: { code: string }[] }[];
  };
  expect(files.map(({ file, outcome }) => [file, outcome])).toEqual([
    ['recus/alpha.xlsx', 'taken'],
    ['recus/coupe.xlsx', 'refused'],
    ['recus/exercice.xlsx', 'refused'],
    ['recus/gamma-avant.xlsx', 'superseded'],
    ['recus/gamma.xlsx', 'taken'],
    ['recus/inconnu.xlsx', 'refused'],
    ['recus/styles.xlsx', 'taken'],
  ]);
  const codesOf = (file: string) =>
    files.find((one) => one.file === `recus/${file}.xlsx`)?.remarks.map(({ code }) => code);
  expect(codesOf('coupe')?.[0]).toBe('file_truncated');
  expect(codesOf('exercice')).toContain('wrong_year');
  expect(codesOf('gamma-avant')).toContain('superseded');
  expect(codesOf('gamma')).toContain('total_differs');
  expect(codesOf('inconnu')).toContain('outside_perimeter');
  expect(codesOf('styles')).toContain('text_cut');
  const before = readFileSync(at('campagne.xlsx'));
  const again = impact('campaign', 'receive', 'campagne.xlsx', 'recus');
  expect(again.stdout).toContain('Rien de nouveau');
  expect(readFileSync(at('campagne.xlsx')).equals(before)).toBe(true);

  // No text of another becomes a formula: those there are, are ours.
  const sheets = Object.entries(unzipSync(before)).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  const formulas = sheets.flatMap(([, xml]) =>
    [...new TextDecoder().decode(xml).matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map((one) => one[1] ?? ''),
  );
  expect(formulas.filter((one) => !one.startsWith('COUNTIF(IMPACT_SUIVI[etat],'))).toEqual([]);

  const back = impact(
    'campaign',
    'return',
    'campagne.xlsx',
    'recus/alpha.xlsx',
    'recus/coupe.xlsx',
    '-o',
    'renvois',
    '--who',
    'Claire',
  );
  expect([back.status, back.stderr]).toEqual([0, '']);
  expect(readdirSync(at('renvois')).sort()).toEqual(['alpha.xlsx', 'coupe-remarques.xlsx']);
  const { campaign } = await readCampaign(bytesSource(readFileSync(at('campagne.xlsx'))), 'c', { catalogue });
  expect(campaign?.followUp.map(({ state, by }) => [state, by])).toEqual([
    ['renvoyé', 'Claire'],
    ['reçu', '=Claire'],
    ['reçu', '=Claire'],
  ]);

  const journal = [adjustment({ reason: '=Livraison' })];
  writeFileSync(
    at('campagne.xlsx'),
    await writeWorkbook(
      buildCampaignWorkbook(
        { ...threeLandlords(), followUp: campaign!.followUp, journal },
        catalogue,
        day('2020-06-01'),
      ),
    ),
  );
  const consolidated = impact(
    'consolidate',
    '--campaign',
    'campagne.xlsx',
    '--json',
    'region.json',
    '-o',
    'region.xlsx',
  );
  expect(consolidated.stdout).toContain('1 chiffre(s) ajusté(s)');
  const json = JSON.parse(readFileSync(at('region.json'), 'utf8')) as {
    indicators: { code: string; value: number; coverage: number }[];
    adjustments: object[];
  };
  // 110 in the journal instead of 100, 300 and 600: no file of the others touched them.
  expect(json.indicators.find(({ code }) => code === 'CTX-01')).toMatchObject({ value: 1010, coverage: 1 });
  expect(json.adjustments).toEqual([
    expect.objectContaining({ siren: A, old: 100, new: 110, reason: '=Livraison', by: 'Claire Dupont' }),
  ]);
  const region = await openWorkbook(bytesSource(readFileSync(at('region.xlsx'))));
  expect(region.tables.map(({ name }) => name)).toContain('CONSO_AJUSTEMENTS');
  const bare = impact('consolidate', 'recus/alpha.xlsx', '--perimeter', 'campagne.xlsx', '--json', '-');
  expect(
    (JSON.parse(bare.stdout) as typeof json).indicators.find(({ code }) => code === 'CTX-01'),
  ).toMatchObject({ value: 110, coverage: 0.1 });
});
