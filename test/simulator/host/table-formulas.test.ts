import { onNewSheet, useExcel } from './support';

useExcel();

let count = 0;

/** A table of dwellings on a new sheet, A1:C3. */
function withTable<T>(
  run: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  const name = `Biens_${++count}`;
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

test('formulas follow a table that gets another name', async () => {
  const read = await withTable(async (table, sheet, context) => {
    sheet.getRange('G1:G2').formulas = [[`=SUM(Biens_${count}[Loyer])`], [`=ROWS(Biens_${count})`]];
    await context.sync();
    table.name = 'Autre_titre';
    const range = sheet.getRange('G1:G2').load('values, formulas');
    await context.sync();
    return [range.values, range.formulas];
  });
  expect(read).toEqual([
    [[300], [2]],
    [['=SUM(Autre_titre[Loyer])'], ['=ROWS(Autre_titre)']],
  ]);
});

test('formulas follow a heading that gets another name, by its column or by its cell', async () => {
  const read = await withTable(async (table, sheet, context) => {
    table.load('name');
    await context.sync();
    const { name } = table;
    sheet.getRange('E1:E3').formulas = [
      [`=SUM(${name}[Loyer])`],
      [`=SUM(${name}[[#All],[loyer]])+COUNTA(${name}[Ville])&"[Loyer]"`],
      [`=SUM(${name}[[Loyer]:[Date d''entrée]])`],
    ];
    sheet.getRange('G2').formulas = [[`=ROWS(${name}[Ville])`]];
    await context.sync();
    table.columns.getItem('Loyer').name = 'Loyer €/m² (net)';
    await context.sync();
    sheet.getRange('A1').values = [['Commune']];
    await context.sync();
    const cells = sheet.getRange('E1:E3').load('formulas, values');
    const other = sheet.getRange('G2').load('formulas, values');
    await context.sync();
    return {
      name,
      formulas: [...cells.formulas, ...other.formulas].flat(),
      values: [cells.values[0], other.values[0]],
    };
  });
  expect(read.formulas).toEqual([
    `=SUM(${read.name}[Loyer €/m² (net)])`,
    `=SUM(${read.name}[[#All],[Loyer €/m² (net)]])+COUNTA(${read.name}[Commune])&"[Loyer]"`,
    `=SUM(${read.name}[[Loyer €/m² (net)]:[Date d''entrée]])`,
    `=ROWS(${read.name}[Commune])`,
  ]);
  expect(read.values).toEqual([[300], [2]]);
});

test('added rows take the formula of a calculated column, unless a value is given for it', async () => {
  const read = await withTable(async (table, sheet, context) => {
    table.columns.add(-1, [['Double'], ['=[@Loyer]*2'], ['=[@Loyer]*2']]);
    table.columns.add(-1, [['Voisin'], ['=B2+1'], ['=B3+1']]);
    table.columns.add(-1, [['Seul'], ['=B2+1'], [5]]);
    await context.sync();
    // Excel takes null for « not given », which its types leave out.
    const none = null as unknown as string;
    table.rows.add(undefined, [['Évreux', 300, 45_294, none, none, none]]);
    sheet.getRange('B5').values = [[400]];
    table.resize(sheet.getRange('A1:F5'));
    table.rows.add(undefined, [['Dieppe', 50, 45_291, 7, none, none]]);
    await context.sync();
    const cells = sheet.getRange('D2:F6').load('formulas, values');
    await context.sync();
    return { formulas: cells.formulas, values: cells.values };
  });
  expect(read.formulas).toEqual([
    ['=[@Loyer]*2', '=B2+1', '=B2+1'],
    ['=[@Loyer]*2', '=B3+1', 5],
    ['=[@Loyer]*2', '=B4+1', ''],
    ['=[@Loyer]*2', '=B5+1', ''],
    [7, '=B6+1', ''],
  ]);
  expect(read.values.map(([double, next]) => [double, next])).toEqual([
    [200, 101],
    [400, 201],
    [600, 301],
    [800, 401],
    [7, 51],
  ]);
});
