import { startSimulatedExcel, type SimulatedExcel } from './simulated-excel';

jest.setTimeout(40_000);

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await startSimulatedExcel();
  await excel.open();
}, 300_000);

afterAll(() => excel?.stop());

const shows = (text: string) =>
  excel.page.waitForFunction(
    (wanted) =>
      (document.getElementById('active-cell')?.textContent ?? '')
        .replaceAll(/[\u00a0\u202f]/gu, ' ')
        .includes(wanted),
    text,
    { timeout: 20_000 },
  );

test('the page says that it is not Excel', async () => {
  expect(await excel.page.locator('.notice').textContent()).toContain('ce n’est pas Microsoft Excel');
});

test('the pane asks whose workbook this is', async () => {
  await excel.pane.getByRole('button', { name: 'Insérer le questionnaire' }).waitFor();
});

test('a French formula is calculated, with its separator and decimal comma', async () => {
  await excel.type('B2', '=SOMME(1,5;2)');
  await shows('B2 : 3,5');
});

test('the same in English', async () => {
  await excel.type('B3', '=SUM(20,22)');
  await shows('B3 : 42');
});

test('a function of the add-in answers through the real runtime', async () => {
  await excel.type('B4', '100');
  await excel.type('B5', '20');
  await excel.type('B6', '=IMPACT.LOYER_M2(B4;B5)');
  await shows('B6 : 5');
});

test('its error comes with its own sentence', async () => {
  await excel.type('B7', '=IMPACT.LOYER_M2(B20;B21)');
  await shows('B7 : #');
  await shows(' — ');
});

test('a button of the ribbon opens its task in the pane', async () => {
  await excel.page.getByRole('tab', { name: 'Impact' }).click();
  await excel.page.getByRole('button', { name: 'Contrôler' }).press('Enter');
  await excel.pane.getByRole('heading', { name: 'Contrôler' }).waitFor();
});

test('nothing is asked of another origin', () => {
  const foreign = excel.asked.filter((one) => !one.startsWith(excel.url) && !/^(data|blob):/.test(one));
  expect(excel.asked.length).toBeGreaterThan(10);
  expect(foreign).toEqual([]);
});
