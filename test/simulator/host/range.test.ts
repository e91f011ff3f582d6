import { failureOf, onNewSheet, useExcel } from './support';

useExcel();

async function valuesAfter(
  change: (sheet: Excel.Worksheet) => void,
  address: string,
  properties = 'values',
): Promise<Excel.Range> {
  return onNewSheet(async (sheet, context) => {
    change(sheet);
    const range = sheet.getRange(address).load(properties);
    await context.sync();
    return range;
  });
}

describe('values', () => {
  test('null leaves a cell as it is, an empty text clears it, a single value fills the range', async () => {
    const range = await valuesAfter((sheet) => {
      sheet.getRange('A1:C1').values = [[1, 2, 3]];
      sheet.getRange('A1:C1').values = [[null as unknown as number, '', 9]];
      sheet.getRange('A2:C2').values = 7 as unknown as number[][];
    }, 'A1:C2');
    expect(range.values).toEqual([
      [1, '', 9],
      [7, 7, 7],
    ]);
  });

  test('a value over a formula forgets the formula', async () => {
    const range = await valuesAfter(
      (sheet) => {
        sheet.getRange('A1').values = [['=1+1']];
        sheet.getRange('A1').values = [[5]];
      },
      'A1',
      'formulas',
    );
    expect(range.formulas).toEqual([[5]]);
  });

  test("text that looks like a number needs the text format or an apostrophe, as in Excel: '01001'", async () => {
    const range = await valuesAfter(
      (sheet) => {
        sheet.getRange('B1').numberFormat = [['@']];
        sheet.getRange('A1:C1').values = [['01001', '01001', "'01001"]];
      },
      'A1:C1',
      'values, valueTypes, text',
    );
    expect(range.values).toEqual([[1001, '01001', '01001']]);
    expect(range.valueTypes).toEqual([['Double', 'String', 'String']]);
    expect(range.text).toEqual([['1001', '01001', '01001']]);
  });

  test('types of values: number, text, boolean, error, empty', async () => {
    const range = await valuesAfter(
      (sheet) => {
        sheet.getRange('A1:E1').values = [[1.5, 'a', true, '=1/0', '']];
      },
      'A1:E1',
      'values, valueTypes, text',
    );
    expect(range.values).toEqual([[1.5, 'a', true, '#DIV/0!', '']]);
    expect(range.valueTypes).toEqual([['Double', 'String', 'Boolean', 'Error', 'Empty']]);
    expect(range.text).toEqual([['1,5', 'a', 'VRAI', '#DIV/0!', '']]);
  });

  test('a formula that gives an empty text holds a text; a text that reads like an error is no error', async () => {
    const range = await valuesAfter(
      (sheet) => {
        sheet.getRange('A1:E1').formulas = [['=""', '=IF(TRUE,"",1)', '#N/A', "'#N/A", '=NA()']];
        sheet.getRange('F1').numberFormat = [['@']];
        sheet.getRange('F1').values = [['#DIV/0!']];
      },
      'A1:G1',
      'values, valueTypes',
    );
    expect(range.values).toEqual([['', '', '#N/A', '#N/A', '#N/A', '#DIV/0!', '']]);
    expect(range.valueTypes).toEqual([['String', 'String', 'Error', 'String', 'Error', 'String', 'Empty']]);
  });

  test('dates are serial numbers with a date format; the text is in French', async () => {
    const range = await valuesAfter(
      (sheet) => {
        sheet.getRange('A1').values = [['2024-02-29']];
        sheet.getRange('B1').numberFormat = [['d mmmm yyyy']];
        sheet.getRange('B1').values = [[45_351]];
        sheet.getRange('C1').numberFormat = [['#,##0.00 €']];
        sheet.getRange('C1').values = [[1234.5]];
      },
      'A1:C1',
      'values, numberFormat, numberFormatLocal, text',
    );
    expect(range.values).toEqual([[45_351, 45_351, 1234.5]]);
    expect(range.numberFormat[0]?.[0]).toBe('yyyy-mm-dd');
    expect(range.numberFormatLocal[0]?.[1]).toBe('j mmmm aaaa');
    expect(String(range.text[0]?.[1])).toBe('29 février 2024');
    expect(String(range.text[0]?.[2]).replace(/\s/gu, ' ')).toBe('1 234,50 €');
  });

  test('formulas in French and back: names, separators, decimals', async () => {
    const range = await valuesAfter(
      (sheet) => {
        sheet.getRange('A1:A2').values = [[2], [3]];
        sheet.getRange('B1').formulasLocal = [['=SI(SOMME(A1:A2)>4,5;MAX(A1;A2);0)']];
      },
      'B1',
      'formulas, formulasLocal, values',
    );
    expect(range.formulas).toEqual([['=IF(SUM(A1:A2)>4.5,MAX(A1,A2),0)']]);
    expect(range.formulasLocal).toEqual([['=SI(SOMME(A1:A2)>4,5;MAX(A1;A2);0)']]);
    expect(range.values).toEqual([[3]]);
  });

  test('an array of another size than the range is refused', async () => {
    const problem = await failureOf(() =>
      valuesAfter((sheet) => {
        sheet.getRange('A1:B2').values = [[1, 2]];
      }, 'A1'),
    );
    expect(problem.code).toBe('InvalidArgument');
    expect(problem.message).toContain("doesn't match the size or dimensions of the range");
  });

  test('EDATE gives the last day of a shorter month', async () => {
    // 31 January 2024 = 45322, 29 February = 45351, 31 March = 45382.
    const range = await valuesAfter((sheet) => {
      sheet.getRange('A1').values = [[45_322]];
      sheet.getRange('B1:B3').formulas = [['=EDATE(A1,1)'], ['=EDATE(A1,2)'], ['=EDATE("x",1)']];
    }, 'B1:B3');
    expect(range.values).toEqual([[45_351], [45_382], ['#VALUE!']]);
  });
});

describe('geometry', () => {
  const addresses = (pick: (sheet: Excel.Worksheet) => Excel.Range) =>
    onNewSheet(async (sheet, context) => {
      const range = pick(sheet).load('address');
      await context.sync();
      return range.address.split('!')[1];
    });

  test.each<[string, (sheet: Excel.Worksheet) => Excel.Range]>([
    ['C3', (sheet) => sheet.getRange('B2:D5').getCell(1, 1)],
    ['C4:E7', (sheet) => sheet.getRange('B2:D5').getOffsetRange(2, 1)],
    ['B2:E4', (sheet) => sheet.getRange('B2:D5').getResizedRange(-1, 1)],
    ['B3:D3', (sheet) => sheet.getRange('B2:D5').getRow(1)],
    ['C2:C5', (sheet) => sheet.getRange('B2:D5').getColumn(1)],
    ['2:5', (sheet) => sheet.getRange('B2:D5').getEntireRow()],
    ['B:D', (sheet) => sheet.getRange('B2:D5').getEntireColumn()],
    ['D5', (sheet) => sheet.getRange('B2:D5').getLastCell()],
    ['B6:D7', (sheet) => sheet.getRange('B2:D5').getRowsBelow(2)],
    ['A2:A5', (sheet) => sheet.getRange('B2:D5').getColumnsBefore(1)],
    ['B2:F9', (sheet) => sheet.getRange('B2:D5').getBoundingRect('E3:F9')],
    ['D5', (sheet) => sheet.getRange('B2:D5').getIntersection('D5:E6')],
    ['C2:D3', (sheet) => sheet.getRangeByIndexes(1, 2, 2, 2)],
    ['A1', (sheet) => sheet.getUsedRange()],
  ])('%s', async (expected, pick) => {
    expect(await addresses(pick)).toBe(expected);
  });

  test('outside of the sheet, or without intersection, the documented errors', async () => {
    const outside = await failureOf(() => addresses((sheet) => sheet.getRange('A1').getOffsetRange(-1, 0)));
    expect(outside.code).toBe('InvalidArgument');
    const apart = await failureOf(() => addresses((sheet) => sheet.getRange('A1').getIntersection('B2')));
    expect(apart.code).toBe('ItemNotFound');
    const isNull = await onNewSheet(async (sheet, context) => {
      const range = sheet.getRange('A1').getIntersectionOrNullObject('B2');
      await context.sync();
      return range.isNullObject;
    });
    expect(isNull).toBe(true);
    const nonsense = await failureOf(() => addresses((sheet) => sheet.getRange('Ceci n’est rien')));
    expect(nonsense.code).toBe('InvalidArgument');
  });

  test('whole columns have no values, but a used part and formulas that read them', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      sheet.getRange('B2:B4').values = [[1], [2], [3]];
      sheet.getRange('D1').formulas = [['=SUM(B:B)']];
      const column = sheet.getRange('B:B').load('values, address, rowCount, isEntireColumn');
      const used = column.getUsedRange(true).load('address');
      const sum = sheet.getRange('D1').load('values');
      await context.sync();
      return [column.values, column.rowCount, column.isEntireColumn, used.address.split('!')[1], sum.values];
    });
    expect(read).toEqual([null, 1_048_576, true, 'B2:B4', [[6]]]);
  });
});

describe('editing', () => {
  test('inserting and deleting rows moves formulas, values and formats', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = [[1], [2], ['=A1+A2']];
      sheet.getRange('2:2').insert('Down');
      await context.sync();
      const range = sheet.getRange('A1:A4').load('values, formulas');
      await context.sync();
      const after = [range.values, range.formulas[3]];
      sheet.getRange('A2:A2').delete('Up');
      const last = sheet.getRange('A1:A4').load('formulas');
      await context.sync();
      return [...after, last.formulas];
    });
    expect(read).toEqual([[[1], [''], [2], [3]], ['=A1+A3'], [[1], [2], ['=A1+A2'], ['']]]);
  });

  test('clear: contents only, formats only, or all', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:A3');
      range.values = [[1], [2], [3]];
      range.format.fill.color = '#FFFF00';
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('A2').clear('Formats');
      sheet.getRange('A3').clear();
      range.load('values');
      const fills = ['A1', 'A2', 'A3'].map((one) => sheet.getRange(one).format.fill.load('color'));
      await context.sync();
      return [range.values, fills.map((one) => one.color)];
    });
    expect(read).toEqual([
      [[''], [2], ['']],
      ['#FFFF00', '#FFFFFF', '#FFFFFF'],
    ]);
  });

  test('formats: uniform or null, borders by side, sizes in points', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      const range = sheet.getRange('A1:B2');
      range.format.font.bold = true;
      range.format.font.color = 'red';
      sheet.getRange('A1').format.font.italic = true;
      range.format.horizontalAlignment = 'Center';
      range.format.wrapText = true;
      range.format.columnWidth = 90;
      range.format.rowHeight = 30;
      range.format.borders.getItem('EdgeBottom').style = 'Continuous';
      range.format.borders.getItem('EdgeBottom').color = '#0000FF';
      range.format.load('columnWidth, rowHeight, horizontalAlignment, wrapText');
      range.format.font.load('bold, color, italic');
      const bottom = range.format.borders.getItem('EdgeBottom').load('style, color');
      const top = range.format.borders.getItem('EdgeTop').load('style');
      await context.sync();
      const { font } = range.format;
      return [
        [font.bold, font.color, font.italic],
        [
          range.format.columnWidth,
          range.format.rowHeight,
          range.format.horizontalAlignment,
          range.format.wrapText,
        ],
        [bottom.style, bottom.color, top.style],
      ];
    });
    expect(read).toEqual([
      [true, '#FF0000', null],
      [90, 30, 'Center', true],
      ['Continuous', '#0000FF', 'None'],
    ]);
  });

  test('spilled cells: their values, the spill and its parent', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      sheet.getRange('B2').formulas = [['=SEQUENCE(3,2)']];
      const range = sheet.getRange('B2:C4').load('values');
      const spill = sheet.getRange('B2').getSpillingToRangeOrNullObject().load('address');
      const parent = sheet.getRange('C4').getSpillParentOrNullObject().load('address');
      const none = sheet.getRange('A1').getSpillingToRangeOrNullObject();
      const used = sheet.getUsedRange().load('address');
      await context.sync();
      return [
        range.values,
        ...[spill, parent, used].map((one) => one.address.split('!')[1]),
        none.isNullObject,
      ];
    });
    expect(read).toEqual([
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      'B2:C4',
      'B2',
      'B2:C4',
      true,
    ]);
  });

  test('selection: select, active cell, several sheets', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      sheet.getRange('B2:C3').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      const active = context.workbook.worksheets.getActiveWorksheet().load('name');
      await context.sync();
      return [selected.address, cell.address, active.name];
    }, 'Choisie');
    expect(read).toEqual(['Choisie!B2:C3', 'Choisie!B2', 'Choisie']);
  });

  test('find a text, whole or in part', async () => {
    const read = await onNewSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').values = [
        ['Rouen', 'ROUEN Sud'],
        ['Caen', 12],
      ];
      const whole = sheet.getRange('A1:B2').find('rouen', { completeMatch: true }).load('address');
      const part = sheet.getRange('B1:B2').findOrNullObject('rouen', {}).load('address');
      const none = sheet.getRange('A1:B2').findOrNullObject('Dieppe', {});
      await context.sync();
      return [whole.address.split('!')[1], part.address.split('!')[1], none.isNullObject];
    });
    expect(read).toEqual(['A1', 'B1', true]);
  });
});
