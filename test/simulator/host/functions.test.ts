import { startHeadlessExcel, type HeadlessExcel } from '../../../src/simulator/host/node';

const functions = [
  {
    id: 'SOMME_OUI',
    name: 'SOMME_OUI',
    parameters: [{ name: 'plage', type: 'any', dimensionality: 'matrix' }],
    result: { type: 'number' },
  },
];

let excel: HeadlessExcel;
const seen: unknown[] = [];
beforeAll(async () => {
  excel = await startHeadlessExcel();
  excel.CustomFunctions.associate('SOMME_OUI', (rows: unknown[][]) => {
    seen.push(rows);
    return rows.flat().reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
  });
  excel.host.functions.register({ functions }, { namespace: 'IMPACT' });
  await excel.host.functions.ready();
});
afterAll(() => excel.dispose());

async function value(address: string): Promise<unknown> {
  await excel.host.settled();
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Feuil1').getRange(address).load('values');
    await context.sync();
    return range.values;
  });
}

test('a function of the add-in is called through the real runtime and its value is in the cell', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Feuil1');
    sheet.getRange('A1:A3').values = [[1], [''], [2.5]];
    sheet.getRange('B1').formulas = [['=IMPACT.SOMME_OUI(A1:A3)*2']];
    await context.sync();
  });
  expect(await value('B1')).toEqual([[7]]);
  expect(seen).toEqual([[[1], [null], [2.5]]]);
});
