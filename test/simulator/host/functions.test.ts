import { ICommandService } from '@univerjs/core';
import { LexerTreeBuilder } from '@univerjs/engine-formula';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import { blankWorkbook } from '../../../src/simulator/host/core/univer';
import { onNewSheet, until, useExcel } from './support';

const matrix = { name: 'plage', type: 'any', dimensionality: 'matrix' };
const optional = { name: 'option', type: 'any', optional: true };

const functions = [
  { id: 'SOMME_OUI', name: 'SOMME_OUI', parameters: [matrix, optional] },
  { id: 'DOUBLE', name: 'DOUBLE', parameters: [{ name: 'x', type: 'number' }] },
  { id: 'TABLEAU', name: 'TABLEAU', parameters: [] },
  { id: 'TEXTE', name: 'TEXTE', parameters: [] },
  { id: 'ABSENT', name: 'ABSENT', parameters: [] },
  { id: 'LEVE', name: 'LEVE', parameters: [] },
  { id: 'LENT', name: 'LENT', parameters: [{ name: 'x', type: 'any' }] },
  {
    id: 'LIEU',
    name: 'LIEU',
    parameters: [matrix],
    options: { requiresAddress: true, requiresParameterAddresses: true },
  },
  { id: 'SUITE', name: 'SUITE', parameters: [{ name: 'n', type: 'any', repeating: true }] },
];

interface Invocation {
  readonly address?: string;
  readonly parameterAddresses?: string[];
}

const excel = useExcel();
const calls: unknown[][] = [];

beforeAll(async () => {
  const { CustomFunctions, host } = excel.current;
  const { associate, Error: FunctionError, ErrorCode } = CustomFunctions;
  associate('SOMME_OUI', (rows: unknown[][], option: unknown) => {
    calls.push([rows, option]);
    return rows.flat().reduce<number>((sum, one) => sum + (typeof one === 'number' ? one : 0), 0);
  });
  associate('DOUBLE', (x: number) => 2 * x);
  associate('TABLEAU', () => [
    [1, 'deux'],
    [true, '04'],
  ]);
  associate('TEXTE', () => '01001');
  associate('ABSENT', () => {
    throw new FunctionError(ErrorCode.notAvailable, 'Aucune réponse pour 2025.');
  });
  associate('LEVE', () => {
    throw new Error('panne');
  });
  associate('LENT', async (x: unknown) => {
    await new Promise((resolve) => setTimeout(resolve, 50));
    return x;
  });
  associate(
    'LIEU',
    (_rows: unknown, invocation: Invocation) => `${invocation.address} ${invocation.parameterAddresses}`,
  );
  associate('SUITE', (values: unknown[] | null) => JSON.stringify(values));
  host.functions.register({ functions }, { namespace: 'IMPACT' });
  await host.functions.ready();
}, 30_000);

/** What cells hold once everything is calculated. */
function calculated(formulas: string[][], read: string, data: unknown[][] = []): Promise<unknown[][]> {
  return onNewSheet(async (sheet, context) => {
    if (data.length > 0)
      sheet.getRange('A1').getResizedRange(data.length - 1, data[0]!.length - 1).values = data;
    sheet.getRange('H1').getResizedRange(formulas.length - 1, formulas[0]!.length - 1).formulas = formulas;
    await context.sync();
    await excel.current.host.settled();
    const range = sheet.getRange(read).load('values');
    await context.sync();
    return range.values;
  });
}

/** The grid's own id of the sheet that was added last. */
const lastSheetId = (): Promise<string> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getLast().load('id');
    await context.sync();
    return sheet.id.slice(1, -1);
  });

test('ranges come as tables, blanks as null, missing options as null; results mix with native formulas', async () => {
  calls.length = 0;
  expect(await calculated([['=IMPACT.SOMME_OUI(A1:A3)*2']], 'H1', [[1], [''], [2.5]])).toEqual([[7]]);
  expect(calls).toEqual([[[[1], [null], [2.5]], null]]);
});

test('text stays text, whatever it looks like, also in a spill', async () => {
  expect(await calculated([['=IMPACT.TEXTE()']], 'H1')).toEqual([['01001']]);
  expect(await calculated([['=IMPACT.TABLEAU()']], 'H1:I2')).toEqual([
    [1, 'deux'],
    [true, '04'],
  ]);
});

test('a function that throws shows its error and its message, and the engine goes on', async () => {
  const { host } = excel.current;
  const values = await calculated(
    [['=IMPACT.ABSENT()'], ['=IMPACT.LEVE()'], ['=IFERROR(IMPACT.ABSENT(),"vide")'], ['=1+1']],
    'H1:H4',
  );
  expect(values).toEqual([['#N/A'], ['#VALUE!'], ['vide'], [2]]);
  const sheetId = await lastSheetId();
  expect(host.functions.messageAt(sheetId, 0, 7)).toBe('Aucune réponse pour 2025.');
  expect(host.functions.messageAt(sheetId, 3, 7)).toBeUndefined();
});

test('an error among the arguments is returned without calling', async () => {
  calls.length = 0;
  expect(await calculated([['=IMPACT.SOMME_OUI(A1:A2)']], 'H1', [[1], ['=1/0']])).toEqual([['#DIV/0!']]);
  expect(calls).toEqual([]);
});

test('a scalar parameter given a range is called for each cell; text that is no number is #VALUE!', async () => {
  const values = await calculated([['=IMPACT.DOUBLE(A1:A3)']], 'H1:H3', [[1], [2], ['x']]);
  expect(values).toEqual([[2], [4], ['#VALUE!']]);
});

test('a wrong number of arguments says what is missing, where Excel would refuse the entry', async () => {
  const formulas = [['=IMPACT.SOMME_OUI()'], ['=IMPACT.DOUBLE(1,2)'], ['=IMPACT.SOMME_OUI(A1)']];
  expect(await calculated(formulas, 'H1:H3', [[4]])).toEqual([['#N/A'], ['#N/A'], [4]]);
  const { host } = excel.current;
  const sheetId = await lastSheetId();
  expect(host.functions.messageAt(sheetId, 0, 7)).toContain('il y manque « plage »');
  expect(host.functions.messageAt(sheetId, 1, 7)).toContain(
    'elle a 2 arguments, la fonction en prend 1 au plus',
  );
});

test('a structured reference half typed does not spoil the formulas after it', async () => {
  const lexer = excel.current.univer.__getInjector().get(LexerTreeBuilder);
  // What the editor of the grid reads at each key.
  for (const typed of ['=SUM(T[', '=SUM(T[Lo', '=SUM({1,2', '=A1&"x']) lexer.sequenceNodesBuilder(typed);
  lexer.checkIfAddBracket('=SUM(T[');
  expect(await calculated([['=CONCATENATE("a","b")'], ['=SUM(A1,A2)']], 'H1:H2', [[4], [5]])).toEqual([
    ['ab'],
    [9],
  ]);
});

test('addresses of the cell and of the arguments, for the functions that ask', async () => {
  const [[text]] = (await calculated([['=IMPACT.LIEU(A1:B2)']], 'H1')) as [[string]];
  expect(text).toMatch(/^'Essai \d+'!H1 'Essai \d+'!A1:B2$/u);
});

test('a repeating parameter comes as one array', async () => {
  expect(await calculated([['=IMPACT.SUITE(1,"a",A1)']], 'H1')).toEqual([['[1,"a",null]']]);
});

test('while a result is awaited the cell is busy; then it and what depends on it are calculated', async () => {
  const read = await onNewSheet(async (sheet, context) => {
    sheet.getRange('A1:B1').formulas = [['=IMPACT.LENT(21)', '=A1*2']];
    const busy = sheet.getRange('A1').load('values');
    await context.sync();
    await excel.current.host.settled();
    const done = sheet.getRange('A1:B1').load('values');
    await context.sync();
    return [busy.values, done.values];
  });
  expect(read).toEqual([[['#BUSY!']], [[21, 42]]]);
});

test('an unchanged call is not made again; a full recalculation makes it again', async () => {
  calls.length = 0;
  await calculated([['=IMPACT.SOMME_OUI(A1:A2,7)'], ['=IMPACT.SOMME_OUI(A1:A2,7)']], 'H1:H2', [[3], [4]]);
  expect(calls).toHaveLength(1);
  await Excel.run(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
  await until(() => calls.length > 1);
  await excel.current.host.settled();
});

test('two hundred results arrive together, each in its cell', async () => {
  const data = Array.from({ length: 200 }, (_, row) => [row]);
  const values = await calculated(
    data.map((_, row) => [`=IMPACT.DOUBLE(A${row + 1})`]),
    'H1:H200',
    data,
  );
  expect(values).toEqual(data.map(([row]) => [2 * row!]));
});

test('what the host does not do is refused by name', () => {
  const { host } = excel.current;
  const stream = { id: 'FLUX', name: 'FLUX', options: { stream: true } };
  expect(() => host.functions.register({ functions: [stream] }, { namespace: 'IMPACT' })).toThrow('FLUX');
});

test('Undo takes back what the add-in wrote, then the formula that a person typed with its result', async () => {
  const { host, univer } = excel.current;
  const sheetId = await onNewSheet(async (sheet, context) => {
    sheet.activate();
    sheet.load('id');
    await context.sync();
    return sheet.id.replace(/[{}]/gu, '');
  }, 'Annulations');
  const type = (column: number, cell: object) =>
    univer
      .__getInjector()
      .get(ICommandService)
      .executeCommand(SetRangeValuesCommand.id, {
        unitId: blankWorkbook().id,
        subUnitId: sheetId,
        range: { startRow: 0, endRow: 0, startColumn: column, endColumn: column },
        value: { 0: { [column]: cell } },
      });
  const shown = async () => {
    await host.settled();
    return [0, 1].map((column) => host.valueAt(sheetId, 0, column));
  };
  await type(0, { v: 4 });
  await type(1, { f: '=IMPACT.DOUBLE(A1)' });
  expect(await shown()).toEqual([4, 8]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Annulations').getRange('A1').values = [[10]];
    await context.sync();
  });
  expect(await shown()).toEqual([10, 20]);
  await host.undo();
  expect(await shown()).toEqual([4, 8]);
  await host.undo();
  expect(await shown()).toEqual([4, undefined]);
  await host.redo();
  await host.redo();
  expect(await shown()).toEqual([10, 20]);
});
