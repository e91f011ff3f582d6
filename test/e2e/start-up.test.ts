import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeWorkbook } from '../../src/xlsx';
import { startSimulatedExcel, type SimulatedExcel } from './simulated-excel';

let excel: SimulatedExcel;
beforeAll(async () => {
  excel = await startSimulatedExcel();
  await excel.load('?classeur=exemple.xlsx');
});
afterAll(() => excel?.stop());

const addin = join(__dirname, '../../dist/addin');

test('the scripts that the pane and the functions wait for weigh at most 220 kB', async () => {
  const html = readFileSync(join(addin, 'taskpane.html'), 'utf8');
  const inPage = [...html.matchAll(/<script[^>]+src="([^":]+[.]js)"/gu)].map(([, src = '']) => src);
  // Every function that reads the catalogue waits for its figures.
  const asked = excel.asked.map((address) => new URL(address).pathname.replace(/^[/]/u, ''));
  const catalogue = asked.filter((path) => /^catalogue(?:-figures)?[.]/u.test(path));
  expect([inPage.length, catalogue.length]).toEqual([expect.any(Number), 2]);
  expect(inPage.length).toBeGreaterThan(0);
  const weight = [...inPage, ...catalogue]
    .map((file) => gzipSync(readFileSync(join(addin, file)), { level: 9 }).length)
    .reduce((sum, one) => sum + one, 0);
  expect(weight).toBeLessThanOrEqual(220_000);
});

test('on opening, the name box and the formula bar tell the active cell', async () => {
  await excel.shows('Base patrimoine ! A1 : État du patrimoine 2019');
  const box = excel.page.locator('#grid input.univer-size-full');
  await excel.page.waitForFunction(
    (name) =>
      (document.querySelector('#grid input.univer-size-full') as HTMLInputElement | null)?.value === name,
    'A1',
  );
  expect(await box.inputValue()).toBe('A1');
});

test('values stored in the file are kept on opening, as Excel does, until they are calculated again', async () => {
  const cells = [{ formula: '1+1', value: 5 }, { formula: 'IMPACT.SIREN_VALIDE("552100554")' }];
  const sheets = [{ name: 'Calculs', columns: [], rows: [{ cells }] }];
  const bytes = await writeWorkbook({ title: 'Essai', creator: 'Essai', modified: new Date(0), sheets });
  await excel.openFile({ name: 'valeurs.xlsx', bytes });
  // Ours is calculated: nothing was stored for it.
  await excel.goTo('B1');
  await excel.shows('Calculs ! B1 : VRAI');
  await excel.goTo('A1');
  await excel.shows('Calculs ! A1 : 5');
  await excel.press('Accueil', 'Recalculer');
  await excel.shows('Calculs ! A1 : 2');
});
