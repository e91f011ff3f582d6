import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../src/catalogue';
import { consolidate } from '../../src/consolidation';
import { readContribution } from '../../src/contribution';
import { bytesSource, writeWorkbook } from '../../src/xlsx';
import { findLibreOffice } from '../support/libreoffice';
import { findOpenpyxl } from '../support/python';
import { sharedData } from '../support/shared';

/** The same contribution by several programs: what a union receives, and what must make no difference. */

type Cell = string | number | null;
const TABLES: Record<string, Cell[][]> = {
  IMPACT_IDENTITE: [
    ['Champ', 'Valeur'],
    ['siren', 111111118],
    ['raison_sociale', 'Alpha'],
    ['exercice', 2019],
  ],
  // Headings as people write them: case, accents, line breaks, another order, a column of their own.
  IMPACT_DONNEES: [
    ['Année', 'CODE', 'Notre service', 'terri\ntoire', 'Valeur'],
    [2019, 'nb_lls', 'patrimoine', 'REG:28', 10000],
    [2019, 'nb_individuel', 'patrimoine', 'REG:28', '2 500'],
    [2019, 'tfpb', 'finances', 'REG:28', 5e6],
    [2019, 'loyers', 'finances', 'REG:28', 4e7],
    [2019, 'log_pmr', 'patrimoine', 'REG:28', 'ND'],
  ],
  IMPACT_TRAVAUX: [
    ['annee', 'territoire', 'operation', 'surface', 'conso_avant', 'conso_apres', 'ges_avant', 'ges_apres'],
    [2019, 'COM:14118', 'Résidence « A & B »', 10000, 300, 150, 60, 20],
  ],
};
// By hand: 2 500 / 10 000; 5 M€ / 40 M€; (300 − 150) × 10 000; no answer on accessibility.
const EXPECTED = { 'CTX-05': 0.25, 'FIN-03': 0.125, 'ENE-08': 1_500_000, 'AUT-01': null };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'impact-writers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function indicatorsOf(path: string) {
  const contribution = await readContribution(bytesSource(readFileSync(path)), path, { catalogue });
  expect(contribution.remarks.filter((one) => one.level === 'blocking')).toEqual([]);
  const { cells } = consolidate({ contributions: [contribution], catalogue });
  return Object.fromEntries(
    Object.keys(EXPECTED).map((code) => [code, cells.find((one) => one.code === code)?.value]),
  );
}

/** The tables by our own writer, each on a sheet, under a title. */
async function ours(): Promise<string> {
  const sheets = Object.entries(TABLES).map(([name, rows]) => ({
    name,
    columns: (rows[0] ?? []).map(() => ({ width: 16 })),
    rows: rows.map((row) => ({ cells: row.map((value) => (value === null ? undefined : { value })) })),
    tables: [
      {
        name,
        ref: `A1:${String.fromCharCode(64 + (rows[0]?.length ?? 1))}${rows.length}`,
        columns: (rows[0] ?? []).map(String),
      },
    ],
  }));
  const path = join(folder, 'ours.xlsx');
  writeFileSync(
    path,
    await writeWorkbook({ title: 'Alpha', creator: 'test', modified: new Date(0), sheets }),
  );
  return path;
}

function byOpenpyxl(python: string, name: string, ...base: string[]): string {
  const content = join(folder, 'content.json');
  const path = join(folder, name);
  writeFileSync(content, JSON.stringify({ tables: TABLES }));
  const { status, stderr } = spawnSync(
    python,
    [join(__dirname, 'write_contribution.py'), path, content, ...base],
    {
      encoding: 'utf8',
    },
  );
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  return path;
}

const python = findOpenpyxl();
const libreOffice = findLibreOffice();
if (!python) console.info('openpyxl is not on this computer: its workbooks are not compared.');
if (!libreOffice) console.info('LibreOffice is not on this computer: its workbooks are not compared.');

describe('a contribution is the same, whoever wrote it', () => {
  it('by our own writer', async () => {
    expect(await indicatorsOf(await ours())).toEqual(EXPECTED);
  });

  (python ? it : it.skip)('by openpyxl', async () => {
    expect(await indicatorsOf(byOpenpyxl(python ?? '', 'openpyxl.xlsx'))).toEqual(EXPECTED);
  });

  (python ? it : it.skip)('in the State templates landlords already fill in', async () => {
    for (const name of ['logements', 'annexes', 'communes', 'financement', 'stationnements']) {
      const template = sharedData(`data/workbooks/apilos-${name}.xlsx`);
      if (!template) return;
      const path = byOpenpyxl(python ?? '', `${name}.xlsx`, template);
      expect({ name, ...(await indicatorsOf(path)) }).toEqual({ name, ...EXPECTED });
    }
  });

  (libreOffice ? it : it.skip)(
    'saved again by LibreOffice',
    async () => {
      const source = await ours();
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const convert = () =>
        spawnSync(libreOffice ?? '', [
          profile,
          '--headless',
          '--convert-to',
          'xlsx',
          '--outdir',
          join(folder, 'lo'),
          source,
        ]);
      // A new profile asks to be started again.
      if (convert().status !== 0) convert();
      expect(await indicatorsOf(join(folder, 'lo/ours.xlsx'))).toEqual(EXPECTED);
    },
    120_000,
  );
});
