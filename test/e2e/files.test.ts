import { read } from '@e965/xlsx';
import { startSimulatedExcel, type SimulatedExcel, type WorkbookFile } from './simulated-excel';
import { cellIn, cellsOf, partsOf, sampleFile, tablesOf, withChart } from './workbooks';

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await startSimulatedExcel();
  await excel.load('?classeur=absent.xlsx');
});

afterAll(() => excel?.stop());

const message = () => excel.page.locator('#message');

test('a workbook that the server does not have: a sentence, and a blank workbook', async () => {
  expect(await message().textContent()).toMatch(/« absent.xlsx ».*ouvrez un classeur de votre ordinateur/u);
  await excel.shows('Feuil1 ! A1 : vide');
});

test('a workbook dropped on the page is opened', async () => {
  await excel.dropFile({ name: 'Déposé 2019.xlsx', bytes: withChart(sampleFile()) });
  expect(await excel.page.locator('#workbook-name').textContent()).toBe('Déposé 2019');
  await excel.pane.getByText('Estuarine Habitat · 2019').waitFor();
});

describe('saved after a change', () => {
  let saved: WorkbookFile;

  test('another program reads the change, and everything else as it was', async () => {
    await excel.showSheet('Occupation et loyers');
    await excel.type('Q4', '=IMPACT.LOYER_M2(O4;N4)');
    await excel.shows('Q4 : ');
    await excel.type('Q5', 'vu le 3 mars');
    saved = await excel.save();
    expect(saved.name).toBe('Déposé 2019.xlsx');
    const before = cellsOf(sampleFile(), 'Occupation et loyers');
    const after = cellsOf(saved.bytes, 'Occupation et loyers');
    const [area, rent] = [Number(before[3]?.[13]), Number(before[3]?.[14])];
    const call = cellIn(saved.bytes, 'Occupation et loyers', 'Q4');
    expect(call.f).toBe('_xldudf_IMPACT_LOYER_M2(O4,N4)');
    expect(call.v).toBeCloseTo(rent / area, 9);
    expect(cellIn(saved.bytes, 'Occupation et loyers', 'Q5').v).toBe('vu le 3 mars');
    expect(after.map((row) => row.slice(0, 15))).toEqual(before.map((row) => row.slice(0, 15)));
    const names = read(sampleFile(), { bookSheets: true }).SheetNames;
    expect(read(saved.bytes, { bookSheets: true }).SheetNames).toEqual(names);
    for (const name of names.filter((one) => one !== 'Occupation et loyers'))
      expect(cellsOf(saved.bytes, name)).toEqual(cellsOf(sampleFile(), name));
  });

  test('tables, the chart and parts that nobody here understands are all there', () => {
    const before = partsOf(withChart(sampleFile()));
    const after = partsOf(saved.bytes);
    expect(tablesOf(saved.bytes)).toEqual(tablesOf(sampleFile()));
    for (const name of ['xl/charts/chart1.xml', 'xl/drawings/drawing1.xml', 'customXml/item1.xml'])
      expect(after[name]).toBe(before[name]);
    expect(after['xl/worksheets/sheet1.xml']).toContain('<drawing r:id="rIdChart"/>');
    expect(after['xl/worksheets/_rels/sheet1.xml.rels']).toContain('Target="../drawings/drawing1.xml"');
    expect(after['[Content_Types].xml']).toContain('/xl/charts/chart1.xml');
  });

  test('the page opens it again', async () => {
    await excel.openFile(saved);
    await excel.showSheet('Occupation et loyers');
    await excel.goTo('Q5');
    await excel.shows('Q5 : vu le 3 mars');
  });
});

test('a file that is no workbook is refused in a sentence, and the one open stays', async () => {
  const { page } = excel;
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), excel.press('Accueil', 'Ouvrir')]);
  await chooser.setFiles({ name: 'notes.xlsx', mimeType: '', buffer: Buffer.from('Bonjour') });
  await message().waitFor();
  expect(await message().textContent()).toMatch(/notes\.xlsx/u);
  expect(await page.locator('#workbook-name').textContent()).toBe('Déposé 2019');
  await excel.shows('Q5 : vu le 3 mars');
});

test('nothing went wrong unseen', () => expect(excel.uncaught).toEqual([]));
