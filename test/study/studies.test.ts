import { mkdirSync, writeFileSync } from 'node:fs';
import { catalogue } from '../../src/catalogue';
import {
  buildStudy,
  loadTemplate,
  mainSource,
  prepareForm,
  rawTemplate,
  readStudyData,
  type StudyData,
  type StudyDocument,
  type StudyFormat,
  studyFormats,
  studyTemplate,
  studyTemplates,
} from '../../src/study';
import { bytesSource, openWorkbook, writeWorkbook } from '../../src/xlsx';
import type { Chapter } from '../../src/study/document';
import { pagesOf } from '../../src/study/output/slides/pages';
import { defaultTheme } from '../../src/study/theme';
import { partsOf, plain, textsOf } from './read-back';
import { consolidationWorkbook, MASKED, type Row } from './workbooks';

const rows: readonly Row[] = [
  { code: 'CTX-01', territory: 'REG:28', value: 307_834, unit: 'logement' },
  { code: 'CTX-01', territory: 'DEP:14', value: 62_866, unit: 'logement' },
  { code: 'CTX-01', territory: 'DEP:76', value: 129_780, unit: 'logement' },
  { code: 'CTX-04', territory: 'REG:28', value: 0.204, unit: '%' },
  { code: 'CTX-03', territory: 'REG:28', value: 550_000.4, unit: 'personne' },
  { code: 'ECO-01', territory: 'REG:28', value: 800_123_456.789, unit: '€' },
  { code: 'ECO-06', territory: 'REG:28', value: 15_095.31, unit: 'emploi', low: 6_520, high: 16_600 },
  { code: 'OFF-02', territory: 'REG:28', value: 3_360, unit: 'logement' },
  { code: 'OFF-02', territory: 'DEP:14', value: 564, unit: 'logement' },
  { code: 'OFF-02', territory: 'DEP:76', value: 1_341, unit: 'logement', share: 0.123 },
  { code: 'OFF-02', territory: 'DEP:50', value: MASKED, unit: 'logement', status: 'masqué (secret)' },
  { code: 'POP-05', territory: 'REG:28', value: 0.31, unit: '%' },
  { code: 'POP-05', territory: 'DEP:14', value: 0.299, unit: '%' },
  { code: 'POP-05', territory: 'DEP:76', value: 0.325, unit: '%', share: -0.04 },
  { code: 'POP-05', territory: 'DEP:50', value: MASKED, unit: '%', status: 'masqué (secret)' },
  { code: 'OFF-01', territory: 'REG:28', value: 3_430, unit: 'logement' },
  { code: 'OFF-01', territory: 'DEP:50', value: MASKED, unit: 'logement', status: 'couverture insuffisante' },
  { code: 'AUT-01', territory: 'REG:28', value: 0.14196, unit: '%' },
];

async function dataOf(kind: 'publication' | 'consolidation', year = 2019): Promise<StudyData> {
  const workbook = await openWorkbook(bytesSource(await consolidationWorkbook(rows, kind, year)));
  return readStudyData([{ name: `${year}.xlsx`, workbook }], catalogue);
}

const formats: readonly StudyFormat[] = ['docx', 'pptx', 'xlsx'];
let study: StudyDocument;
const files = new Map<StudyFormat, Map<string, string>>();

beforeAll(async () => {
  study = buildStudy(studyTemplate('etude-regionale', catalogue), await dataOf('publication'), { catalogue });
  for (const format of formats) {
    const bytes = await studyFormats[format](study);
    // `IMPACT_STUDIES=folder` keeps the files, for a person to look at.
    const folder = process.env['IMPACT_STUDIES'];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}/etude.${format}`, bytes);
    }
    files.set(format, partsOf(bytes));
  }
});

const all = (format: StudyFormat): string =>
  [...(files.get(format) ?? new Map<string, string>()).values()].join('\n');
const read = (format: StudyFormat): string =>
  [...(files.get(format) ?? new Map<string, string>())]
    .filter(([name]) => /document\.xml$|slides\/slide\d+\.xml$/.test(name))
    .flatMap(([, xml]) => textsOf(xml))
    .join('\n');

test('an English study names a figure of reference in English, and quotes its source as it stands', async () => {
  const { contents, sources } = await dataOf('publication');
  const [code, territory, year] = ['rp_territoire', 'REG:28', 2019];
  const source = 'Insee, recensement';
  const reference = {
    ...{ code, territory, year, source, value: 1_475_714, unit: 'logement' },
    label: 'Résidences principales du territoire',
  };
  const data: StudyData = { contents, sources: [{ ...sources[0], references: [reference] }] };
  const template = studyTemplate('etude-regionale', catalogue);
  const said = (locale: 'fr' | 'en') => JSON.stringify(buildStudy(template, data, { catalogue, locale }));
  expect(plain(said('en'))).toContain('Primary residences of the territory: 1,475,714');
  expect(said('en')).not.toContain('Résidences principales');
  expect(said('en')).toContain(source);
  expect(said('fr')).toContain('Résidences principales du territoire');
});

test('a slide has the notes of its marks; the ² of m² is none', () => {
  const note = (mark: string) => ({ mark, text: `${mark} au long`, short: `${mark} en bref` });
  const text = '3 logements¹ de 12\u00a0m²³, à 5\u00a0€ par m².';
  const chapter = {
    id: '',
    title: '',
    blocks: [{ kind: 'paragraph', text }],
    notes: ['¹', '²', '³'].map(note),
  };
  const [page] = pagesOf(chapter as Chapter, defaultTheme, 'fr');
  expect(page?.notes).toEqual(['¹ en bref', '³ en bref']);
});

describe('a study read back from its files', () => {
  test.each(['docx', 'pptx'] as const)(
    '%s says the numbers of the consolidation, rounded, with their notes',
    (format) => {
      const text = read(format);
      for (const said of [
        'Les organismes HLM, acteurs de Normandie',
        '307 834 logements',
        '800 M€',
        'le logement social représente une résidence principale sur cinq (20,4 %)',
        'Les bailleurs gèrent près de 310 000 logements',
        'plus de 15 000 emplois¹',
        'Fourchette selon les coefficients publiés : Emplois soutenus dans le bâtiment, méthode par million d’euros de 6 520 à 16 600 emplois',
        'Redressé de la non-réponse ; part extrapolée : Logements mis en service (Seine-Maritime 12 %)',
        'Taux redressé de la non-réponse ; écart avec les seuls répondants : Part des attributions aux moins de 30 ans (Seine-Maritime −4 %)',
        'Secret : chiffre masqué',
        'n.c. : trop peu de réponses',
        'Définition ou source à confirmer : Part de logements accessibles',
      ])
        expect(text).toContain(said);
      expect(text).toMatch(/^secret[¹²³]$/m);
      expect(text).toMatch(/^n\.c\.[¹²³]$/m);
      // Seine-Maritime is extrapolated, the Calvados is not.
      expect(text).toMatch(/^1 341[¹²³]$/m);
      expect(text).toMatch(/^564$/m);
      expect(text).not.toMatch(/\d[.,]\d{4,}|NaN|undefined|Infinity|#NAME/);
    },
  );

  test.each(formats)(
    '%s: what is withheld is nowhere, chart caches and their workbooks included',
    (format) => {
      expect(all(format)).not.toContain(String(MASKED));
      // Drawn: Calvados and Seine-Maritime; of the Manche, whose figure is masked, only that it is.
      const charts = [...(files.get(format) ?? [])].filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
      const drawn = charts.map(([, xml]) => xml).find((xml) => xml.includes('moins de 30 ans')) ?? '';
      expect([...drawn.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].join().match(/<c:v>[^<]+/g)).toEqual([
        '<c:v>0.299',
        '<c:v>0.325',
      ]);
      expect(plain(drawn)).toMatch(/<c:v>Manche : secret[¹²³]</);
      // On the map the Manche is hatched, and says why.
      const maps = [...(files.get(format) ?? new Map<string, string>()).values()]
        .join('')
        .match(/<a:pattFill prst="wdUpDiag">/g);
      expect(maps?.length).toBeGreaterThanOrEqual(2);
    },
  );

  test.each(['docx', 'pptx'] as const)('%s: charts carry their workbook and say what they show', (format) => {
    const parts = files.get(format) ?? new Map<string, string>();
    const [name = ''] = [...parts.keys()].filter((one) => one.includes('chart1.xlsx!xl/worksheets'));
    expect(parts.get(name)).toContain('<v>0.325</v>');
    expect(plain(all(format))).toContain(
      'descr="Part des attributions aux moins de 30 ans. De 29,9 % (Calvados) à 32,5 % (Seine-Maritime',
    );
  });

  test('the workbook is live on the table of its figures, whose numbers are those of the consolidation, unrounded', async () => {
    const workbook = await openWorkbook(bytesSource(await studyFormats.xlsx(study)));
    const table = await workbook.readTable('ETUDE_DONNEES');
    const found = Array.from({ length: table.rowCount }, (_, row) =>
      [0, 1, 4].map((column) => table.cell(row, column)),
    );
    for (const { code, territory, value, status } of rows) {
      const line = found.find(([one, place]) => one === code && place === territory);
      if (line) expect(line[2]).toBe(status === undefined ? value : undefined);
    }
    expect(found.length).toBeGreaterThan(10);
    expect(all('xlsx')).toMatch(/<f>'?Données'?!\$E\$4<\/f><v>307834<\/v>/);
  });

  test('every number with something to know of it has its note', () => {
    for (const chapter of study.chapters) {
      const known = chapter.notes.map(({ mark }) => mark);
      const marks = JSON.stringify(chapter.blocks).match(/[⁰¹²³⁴-⁹]+/g) ?? [];
      for (const mark of marks) expect(known).toContain(mark);
    }
  });
});

describe('inputs', () => {
  test('a study of the internal workbook says so on every page; one of the publishable copy does not', async () => {
    const template = studyTemplate('etude-regionale', catalogue);
    const internal = buildStudy(template, await dataOf('consolidation'), { catalogue });
    for (const format of formats) {
      const parts = partsOf(await studyFormats[format](internal));
      const pages = [...parts].filter(([name]) =>
        /^(word\/header1|ppt\/slides\/slide\d+|xl\/worksheets\/sheet\d+)\.xml$/.test(name),
      );
      expect(pages.filter(([, xml]) => !/interne/i.test(xml))).toEqual([]);
      expect(pages.length).toBeGreaterThan(format === 'docx' ? 0 : 5);
      expect(all(format)).not.toMatch(/interne/i);
    }
  });

  test('quotes and examples come from the form; several years stand side by side', async () => {
    const form = prepareForm(rawTemplate('etude-regionale')!, catalogue);
    const [sheet] = form.sheets;
    const filled = {
      ...form,
      sheets: form.sheets.map((one) =>
        one === sheet
          ? {
              ...one,
              rows: one.rows.map((row, at) =>
                at === 3
                  ? { cells: ['Un toit change tout.', 'A. Martin', 'maire'].map((value) => ({ value })) }
                  : row,
              ),
            }
          : one,
      ),
    };
    const open = async (bytes: Uint8Array) => openWorkbook(bytesSource(bytes));
    const earlier = rows.map((one) =>
      one.code === 'CTX-01' && one.territory === 'REG:28' ? { ...one, value: 300_001 } : one,
    );
    const data = await readStudyData(
      [
        { name: 'b.xlsx', workbook: await open(await consolidationWorkbook(rows, 'publication', 2019)) },
        { name: 'form.xlsx', workbook: await open(await writeWorkbook(filled)) },
        { name: 'a.xlsx', workbook: await open(await consolidationWorkbook(earlier, 'publication', 2018)) },
      ],
      catalogue,
    );
    expect(mainSource(data).year).toBe(2019);
    const made = buildStudy(studyTemplate('etude-regionale', catalogue), data, { catalogue });
    const text = partsOf(await studyFormats.docx(made)).get('word/document.xml') ?? '';
    const texts = textsOf(text);
    expect(texts).toContain('« Un toit change tout. »');
    expect(texts).toContain('A. Martin, maire');
    const at = texts.indexOf('300 001');
    expect(texts.slice(at - 1, at + 2)).toEqual([
      'Logements locatifs sociaux au 31 décembre',
      '300 001',
      '307 834',
    ]);
  });

  test('other workbooks are refused by name', async () => {
    const bytes = await writeWorkbook(prepareForm(rawTemplate('etude-regionale')!, catalogue));
    const workbook = await openWorkbook(bytesSource(bytes));
    await expect(readStudyData([{ name: 'x.xlsx', workbook }], catalogue)).rejects.toThrow(
      /Aucun classeur de consolidation/,
    );
    const twice = await openWorkbook(bytesSource(await consolidationWorkbook(rows, 'publication', 2019)));
    const same = { name: 'y.xlsx', workbook: twice };
    await expect(readStudyData([same, same], catalogue)).rejects.toThrow(
      /Deux classeurs portent sur l’exercice 2019/,
    );
  });
});

describe('templates', () => {
  test('the first review has exactly the indicators that the catalogue marks for it', () => {
    const template = studyTemplate('premier-bilan', catalogue);
    const table = template.chapters.flatMap(({ blocks }) => blocks).find((block) => 'table' in block);
    const listed = table && 'indicators' in table ? [...table.indicators].sort() : [];
    const marked = [...catalogue.indicators.values()].filter((one) => one.firstReview).map((one) => one.code);
    expect(listed).toEqual(marked.sort());
    expect(listed).toHaveLength(25);
    expect(studyTemplates(catalogue).map((one) => one.name)).toEqual([
      'premier-bilan',
      'etude-regionale',
      'projet-regional',
      'territoires-detendus',
      'bilan-annuel',
    ]);
  });

  test('a wrong indicator, sentence or shape is said with its place', () => {
    const both = (text: string) => ({ fr: text, en: text });
    const raw = (block: unknown) => ({
      name: 'essai',
      label: both('Essai'),
      input: 'campaign',
      title: both('Titre'),
      subtitle: both('Sous-titre'),
      chapters: [{ title: both('Offre'), blocks: [block] }],
    });
    const load = (block: unknown) => () => loadTemplate(raw(block), catalogue, 'essai');
    expect(load({ figures: ['CTX-01', 'CTX-99'] })).toThrow(
      'Modèle « essai », chapitre « Offre », ligne 1 : l’indicateur « CTX-99 » n’existe pas dans le catalogue. Corrigez le modèle.',
    );
    expect(load({ text: [both('Il y a {CTX-01.')] })).toThrow(
      /chapitre « Offre », ligne 1, phrase 1 : .*pas fermée/,
    );
    expect(load({ chart: both('Mêlé'), indicators: ['CTX-01', 'ECO-01'] })).toThrow(/une seule unité/);
    expect(load({ figurez: [] })).toThrow(/Modèle « essai », chapitre 1, ligne 1/);
    expect(() => studyTemplate('absent', catalogue)).toThrow(/Modèles : premier-bilan, etude-regionale/);
  });
});
