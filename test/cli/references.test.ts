import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';

const root = join(__dirname, '../..');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'impact-references-'));
  const table = (title: string, rows: (string | number)[][]) => ({
    name: title,
    rows,
    tables: [
      {
        name: title,
        range: `A1:${String.fromCharCode(64 + rows[0]!.length)}${rows.length}`,
        columns: rows[0]!.map((one) => ({ name: String(one) })),
      },
    ],
  });
  const facts = [
    ['code', 'annee', 'territoire', 'valeur'],
    ['nb_lls', 2021, 'COM:14118', 1000],
    ['nb_lls', 2021, 'COM:14047', 200],
    ['nb_lls', 2021, 'REG:28', 1200],
  ];
  const identity = [
    ['champ', 'valeur'],
    ['siren', '111111118'],
    ['raison_sociale', 'Alpha'],
    ['exercice', 2021],
  ];
  const bytes = await writeXlsx({
    sheets: [table('IMPACT_IDENTITE', identity), table('IMPACT_DONNEES', facts)],
  });
  writeFileSync(join(folder, 'alpha.xlsx'), bytes);
  const zones = [
    ['table', 'territoire', 'valeur', 'source', 'date'],
    ['abc', 'COM:14118', 'B1', 'JO', ''],
    ['abc', 'COM:14047', 'B2', 'JO', ''],
  ];
  const figures = [
    ['code', 'annee', 'territoire', 'valeur', 'source'],
    ['ref.rp_territoire', 2021, 'COM:14047', 10000, 'Insee'],
  ];
  const tables = [
    ['IMPACT_IDENTITE', identity],
    ['IMPACT_DONNEES', facts],
  ] as const;
  const more = [
    ['IMPACT_ZONAGES', zones],
    ['IMPACT_REFERENCES', figures],
  ] as const;
  const beta = await writeXlsx({ sheets: [...tables, ...more].map(([name, rows]) => table(name, rows)) });
  writeFileSync(join(folder, 'beta.xlsx'), beta);
  writeFileSync(join(folder, 'zonage.csv'), 'CODGEO;Zone ABC\r\n14118;B1\r\n14047;B2\r\n14366;A bis\r\n');
  writeFileSync(join(folder, 'rp.csv'), 'CODGEO;LIBGEO;P21_RP\n14118;Caen;50000\n14047;Bayeux;8000\n');
  writeFileSync(
    join(folder, 'locaux.csv'),
    'code;libelle;unite;formule\nLOC-01;Double;logement;2 * nb_lls\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function impact(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', [join(root, 'scripts/impact.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  return { status, stdout, stderr };
}

describe('reference files on the command line', () => {
  it('imports figures that consolidate reads, and groups by an official zoning as published', () => {
    const imported = impact('import-reference', 'rp.csv', '-o', 'references.csv');
    expect([imported.status, imported.stderr]).toEqual([0, '']);
    expect(imported.stdout).toContain('3 lignes : 2 lues, 1 de titres');
    expect(readFileSync(join(folder, 'references.csv'), 'utf8')).toContain(
      'ref.rp_territoire;2021;COM:14118;50000;',
    );

    const { status, stdout } = impact(
      ...['consolidate', 'alpha.xlsx', '--zonings', 'zonage.csv', '--by', 'abc', 'DEP'],
      ...['--references', 'references.csv', '--local-indicators', 'locaux.csv', '--json', '-'],
    );
    expect(status).toBe(0);
    const { indicators } = JSON.parse(stdout) as {
      indicators: { code: string; territory: string; value: number }[];
    };
    const valueOf = (code: string, territory: string) =>
      indicators.find((one) => one.code === code && one.territory === territory)?.value;
    expect(valueOf('CTX-01', 'ZONE:abc/B1')).toBe(1000);
    expect(valueOf('CTX-04', 'ZONE:abc/B2')).toBe(200 / 8000);
    expect(valueOf('LOC-01', 'ZONE:abc/B2')).toBe(400);
    expect(valueOf('CTX-01', 'ZONE:abc/Abis')).toBeNull();
    expect(valueOf('CTX-01', 'DEP:14')).toBe(1200);

    const alone = (code: string, ...args: string[]) => {
      const { status, stdout } = impact('indicators', 'alpha.xlsx', ...args, '--json', '-');
      expect(status).toBe(0);
      const { indicators } = JSON.parse(stdout) as { indicators: { code: string; value: number }[] };
      return indicators.find((one) => one.code === code)?.value;
    };
    expect(alone('CTX-01', '--zonings', 'zonage.csv', '--territory', 'ZONE:abc/B2')).toBe(200);
    expect(alone('CTX-04', '--references', 'references.csv', '--territory', 'COM:14118')).toBe(1000 / 50000);
    // Homes of a zone are those of its communes, and the landlord's own total (REG:28) is none of the zone's.
    const zone = ['--zonings', 'zonage.csv', '--references', 'references.csv', '--territory'];
    expect(alone('CTX-04', ...zone, 'ZONE:abc/b2')).toBe(200 / 8000);
    const nowhere = impact('indicators', 'alpha.xlsx', ...zone, 'ZONE:abc/C');
    expect([nowhere.status, nowhere.stderr]).toEqual([
      2,
      expect.stringMatching(
        /^Le bailleur n’a rien dans « ZONE:abc\/C » : demandez ZONE:abc\/Abis, ZONE:abc\/B1/u,
      ),
    ]);
  });

  it('reads the zones and figures that the workbook itself holds', () => {
    const { stdout } = impact(...['indicators', 'beta.xlsx', '--territory', 'ZONE:abc/B2', '--json', '-']);
    const { territory, indicators } = JSON.parse(stdout) as {
      territory: string;
      indicators: { code: string; territory: string; value: number | null }[];
    };
    expect([territory, indicators.find((one) => one.code === 'CTX-04')]).toMatchObject([
      'ZONE:abc/B2',
      { territory: 'ZONE:abc/B2', value: 200 / 10000 },
    ]);
  });

  it('names what may be asked, and what a foreign file is, in one line and with exit 2', () => {
    const unknown = impact('consolidate', 'alpha.xlsx', '--zonings', 'zonage.csv', '--by', 'tension');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toMatch(/^Le découpage « tension » n’existe pas.*\(abc\).*\n$/);
    const figures = impact('consolidate', 'alpha.xlsx', '--zonings', 'rp.csv', '--by', 'abc');
    expect([figures.status, figures.stderr.split('\n').length]).toEqual([2, 2]);
    expect(figures.stderr).toContain('des chiffres, pas des zones');
    const foreign = impact('import-reference', 'alpha.xlsx');
    expect(foreign.status).toBe(2);
    expect(foreign.stderr).toContain('table d’identité d’une contribution');
  });
});
