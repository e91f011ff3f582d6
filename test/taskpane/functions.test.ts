import {
  freezeValues,
  insertFunction,
  recalculate,
  repairFunctions,
  restoreFormulas,
  ribbonCommands,
} from '../../src/taskpane/actions';
import type { Engine } from '../../src/taskpane/engine';
import { cellStory } from '../../src/taskpane/tasks/explain/cell-story';
import { briefEngine, startDesk, tidy, type Desk } from './support';

// A function written, explained, frozen, put back and repaired, on the real office.js.
jest.setTimeout(120_000);

let desk: Desk;
let engine: Engine;

beforeAll(async () => {
  engine = await briefEngine();
  desk = await startDesk();
  desk.CustomFunctions.associate('LOYER_M2', (rents: number[][], surfaces: number[][]) => {
    const sum = (cells: number[][]) => cells.flat().reduce((total, one) => total + Number(one), 0);
    return sum(rents) / sum(surfaces);
  });
  const matrix = { type: 'any', dimensionality: 'matrix' };
  const parameters = ['loyers', 'surfaces'].map((name) => ({ name, ...matrix }));
  const metadata = {
    functions: [{ id: 'LOYER_M2', name: 'LOYER_M2', parameters, result: { type: 'any' } }],
  };
  desk.host.functions.register(metadata as never, { namespace: 'IMPACT' });
  await desk.host.functions.ready();
  await desk.addSheet('Essai', [
    ['Loyer', 'Surface'],
    [300, 60],
    [450, 90],
  ]);
});
afterAll(() => desk.dispose());

const formula = '=IMPACT.LOYER_M2(A2:A3,B2:B3)';
const told = () => tidy(desk.told());

test('written in its cell, which is selected, and told', async () => {
  await desk.session.perform(insertFunction, { sheet: 'Essai', address: 'D2', formula });
  await desk.host.settled();
  // 750 € over 150 m².
  expect(await desk.valueAt('Essai', 'D2')).toBe(5);
  expect(await desk.formulas('Essai', 'D2')).toEqual([[formula]]);
  expect(told()).toBe('Formule écrite en Essai!D2.');
  expect((await desk.session.port.selection()).cell).toBe('D2');
});

test('recalculated, and told', async () => {
  await desk.session.perform(recalculate, undefined);
  expect(told()).toBe('Classeur recalculé, avec 1 formule IMPACT.');
  expect(tidy(recalculate.told?.({ formulas: 3, failing: [{ sheet: 'Essai', address: 'D2' }] }).fr)).toBe(
    'Classeur recalculé, avec 3 formules IMPACT. 1 montre une erreur, à commencer par Essai!D2 : choisissez la cellule, puis Expliquer.',
  );
});

test('explained: what it was given, cell by cell', async () => {
  const selection = await desk.session.port.selection();
  const scene = {
    port: desk.session.port,
    engine,
    workbook: desk.session.store.get().workbook,
    locale: 'fr',
  } as const;
  const { calls, precedents } = await cellStory(selection, scene);
  expect(calls[0]?.spec.id).toBe('LOYER_M2');
  expect(
    calls[0]?.arguments.map(({ range, summary }) => [range?.address, summary?.numbers, summary?.sum]),
  ).toEqual([
    ['A2:A3', 2, 750],
    ['B2:B3', 2, 150],
  ]);
  expect(precedents.map(({ sheet, address }) => `${sheet}!${address}`)).toEqual([
    'Essai!A2:A3',
    'Essai!B2:B3',
  ]);
  expect(calls[0]?.failure).toBeUndefined();
});

test('a call that fails says why, in the words of the function', async () => {
  await desk.session.perform(insertFunction, {
    sheet: 'Essai',
    address: 'D3',
    formula: '=IMPACT.LOYER_M2(F1:F2,F1:F2)',
  });
  const selection = await desk.session.port.selection();
  const scene = {
    port: desk.session.port,
    engine,
    workbook: desk.session.store.get().workbook,
    locale: 'fr',
  } as const;
  const { calls } = await cellStory(selection, scene);
  expect(calls[0]?.failure?.fr).toMatch(/\p{L}/u);
  await desk.type('Essai', 'D3', [['']]);
});

const ribbon = (id: string) => {
  const command = ribbonCommands.find((one) => one.id === id);
  if (!command?.action) throw new Error(`No action behind ${id}.`);
  return desk.session.perform(command.action, undefined);
};

test('the buttons of the ribbon tell what they did, as those of the pane', async () => {
  await ribbon(repairFunctions.id);
  expect(told()).toBe('Aucune formule IMPACT n’affiche #NOM? : rien à réparer.');
  await ribbon(freezeValues.id);
  expect(told()).toBe('1 formule IMPACT figée.');
  expect(await desk.formulas('Essai', 'D2')).toEqual([[5]]);
  await desk.session.perform(freezeValues, 'workbook');
  expect(told()).toBe('Aucune formule IMPACT à figer : rien n’a changé.');
  await desk.session.perform(restoreFormulas, undefined);
  expect(told()).toBe('1 formule rétablie.');
  expect(await desk.formulas('Essai', 'D2')).toEqual([[formula]]);
  await desk.session.perform(restoreFormulas, undefined);
  expect(told()).toBe('Aucune formule figée à rétablir dans ce classeur.');
});

test('what shows #NAME? is entered again; what still does is told', async () => {
  await desk.type('Essai', 'E2:E3', [['=_xldudf_IMPACT_LOYER_M2(A2:A3,B2:B3)'], ['=IMPACT.INCONNUE(A2)']]);
  await desk.host.settled();
  await ribbon(repairFunctions.id);
  expect(told()).toBe('1 formule réparée. 1 formule affiche encore #NOM? : vérifiez le nom de la fonction.');
  await desk.type('Essai', 'E2:E3', [[''], ['']]);
});
