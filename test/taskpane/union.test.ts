import '../support/territories';
import { catalogue } from '../../src/catalogue';
import { readPerimeter } from '../../src/consolidation';
import { metadata, provideCatalogue, register } from '../../src/functions';
import {
  changeState,
  cleanUp,
  createCampaign,
  prefillWorkbooks,
  readContributions,
  sendBack,
  takeVersions,
  type Taking,
  undoImport,
} from '../../src/taskpane/actions/union';
import { adjustFigure, cancelAdjustment } from '../../src/taskpane/actions/union/journal';
import { writeResults } from '../../src/taskpane/actions/union/write-results';
import { openUnionDesk } from '../../src/taskpane/desk/open';
import { UnionDesk } from '../../src/taskpane/desk/union-desk';
import type { ReceivedFile } from '../../src/taskpane/jobs';
import { doneImports, leftovers } from '../../src/taskpane/tasks/gather/imports';
import { readReceivedValues } from '../../src/taskpane/union/read-received';
import { countingOf } from '../../src/taskpane/union/received-values';
import { bytesSource, openWorkbook } from '../../src/xlsx';
import { sent } from './sent';
import { startDesk, tidy, type Desk } from './support';

// A union in front of the pane, on the real office.js.
jest.setTimeout(180_000);

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  await desk.session.start();
});
afterEach(() => desk.host.faults.clear());
afterAll(() => desk.dispose());

const [A, B, C, STRANGER] = ['552100554', '732829320', '005580501', '111111118'] as const;
const perimeter = [
  'siren;raison_sociale;famille;groupe;territoire;logements',
  `${A};Alpha Habitat;OPH;;REG:28;1000`,
  `${B};Bêta Logis;ESH;;REG:28;400`,
  `${C};Gamma;ESH;;REG:28;200`,
].join('\n');

const union = () => desk.session.store.get().workbook!.union!;
const campaign = () => union().campaign!;
const row = (siren: string) => campaign().followUp.find((one) => one.siren === siren)!;
const read = async (...files: readonly File[]): Promise<readonly ReceivedFile[]> =>
  (await desk.session.perform(readContributions, { files, campaign: campaign(), by: 'Claire' }))!;
const ready = (received: readonly ReceivedFile[]) =>
  received.filter((one): one is Taking => one.taking !== undefined);
const take = (received: readonly ReceivedFile[]) =>
  desk.session.perform(takeVersions, { files: ready(received), by: 'Claire' });
/** What counts, as read back from the sheets: dwellings by landlord. */
const dwellings = async () =>
  Object.fromEntries(
    countingOf(await readReceivedValues(desk.session.port), campaign().followUp).map(
      ({ contribution: { identity, facts } }) => [
        identity!.siren,
        facts.find(({ code }) => code === 'nb_lls')?.answer,
      ],
    ),
  );
/** The figures that functions pass, because a version took the place of theirs. */
async function replaced(): Promise<readonly unknown[]> {
  const { headings, rows } = await desk.session.port.readTable('IMPACT_FAITS');
  const marked = rows.filter((one) => one[headings.indexOf('remplacee')] !== null);
  return marked.map((one) => one[headings.indexOf('valeur')]);
}
/** All that the workbook holds in its tables. */
async function everything(): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const { name } of await desk.session.port.listTables()) {
    all[name] = (await desk.session.port.readTable(name)).rows;
  }
  return all;
}

test('a campaign is created in a blank workbook, once', async () => {
  const draft = {
    settings: { union: 'Union', year: 2024, territory: 'REG:28', themes: ['CTX'] },
    perimeter: readPerimeter(perimeter, '').lines,
  };
  expect(await desk.session.perform(createCampaign, draft)).toMatchObject({ landlords: 3 });
  expect(desk.session.store.get().workbook?.kind).toBe('union');
  expect(campaign().followUp.map(({ siren, state }) => [siren, state])).toEqual([
    [A, 'attendu'],
    [B, 'attendu'],
    [C, 'attendu'],
  ]);
  expect(await desk.session.perform(createCampaign, draft)).toBeUndefined();
  expect(desk.told()).toContain('contient déjà une campagne');
});

test('the landlords’ workbooks recall another year; a file that holds no answer is told, and none is made', async () => {
  const previous = [await sent(A, 950, 5, 2023)];
  const made = await desk.session.perform(prefillWorkbooks, { campaign: campaign(), previous });
  expect(made).toMatchObject({ count: 3, recalled: 1 });
  expect(tidy(desk.told())).toContain('3 classeurs préparés, dont 1 avec le rappel');
  const wrong = new File(['siren;valeur'], 'liste.xlsx');
  expect(
    await desk.session.perform(prefillWorkbooks, { campaign: campaign(), previous: [...previous, wrong] }),
  ).toBeUndefined();
  expect(tidy(desk.told())).toMatch(/« liste\.xlsx » .*Aucun classeur n’est préparé/u);
});

test('files are read, nothing being written; then those that may be are taken', async () => {
  const before = await everything();
  const received = await read(await sent(A, 1000), await sent(C, 200), await sent(STRANGER, 5));
  expect(received.map(({ kind, siren }) => [siren, kind])).toEqual([
    [A, 'taken'],
    [C, 'taken'],
    [STRANGER, 'refused'],
  ]);
  expect(received[2]!.remarks[0]!.message).toContain('ne figure pas au périmètre');
  expect(await everything()).toEqual(before);
  expect(await take(received)).toBe(2);
  expect(campaign().followUp.map(({ state, by }) => [state, by])).toEqual([
    ['reçu', 'Claire'],
    ['attendu', ''],
    ['reçu', 'Claire'],
  ]);
  // A SIREN keeps the zeros in front of it.
  expect(await dwellings()).toEqual({
    [A]: { kind: 'number', value: 1000 },
    [C]: { kind: 'number', value: 200 },
  });
  const { rows } = await desk.session.port.readTable('IMPACT_RELANCES');
  expect(rows.map(([siren]) => String(siren))).toEqual([B]);
});

test('the same files again change nothing', async () => {
  const before = await everything();
  const received = await read(await sent(A, 1000), await sent(C, 200));
  expect(received.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  expect(await take(received)).toBe(0);
  expect(await everything()).toEqual(before);
});

test('a new version shows what changes and its effect; taken, it counts alone; undone, the one before comes back', async () => {
  const before = await everything();
  const received = await read(await sent(A, 1100, 6));
  expect(received[0]!.kind).toBe('waiting');
  expect(received[0]!.changes.map((one) => [one.code, tidy(one.before), tidy(one.after)])).toEqual([
    ['transmis_le', '01/05/2025', '01/06/2025'],
    ['nb_lls', '1 000 logements', '1 100 logements'],
  ]);
  // 1,000 + 200, then 1,100 + 200.
  expect(received[0]!.effects.find(({ code }) => code === 'CTX-01')).toMatchObject({
    before: 1200,
    after: 1300,
  });
  await take(received);
  expect(await dwellings()).toMatchObject({ [A]: { value: 1100 } });
  expect(await replaced()).toEqual([1000, 'ND']);
  // Stopped before it says so of the rows, an import leaves both versions to the functions: the next one says it.
  await desk.session.port.updateRows('IMPACT_FAITS', ['version'], () => ({ remplacee: null }));
  expect(await replaced()).toEqual([]);
  await take(await read(await sent(C, 250, 6)));
  expect(await replaced()).toEqual([1000, 'ND', 200, 'ND']);
  // One clock for all imports of these tests: those that one person makes in the same second are one.
  const [last] = doneImports(union().versions, campaign().followUp);
  const versions = last!.versions.filter(({ replaces }) => replaces !== '');
  await desk.session.perform(undoImport, { versions, all: union().versions });
  expect(await everything()).toEqual(before);
});

test('stopped on the way, an import leaves the workbook as it was', async () => {
  const before = await everything();
  const received = await read(await sent(B, 400));
  const stop = desk.session.store.watch(() => {
    if (desk.session.store.get().work?.progress?.label.fr === 'Écriture des faits') desk.session.cancel();
  });
  expect(await take(received)).toBeUndefined();
  stop();
  expect(await everything()).toEqual(before);
  expect(row(B).state).toBe('attendu');
});

test('Excel lost for good on the way: nothing counts, what is left is named, and can be cleaned up', async () => {
  const before = await everything();
  const received = await read(await sent(B, 400));
  const stop = desk.session.store.watch(() => {
    if (desk.session.store.get().work?.progress?.label.fr === 'Écriture des faits') {
      stop();
      desk.host.faults.failNext('dropped', { times: 400 });
    }
  });
  expect(await take(received)).toBeUndefined();
  desk.host.faults.clear();
  await desk.session.refresh();
  expect(row(B)).toMatchObject({ state: 'attendu', version: '' });
  expect(await dwellings()).not.toHaveProperty(B);
  const left = leftovers(union().versions, campaign().followUp);
  expect(left.map(({ siren }) => siren)).toEqual([B]);
  await desk.session.perform(cleanUp, left);
  expect(await everything()).toEqual(before);
});

test('another person took a version meanwhile: refused, theirs stays', async () => {
  const received = await read(await sent(B, 400));
  const table = union().tables.followUp!;
  const cell = table.cells[1]![table.headings.indexOf('version')]!;
  await desk.put(table.sheet, cell, 'autre');
  expect(await take(received)).toBeUndefined();
  expect(desk.told()).toMatch(/Une autre version de Bêta Logis a été prise entre-temps.*Rien n’a été écrit/u);
  expect(row(B).version).toBe('autre');
  expect(leftovers(union().versions, campaign().followUp)).toEqual([]);
  await desk.put(table.sheet, cell, '');
});

test('a decision keeps its name and its day; one on what others have changed is refused', async () => {
  const seen = row(A);
  await desk.session.perform(changeState, { one: seen, state: 'accepté', by: ' ' });
  expect(desk.told()).toContain('Écrivez votre nom');
  await desk.session.perform(changeState, { one: seen, state: 'accepté', by: 'Paul Martin' });
  expect(row(A)).toMatchObject({
    state: 'accepté',
    by: 'Paul Martin',
    date: new Date('2026-02-15T00:00:00Z'),
  });
  await desk.session.perform(changeState, { one: seen, state: 'en revue', by: 'Claire' });
  expect(desk.told()).toContain('a été modifié entre-temps');
  expect(row(A).state).toBe('accepté');
});

test('a workbook goes back with its remarks; without the landlord’s file, the remarks alone', async () => {
  const asked = {
    one: row(A),
    state: 'renvoyé',
    by: 'Claire',
    comment: 'Et en 2023 ?',
    campaign: campaign(),
  } as const;
  const sheetsOf = async (bytes: Uint8Array) =>
    (await openWorkbook(bytesSource(bytes))).sheets.map(({ name }) => name);
  const own = await desk.session.perform(sendBack, { ...asked, file: await sent(A, 1000) });
  expect(await sheetsOf(own!.bytes)).toEqual(['Identité', 'Données', 'Listes', 'Remarques']);
  expect(row(A)).toMatchObject({ state: 'renvoyé', comment: 'Et en 2023 ?' });
  const alone = await desk.session.perform(sendBack, { ...asked, one: row(A), file: await sent(A, 7) });
  expect(alone).toMatchObject({ own: false });
  expect(await sheetsOf(alone!.bytes)).toEqual(['Remarques']);
});

describe('the table of formulas', () => {
  /** What the pane shows, as the desk of the workbook answers it now. */
  async function results() {
    const opened = await openUnionDesk({
      campaign: campaign(),
      said: union().remarks,
      received: await readReceivedValues(desk.session.port),
      references: [],
      zonings: [],
      by: ['DEP'],
    });
    if (!(opened instanceof UnionDesk)) throw new Error(opened);
    const all = await opened.ask('results', undefined);
    const few = ['CTX-01', 'CTX-02'];
    return { ...all, indicators: all.indicators.filter(({ code }) => few.includes(code)) };
  }
  const inPane = async () =>
    (await results()).cells.find(({ code, territory }) => code === 'CTX-01' && territory === 'REG:28')!.value;
  const inSheet = async () => {
    await desk.host.settled();
    return desk.valueAt('Résultats', 'D6');
  };

  test('and the pane say the same, before, with and after an adjustment', async () => {
    const { CustomFunctions } = desk;
    provideCatalogue(() => catalogue);
    register(
      (id, run) => CustomFunctions.associate(id, run),
      (_, message) => new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message),
    );
    desk.host.functions.register(metadata('fr') as never, { namespace: 'IMPACT' });
    await desk.host.functions.ready();
    expect(
      await desk.session.perform(writeResults, { results: await results(), campaign: campaign() }),
    ).toEqual({
      sheet: 'Résultats',
    });
    expect([await inPane(), await inSheet()]).toEqual([1200, 1200]);

    const figure = {
      ...{ siren: A, landlord: 'Alpha Habitat', code: 'nb_lls', label: '', unit: 'logements', year: 2024 },
      territory: 'REG:28',
      answer: { kind: 'number', value: 1000 },
      source: { file: '', sheet: '', cell: '' },
    } as const;
    const why = { reason: 'Livraison oubliée', by: 'Claire' };
    await desk.session.perform(adjustFigure, { figure, after: 1050, ...why });
    expect([await inPane(), await inSheet()]).toEqual([1250, 1250]);
    expect(await desk.valueAt('Résultats', 'A3')).toBe('1 ajustement du journal est compté.');
    // Another's, of a figure that is no longer the landlord's: both leave it out, and the sheet says so.
    const outdated = { ...figure, answer: { kind: 'number', value: 999 } } as const;
    await desk.session.perform(adjustFigure, { figure: outdated, after: 1, ...why });
    expect([await inPane(), await inSheet()]).toEqual([1250, 1250]);
    expect(await desk.valueAt('Résultats', 'A3')).toMatch(
      /^1 ajustement du journal est compté, 1 n’est pas appliqué.*ancien chiffre est 999/,
    );
    // 1,050 of 1,250 dwellings: coverage stays that of the perimeter, (1,000 + 200) / 1,600.
    // Nobody is expected in a département that neither perimeter nor facts name: no value, and not 0.
    expect(await desk.valueAt('Résultats', 'E6')).toBe('#N/A');
    expect(await desk.valueAt('Résultats', 'J6')).toBe(0.75);

    const [adjustment] = campaign().journal;
    await desk.session.perform(cancelAdjustment, { adjustment: adjustment!, by: 'Paul' });
    expect([await inPane(), await inSheet()]).toEqual([1200, 1200]);
  });
});
