import { failureOf, useExcel } from './support';

let editing = false;
useExcel({ isCellEditing: () => editing, excelApi: '1.9' });

const sheetName = (options: Excel.RunOptions = {}) =>
  Excel.run(options, async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load('name');
    await context.sync();
    return sheet.name;
  });

test('while a person types in a cell, a batch is refused, or waits when it asks to', async () => {
  editing = true;
  expect((await failureOf(() => sheetName())).code).toBe('InvalidOperationInCellEditMode');
  setTimeout(() => (editing = false), 100);
  expect(await sheetName({ delayForCellEdit: true })).toBe('Feuil1');
});

test('a member above the declared requirement set is refused by its name and version', async () => {
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.10')).toBe(false);
  const problem = await failureOf(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').getDirectPrecedents().load('addresses');
      await context.sync();
    }),
  );
  expect(problem.code).toBe('ApiNotFound');
  expect(problem.message).toContain('Range.GetDirectPrecedents needs ExcelApi 1.12');
});
