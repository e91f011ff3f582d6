import { writeCells } from '../../src/excel';
import { isAmbiguous } from '../../src/excel/entries';
import { startScene, type Scene } from './support';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.dispose());

/** What Excel would turn into a formula, a number, a date, a percentage or a boolean. */
const traps = [
  '=1+1',
  '+33 1 23 45 67 89',
  '-5',
  '@IMPACT',
  '01001',
  '1/2',
  '2026-11-21',
  '21/11/2026',
  '12:30',
  '50%',
  '1e5',
  '1 234,5',
  'TRUE',
  'vrai',
  "'apostrophe",
  'mars 2024',
  'Ligne 1\nLigne 2',
];

test.each(traps)(
  '%j written as a value stays that text, on a general cell and on a text cell',
  async (text) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Feuil1').getRange('B1').numberFormat = [['@']];
      await context.sync();
    });
    await writeCells([
      { sheet: 'Feuil1', address: 'A1', value: text },
      { sheet: 'Feuil1', address: 'B1', value: text },
    ]);
    const [types, values] = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Feuil1').getRange('A1:B1').load('valueTypes,values');
      await context.sync();
      return [range.valueTypes, range.values];
    });
    expect(types).toEqual([['String', 'String']]);
    expect(values).toEqual([[text, text]]);
  },
);

test('without this care Excel would calculate the text: the trap is real', async () => {
  await scene.type('Feuil1', 'C1:D1', [['=1+1', '01001']]);
  expect(await scene.values('Feuil1', 'C1:D1')).toEqual([[2, 1001]]);
});

test('the format of the cell is left alone: a formula typed there later is still calculated', async () => {
  await writeCells([{ sheet: 'Feuil1', address: 'E1', value: '01001' }]);
  await scene.type('Feuil1', 'E1', [['=2+3']]);
  expect(await scene.values('Feuil1', 'E1')).toEqual([[5]]);
});

test('plain words are given as they are', () => {
  expect(['Logements sociaux', 'Étiquette', 'EPCI'].map(isAmbiguous)).toEqual([false, false, false]);
  expect(['(vide)', 'T2 1', '€'].map(isAmbiguous)).toEqual([true, true, true]);
});

test('numbers, booleans, dates and blanks are what they are; a date is a serial number', async () => {
  await writeCells([
    { sheet: 'Feuil1', address: 'A3', value: 1234.5 },
    { sheet: 'Feuil1', address: 'B3', value: true },
    // 1 January 2024 is day 45292 of Excel.
    { sheet: 'Feuil1', address: 'C3', value: new Date('2024-01-01T00:00:00Z') },
    { sheet: 'Feuil1', address: 'D3', value: 7 },
  ]);
  await writeCells([{ sheet: 'Feuil1', address: 'D3', value: null }]);
  expect(await scene.values('Feuil1', 'A3:D3')).toEqual([[1234.5, true, 45292, '']]);
});

test('a text longer than a cell, and a value that is no number, are refused before anything is written', async () => {
  const before = await scene.values('Feuil1', 'A3:B3');
  for (const value of ['x'.repeat(32_768), Number.NaN, Number.POSITIVE_INFINITY, new Date('pas une date')])
    await expect(
      writeCells([
        { sheet: 'Feuil1', address: 'A3', value: 'perdu' },
        { sheet: 'Feuil1', address: 'B3', value },
      ]),
    ).rejects.toMatchObject({
      code: typeof value === 'string' ? 'text_too_long' : 'not_a_number',
      message: { fr: expect.stringContaining('B3') as string },
    });
  expect(await scene.values('Feuil1', 'A3:B3')).toEqual(before);
});
