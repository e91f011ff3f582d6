import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../../src/catalogue';
import { readContribution } from '../../../src/contribution';
import { defaultAccounts, readAccountTable, tablesOfFile } from '../../../src/importers';
import { bytesSource } from '../../../src/xlsx';
import { fecText, FILE, invoice } from './support';

const root = join(__dirname, '../../..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'impact-fec-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function importFec(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    'node',
    [join(root, 'scripts/impact.mjs'), 'import-fec', ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64e6,
    },
  );
  return { status, stdout, stderr };
}

describe('impact import-fec', () => {
  it('writes a workbook that is read back as a contribution, with its table of accounts to edit', async () => {
    const lines = [
      ...invoice(1, '615210', '2000,50', 'F1'),
      ...invoice(2, '231000', '700,00', 'F2'),
      ...invoice(3, '606000', '300,25', '=F3'),
    ];
    writeFileSync(join(folder, FILE), fecText(lines, '|'));
    writeFileSync(
      join(folder, 'tiers.csv'),
      'Code;SIRET;CP;Nom\nF1;11111111800011;14000;Alpha\n=F3;;50000;Gamma\n',
    );
    const { status, stdout, stderr } = importFec(
      FILE,
      '--local',
      'DEP:14',
      '--suppliers',
      'tiers.csv',
      '--json',
      '-',
      '-o',
      'sortie.xlsx',
      '--name',
      'Office d’essai',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const json = JSON.parse(stdout) as {
      facts: { code: string; territory: string; year: number; value: number }[];
      remarks: { level: string; code: string; message: string }[];
      rows: number;
    };
    expect(json.rows).toBe(6);
    expect(json.remarks.every((one) => one.message.length > 20)).toBe(true);
    const bytes = new Uint8Array(readFileSync(join(folder, 'sortie.xlsx')));
    const read = await readContribution(bytesSource(bytes), 'sortie.xlsx', { catalogue });
    expect(read.facts.map((one) => [one.code, one.territory, one.year, one.answer])).toEqual(
      json.facts.map((one) => [one.code, one.territory, one.year, { kind: 'number', value: one.value }]),
    );
    const value = (code: string) => json.facts.find((one) => one.code === code)?.value;
    expect([
      value('dep_ge'),
      value('achats_total'),
      value('achats_geolocalises'),
      value('achats_locaux'),
    ]).toEqual([2000.5, 3000.75, 2300.75, 2000.5]);
    expect(read.members.map((one) => [one.list, one.identifier])).toEqual([['fournisseurs', '111111118']]);
    const tables = await tablesOfFile(bytesSource(bytes), 'sortie.xlsx');
    expect(readAccountTable(tables, 'sortie.xlsx', catalogue)).toEqual(defaultAccounts());
  });

  it('says in one line what cannot be done, and does the rest', () => {
    writeFileSync(join(folder, 'balance.csv'), 'CompteNum;CompteLib;Debit;Credit\n606;Achats;1;0\n');
    const wrong = importFec('balance.csv', '--local', 'DEP:14');
    expect(wrong).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^« balance\.csv » ressemble à une balance.*\n$/),
    });
    const place = importFec('balance.csv', '--local', 'Atlantide');
    expect(place).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^« Atlantide » n’est pas un territoire connu.*\n$/),
    });
    const both = importFec(FILE, 'balance.csv', '--local', 'DEP:14');
    expect(both.status).toBe(1);
    expect(both.stdout).toMatch(/Débit = crédit : 3\s000,75/u);
    expect(both.stdout).toMatch(/BLOQUANT .*ressemble à une balance/);
    expect(both.stdout).toMatch(/Comptes à classer ou à répartir.*231000/s);
  });
});
