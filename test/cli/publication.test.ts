import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { writeXlsx } from 'hucre';

const root = join(__dirname, '../..');
let folder: string;

/**
 * SIREN, name, dwellings, houses. The houses are Gamma's to 96 %: 98 765 must be nowhere, nor their share, nor the
 * figures and names of anyone.
 */
const landlords = [
  ['111111118', 'Alpha Habitat', 41_237, 1_117],
  ['222222226', 'Beta Logis', 38_411, 1_223],
  ['333333334', 'Gamma Foyers', 45_533, 98_765],
  ['444444442', 'Delta Toits', 40_009, 1_319],
] as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'impact-publish-'));
  mkdirSync(join(folder, 'recus'));
  for (const [siren, name, dwellings, houses] of landlords) {
    const bytes = await writeXlsx({
      sheets: [
        sheet(
          'IMPACT_IDENTITE',
          ['champ', 'valeur'],
          [
            ['siren', siren],
            ['raison_sociale', name],
            ['exercice', 2019],
          ],
        ),
        sheet(
          'IMPACT_DONNEES',
          ['code', 'annee', 'territoire', 'valeur'],
          [
            ['nb_lls', 2019, 'REG:28', dwellings],
            ['nb_individuel', 2019, 'REG:28', houses],
          ],
        ),
      ],
    });
    writeFileSync(join(folder, `recus/${siren}.xlsx`), bytes);
  }
  const lines = landlords.map(([siren, name, dwellings]) => `${siren};${name};OPH;;REG:28;${dwellings}`);
  const heading = 'siren;raison_sociale;famille;groupe;territoire;logements';
  writeFileSync(join(folder, 'perimetre.csv'), [heading, ...lines].join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sheet(name: string, headings: string[], rows: (string | number)[][]) {
  const range = `A1:${String.fromCharCode(64 + headings.length)}${rows.length + 1}`;
  const columns = headings.map((heading) => ({ name: heading }));
  return { name, rows: [headings, ...rows], tables: [{ name, range, columns }] };
}

function publishing(...args: string[]) {
  const all = ['consolidate', 'recus', '--perimeter', 'perimetre.csv', ...args];
  const { status, stdout, stderr } = spawnSync('node', [join(root, 'scripts/impact.mjs'), ...all], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return { status, stdout, stderr };
}

/** Everything a reader of the file could find in it: the parts of a workbook inflated. */
function textOf(file: string): string {
  const bytes = readFileSync(join(folder, file));
  if (!file.endsWith('.xlsx')) return bytes.toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => Buffer.from(part).toString('utf8'))
    .join('\n');
}

describe('impact consolidate --publish', () => {
  it('writes copies in which no landlord and no masked figure is found, and an internal workbook that says why', () => {
    const first = publishing(
      '--publish',
      '-o',
      'public.xlsx',
      '--json',
      'public.json',
      '--internal',
      'interne.xlsx',
    );
    expect(first).toMatchObject({ status: 0, stderr: expect.not.stringContaining('Erreur') });
    expect(first.stdout).toContain('Classeur interne écrit : interne.xlsx');
    expect(publishing('--publish', '-o', 'public.csv').status).toBe(0);

    const total = 41_237 + 38_411 + 45_533 + 40_009;
    const houses = 1_117 + 1_223 + 98_765 + 1_319;
    const secrets = [
      ...landlords.flatMap((one) => one.map(String)),
      String(houses),
      // The masked share, to the digits that any writing of it shares.
      String(houses / total).slice(0, 7),
      '.xlsx"',
    ];
    for (const file of ['public.xlsx', 'public.json', 'public.csv']) {
      const text = textOf(file);
      expect({ file, total: text.includes(String(total)) }).toEqual({ file, total: true });
      expect({ file, found: secrets.filter((one) => text.includes(one)) }).toEqual({ file, found: [] });
    }
    // The same search finds them where they are.
    const internal = textOf('interne.xlsx');
    expect(secrets.slice(0, -2).filter((one) => !internal.includes(one))).toEqual([]);
    expect(internal).toContain('un bailleur en fait plus de 85 %');
    expect(internal).toContain('CONSO_PUBLICATION');

    // The next edition, with a figure corrected, is compared with the one kept.
    const again = publishing('--publish', '--previous', 'interne.xlsx', '--json', 'encore.json');
    expect(again).toMatchObject({ status: 0 });
    const statusesOf = (file: string) =>
      (JSON.parse(textOf(file)) as { indicators: { code: string; status: string }[] }).indicators
        .filter((one) => ['CTX-01', 'CTX-05'].includes(one.code))
        .map((one) => one.status);
    expect(statusesOf('encore.json')).toEqual(['published', 'masked']);

    // The union's own comparisons: with the workbook kept (nothing changed since), by family, with a territory.
    const compared = publishing(
      '--compare',
      'interne.xlsx',
      'familles',
      'REG:28',
      '--json',
      'compare.json',
      '-o',
      'region.xlsx',
    );
    expect(compared).toMatchObject({ status: 0, stderr: expect.not.stringContaining('Erreur') });
    const { comparisons } = JSON.parse(textOf('compare.json')) as {
      comparisons: {
        years: { year: number; indicators: { code: string; constant: Record<string, number> }[] }[];
        families: unknown[];
        territories: { territory: string }[];
      };
    };
    expect(comparisons.years[0]?.indicators.find((one) => one.code === 'CTX-01')?.constant).toEqual({
      landlords: 4,
      before: total,
      after: total,
      change: 0,
    });
    expect([comparisons.families, comparisons.territories[0]?.territory]).toEqual([[], 'REG:28']);
    expect(textOf('region.xlsx')).toContain('Évolution 2019');
    expect(publishing('--compare', 'DEP:14')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/DEP:14.*--by DEP/),
    });
  });

  it('refuses in one line what cannot be compared with, and options without --publish', () => {
    expect(publishing('--publish', '--previous', 'recus/111111118.xlsx')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^« recus\/111111118\.xlsx » n’est pas un classeur interne.*\n$/),
    });
    expect(publishing('--publish', '--previous', 'absent.xlsx')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/absent\.xlsx.*n’existe pas/),
    });
    expect(publishing('--internal', 'interne.xlsx')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--publish'),
    });
  });
});
