import { failureOf, onNewSheet, useExcel } from './support';

const excel = useExcel();
const write = (address: string, value: unknown) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Feuil1').getRange(address).values = [[value]];
    await context.sync();
  });
const read = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Feuil1').getRange(address).load('values');
    await context.sync();
    return range.values;
  });

test.each([
  ['cellEditMode', 'InvalidOperationInCellEditMode'],
  ['throttled', 'ActivityLimitReached'],
  ['payloadTooLarge', 'RequestPayloadSizeLimitExceeded'],
  ['responseTooLarge', 'ResponsePayloadSizeLimitExceeded'],
  ['protected', 'AccessDenied'],
  ['itemNotFound', 'ItemNotFound'],
] as const)('the fault %s is the error %s, once, and nothing is written', async (kind, code) => {
  excel.current.host.faults.failNext(kind);
  expect((await failureOf(() => write('A1', kind))).code).toBe(code);
  expect(await read('A1')).toEqual([['']]);
  expect(excel.current.host.faults.pending).toBe(0);
});

test('a fault can strike several times; then the same work goes through', async () => {
  excel.current.host.faults.failNext('throttled', { times: 2 });
  await failureOf(() => write('B1', 1));
  await failureOf(() => write('B1', 1));
  await write('B1', 1);
  expect(await read('B1')).toEqual([[1]]);
});

test('in the middle of a write: what precedes is done, what follows is not, as Excel documents it', async () => {
  await onNewSheet(async (_sheet, context) => context.sync(), 'Milieu');
  excel.current.host.faults.failNext('protected', { after: 2 });
  const problem = await failureOf(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Milieu');
      sheet.getRange('A1').values = [['un']];
      sheet.getRange('A2').values = [['deux']];
      sheet.getRange('A3').values = [['trois']];
      await context.sync();
    }),
  );
  expect(problem.code).toBe('AccessDenied');
  const left = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Milieu').getRange('A1:A3').load('values');
    await context.sync();
    return range.values;
  });
  expect(left).toEqual([['un'], ['deux'], ['']]);
});

test('a connection lost while a batch is applied: an error that does not say how much was done', async () => {
  await onNewSheet(async (_sheet, context) => context.sync(), 'Coupure');
  excel.current.host.faults.dropAfter(1);
  const problem = await failureOf(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Coupure');
      sheet.getRange('A1').values = [['un']];
      sheet.getRange('A2').values = [['deux']];
      await context.sync();
    }),
  );
  expect(problem.code).toBe('InvalidOrTimedOutSession');
  const left = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Coupure').getRange('A1:A2').load('values');
    await context.sync();
    return range.values;
  });
  expect(left).toEqual([['un'], ['']]);
});

test('a request above five megabytes is refused before anything is written', async () => {
  const problem = await failureOf(() => write('C1', 'x'.repeat(6 * 1024 * 1024)));
  expect(problem.code).toBe('RequestPayloadSizeLimitExceeded');
  expect(await read('C1')).toEqual([['']]);
});
