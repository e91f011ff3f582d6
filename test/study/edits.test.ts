import { writeXlsx } from 'hucre';
import { catalogue } from '../../src/catalogue';
import {
  applyEdits,
  editsOf,
  formSheets,
  formTablesOf,
  partsOf,
  rawTemplate,
  readStudyData,
  type StudyData,
  type StudyDocument,
  type StudyEdit,
  studyWithin,
} from '../../src/study';
import { bytesSource, openWorkbook } from '../../src/xlsx';
import { consolidationWorkbook } from './workbooks';

/** A study written by hand: two sentences, a quote, a table. */
const study = (first: string, second: string | undefined, locale: 'fr' | 'en' = 'fr'): StudyDocument => {
  const sentences = [
    { place: 'texte-1/phrase-1', text: first },
    ...(second === undefined ? [] : [{ place: 'texte-1/phrase-2', text: second }]),
  ];
  const value = {
    ...{ code: 'CTX-01', territory: 'REG:28', year: 2019, value: 307_834, unit: 'logement', decimals: 0 },
    ...{ text: '307\u202f834', marks: '', origin: 'consolidation' as const },
  };
  return {
    template: 'etude-regionale',
    territory: 'REG:28',
    locale,
    title: 'Les organismes HLM, acteurs de Normandie',
    subtitle: 'Étude d’impact territorial, exercice 2019',
    footer: 'Les organismes HLM, acteurs de Normandie — 2019',
    chapters: [
      {
        id: 'chiffres-cles',
        title: 'Chiffres clés',
        blocks: [
          { kind: 'paragraph', text: sentences.map(({ text }) => text).join(' '), sentences },
          { kind: 'table', title: 'L’offre', headings: ['Indicateur', 'Normandie'], rows: [['Parc', value]] },
          { kind: 'quote', text: 'Il faut bâtir.', author: 'A. B., maire' },
        ],
        notes: [],
      },
    ],
    date: new Date(0),
  };
};

const parc = 'Les bailleurs gèrent 307\u202f834 logements.';
const investi = 'Ils ont investi 800 M€¹ dans l’année.';
const before = study(parc, investi);

const edit = (place: string, computed: string, written: string): StudyEdit => ({
  ...{ template: 'etude-regionale', id: `fr/REG:28/${place}`, computed, written },
  ...{ by: 'Ada', on: '2026-02-15' },
});
const first = 'chiffres-cles/texte-1/phrase-1';
const second = 'chiffres-cles/texte-1/phrase-2';
/** The texts of a study, in order, the titles aside. */
const read = (document: StudyDocument): string[] =>
  document.chapters.flatMap(({ blocks }) => blocks.flatMap((one) => ('text' in one ? [one.text] : [])));

test('every text has a place of its own, which does not depend on the numbers', () => {
  expect(partsOf(before).map(({ id, kind }) => [id, kind])).toEqual([
    ['fr/REG:28/titre', 'title'],
    ['fr/REG:28/sous-titre', 'title'],
    ['fr/REG:28/chiffres-cles/titre', 'heading'],
    [`fr/REG:28/${first}`, 'sentence'],
    [`fr/REG:28/${second}`, 'sentence'],
    ['fr/REG:28/chiffres-cles/tableau-1', 'heading'],
    ['fr/REG:28/chiffres-cles/citation-1', 'quote'],
  ]);
  expect(partsOf(study('Autre.', undefined)).map(({ id }) => id)).not.toContain(`fr/REG:28/${second}`);
});

test('what was rewritten stands in the study as long as the same is computed', () => {
  const { document, applied, conflicts } = applyEdits(before, [
    edit('titre', before.title, 'Habiter la Normandie'),
    // A cell has turned the thin space into a plain one.
    edit(first, 'Les bailleurs gèrent 307 834 logements.', 'Le parc compte 307 834 logements.'),
    edit('chiffres-cles/tableau-1', 'L’offre', 'Le parc'),
    edit('chiffres-cles/citation-1', 'Il faut bâtir.', 'Il faut bâtir mieux.'),
    { ...edit(second, investi, 'D’un autre modèle.'), template: 'bilan-annuel' },
    { ...edit(second, investi, 'In English.'), id: `en/REG:28/${second}` },
    { ...edit(second, investi, 'Du Calvados.'), id: `fr/DEP:14/${second}` },
  ]);
  expect(read(document)).toEqual([`Le parc compte 307 834 logements. ${investi}`, 'Il faut bâtir mieux.']);
  expect([document.title, document.footer]).toEqual(['Habiter la Normandie', 'Habiter la Normandie — 2019']);
  expect(document.chapters[0]!.blocks[1]).toMatchObject({ title: 'Le parc' });
  expect(applied.size).toBe(4);
  expect(conflicts).toEqual([]);
});

test('new numbers: what is computed is printed, and the person is shown the three texts', () => {
  const mine = edit(first, parc, 'Le parc compte 307 834 logements.');
  const now = 'Les bailleurs gèrent 310\u202f002 logements.';
  const { document, applied, conflicts } = applyEdits(study(now, investi), [mine]);
  expect(read(document)[0]).toBe(`${now} ${investi}`);
  expect(conflicts).toEqual([{ edit: mine, now }]);
  expect(applied.size).toBe(0);
  // Settled: the same text over what is computed now.
  const kept = applyEdits(study(now, investi), [edit(first, now, 'Le parc compte 310 002 logements.')]);
  expect(read(kept.document)[0]).toBe(`Le parc compte 310 002 logements. ${investi}`);
  expect(kept.conflicts).toEqual([]);
  // What is computed has become what the person had written.
  const same = applyEdits(study(now, investi), [
    edit(first, parc, 'Les bailleurs gèrent 310 002 logements.'),
  ]);
  expect(same.conflicts).toEqual([]);
});

test('a sentence whose number is masked today is not printed, whatever was written over it', () => {
  const mine = edit(second, investi, 'Ils ont investi 800 M€¹.');
  const { document, conflicts } = applyEdits(study(parc, undefined), [mine]);
  expect(read(document)[0]).toBe(parc);
  expect(conflicts).toEqual([{ edit: mine, now: undefined }]);
});

test('an edit follows its sentence when the template has moved it', () => {
  const { document, applied, conflicts } = applyEdits(study(investi, parc), [
    edit(first, parc, 'Le parc compte 307 834 logements.'),
  ]);
  expect(read(document)[0]).toBe(`${investi} Le parc compte 307 834 logements.`);
  expect([...applied.keys()]).toEqual([`fr/REG:28/${second}`]);
  expect(conflicts).toEqual([]);
});

test('a dash leaves a sentence out, never a title; a blank is no edit; the last row on a text holds', () => {
  const { document } = applyEdits(before, [
    edit(first, parc, '–'),
    edit('titre', before.title, '-'),
    edit(second, investi, ''),
    edit('chiffres-cles/citation-1', 'Il faut bâtir.', 'Un.'),
    edit('chiffres-cles/citation-1', 'Il faut bâtir.', 'Deux.'),
  ]);
  expect(read(document)).toEqual([investi, 'Deux.']);
  expect(document.title).toBe(before.title);
});

test.each([
  ['Le parc compte 307 834 logements et 800 M€¹ d’investissements en 2019.', []],
  ['Plus de 300 000 logements.', ['unknown_number 300 000']],
  // The same digits are another number with another unit.
  ['307 834 M€ et 800 %.', ['unknown_number 307 834 M€, 800 %']],
  ['Rien en 2018, 2018 étant blanc.', ['unknown_number 2018']],
])('numbers the study does not hold: %s', (written, told) => {
  const { remarks } = applyEdits(before, [edit(first, parc, written)]);
  expect(remarks.map(({ kind, found }) => `${kind} ${found.join(', ')}`)).toEqual(told);
});

test('English numbers, and a mark of a note that has gone', () => {
  const english = study('Landlords manage 307,834 homes.', 'They invested €800m¹.', 'en');
  const of = (place: string, computed: string, written: string) => ({
    ...edit(place, computed, written),
    id: `en/REG:28/${place}`,
  });
  const { remarks } = applyEdits(english, [
    of(first, 'Landlords manage 307,834 homes.', '307,834 homes, 310 in 2019, €1.2bn.'),
    of(second, 'They invested €800m¹.', 'They invested €800m.'),
  ]);
  expect(remarks.map(({ kind, found }) => `${kind} ${found.join(' ')}`)).toEqual([
    'unknown_number 310 1.2bn',
    'lost_note ¹',
  ]);
});

test('edits are read from the table of a workbook that another program wrote', async () => {
  const row = ['etude-regionale', `fr/REG:28/${first}`, parc, '=Le parc', 'Ada', '2026-02-15'];
  const columns = ['modele', 'repere', 'texte_calcule', 'texte_modifie', 'par', 'le'];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Textes',
        rows: [columns, row],
        tables: [
          {
            name: 'IMPACT_ETUDE_MODIFICATIONS',
            range: 'A1:F2',
            columns: columns.map((name) => ({ name })),
          },
        ],
      },
    ],
  });
  const workbook = await openWorkbook(bytesSource(bytes));
  expect(await editsOf([{ name: 'etude.xlsx', workbook }])).toEqual([edit(first, parc, '=Le parc')]);
});

test('a study of one territory holds what lies inside it; zones lie nowhere', () => {
  const cell = (territory: string) => ({
    ...{ code: 'CTX-01', territory, year: 2019, value: 1, unit: 'logement', low: null, high: null },
    ...{ respondents: 1, expected: 1, coverage: 1, extrapolatedShare: 0, status: 'computed' as const },
  });
  // Caen la Mer (200065597) lies in the Calvados, not in the Orne.
  const territories = ['REG:28', 'DEP:14', 'DEP:61', 'EPCI:200065597', 'ZONE:abc/B1'];
  const data: StudyData = {
    sources: [
      {
        ...{ file: 'x.xlsx', title: '', internal: true, territory: 'REG:28', year: 2019 },
        ...{ catalogueVersion: '1', cells: territories.map(cell), references: [] },
      },
    ],
    contents: { quotes: [], examples: [], targets: [], proposals: [], review: [] },
  };
  const [source] = studyWithin(data, 'DEP:14').sources;
  expect(source.territory).toBe('DEP:14');
  expect(source.cells.map(({ territory }) => territory)).toEqual(['DEP:14', 'EPCI:200065597']);
});

test('only the tables that a template shows are missing, and none is written twice', () => {
  const tablesOf = (name: string) => formTablesOf(rawTemplate(name)!);
  expect(tablesOf('premier-bilan')).toEqual([]);
  expect(tablesOf('projet-regional')).toEqual(
    expect.arrayContaining(['ETUDE_CITATIONS', 'ETUDE_EXEMPLES', 'ETUDE_OBJECTIFS']),
  );
  const wanted = ['ETUDE_CITATIONS', 'ETUDE_OBJECTIFS'];
  const names = (there: readonly string[]) =>
    formSheets(wanted, catalogue, (_, name) => there.includes(name)).map(({ name }) => name);
  // The codes that targets propose come from a sheet of their own.
  expect(names([])).toEqual(['Citations', 'Objectifs', 'Codes', 'Textes de l’étude']);
  expect(names(['ETUDE_OBJECTIFS'])).toEqual(['Citations', 'Textes de l’étude']);
  expect(names(['ETUDE_CITATIONS', 'Codes', 'IMPACT_ETUDE_MODIFICATIONS'])).toEqual(['Objectifs']);
});

test('a publishable copy given takes the place of what the workbook holds of the same year', async () => {
  const row = { code: 'CTX-01', territory: 'REG:28', value: 5, unit: 'logement' };
  const file = async (kind: 'publication' | 'consolidation', year: number) => ({
    name: `${kind}-${year}.xlsx`,
    workbook: await openWorkbook(bytesSource(await consolidationWorkbook([row], kind, year))),
  });
  const read = async (...files: Awaited<ReturnType<typeof file>>[]) => {
    const [held] = (await readStudyData([await file('consolidation', 2019)], catalogue)).sources;
    const { sources } = await readStudyData(files, catalogue, [held]);
    return sources.map(({ year, internal }) => `${year} ${internal ? 'interne' : 'publiable'}`);
  };
  expect(await read()).toEqual(['2019 interne']);
  expect(await read(await file('publication', 2018))).toEqual(['2018 publiable', '2019 interne']);
  expect(await read(await file('publication', 2019))).toEqual(['2019 publiable']);
});
