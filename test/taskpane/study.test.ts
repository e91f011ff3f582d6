import { readXlsx } from 'hucre';
import type { BlockOf, StudyDocument, Value } from '../../src/study';
import { openXlsx, saveFromUniver } from '../../src/simulator/file';
import { changedSince, removeStudy, writeStudy, writtenSheets } from '../../src/taskpane/actions/study';
import { searchSheets } from '../../src/taskpane/actions/connect';
import { listSheets } from '../../src/excel';
import { structureProblems } from '../support/xlsx-structure';
import { partsOf } from '../study/read-back';
import { startDesk, tidy, workbookFile, type Desk } from './support';

// A study among the sheets of a person, on the real office.js; the file is then saved and read by another program.
jest.setTimeout(120_000);

const value = (code: string, territory: string, number: number | null, marks = ''): Value => ({
  ...{ code, territory, year: 2024, value: number, unit: 'logement', decimals: 0, marks },
  text: number === null ? 'secret' : String(number),
  origin: 'consolidation',
});
const [stock, calvados, manche] = [
  value('CTX-01', 'REG:28', 307_834, '¹'),
  value('CTX-01', 'DEP:14', 62_866),
  value('CTX-01', 'DEP:50', null, '²'),
];
const bars: BlockOf<'chart'> = {
  kind: 'chart',
  shape: 'bar',
  title: 'Parc par territoire',
  description: 'Du Calvados à la Normandie.',
  labels: ['Normandie¹', 'Calvados'],
  series: [{ name: 'Logements', values: [stock, calvados] }],
};
const document: StudyDocument = {
  ...{ template: 'essai', territory: 'REG:28', locale: 'fr', title: 'Étude d’essai', subtitle: '2024' },
  banner: 'Document interne',
  footer: 'Essai & co',
  date: new Date(0),
  chapters: [
    {
      id: 'parc',
      title: 'Parc',
      blocks: [
        { kind: 'paragraph', text: 'La région a 307 834 logements.' },
        {
          kind: 'table',
          title: 'Détail',
          headings: ['Lieu', 'Parc'],
          rows: [
            ['Région', stock],
            ['Manche', manche],
          ],
        },
        bars,
      ],
      notes: [{ mark: '¹', text: '¹ Extrapolé : 3 %.', short: '¹ Extrapolé' }],
    },
    {
      id: 'annees',
      title: 'Années',
      blocks: [
        {
          ...bars,
          shape: 'line',
          title: 'Deux ans',
          labels: ['2022', '2023²', '2024'],
          series: [
            {
              name: 'Logements',
              values: [{ ...calvados, year: 2022, value: 61_000 }, { ...manche, year: 2023 }, calvados],
            },
          ],
        },
      ],
      notes: [],
    },
  ],
};
const again = (study: StudyDocument, over: readonly string[]) => ({
  document: study,
  tables: [],
  files: [],
  over,
});

let desk: Desk;
let save: () => Promise<Uint8Array>;
beforeAll(async () => {
  // Their own sheets have the names that the study would give.
  const own = await workbookFile([
    { name: 'Données', columns: [], rows: [{ cells: [{ value: 'à moi' }, { value: 12 }] }] },
    { name: 'Parc', columns: [], rows: [{ cells: [{ value: 'aussi à moi' }] }] },
  ]);
  const opened = await openXlsx(own);
  desk = await startDesk({ workbook: opened.snapshot });
  save = () => saveFromUniver(desk.univer, opened.snapshot.id, opened);
  await desk.session.start();
});
afterAll(() => desk.dispose());

const ours = ['Parc (2)', 'Années', 'Chiffres de l’étude'];

test('written beside sheets of the same name, which stay; what is written is live and internal', async () => {
  await desk.session.perform(writeStudy, again(document, []));
  expect(tidy(desk.told())).toContain('L’étude est dans le classeur : 3 feuilles, 2 graphiques.');
  expect(await listSheets()).toEqual(['Données', 'Parc', ...ours, 'Études écrites']);
  expect(await desk.valueAt('Données', 'B1')).toBe(12);
  expect(await desk.valueAt('Parc', 'A1')).toBe('aussi à moi');
  expect((await writtenSheets(desk.session.port)).map(({ study, sheet }) => [study, sheet])).toEqual(
    ours.map((sheet) => ['essai fr REG:28', sheet]),
  );
  const bytes = await save();
  expect(await structureProblems(bytes)).toEqual([]);
  const parts = partsOf(bytes);
  const { sheets } = await readXlsx(bytes);
  const valuesOf = (reference: string) => {
    const [, sheet = '', column = '', first, last] = /^'(.*)'!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)$/u.exec(
      reference,
    )!;
    const rows = sheets.find(({ name }) => name === sheet)!.rows;
    return rows.slice(Number(first) - 1, Number(last)).map((row) => row[column.charCodeAt(0) - 65] ?? null);
  };
  const charts = [...parts].filter(([name]) => /^xl\/charts\/chart\d+\.xml$/u.test(name));
  const drawn = charts.map(([, xml]) =>
    [...xml.matchAll(/<c:f>([^<]+)</gu)].map(([, one = '']) => valuesOf(one)),
  );
  expect(drawn).toEqual([
    [
      ['Normandie¹', 'Calvados'],
      [307_834, 62_866],
    ],
    // What may not be shown is a blank, which Excel does not draw as zero.
    [
      ['2022', '2023²', '2024'],
      [61_000, null, 62_866],
    ],
  ]);
  const pages = ours.map(
    (name) =>
      [...parts].find(([part]) => part === `xl/worksheets/sheet${3 + ours.indexOf(name)}.xml`)?.[1] ?? '',
  );
  for (const page of pages) expect(page).toContain('Essai &amp;&amp; co — interne');
  expect(pages[0]).toContain('Document interne</oddHeader>');
  expect(pages[0]).toMatch(/<pageSetup paperSize="9" scale="88" orientation="landscape"\/>/u);
  expect(await desk.formulas('Parc (2)', 'B10')).toEqual([["='Chiffres de l’étude'!$E$4"]]);
  // The first figure of the sheet of data is changed: the table and the chart's cells follow.
  await desk.type('Chiffres de l’étude', 'E4', [[300_000]]);
  expect(await desk.valueAt('Parc (2)', 'B10')).toBe(300_000);
});

test('what a person changed is known; nothing is replaced that was not agreed', async () => {
  const written = await writtenSheets(desk.session.port);
  expect(await changedSince(desk.session.port, written)).toEqual(['Chiffres de l’étude']);
  await desk.session.perform(writeStudy, again(document, ['Années']));
  expect(tidy(desk.told())).toMatch(
    /écrites entre-temps : Parc \(2\), Chiffres de l’étude\..*Rien n’a été remplacé/u,
  );
  expect(await desk.valueAt('Chiffres de l’étude', 'E4')).toBe(300_000);
});

test('stopped on the way, the former sheets are back under their names, with what was changed in them', async () => {
  const { store } = desk.session;
  const stop = store.watch(() => {
    if ((store.get().work?.progress?.done ?? 0) > 4) desk.session.cancel();
  });
  await desk.session.perform(writeStudy, again(document, ours));
  stop();
  expect(store.get().notice?.tone).toBe('error');
  expect((await listSheets()).sort()).toEqual(['Données', 'Parc', ...ours, 'Études écrites'].sort());
  expect(await desk.valueAt('Chiffres de l’étude', 'E4')).toBe(300_000);
});

test('written again it takes the place of its own sheets; in another language it stands beside', async () => {
  const [parc, years] = document.chapters;
  const shorter = { ...document, chapters: [parc!, { ...years!, title: 'Évolution' }] };
  await desk.session.perform(writeStudy, again(shorter, ours));
  expect(await listSheets()).toEqual([
    'Données',
    'Parc',
    'Études écrites',
    'Parc (2)',
    'Évolution',
    'Chiffres de l’étude',
  ]);
  expect(await desk.valueAt('Chiffres de l’étude', 'E4')).toBe(307_834);
  await desk.session.perform(writeStudy, again({ ...document, locale: 'en' }, []));
  expect((await listSheets()).slice(6)).toEqual(['Parc (3)', 'Années', 'Figures of the study']);
  expect(await structureProblems(await save())).toEqual([]);
});

test('a sheet that a person renamed is theirs: the figures it reads stay; the rest is removed', async () => {
  await desk.host.settled();
  await desk.session.port.renameSheets(new Map([['Parc (2)', 'Mon parc']]));
  await desk.session.perform(removeStudy, { document });
  expect(tidy(desk.told())).toContain('1 feuille supprimée. « Parc (2) » : plus sous ce nom.');
  expect((await listSheets()).slice(0, 5)).toEqual([
    'Données',
    'Parc',
    'Études écrites',
    'Mon parc',
    'Chiffres de l’étude',
  ]);
  expect(await desk.valueAt('Mon parc', 'B10')).toBe(307_834);
  expect((await writtenSheets(desk.session.port)).map(({ sheet }) => sheet)).toEqual([
    'Parc (3)',
    'Années',
    'Figures of the study',
  ]);
});

test('the search through a person’s sheets passes studies over', async () => {
  const looked: string[] = [];
  const { port } = desk.session;
  const readSheets = port.readSheets.bind(port);
  const spy = jest.spyOn(port, 'readSheets').mockImplementation((wanted, options) =>
    readSheets((name, tables) => {
      const is = wanted(name, tables);
      if (is) looked.push(name);
      return is;
    }, options),
  );
  await desk.session.perform(searchSheets, {});
  spy.mockRestore();
  expect(looked).toEqual(['Données', 'Parc', 'Mon parc', 'Chiffres de l’étude']);
});
