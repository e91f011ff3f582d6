import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declaration } from './lines';

const root = join(__dirname, '../../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'impact-rpls-'));
  writeFileSync(
    join(folder, 'rpls.csv'),
    declaration({}, { MODE: '2', LOYERPRINC: '9999' }, { DEPCOM: '61001' }),
  );
  writeFileSync(join(folder, 'autre.csv'), 'Code;Nom\n1;a\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function impact(...args: string[]) {
  return spawnSync('node', [join(root, 'scripts/impact.mjs'), 'import-rpls', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

it('gives JSON alone, and a workbook that the check verb reads', () => {
  const { status, stdout, stderr } = impact('rpls.csv', '--json', '-', '-o', 'rpls.xlsx');
  expect([status, stderr]).toEqual([0, '']);
  const found = JSON.parse(stdout) as Record<string, unknown>;
  expect(found['rows']).toBe(3);
  expect(found['facts']).toContainEqual({ code: 'nb_lls', territory: 'COM:14118', year: 2018, value: 2 });
  expect(found['rentCells']).toContainEqual({
    territory: 'COM:61001',
    year: 2018,
    typology: 'T3',
    loyer_hlm: 5,
    loyer_marche: null,
    surface_louee: 60,
  });
  const check = spawnSync(
    'node',
    [join(root, 'scripts/impact.mjs'), 'check', 'rpls.xlsx', '--json', 'check.json'],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(check.stderr).toBe('');
  const checked = JSON.parse(readFileSync(join(folder, 'check.json'), 'utf8')) as {
    contributions: { siren: string; status: string; remarks: { message: string }[] }[];
  };
  expect(checked.contributions).toMatchObject([{ siren: '123456782', status: 'accepted' }]);
  // Only the market rent is missing, and the check says so.
  for (const { message } of checked.contributions[0]?.remarks ?? []) expect(message).toMatch(/loyer/i);
});

it('goes on beside a foreign file, and stops where there is nothing else', () => {
  const mixed = impact('autre.csv', 'rpls.csv');
  expect(mixed.status).toBe(1);
  expect(mixed.stdout).toMatch(/3 de logements du parc/);
  expect(mixed.stdout).toMatch(/BLOQUANT autre.csv : .*« Code », « Nom »/);
  const alone = impact('autre.csv');
  expect([alone.status, alone.stdout, alone.stderr.trim().split('\n').length]).toEqual([2, '', 1]);
});
