import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';

const root = join(__dirname, '../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'impact-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A call as a person or another program makes it, in its own process. */
function impact(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [join(root, 'scripts/impact.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return { status, stdout, stderr };
}

async function contribution(name: string, siren: string, facts: (string | number)[][]): Promise<string> {
  const table = (title: string, headings: string[], rows: (string | number | null)[][]) => ({
    name: title,
    rows: [headings, ...rows],
    tables: [
      {
        name: title,
        range: `A1:${String.fromCharCode(64 + headings.length)}${rows.length + 1}`,
        columns: headings.map((heading) => ({ name: heading })),
      },
    ],
  });
  const bytes = await writeXlsx({
    sheets: [
      table(
        'IMPACT_IDENTITE',
        ['champ', 'valeur'],
        [
          ['siren', siren],
          ['raison_sociale', name],
          ['exercice', 2019],
        ],
      ),
      table(
        'IMPACT_DONNEES',
        ['code', 'annee', 'territoire', 'valeur'],
        facts.map(([code, value]) => [code ?? '', 2019, 'REG:28', value ?? null]),
      ),
    ],
  });
  const path = join(folder, `${name}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}

describe('impact', () => {
  it('says what it can do, and what it cannot in one line with exit code 2', () => {
    expect(impact('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('impact consolidate'),
    });
    for (const args of [['inconnu'], ['consolidate'], ['check', '--nimporte'], ['check', 'absent.xlsx']]) {
      const { status, stdout, stderr } = impact(...args);
      expect({ args, status, stdout, lines: stderr.trim().split('\n').length }).toEqual({
        args,
        status: 2,
        stdout: '',
        lines: 1,
      });
      expect(stderr).not.toMatch(/\bat .*:\d+/);
    }
  });

  it('writes an empty template that reads back without a blocking remark', () => {
    const made = impact(
      'template',
      '--siren',
      '111111118',
      '--name',
      'Alpha',
      '--year',
      '2019',
      '-o',
      'vide.xlsx',
    );
    expect(made).toMatchObject({ status: 0, stderr: '' });
    const read = impact('check', 'vide.xlsx', '--json', '-');
    expect(read.status).toBe(0);
    const { contributions } = JSON.parse(read.stdout) as { contributions: Record<string, unknown>[] };
    expect(contributions).toEqual([
      expect.objectContaining({ file: 'vide.xlsx', siren: '111111118', name: 'Alpha', status: 'accepted' }),
    ]);
  });

  it('refuses a wrong SIREN, year or territory before writing', () => {
    const call = (siren: string, year: string) =>
      impact('template', '--siren', siren, '--name', 'A', '--year', year, '-o', 'non.xlsx');
    expect(call('111111111', '2019')).toMatchObject({ status: 2, stderr: expect.stringContaining('SIREN') });
    expect(call('111111118', '19')).toMatchObject({ status: 2, stderr: expect.stringContaining('année') });
  });

  it('consolidates, in JSON on standard output and nothing else there', async () => {
    const files = [
      await contribution('Alpha', '111111118', [
        ['nb_lls', 10000],
        ['nb_individuel', 2500],
      ]),
      await contribution('Beta', '222222226', [
        ['nb_lls', 5000],
        ['nb_individuel', 'ND'],
      ]),
    ];
    const { status, stdout } = impact('consolidate', ...files, '--json', '-');
    expect(status).toBe(0);
    const result = JSON.parse(stdout) as { territory: string; indicators: Record<string, unknown>[] };
    expect(result).toMatchObject({ territory: 'REG:28', year: 2019 });
    // 2 500 / 10 000 on the only respondent; coverage 10 000 of 15 000 dwellings.
    expect(result.indicators.find((one) => one['code'] === 'CTX-05')).toMatchObject({
      value: 0.25,
      unit: '%',
      respondents: 1,
      expected: 2,
      coverage: 10000 / 15000,
      extrapolatedShare: 0,
      low: null,
      high: null,
      status: 'computed',
      reason: null,
    });
  });

  it('goes on with the other files when one is unreadable, and says so with exit code 1', async () => {
    mkdirSync(join(folder, 'lot'), { recursive: true });
    const good = await contribution('Alpha', '111111118', [['nb_lls', 10000]]);
    writeFileSync(join(folder, 'lot/bon.xlsx'), readFileSync(good));
    writeFileSync(join(folder, 'lot/casse.xlsx'), readFileSync(good).subarray(0, 900));
    writeFileSync(join(folder, 'lot/ancien.xls'), Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex'));
    const { status, stdout } = impact('consolidate', 'lot', '--json', '-');
    expect(status).toBe(1);
    const { contributions } = JSON.parse(stdout) as {
      contributions: { file: string; status: string; remarks: { message: string }[] }[];
    };
    const byName = Object.fromEntries(contributions.map((one) => [one.file.split('/').at(-1), one]));
    expect(byName['bon.xlsx']?.status).toBe('accepted');
    expect(byName['casse.xlsx']?.status).toBe('rejected');
    expect(byName['casse.xlsx']?.remarks[0]?.message).toMatch(/incomplet|tronqué|endommagé/);
    expect(byName['ancien.xls']?.status).toBe('rejected');
  });

  it('takes several levels behind one option, and files after them', async () => {
    const file = await contribution('Delta', '444444442', [['nb_lls', 10]]);
    const territories = (...args: string[]) => {
      const { indicators } = JSON.parse(impact('consolidate', ...args, '--json', '-').stdout) as {
        indicators: { territory: string }[];
      };
      return new Set(indicators.map((one) => one.territory.split(':')[0]));
    };
    // Normandy: 5 départements; neighbouring files are not taken for levels.
    expect(territories(file, '--by', 'dep')).toEqual(new Set(['REG', 'DEP']));
    expect(territories('--by', 'DEP', 'EPCI', file)).toEqual(
      territories(file, '--by', 'DEP', '--by', 'EPCI'),
    );
    expect(impact('consolidate', file, '--by', 'QUARTIER')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('QUARTIER'),
    });
  });

  it('ends with 2 and one line when no file is readable', () => {
    writeFileSync(join(folder, 'faux.xlsx'), 'ceci est un texte');
    const { status, stdout, stderr } = impact('consolidate', 'faux.xlsx');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('faux.xlsx');
  });

  it('prints a remark a line: level, file, sheet, cell, message', async () => {
    const file = await contribution('Gamma', '333333334', [['nb_lls', 'beaucoup']]);
    const { status, stdout } = impact('check', file);
    expect(status).toBe(1);
    const line = stdout.split('\n').find((one) => one.startsWith('bloquant\t'));
    expect(line?.split('\t').slice(1, 4)).toEqual([file, 'IMPACT_DONNEES', 'D2']);
  });
});
