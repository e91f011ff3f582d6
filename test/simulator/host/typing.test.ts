import { ICommandService } from '@univerjs/core';
import { SetRangeValuesCommand } from '@univerjs/sheets';
import { blankWorkbook, createHeadlessUniver, openWorkbook } from '../../../src/simulator/host/core/univer';
import { installPolyfills } from '../../../src/simulator/host/core/polyfills';
import { createHost } from '../../../src/simulator/host/host';

installPolyfills();
const univer = createHeadlessUniver();
const unitId = openWorkbook(univer, blankWorkbook());
const host = createHost({ univer, unitId });
const commands = univer.__getInjector().get(ICommandService);
afterAll(() => {
  host.dispose();
  univer.dispose();
});

/** Types in a cell of the first column, as the grid's own editor does. */
async function type(row: number, cell: object): Promise<void> {
  const range = { startRow: row, endRow: row, startColumn: 0, endColumn: 0 };
  await commands.executeCommand(SetRangeValuesCommand.id, {
    unitId,
    subUnitId: 'feuille-1',
    range,
    value: { [row]: { 0: cell } },
  });
}

test('a person types formulas in French or in English, and reads them in French', async () => {
  await type(0, { v: '1,5' });
  await type(1, { v: '2,5' });
  await type(2, { f: '=SOMME(A1;A2;1,5)' });
  await type(3, { f: '=SUM(A1,A2)*2' });
  await host.settled();
  expect(host.valueAt('feuille-1', 2, 0)).toBe(5.5);
  expect(host.valueAt('feuille-1', 3, 0)).toBe(8);
  expect(host.formulaAt('feuille-1', 2, 0)).toBe('=SOMME(A1;A2;1,5)');
  expect(host.formulaAt('feuille-1', 3, 0)).toBe('=SOMME(A1;A2)*2');
});

test.each([
  ['12,5 %', 0.125],
  ['31/12/2026', 46_387],
  ['VRAI', true],
  ['12 rue de la Paix', '12 rue de la Paix'],
])('the entry %s is %p', async (typed, value) => {
  await type(6, { v: typed });
  await host.settled();
  expect(host.valueAt('feuille-1', 6, 0)).toBe(value);
});
