import { failureOf, onNewSheet, useExcel } from './support';

useExcel();

let count = 0;

/** A table of dwellings on a new sheet, A1:C3. */
function withTable<T>(
  run: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  const name = `Logements_${++count}`;
  return onNewSheet(async (sheet, context) => {
    sheet.getRange('A1:C3').values = [
      ['Ville', 'Loyer', "Date d'entrée"],
      ['Rouen', 100, 45_292],
      ['Caen', 200, 45_293],
    ];
    const table = sheet.tables.add('A1:C3', true);
    table.name = name;
    await context.sync();
    return run(table, sheet, context);
  });
}

const short = (range: Excel.Range): string => range.address.split('!')[1] ?? '';

test('a table is found by its name whatever the letter case, with its columns and parts', async () => {
  const read = await withTable(async (table, sheet, context) => {
    table.load('name');
    await context.sync();
    const same = context.workbook.tables.getItem(table.name.toUpperCase()).load('id');
    table.load('id, showHeaders, showTotals, style');
    table.columns.load('items/name, items/index');
    const parts = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
    for (const one of parts) one.load('address');
    const column = table.columns.getItem('loyer').getDataBodyRange().load('values');
    const inSheet = sheet.tables.getCount();
    await context.sync();
    return [
      same.id === table.id,
      table.columns.items.map((one) => one.name),
      parts.map(short),
      column.values,
      inSheet.value,
      [table.showHeaders, table.showTotals],
    ];
  });
  expect(read).toEqual([
    true,
    ['Ville', 'Loyer', "Date d'entrée"],
    ['A1:C3', 'A1:C1', 'A2:C3'],
    [[100], [200]],
    1,
    [true, false],
  ]);
});

test('structured references: apostrophes doubled, letter case, this row, several columns, headings', async () => {
  const read = await withTable(async (table, sheet, context) => {
    table.load('name');
    await context.sync();
    const { name } = table;
    table.columns.add(undefined, [['Double'], [`=[@Loyer]*2`], [`=${name}[@Loyer]*2`]]);
    sheet.getRange('G1:G7').formulas = [
      [`=SUM(${name}[Loyer])`],
      [`=MAX(${name}[Date d''entrée])`],
      [`=SUM(${name.toLowerCase()}[LOYER])`],
      [`=SUM(${name}[[Loyer]:[Date d''entrée]])`],
      [`=INDEX(${name}[#Headers],1,3)`],
      [`=SUM(${name}[Inconnue])`],
      [`=SUM(${name}[Double])`],
    ];
    const range = sheet.getRange('G1:G7').load('values, formulas');
    const row = table.columns.getItem('Double').getDataBodyRange().load('values, formulas');
    await context.sync();
    return [range.values.flat(), range.formulas[1], row.values, row.formulas].map((one) =>
      JSON.parse(JSON.stringify(one).replaceAll(name, 'T')),
    );
  });
  // 100 + 200; 45293; 300; 300 + 45292 + 45293; the third heading; an error; 2 × 300.
  expect(read).toEqual([
    [300, 45_293, 300, 90_885, "Date d'entrée", '#NAME?', 600],
    ["=MAX(T[Date d''entrée])"],
    [[200], [400]],
    [['=[@Loyer]*2'], ['=[@Loyer]*2']],
  ]);
});

test('an apostrophe left alone by a person does not spoil the formulas that follow', async () => {
  const read = await withTable(async (table, sheet, context) => {
    table.load('name');
    await context.sync();
    sheet.getRange('G1').formulas = [[`=MAX(${table.name}[Date d'entrée])`]];
    sheet.getRange('G2').formulas = [[`=SUM(${table.name}[Loyer])*2`]];
    const range = sheet.getRange('G2').load('values');
    await context.sync();
    return range.values;
  });
  expect(read).toEqual([[600]]);
});

test('rows are added at the end or inside; formulas follow; what lies below is pushed down', async () => {
  const read = await withTable(async (table, sheet, context) => {
    table.load('name');
    await context.sync();
    sheet.getRange('A4:B4').values = [['note', 'à garder']];
    sheet.getRange('G1').formulas = [[`=SUM(${table.name}[Loyer])`]];
    table.rows.add(undefined, [
      ['Dieppe', 300, 1],
      ['Évreux', 400, 2],
    ]);
    table.rows.add(0, [['Fécamp', 50, 3]]);
    const range = table.getRange().load('address, values');
    const note = sheet.getRange('A7:B7').load('values');
    const sum = sheet.getRange('G1').load('values');
    table.rows.load('count');
    await context.sync();
    return [short(range), range.values.map((row) => row[0]), note.values, sum.values, table.rows.count];
  });
  expect(read).toEqual([
    'A1:C6',
    ['Ville', 'Fécamp', 'Rouen', 'Caen', 'Dieppe', 'Évreux'],
    [['note', 'à garder']],
    [[1050]],
    5,
  ]);
});

test('a table made of headings only has no row, and the first one added fills its blank row', async () => {
  const read = await onNewSheet(async (sheet, context) => {
    sheet.getRange('A1:B1').values = [['a', 'b']];
    const table = sheet.tables.add('A1:B1', true);
    const before = table.rows.getCount();
    table.rows.add(undefined, [
      [1, 2],
      [3, 4],
    ]);
    const range = table.getRange().load('address, values');
    await context.sync();
    return [before.value, short(range), range.values];
  });
  expect(read).toEqual([
    0,
    'A1:B3',
    [
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ],
  ]);
});

test('rows deleted, columns added and deleted, totals shown and hidden', async () => {
  const read = await withTable(async (table, _sheet, context) => {
    table.rows.getItemAt(0).delete();
    table.columns.add(1, [['Code'], ['x']]);
    const before = table.getRange().load('address, values');
    await context.sync();
    table.columns.getItem('Loyer').delete();
    table.showTotals = true;
    const totals = table.getTotalRowRange().load('address, values');
    table.rows.add(undefined, [['Dieppe', 'y', 3]]);
    const body = table.getDataBodyRange().load('address');
    const whole = table.getRange().load('address');
    await context.sync();
    table.showTotals = false;
    const after = table.getRange().load('address');
    await context.sync();
    return [
      short(before),
      before.values,
      short(totals),
      totals.values[0]?.[0],
      short(body),
      short(whole),
      short(after),
    ];
  });
  expect(read).toEqual([
    'A1:D2',
    [
      ['Ville', 'Code', 'Loyer', "Date d'entrée"],
      ['Caen', 'x', 200, 45_293],
    ],
    'A3:C3',
    'Total',
    'A2:C3',
    'A1:C4',
    'A1:C3',
  ]);
});

test('without headings Excel makes some, and moves the data down; same headings get a number', async () => {
  const read = await onNewSheet(async (sheet, context) => {
    sheet.getRange('A1:B2').values = [
      [1, 2],
      [3, 4],
    ];
    const bare = sheet.tables.add('A1:B2', false).getRange().load('values');
    sheet.getRange('E1:G2').values = [
      ['x', 'x', ''],
      [1, 2, 3],
    ];
    const doubled = sheet.tables.add('E1:G2', true).getHeaderRowRange().load('values');
    await context.sync();
    return [bare.values, doubled.values];
  });
  expect(read).toEqual([
    [
      ['Colonne1', 'Colonne2'],
      [1, 2],
      [3, 4],
    ],
    [['x', 'x2', 'Colonne3']],
  ]);
});

test('resize keeps the row of headings; conversion leaves the cells', async () => {
  const read = await withTable(async (table, sheet, context) => {
    table.resize('A1:B2');
    const resized = table.getRange().load('address');
    await context.sync();
    const other = await failureOf(async () => {
      table.resize('A2:B3');
      await context.sync();
    });
    const range = table.convertToRange().load('address, values');
    const count = sheet.tables.getCount();
    await context.sync();
    return [short(resized), other.code, short(range), range.values[1], count.value];
  });
  expect(read).toEqual(['A1:B2', 'InvalidArgument', 'A1:B2', ['Rouen', 100], 0]);
});

test.each([
  ['A1', 'InvalidArgument'],
  ['deux mots', 'InvalidArgument'],
  ['', 'InvalidArgument'],
])('a table cannot be called %p: %s', async (name, code) => {
  const problem = await failureOf(() =>
    withTable(async (table, _sheet, context) => {
      table.name = name;
      await context.sync();
    }),
  );
  expect(problem.code).toBe(code);
});

test('two tables can neither overlap nor have the same name; a missing one is ItemNotFound', async () => {
  const codes = await withTable(async (table, sheet, context) => {
    table.load('name');
    await context.sync();
    const overlap = await failureOf(async () => {
      sheet.tables.add('B2:D4', true);
      await context.sync();
    });
    const same = await failureOf(async () => {
      const other = sheet.tables.add('H1:I2', true);
      other.name = table.name.toUpperCase();
      await context.sync();
    });
    const missing = await failureOf(async () => {
      context.workbook.tables.getItem('Absent').load('name');
      await context.sync();
    });
    return [overlap.code, same.code, missing.code];
  });
  expect(codes).toEqual(['InvalidOperation', 'ItemAlreadyExists', 'ItemNotFound']);
});

test.each(['Loyer (€/m²)', 'Taux, en %', 'Nº 1 : total', 'a_b', 'a [b]', '#1', "l'an «2026»", 'x & y + z'])(
  'a column called %s is found by formulas',
  async (heading) => {
    const read = await onNewSheet(async (sheet, context) => {
      sheet.getRange('A1:B3').values = [
        ['clé', `'${heading}`],
        ['a', 1],
        ['b', 2],
      ];
      const table = sheet.tables.add('A1:B3', true);
      table.name = `Signes_${++count}`;
      table.load('name');
      await context.sync();
      const escaped = heading.replace(/['[\]#]/gu, "'$&");
      sheet.getRange('D1').formulas = [[`=SUM(${table.name}[${escaped}])`]];
      const range = sheet.getRange('D1').load('values, formulas');
      await context.sync();
      return [range.values[0]?.[0], range.formulas[0]?.[0] === `=SUM(${table.name}[${escaped}])`];
    });
    expect(read).toEqual([3, true]);
  },
);
