import { ExcelProblem, listTables, onWaiting, readRange, writeCells } from '../../src/excel';
import { writeMatrix } from '../../src/excel/write-matrix';
import { dropLater, startScene, type Scene } from './support';

let scene: Scene;
let editing = false;
beforeAll(async () => {
  scene = await startScene({ isCellEditing: () => editing });
  await scene.addSheet('Données');
});
afterEach(() => {
  scene.host.faults.clear();
  editing = false;
});
afterAll(() => scene.dispose());

const label = { fr: 'Écriture du questionnaire', en: 'Writing the questionnaire' };
const problemOf = (promise: Promise<unknown>): Promise<ExcelProblem> =>
  promise.then(
    () => {
      throw new Error('No problem was reported.');
    },
    (problem: unknown) => problem as ExcelProblem,
  );

test('while a cell is being edited, the person is told so in French; the write is done when they finish', async () => {
  const hints: (string | undefined)[] = [];
  const stop = onWaiting((problem) => hints.push(problem?.remedy.fr));
  editing = true;
  setTimeout(() => (editing = false), 700);
  await writeCells([{ sheet: 'Données', address: 'A1', value: 12 }]);
  stop();
  expect(hints).toEqual(['Terminez la saisie dans la cellule (Entrée ou Échap).', undefined]);
  expect(await scene.values('Données', 'A1')).toEqual([[12]]);
});

test('waiting for the end of an entry can be cancelled', async () => {
  editing = true;
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 400);
  const problem = await problemOf(
    writeCells([{ sheet: 'Données', address: 'A1', value: 13 }], { signal: abort.signal }),
  );
  expect(problem).toMatchObject({ code: 'cancelled' });
  editing = false;
  expect(await scene.values('Données', 'A1')).toEqual([[12]]);
});

test('too many requests are tried again, later each time', async () => {
  scene.host.faults.failNext('throttled', { times: 2 });
  const started = Date.now();
  await expect(listTables()).resolves.toEqual([]);
  // Half a second, then a second.
  expect(Date.now() - started).toBeGreaterThanOrEqual(1400);
  expect(scene.host.faults.pending).toBe(0);
});

test('too many requests for too long: a message and a remedy, not an endless wait', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick', 'Date'] });
  try {
    scene.host.faults.failNext('throttled', { times: 50 });
    const failing = problemOf(listTables());
    for (let turn = 0; turn < 400; turn += 1) await jest.advanceTimersByTimeAsync(100);
    const problem = await failing;
    expect(problem).toBeInstanceOf(ExcelProblem);
    expect(problem.message.fr).toBe('Recherche des tableaux : Excel reçoit trop de demandes à la fois.');
    expect(problem.remedy.fr).toBe('Attendez une minute, puis recommencez.');
    expect(problem.message.en).toBe('Looking for tables: Excel is receiving too many requests at once.');
  } finally {
    jest.useRealTimers();
  }
});

test('a protected sheet is named, and nothing is written', async () => {
  await scene.addSheet('Verrouillée', [['ancien', 'ancien']]);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Verrouillée').protection.protect();
    await context.sync();
  });
  const problem = await problemOf(
    writeCells([
      { sheet: 'Données', address: 'B1', value: 'nouveau' },
      { sheet: 'Verrouillée', address: 'A1', value: 'nouveau' },
    ]),
  );
  expect(problem).toMatchObject({ code: 'protected', facts: { names: ['Verrouillée'] } });
  expect(problem.message.fr).toContain('« Verrouillée » est protégée');
  expect(problem.remedy.fr).toContain('Ôtez la protection');
  // All or none: the cell of the other sheet is untouched.
  expect(await scene.values('Données', 'B1')).toEqual([['']]);
});

test('a sheet deleted meanwhile is named', async () => {
  const problem = await problemOf(writeCells([{ sheet: 'Disparue', address: 'A1', value: 1 }]));
  expect(problem).toMatchObject({ code: 'missing' });
  expect(problem.message.fr).toContain('« Disparue » n’existe plus');
});

test('a cell changed by someone else since it was read is not written over', async () => {
  await scene.type('Données', 'C1:C2', [[5], ['texte']]);
  const problem = await problemOf(
    writeCells([
      { sheet: 'Données', address: 'C2', value: 'moi', expected: 'texte' },
      { sheet: 'Données', address: 'C1', value: 6, expected: 4 },
    ]),
  );
  expect(problem).toMatchObject({ code: 'changed', facts: { names: ['Données C1'] } });
  expect(await scene.values('Données', 'C1:C2')).toEqual([[5], ['texte']]);
  await writeCells([{ sheet: 'Données', address: 'C1', value: 6, expected: 5 }]);
  await writeCells([{ sheet: 'Données', address: 'D1', value: 'neuf', expected: null }]);
  expect(await scene.values('Données', 'C1:D1')).toEqual([[6, 'neuf']]);
});

/** 30 rows of 4: numbers, a text that looks like a number, a formula on its own row, a blank. */
const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => [
    from + index,
    `00${from + index}`,
    { formula: `=A${index + 1}*2` },
    null,
  ]);

test('a payload found too large is halved until it passes; every row arrives once', async () => {
  await scene.addSheet('Grand');
  scene.host.faults.failNext('payloadTooLarge', { times: 3 });
  const progress: number[] = [];
  await writeMatrix(
    label,
    { sheet: 'Grand', row: 0, column: 0, entries: rows(1, 30) },
    { onProgress: ({ done }) => progress.push(done) },
  );
  const values = await scene.values('Grand', 'A1:D30');
  expect(values).toEqual(
    Array.from({ length: 30 }, (_, index) => [index + 1, `00${index + 1}`, (index + 1) * 2, '']),
  );
  expect(progress.length).toBeGreaterThan(2);
  expect(progress.at(-1)).toBe(30);
});

test('one cell that is too large on its own is reported, not tried for ever', async () => {
  scene.host.faults.failNext('payloadTooLarge', { times: 20 });
  const problem = await problemOf(
    writeMatrix(label, { sheet: 'Grand', row: 40, column: 0, entries: [['a', 'b']] }),
  );
  expect(problem.code).toBe('too_large');
  expect(problem.message.fr).toMatch(/^Écriture du questionnaire : /u);
});

test('connection lost in the middle of a block: the block is written again, nothing is lost or doubled', async () => {
  await scene.addSheet('Coupure');
  // The formats are read first. Above 1,500 cells the library writes in pieces: the first gets through.
  dropLater(scene, 1, 1);
  await writeMatrix(label, { sheet: 'Coupure', row: 0, column: 0, entries: rows(1, 500) });
  expect(scene.host.faults.pending).toBe(0);
  expect(await scene.values('Coupure', 'A1:C500')).toEqual(
    Array.from({ length: 500 }, (_, index) => [index + 1, `00${index + 1}`, (index + 1) * 2]),
  );
});

test('a protection set in the middle of a long write: what is written is counted, and stays', async () => {
  await scene.addSheet('Interrompue');
  // 25,000 cells make two blocks; the second meets the fault.
  const entries = Array.from({ length: 12_500 }, (_, index) => [index, index]);
  let blocks = 0;
  const problem = await problemOf(
    writeMatrix(
      label,
      { sheet: 'Interrompue', row: 0, column: 0, entries },
      {
        onProgress: () => {
          blocks += 1;
          scene.host.faults.failNext('protected', { after: 0 });
        },
      },
    ),
  );
  expect(blocks).toBe(1);
  expect(problem).toMatchObject({ code: 'protected', facts: { done: 10_000, total: 12_500 } });
  expect(problem.message.fr).toContain('10\u202f000 lignes sur 12\u202f500 étaient déjà écrites');
  scene.host.faults.clear();
  expect(await scene.values('Interrompue', 'A10000:B10001')).toEqual([
    [9999, 9999],
    ['', ''],
  ]);
});

test('a long write stops between two blocks when cancelled, and says how far it went', async () => {
  const abort = new AbortController();
  const entries = Array.from({ length: 12_500 }, (_, index) => [index, index]);
  const problem = await problemOf(
    writeMatrix(
      label,
      { sheet: 'Données', row: 20, column: 0, entries },
      { signal: abort.signal, onProgress: () => abort.abort() },
    ),
  );
  expect(problem).toMatchObject({ code: 'cancelled', facts: { done: 10_000, total: 12_500 } });
});

test('an answer too large is read in pieces', async () => {
  scene.host.faults.failNext('responseTooLarge', { times: 2 });
  const { values } = await readRange('Grand', 'A1:A30');
  expect(values).toEqual(Array.from({ length: 30 }, (_, index) => [index + 1]));
});
