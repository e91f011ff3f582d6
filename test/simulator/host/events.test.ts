import { onNewSheet, until, useExcel } from './support';

const excel = useExcel();

/** Listens on a new sheet while something is done, and gives what was heard. */
async function heard<T>(
  name: string,
  listen: (
    sheet: Excel.Worksheet,
    context: Excel.RequestContext,
    keep: (event: T) => Promise<void>,
  ) => unknown,
  act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<unknown>,
  count = 1,
): Promise<T[]> {
  const events: T[] = [];
  await onNewSheet(async (sheet, context) => {
    await listen(sheet, context, async (event) => {
      events.push(event);
    });
    await context.sync();
    await act(sheet, context);
  }, name);
  await until(() => events.length >= count);
  await excel.current.host.settled();
  return events;
}

test('a cell that changes is announced with its value before and after, and its range', async () => {
  const [event] = await heard<Excel.WorksheetChangedEventArgs>(
    'Change',
    (sheet, _context, keep) => sheet.onChanged.add(keep),
    async (sheet, context) => {
      sheet.getRange('C3').values = [['modifié']];
      await context.sync();
    },
  );
  expect(event).toMatchObject({
    type: 'WorksheetChanged',
    changeType: 'RangeEdited',
    address: 'C3',
    source: 'Local',
    triggerSource: 'ThisLocalAddin',
    details: { valueBefore: '', valueAfter: 'modifié', valueTypeBefore: 'Empty', valueTypeAfter: 'String' },
  });
  const values = await Excel.run(async (context) => {
    const range = event!.getRange(context).load('values, address');
    await context.sync();
    return [range.values, range.address];
  });
  expect(values).toEqual([[['modifié']], 'Change!C3']);
});

test('a large write, which the library cuts, is one event', async () => {
  const events = await heard<Excel.WorksheetChangedEventArgs>(
    'Grande',
    (sheet, _context, keep) => sheet.onChanged.add(keep),
    async (sheet, context) => {
      sheet.getRange('A1:J400').values = Array.from({ length: 400 }, () =>
        Array.from({ length: 10 }, () => 1),
      );
      await context.sync();
    },
  );
  expect(events.map((one) => one.address)).toEqual(['A1:J400']);
});

test('a formula is announced with its value; a format is no change of content', async () => {
  const events = await heard<Excel.WorksheetChangedEventArgs>(
    'Formule',
    (sheet, _context, keep) => sheet.onChanged.add(keep),
    async (sheet, context) => {
      sheet.getRange('B1').format.font.bold = true;
      await context.sync();
      sheet.getRange('A1').formulas = [['=6*7']];
      await context.sync();
    },
  );
  expect(events.map((one) => [one.address, one.details?.valueAfter])).toEqual([['A1', 42]]);
});

test('inserted rows are announced as such', async () => {
  const events = await heard<Excel.WorksheetChangedEventArgs>(
    'Lignes',
    (sheet, _context, keep) => sheet.onChanged.add(keep),
    async (sheet, context) => {
      sheet.getRange('2:3').insert('Down');
      await context.sync();
    },
  );
  expect(events.map((one) => [one.changeType, one.address])).toContainEqual(['RowInserted', '2:3']);
});

test('selection, on the sheet and on the workbook', async () => {
  const [event] = await heard<Excel.WorksheetSelectionChangedEventArgs>(
    'Sélection',
    (sheet, _context, keep) => sheet.onSelectionChanged.add(keep),
    async (sheet, context) => {
      sheet.getRange('B2:C3').select();
      await context.sync();
    },
  );
  expect(event?.address).toBe('B2:C3');
  const [document] = await heard<Excel.SelectionChangedEventArgs>(
    'Document',
    (_sheet, context, keep) => context.workbook.onSelectionChanged.add(keep),
    async (sheet, context) => {
      sheet.getRange('D4').select();
      await context.sync();
    },
  );
  expect(document?.workbook).toBeDefined();
});

test('sheets added, shown and deleted', async () => {
  const types: string[] = [];
  const keep = async (event: { readonly type: string }) => void types.push(event.type);
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(keep);
    worksheets.onActivated.add(keep);
    worksheets.onDeleted.add(keep);
    await context.sync();
    const sheet = worksheets.add('Passagère');
    await context.sync();
    sheet.activate();
    await context.sync();
    sheet.delete();
    await context.sync();
  });
  await until(() => types.includes('WorksheetDeleted'));
  expect(types.slice(0, 2)).toEqual(['WorksheetAdded', 'WorksheetActivated']);
});

test('a table says which of its cells changed', async () => {
  const [event] = await heard<Excel.TableChangedEventArgs>(
    'Table',
    async (sheet, context, keep) => {
      sheet.getRange('A1:B2').values = [
        ['a', 'b'],
        [1, 2],
      ];
      const table = sheet.tables.add('A1:B2', true);
      await context.sync();
      table.onChanged.add(keep);
    },
    async (sheet, context) => {
      sheet.getRange('B2').values = [[5]];
      await context.sync();
    },
  );
  expect(event).toMatchObject({ address: 'B2', changeType: 'RangeEdited' });
});

test('a handler taken away hears nothing more', async () => {
  const heardAddresses: string[] = [];
  await onNewSheet(async (sheet, context) => {
    const handler = sheet.onChanged.add(async ({ address }) => void heardAddresses.push(address));
    await context.sync();
    sheet.getRange('A1').values = [[1]];
    await context.sync();
    await until(() => heardAddresses.length === 1);
    handler.remove();
    await context.sync();
    sheet.getRange('A2').values = [[2]];
    await context.sync();
  });
  await excel.current.host.settled();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heardAddresses).toEqual(['A1']);
});
