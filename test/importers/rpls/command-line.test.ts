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

it('joins market rents and zonings, and says which communes stay without', () => {
  // Two let dwellings of 60 m² and 3 rooms in Caen and Alençon; a third one is vacant in Caen.
  const rents = 'INSEE_C;LIBGEO;loypredm2;TYPPRED\n14118;Caen;12,5;commune\n14047;Bayeux;10;commune\n';
  writeFileSync(join(folder, 'pred-app3.csv'), rents);
  writeFileSync(join(folder, 'abc.csv'), 'CODGEO;Zone ABC\n14118;B1\n61001;B2\n');
  writeFileSync(
    join(folder, 'acv.csv'),
    'insee_com,lib_com,id_pvd,id_acv\n61001,Alençon,,acv-1\n14047,Bayeux,pvd-1,\n',
  );
  const { status, stdout, stderr } = impact(
    ...['rpls.csv', '--market-rents', 'pred-app3.csv', '--zonings', 'abc.csv', '--zonings', 'acv.csv'],
    ...['--json', '-', '-o', 'joined.xlsx'],
  );
  expect([status, stderr]).toEqual([0, '']);
  const { rentCells, facts, remarks } = JSON.parse(stdout) as {
    rentCells: { territory: string; loyer_marche: number | null }[];
    facts: { code: string; territory: string; value: number }[];
    remarks: { message: string; file: string }[];
  };
  expect(rentCells.map((one) => [one.territory, one.loyer_marche])).toEqual([
    ['COM:14118', 12.5],
    ['COM:61001', null],
  ]);
  const said = remarks.map(({ message }) => message).join(' ');
  expect(said).toMatch(/1 loyer.*charges comprises/);
  expect(said).toMatch(/Sans loyer de marché : Alençon \(61001\)/);
  const value = (code: string) =>
    facts.filter((one) => one.code === code).map(({ territory, value }) => [territory, value]);
  expect(value('log_acv_pvd')).toEqual([
    ['COM:14118', 0],
    ['COM:61001', 1],
  ]);
  expect(impact('rpls.csv', '--market-rents', 'abc.csv').stderr).toMatch(/pas des loyers de marché/);
});

it('counts new dwellings by zone, and leaves them unanswered where a zone is not known', () => {
  const NEW = { LOCAT: '2018', ORIGINE: '1' };
  writeFileSync(
    join(folder, 'neuf.csv'),
    declaration(NEW, { ...NEW, DEPCOM: '61001' }, { ...NEW, DEPCOM: '61001', ORIGINE: '2' }),
  );
  const found = (zones: string) => {
    writeFileSync(join(folder, 'zones.csv'), `CODGEO;Zone ABC\n14118;B1\n${zones}`);
    const { stdout } = impact('neuf.csv', '--zonings', 'zones.csv', '--json', '-');
    const { totals, files } = JSON.parse(stdout) as {
      totals: { code: string; value: number }[];
      files: { unanswered: { code: string; reason: string }[] }[];
    };
    return {
      total: totals.find(({ code }) => code === 'mes_b2c')?.value,
      reason: files[0]?.unanswered.find(({ code }) => code === 'mes_b2c')?.reason,
    };
  };
  expect(found('61001;C\n')).toEqual({ total: 2, reason: undefined });
  expect(found('14047;C\n')).toEqual({
    total: undefined,
    reason: expect.stringContaining('Alençon (61001)') as string,
  });
});

it('goes on beside a foreign file, and stops where there is nothing else', () => {
  const mixed = impact('autre.csv', 'rpls.csv');
  expect(mixed.status).toBe(1);
  expect(mixed.stdout).toMatch(/3 de logements du parc/);
  expect(mixed.stdout).toMatch(/BLOQUANT autre.csv : .*« Code », « Nom »/);
  const alone = impact('autre.csv');
  expect([alone.status, alone.stdout, alone.stderr.trim().split('\n').length]).toEqual([2, '', 1]);
});
