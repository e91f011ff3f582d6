import { onChanged, onSelectionChanged, precedents, selectCell, selection } from '../../src/excel';
import type { CellChange } from '../../src/excel';
import { startScene, type Scene } from './support';

let scene: Scene;
let editing = false;
beforeAll(async () => {
  scene = await startScene({ isCellEditing: () => editing });
  await scene.addSheet('L’été', [
    [1, 2],
    ['=A1+B1', '=SUM(A1:B1,Feuil1!C3)'],
  ]);
  await scene.type('Feuil1', 'C3', [[40]]);
});
afterEach(() => {
  editing = false;
});
afterAll(() => scene.dispose());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a remark leads to its cell; the selection says what the cell holds, in English and as it is typed', async () => {
  await selectCell('L’été', 'B2');
  expect(await selection()).toEqual({
    sheet: 'L’été',
    address: 'B2',
    cell: 'B2',
    formula: '=SUM(A1:B1,Feuil1!C3)',
    localFormula: '=SOMME(A1:B1;Feuil1!C3)',
    value: 43,
    text: '43',
  });
  await selectCell('L’été', 'A1:B2');
  expect(await selection()).toMatchObject({ address: 'A1:B2', cell: 'A1', formula: null, value: 1 });
});

test('a text that begins with = is not taken for a formula', async () => {
  await scene.type('Feuil1', 'D1', [["'=1+1"]]);
  await selectCell('Feuil1', 'D1');
  expect(await selection()).toMatchObject({ formula: null, localFormula: null, value: '=1+1' });
});

test('a hidden sheet is not shown by force: the person is told how to show it', async () => {
  await scene.addSheet('Cachée');
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Cachée').visibility = 'Hidden';
    await context.sync();
  });
  await expect(selectCell('Cachée', 'A1')).rejects.toMatchObject({
    code: 'hidden',
    remedy: { fr: expect.stringContaining('Afficher') as string },
  });
});

test('precedents: the blocks a formula reads, on whatever sheet, with the value of their first cell', async () => {
  expect(await precedents('L’été', 'B2')).toEqual(
    expect.arrayContaining([
      { sheet: 'L’été', address: 'A1:B1', value: 1 },
      { sheet: 'Feuil1', address: 'C3', value: 40 },
    ]),
  );
  expect(await precedents('L’été', 'A1')).toEqual([]);
  await scene.type('L’été', 'D1', [['=PI()']]);
  expect(await precedents('L’été', 'D1')).toEqual([]);
});

test('moving through many cells makes one call; none once unsubscribed', async () => {
  const seen: string[] = [];
  const stop = await onSelectionChanged(() => seen.push('moved'));
  for (const cell of ['A1', 'A2', 'A3', 'A4']) await selectCell('Feuil1', cell);
  await pause(400);
  expect(seen).toEqual(['moved']);
  await selectCell('Feuil1', 'A4');
  await pause(300);
  expect(seen).toHaveLength(1);
  // Left and come back to in one go: it may have been read in between.
  for (const cell of ['A1', 'A4']) await selectCell('Feuil1', cell);
  await pause(300);
  expect(seen).toHaveLength(2);
  await stop();
  await selectCell('Feuil1', 'A9');
  await pause(300);
  expect(seen).toHaveLength(2);
});

test('changes are told with their sheet, once a place, also when the person goes on typing meanwhile', async () => {
  const changes: CellChange[] = [];
  const stop = await onChanged((change) => changes.push(change));
  await scene.type('L’été', 'A1', [[10]]);
  await scene.type('L’été', 'A1', [[11]]);
  // The person is already typing in the next cell when we ask for the sheet's name.
  editing = true;
  await pause(600);
  expect(changes).toEqual([]);
  editing = false;
  await pause(1500);
  expect(changes).toEqual([{ sheet: 'L’été', address: 'A1', remote: false, ours: true }]);
  await stop();
  await scene.type('L’été', 'A1', [[12]]);
  await pause(500);
  expect(changes).toHaveLength(1);
});
