import { failureOf, onNewSheet, useExcel } from './support';

const excel = useExcel();

test('the real library starts as in Excel on the web', () => {
  expect(excel.current.info).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
  expect(Office.context.displayLanguage).toBe('fr-FR');
});

test('values written by a batch are read back, formulas calculated', async () => {
  const read = await onNewSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B2');
    range.values = [
      [1, 2.5],
      ['texte', '=A1+B1'],
    ];
    range.load('values, formulas, rowCount, cellCount');
    await context.sync();
    return range.toJSON();
  });
  expect(read).toMatchObject({
    values: [
      [1, 2.5],
      ['texte', 3.5],
    ],
    formulas: [
      [1, 2.5],
      ['texte', '=A1+B1'],
    ],
    rowCount: 2,
    cellCount: 4,
  });
});

test('a property not loaded cannot be read: the library itself says so, in French', async () => {
  const problem = await failureOf(() => onNewSheet(async (sheet) => sheet.getRange('A1').values));
  expect(problem.code).toBe('PropertyNotLoaded');
  expect(problem.message).toContain('values');
});

test('what precedes a failing action stays done; the failing statement is named', async () => {
  const problem = await failureOf(() =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange('A1').values = [['fait']];
      sheet.getRange('A2:B2').values = [['une seule']];
      sheet.getRange('A3').values = [['jamais']];
      await context.sync();
    }, 'Arrêt'),
  );
  expect(problem.code).toBe('InvalidArgument');
  expect(problem.debugInfo.statement).toBe('range1.values = ...;');
  const left = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Arrêt').getRange('A1:A3').load('values');
    await context.sync();
    return range.values;
  });
  expect(left).toEqual([['fait'], [''], ['']]);
});

test('a missing sheet is ItemNotFound, or a null object when asked', async () => {
  const problem = await failureOf(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Absente').load('name');
      await context.sync();
    }),
  );
  expect(problem.code).toBe('ItemNotFound');
  const isNull = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Absente');
    const range = sheet.getRange('A1');
    range.load('values');
    await context.sync();
    return [sheet.isNullObject, range.isNullObject];
  });
  expect(isNull).toEqual([true, true]);
});

test('a member that the host lacks fails by its name', async () => {
  const problem = await failureOf(() =>
    onNewSheet(async (sheet, context) => {
      sheet.getRange('A1').getSurroundingRegion().load('address');
      await context.sync();
    }),
  );
  expect(problem.code).toBe('ApiNotFound');
  expect(problem.message).toContain('Range.GetSurroundingRegion');
  const service = await failureOf(() =>
    Excel.run(async (context) => {
      context.workbook.pivotTables.load('items/name');
      await context.sync();
    }),
  );
  expect(service.message).toContain('Workbook.PivotTables');
});

test('writes of more than 1500 cells, which the library cuts, arrive whole', async () => {
  const rows = Array.from({ length: 400 }, (_r, row) =>
    Array.from({ length: 10 }, (_c, column) => row * 10 + column),
  );
  const read = await onNewSheet(async (sheet, context) => {
    sheet.getRange('A1:J400').values = rows;
    const used = sheet.getUsedRange().load('values, address');
    await context.sync();
    return used.values;
  });
  expect(read).toEqual(rows);
});

test('one batch of writes is one step of Undo', async () => {
  await onNewSheet(async (sheet, context) => {
    await context.sync();
    sheet.getRange('A1:A2').values = [[1], [2]];
    sheet.getRange('C1').values = [['x']];
    sheet.getRange('A1').format.font.bold = true;
    await context.sync();
  }, 'Annuler');
  await excel.current.host.undo();
  const state = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Annuler');
    const used = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    await context.sync();
    return [sheet.isNullObject, used.isNullObject];
  });
  expect(state).toEqual([false, true]);
  await excel.current.host.redo();
  const again = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Annuler').getRange('A1:C2').load('values');
    await context.sync();
    return range.values;
  });
  expect(again).toEqual([
    [1, '', 'x'],
    [2, '', ''],
  ]);
});

test('a range tracked from one batch to the next follows its cells, and is lost with them', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Suivie');
    const range = sheet.getRange('B3:B4');
    range.values = [['x'], ['y']];
    range.load('address');
    await context.sync();
    expect(range.address).toBe('Suivie!B3:B4');
    sheet.getRange('1:2').insert('Down');
    range.load('address, values');
    await context.sync();
    expect(range.address).toBe('Suivie!B5:B6');
    expect(range.values).toEqual([['x'], ['y']]);
    sheet.getRange('5:6').delete('Up');
    await context.sync();
    range.load('address');
    expect((await failureOf(() => context.sync())).code).toBe('InvalidReference');
  });
});

test('the ranges that a batch tracked are released when it ends', async () => {
  const { host } = excel.current;
  await host.settled();
  const before = host.trackedRanges;
  await onNewSheet(async (sheet, context) => {
    sheet.getRange('A1').load('values');
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await host.settled();
  expect(host.trackedRanges).toBe(before);
});

test('load of nothing in particular loads every scalar', async () => {
  const read = await onNewSheet(async (sheet, context) => {
    sheet.load();
    const range = sheet.getRange('A1:A2');
    range.load();
    await context.sync();
    return [Object.keys(sheet.toJSON()), range.rowCount, range.values] as const;
  });
  expect(read[0]).toEqual(expect.arrayContaining(['id', 'name', 'position', 'visibility', 'tabColor']));
  expect(read.slice(1)).toEqual([2, [[''], ['']]]);
});

describe('many cells at once, which go past the commands of the grid', () => {
  const ROWS = 3000;
  const numbers = (factor: number) =>
    Array.from({ length: ROWS }, (_, row) => [factor * (row + 1), `n° ${row}`]);
  /** What a cell of a sheet holds now. */
  const valueOf = (name: string, address: string): Promise<unknown> =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name).getRange(address).load('values');
      await context.sync();
      return range.values[0]?.[0];
    });
  const write = (name: string, values: unknown[][]): Promise<void> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.getRange(`A1:B${values.length}`).values = values;
      await context.sync();
    });

  test('formulas follow, a formula written over is gone, and one step of Undo gives all back', async () => {
    await onNewSheet(async (sheet, context) => {
      sheet.getRange(`A1:B${ROWS}`).values = numbers(1);
      sheet.getRange('B7').formulas = [['=A7*2']];
      sheet.getRange('D1').formulas = [[`=SUM(A1:A${ROWS})`]];
      await context.sync();
    }, 'Beaucoup');
    // 3000 × 3001 / 2.
    expect(await valueOf('Beaucoup', 'D1')).toBe(4_501_500);
    await write('Beaucoup', numbers(2));
    expect([await valueOf('Beaucoup', 'D1'), await valueOf('Beaucoup', 'B7')]).toEqual([9_003_000, 'n° 6']);
    await excel.current.host.undo();
    expect([
      await valueOf('Beaucoup', 'D1'),
      await valueOf('Beaucoup', 'B7'),
      await valueOf('Beaucoup', 'A3000'),
    ]).toEqual([4_501_500, 14, 3000]);
  });

  test('dates take their format, texts of the text format stay texts, a size that does not fit is refused whole', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      sheet.getRange('B1:B800').numberFormat = '@' as unknown as string[][];
      sheet.getRange('A1:B800').values = Array.from({ length: 800 }, () => ['2024-01-02', '007']);
      const last = sheet.getRange('A800:B800').load('values, numberFormat');
      await context.sync();
      return [last.values, last.numberFormat];
    }, 'Formats');
    expect(read).toEqual([[[45_293, '007']], [['yyyy-mm-dd', '@']]]);
    const ragged = [...numbers(3).slice(0, 600), [1]];
    expect(await failureOf(() => write('Formats', ragged))).toMatchObject({ code: 'InvalidArgument' });
    expect(await valueOf('Formats', 'A1')).toBe(45_293);
  });

  test('a formula that Undo gives back to a sheet that has none left calculates again', async () => {
    await onNewSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').formulas = [
        [5, '=A1*10'],
        [6, 7],
      ];
      await context.sync();
    }, 'Rendue');
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Rendue').getRange('B1').delete('Up');
      await context.sync();
    });
    expect(await valueOf('Rendue', 'B1')).toBe(7);
    await excel.current.host.undo();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Rendue').getRange('A1').values = [[8]];
      await context.sync();
    });
    expect([await valueOf('Rendue', 'B1'), await valueOf('Rendue', 'B2')]).toEqual([80, 7]);
  });
});
