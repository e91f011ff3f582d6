import { failureOf, onNewSheet, useExcel } from './support';

useExcel();

describe('precedents', () => {
  test('through cells, other sheets, names; direct or all the way', async () => {
    await onNewSheet(async (sheet) => {
      sheet.getRange('A1').values = [[4]];
    }, 'Source');
    const read = await onNewSheet(async (sheet, context) => {
      context.workbook.names.add('Assiette', sheet.getRange('A1:A2'));
      sheet.getRange('A1:A4').values = [[1], [2], ['=SUM(Assiette)+Source!A1'], ['=A3*2']];
      await context.sync();
      const direct = sheet.getRange('A4').getDirectPrecedents().load('addresses');
      const all = sheet.getRange('A4').getPrecedents().load('addresses');
      const dependents = sheet.getRange('A1').getDependents().load('addresses');
      await context.sync();
      return [direct.addresses, all.addresses, dependents.addresses];
    }, 'Antécédents');
    expect(read).toEqual([
      ['Antécédents!A3'],
      ['Antécédents!A3,Antécédents!A1:A2', 'Source!A1'],
      ['Antécédents!A3,Antécédents!A4'],
    ]);
  });

  test('a cell without any answers ItemNotFound', async () => {
    const problem = await failureOf(() =>
      onNewSheet(async (sheet, context) => {
        sheet.getRange('A1').getDirectPrecedents().load('addresses');
        await context.sync();
      }),
    );
    expect(problem.code).toBe('ItemNotFound');
  });
});
