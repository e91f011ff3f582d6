import { startHeadlessExcel, type HeadlessExcel } from '../../../src/simulator/host/node';

let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await startHeadlessExcel();
});
afterAll(() => excel.dispose());

test('the real library starts as in Excel on the web', () => {
  expect(excel.info).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
});

test('values written by a batch are read back, formulas calculated', async () => {
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Feuil1');
    const range = sheet.getRange('A1:B2');
    range.values = [
      [1, 2.5],
      ['texte', '=A1+B1'],
    ];
    range.load('values, formulas, address');
    await context.sync();
    return { values: range.values, formulas: range.formulas, address: range.address };
  });
  expect(read).toEqual({
    values: [
      [1, 2.5],
      ['texte', 3.5],
    ],
    formulas: [
      [1, 2.5],
      ['texte', '=A1+B1'],
    ],
    address: 'Feuil1!A1:B2',
  });
});
