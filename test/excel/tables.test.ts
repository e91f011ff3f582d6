import {
  appendRows,
  ExcelProblem,
  listTables,
  readRange,
  readTable,
  removeRows,
  updateRows,
} from '../../src/excel';
import { dropLater, startScene, type Scene } from './support';

jest.setTimeout(30_000);

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
  await scene.addTable('L’été', 'IMPACT_DONNEES', [
    ['Code', 'Valeur', 'Contrôle'],
    ['nb_lls', 1200, '=IF(B2>0,"OK","")'],
    ['nb_vacants', '', '=IF(B3>0,"OK","à répondre")'],
    ["'007", '=1/0', '=NA()'],
  ]);
});
afterEach(() => scene.host.faults.clear());
afterAll(() => scene.dispose());

test('lists the tables with where they are', async () => {
  expect(await listTables()).toEqual([
    { name: 'IMPACT_DONNEES', sheet: 'L’été', address: 'A1:C4', rowCount: 3 },
  ]);
});

test('reads a table: blanks are null, errors say so, cells are named', async () => {
  const table = await readTable('IMPACT_DONNEES');
  expect(table).toEqual({
    name: 'IMPACT_DONNEES',
    sheet: 'L’été',
    address: 'A1:C4',
    rowCount: 3,
    headings: ['Code', 'Valeur', 'Contrôle'],
    rows: [
      ['nb_lls', 1200, 'OK'],
      ['nb_vacants', null, 'à répondre'],
      ['007', { error: '#DIV/0!' }, { error: '#N/A' }],
    ],
    cells: [
      ['A2', 'B2', 'C2'],
      ['A3', 'B3', 'C3'],
      ['A4', 'B4', 'C4'],
    ],
  });
});

test('a table that is not there is named in the message', async () => {
  await expect(readTable('IMPACT_LOYERS')).rejects.toMatchObject({
    code: 'missing',
    message: { fr: expect.stringContaining('« IMPACT_LOYERS » n’existe plus') as string },
  });
});

test('a table of 17,200 cells is read in several calls, the same as in one', async () => {
  const cells = [['N', 'Carré'], ...Array.from({ length: 8_600 }, (_, index) => [index, index * index])];
  await scene.addTable('Grande', 'TRES_GRANDE', cells);
  const table = await readTable('TRES_GRANDE');
  expect(table.rows).toHaveLength(8_600);
  expect(table.rows[8_599]).toEqual([8_599, 73_942_801]);
  expect(table.cells[8_599]).toEqual(['A8601', 'B8601']);
  // Listed when it was small, it has grown since.
  const listed = { name: 'TRES_GRANDE', sheet: 'Grande', address: 'A1:B3', rowCount: 2 };
  expect(await readTable('TRES_GRANDE', { listed })).toEqual(table);
});

test('a small table that was just listed is read in one call, as it is now', async () => {
  const [listed] = await listTables();
  const { faults } = scene.host;
  const callsOf = async (options: object) => {
    // Faults that let everything through are used up one a call.
    for (let count = 0; count < 5; count += 1) faults.dropAfter(Number.MAX_SAFE_INTEGER);
    const table = await readTable('IMPACT_DONNEES', options);
    const calls = 5 - faults.pending;
    faults.clear();
    return { table, calls };
  };
  const [asked, known] = [await callsOf({}), await callsOf({ listed })];
  expect([asked.calls, known.calls]).toEqual([2, 1]);
  expect(known.table).toEqual(asked.table);
  await expect(readTable('IMPACT_LOYERS', { listed })).rejects.toMatchObject({ code: 'missing' });
});

test('a whole column is cut to what is used; a range keeps its blanks', async () => {
  await scene.addSheet('Plage', [
    [1, ''],
    ['', 2],
  ]);
  expect(await readRange('Plage', 'B:B')).toEqual({
    sheet: 'Plage',
    address: 'B1:B2',
    values: [[null], [2]],
  });
  expect(await readRange('Plage', 'A1:B3')).toEqual({
    sheet: 'Plage',
    address: 'A1:B3',
    values: [
      [1, null],
      [null, 2],
      [null, null],
    ],
  });
  expect(await readRange('Plage', 'E:E')).toMatchObject({ values: [] });
});

describe('appending rows', () => {
  const loyers = [
    ['annee', 'territoire', 'loyer_hlm'],
    [2025, 'FR', 6.1],
    ['', '', ''],
    ['', '', ''],
  ];

  test('fills the blank rows of the table first, then lets it grow; headings in any order, text kept', async () => {
    await scene.addTable('Loyers', 'IMPACT_LOYERS', loyers);
    const appended = await appendRows('IMPACT_LOYERS', [
      { territoire: 'COM:01001', annee: 2025, loyer_hlm: 5.4 },
      { territoire: '01004', annee: 2025 },
      { territoire: '=1+1', annee: 2024, loyer_hlm: 7 },
    ]);
    expect(appended).toEqual({ sheet: 'Loyers', sheetRows: [2, 3, 4] });
    expect(await readTable('IMPACT_LOYERS')).toMatchObject({
      address: 'A1:C5',
      rows: [
        [2025, 'FR', 6.1],
        [2025, 'COM:01001', 5.4],
        [2025, '01004', null],
        [2024, '=1+1', 7],
      ],
    });
  });

  test('a row that another person added meanwhile is not written over', async () => {
    // What the pane knew is out of date: the other person has just typed in the row below.
    await scene.type('Loyers', 'A6:C6', [[2023, 'DEP:14', 8]]);
    await Excel.run(async (context) => {
      context.workbook.tables.getItem('IMPACT_LOYERS').resize('A1:C6');
      await context.sync();
    });
    await appendRows('IMPACT_LOYERS', [{ annee: 2022, territoire: 'REG:28', loyer_hlm: 9 }]);
    const { rows } = await readTable('IMPACT_LOYERS');
    expect(rows.slice(-2)).toEqual([
      [2023, 'DEP:14', 8],
      [2022, 'REG:28', 9],
    ]);
  });

  test('cells under the table are pushed down, not overwritten', async () => {
    await scene.addTable('Sous le tableau', 'SUIVIE', [
      ['a', 'b'],
      [1, 2],
    ]);
    await scene.type('Sous le tableau', 'A3:B3', [['Note sous le tableau', 'à garder']]);
    await appendRows('SUIVIE', [{ a: 3, b: 4 }]);
    expect((await readTable('SUIVIE')).rows).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(await scene.values('Sous le tableau', 'A4:B4')).toEqual([['Note sous le tableau', 'à garder']]);
  });

  test('two appends at once do not take the same rows', async () => {
    await Promise.all([appendRows('SUIVIE', [{ a: 5, b: 5 }]), appendRows('SUIVIE', [{ a: 6, b: 6 }])]);
    expect((await readTable('SUIVIE')).rows.slice(-2)).toEqual([
      [5, 5],
      [6, 6],
    ]);
  });

  test.each([0, 1, 2])('connection lost after %i writes: every row is there once', async (writes) => {
    const sheet = `Coupure ${writes}`;
    await scene.addTable(sheet, `COUPURE_${writes}`, [
      ['n', 't'],
      [1, 'a'],
    ]);
    // The table, then its last rows and what is under it, are read before anything is written.
    dropLater(scene, 2, writes);
    const rows = [
      { n: 2, t: '02' },
      { n: 3, t: '03' },
    ];
    await appendRows(`COUPURE_${writes}`, rows);
    expect(scene.host.faults.pending).toBe(0);
    expect((await readTable(`COUPURE_${writes}`)).rows).toEqual([
      [1, 'a'],
      [2, '02'],
      [3, '03'],
    ]);
  });

  test('connection lost when half of 900 rows are written: the others follow, none twice', async () => {
    await scene.addTable('Moitié', 'COUPURE_MOITIE', [
      ['n', 't'],
      [0, 'a'],
    ]);
    // Above 1,500 cells the library writes in pieces: the table is extended, the first piece written.
    dropLater(scene, 2, 2);
    await appendRows(
      'COUPURE_MOITIE',
      Array.from({ length: 900 }, (_, index) => ({ n: index + 1, t: 'b' })),
    );
    expect(scene.host.faults.pending).toBe(0);
    expect((await readTable('COUPURE_MOITIE')).rows.map(([n]) => n)).toEqual(
      Array.from({ length: 901 }, (_, index) => index),
    );
  });

  test('a heading that the table has not is refused, by name', async () => {
    const failing = appendRows('SUIVIE', [{ a: 1, loyer: 2 }]);
    await expect(failing).rejects.toBeInstanceOf(ExcelProblem);
    await expect(failing).rejects.toMatchObject({ code: 'missing', facts: { names: ['loyer'] } });
  });
});

describe('rows that change or go', () => {
  const rows = async (name: string) => (await readTable(name)).rows;
  const start = [
    ['Version', 'État', 'Note'],
    ['v1', 'reçu', ''],
    ['v2', 'reçu', 'garder'],
    ['v1', 'reçu', ''],
    ['v3', 'attendu', ''],
  ];

  test('rows are changed by what they hold now; texts stay texts, other cells are left', async () => {
    await scene.addTable('Suivi', 'TABLE_SUIVI', start);
    const changed = await updateRows('TABLE_SUIVI', ['version'], ({ version }) =>
      version === 'v1' ? { État: '=1+1', Note: '0012' } : undefined,
    );
    expect(changed).toBe(2);
    expect(await rows('TABLE_SUIVI')).toEqual([
      ['v1', '=1+1', '0012'],
      ['v2', 'reçu', 'garder'],
      ['v1', '=1+1', '0012'],
      ['v3', 'attendu', null],
    ]);
  });

  test('a problem found in one row leaves all of them as they are', async () => {
    const before = await rows('TABLE_SUIVI');
    const refusing = updateRows('TABLE_SUIVI', ['Version'], ({ Version }) => {
      if (Version === 'v3') throw new ExcelProblem('changed', { names: ['v3'] });
      return { Note: 'perdu' };
    });
    await expect(refusing).rejects.toMatchObject({ code: 'changed' });
    expect(await rows('TABLE_SUIVI')).toEqual(before);
    await expect(updateRows('TABLE_SUIVI', ['Absente'], () => undefined)).rejects.toMatchObject({
      code: 'missing',
    });
  });

  test('a connection lost on the way: rows are removed once, those of others stay', async () => {
    await scene.addTable('Faits', 'TABLE_FAITS', [
      ['Version', 'Valeur'],
      ...Array.from({ length: 40 }, (_, index) => [index % 4 === 0 ? 'v1' : 'v2', index]),
    ]);
    await scene.type('Faits', 'A44', [['sous le tableau']]);
    dropLater(scene, 3, 4);
    await removeRows('TABLE_FAITS', ['Version'], ({ Version }) => Version === 'v1');
    expect((await rows('TABLE_FAITS')).map(([, value]) => value)).toEqual(
      Array.from({ length: 40 }, (_, index) => index).filter((index) => index % 4 !== 0),
    );
  });

  test('when all rows go, the table stays, with one blank row that the next rows take', async () => {
    expect(await removeRows('TABLE_FAITS', ['Version'], () => true)).toBe(30);
    expect(await rows('TABLE_FAITS')).toEqual([[null, null]]);
    await appendRows('TABLE_FAITS', [{ Version: 'v4', Valeur: 7 }], {
      formats: { Valeur: '000' },
      cellsPerCall: 2,
    });
    expect(await rows('TABLE_FAITS')).toEqual([['v4', 7]]);
  });
});
