import { catalogue } from '../../src/catalogue';
import {
  buildStudy,
  prepareForm,
  rawTemplate,
  readOutlines,
  readStudyData,
  type StudyDocument,
  studyFormats,
  studyTemplate,
  studyTemplates,
  templatesOf,
  themeOf,
} from '../../src/study';
import { bytesSource, openWorkbook, writeWorkbook } from '../../src/xlsx';
import { structureProblems } from '../support/xlsx-structure';
import { partsOf, plain, textsOf } from './read-back';
import { tablesWorkbook } from './sample-study';
import { consolidationWorkbook, MASKED, type Row } from './workbooks';

const rows: readonly Row[] = [
  { code: 'CTX-01', territory: 'REG:28', value: 307_834, unit: 'logement' },
  { code: 'CTX-01', territory: 'DEP:14', value: 62_866, unit: 'logement' },
  { code: 'CTX-01', territory: 'DEP:76', value: 129_780, unit: 'logement' },
  { code: 'OFF-02', territory: 'REG:28', value: 3_360, unit: 'logement' },
  { code: 'OFF-02', territory: 'DEP:14', value: 564, unit: 'logement' },
  { code: 'OFF-02', territory: 'DEP:76', value: 1_341, unit: 'logement', share: 0.123 },
  { code: 'OFF-02', territory: 'DEP:50', value: MASKED, unit: 'logement', status: 'masqué (secret)' },
];
const formats = ['docx', 'pptx', 'xlsx'] as const;

const open = async (bytes: Uint8Array) => openWorkbook(bytesSource(bytes));
const consolidated = async (year: number, some: readonly Row[] = rows) => ({
  name: `${year}.xlsx`,
  workbook: await open(await consolidationWorkbook(some, 'publication', year)),
});

describe('the form', () => {
  const form = async (tables: Parameters<typeof tablesWorkbook>[0]) => ({
    name: 'form.xlsx',
    workbook: await open(await tablesWorkbook(tables)),
  });
  const objectives = [
    'Objectif',
    'Code indicateur',
    'Code territoire',
    'Année',
    'Cible',
    'Responsable',
    'Actions',
  ];

  test('targets stand beside the results of each campaign: gap, state, a line over every year', async () => {
    const earlier = rows.map((one) =>
      one.code === 'OFF-02' && one.territory === 'REG:28' ? { ...one, value: 3_000 } : one,
    );
    const files = [
      await consolidated(2019),
      await consolidated(2017, earlier),
      await form({
        ETUDE_OBJECTIFS: [
          objectives,
          ['Produire', 'OFF-02', null, 2019, 3_500, 'Collège', 'Programmer'],
          ['', 'OFF-02', null, 2021, 4_000, '', ''],
          ['', 'OFF-02', 'DEP:50', 2019, 100, '', ''],
        ],
      }),
    ];
    const data = await readStudyData(files, catalogue);
    const made = buildStudy(studyTemplate('projet-regional', catalogue), data, { catalogue });
    const parts = partsOf(await studyFormats.docx(made));
    const text = textsOf(parts.get('word/document.xml') ?? '');
    // 3,360 came into service, 3,500 were wanted; the Manche is masked, and so is its gap.
    expect(text.join('|')).toContain('Logements mis en service|3 360|3 500|2019|−140|Cible non atteinte');
    expect(text.join('|')).toMatch(
      /Logements mis en service \(Manche\)\|secret.\|100\|2019\|–\|Résultat non disponible/,
    );
    expect(text.join('|')).toContain('Produire|Logements mis en service|Collège|Programmer');
    const lines = [...parts].filter(([, xml]) => xml.includes('<c:lineChart>')).map(([, xml]) => xml);
    const drawn = lines.map((xml) =>
      [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => [
        [...series.matchAll(/<c:strCache>.*?<\/c:strCache>/gs)].join().match(/\d{4}(?=<)/g),
        [...series.matchAll(/<c:numCache>.*?<\/c:numCache>/gs)].join().match(/(?<=<c:v>)[^<]+/g),
      ]),
    );
    const years = ['2017', '2018', '2019', '2020', '2021'];
    expect(drawn).toContainEqual([
      [years, ['3000', '3360']],
      [years, ['3500', '4000']],
    ]);
    expect([...parts.values()].join()).not.toContain(String(MASKED));
    // In the workbook the gap is live.
    const sheet = [...partsOf(await studyFormats.xlsx(made))].map(([, xml]) => xml).join();
    expect(sheet).toMatch(/<f>\$E\$\d+-\$E\$\d+<\/f><v>-140<\/v>/);
  });

  test('what cannot be understood is said by cell, all at once', async () => {
    const wrong = await form({
      ETUDE_OBJECTIFS: [
        objectives,
        ['', 'OFF-99', 'DEP:99', 'bientôt', 'beaucoup', '', ''],
        ['', 'ENE-03', null, 2024, 45, '', ''],
      ],
      ETUDE_BILAN: [
        ['Rubrique', 'Intitulé', 'Année'],
        ['Ventes', 'Logements vendus', 2019],
      ],
    });
    const problem = await readStudyData([await consolidated(2019), wrong], catalogue).catch(
      (error: Error) => error.message,
    );
    for (const one of [
      '« form.xlsx », feuille ETUDE_OBJECTIFS, cellule B2 : l’indicateur « OFF-99 » n’existe pas dans le catalogue',
      'cellule C2 : « DEP:99 » n’est pas un territoire',
      'cellule D2 : « bientôt » n’est pas un nombre',
      'cellule E2 : « beaucoup » n’est pas un nombre',
      'cellule E3 : ENE-03 est un taux, et 45 vaut 4500 % ; écrivez 45 %',
      'feuille ETUDE_BILAN, cellule A2 : « Ventes » n’est pas une rubrique',
    ])
      expect(problem).toContain(one);
  });

  test('a template goes through its table unchanged, is used under its name, and says where it is wrong', async () => {
    for (const { name } of studyTemplates(catalogue)) {
      const workbook = await open(await writeWorkbook(prepareForm(rawTemplate(name)!, catalogue)));
      const [found] = await templatesOf([{ name: 'form.xlsx', workbook }], catalogue);
      expect(found?.template).toEqual(studyTemplate(name, catalogue));
    }
    const lines = (changed: Record<string, string>) => {
      const headings = ['Chapitre', 'Bloc', 'Titre', 'Indicateurs', 'Réglage', 'Texte'];
      const head = [
        ['', 'nom', '', '', '', 'mon-etude'],
        ['', 'description', '', '', '', 'La mienne'],
        ['', 'porte sur', '', '', 'région', ''],
        ['', 'titre', '', '', '', 'Mon étude {of territory}'],
        ['', 'sous-titre', '', '', '', '{year}'],
      ];
      return { ETUDE_MODELE: [headings, ...head, headings.map((one) => changed[one] ?? '')] };
    };
    const load = async (changed: Record<string, string>) =>
      templatesOf([await form(lines(changed))], catalogue).catch((error: Error) => error.message);
    const said = { Chapitre: 'Parc', Bloc: 'paragraphe', Texte: 'Il y a {CTX-01}.' };
    const [own] = (await load(said)) as Awaited<ReturnType<typeof templatesOf>>;
    const data = await readStudyData([await consolidated(2019)], catalogue);
    const made = buildStudy(own!.template, data, { catalogue });
    expect(made.title).toBe('Mon étude de Normandie');
    expect(plain(JSON.stringify(made.chapters))).toContain('Il y a 307 834 logements.');
    expect(await load({ ...said, Texte: 'Il y a {CTX-01.' })).toMatch(
      /^Modèle « form\.xlsx », feuille Modèle, ligne 7, phrase 1 : .*n’est pas fermée/,
    );
    expect(await load({ ...said, Bloc: 'chiffres clés', Indicateurs: 'CTX-01 CTX-99' })).toMatch(
      /feuille Modèle, ligne 7 : l’indicateur « CTX-99 » n’existe pas/,
    );
    const unnamed = { ETUDE_MODELE: lines(said).ETUDE_MODELE.filter((row) => row[1] !== 'nom') };
    await expect(templatesOf([await form(unnamed)], catalogue)).rejects.toThrow(
      /^Modèle « form\.xlsx », feuille Modèle, ligne « nom » : il manque une valeur/,
    );
    expect(await load({ ...said, Bloc: 'camembert' })).toMatch(
      /feuille ETUDE_MODELE, cellule B7 : « camembert » n’est pas un bloc/,
    );
    expect(await load({ ...said, Bloc: 'tableau', Réglage: 'mois' })).toMatch(
      /cellule E7 : « mois » n’est pas un réglage de « tableau »/,
    );
  });
});

describe('the look and the map', () => {
  let study: StudyDocument;
  const dataOf = async () => readStudyData([await consolidated(2019)], catalogue);
  beforeAll(async () => {
    study = buildStudy(studyTemplate('etude-regionale', catalogue), await dataOf(), { catalogue });
  });

  // The smallest PNG there is: one transparent dot.
  const dot = Uint8Array.from(
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  );
  const setting = (name: string, value: string) => ({ name, value, place: '« form.xlsx », ligne 4' });
  const square = (x: number, code: string) => ({
    type: 'Feature',
    properties: { code_dep: code, code_reg: '28' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [x, 49],
          [x + 1, 49],
          [x + 1, 50],
          [x, 50],
          [x, 49],
        ],
      ],
    },
  });
  const geojson = (...codes: string[]) =>
    JSON.stringify({ type: 'FeatureCollection', features: codes.map((code, at) => square(at, code)) });

  test('font, colours and logo are everywhere; what would not be read is refused', async () => {
    const theme = await themeOf(
      [setting('Police', 'Georgia'), setting('Couleur principale', '#7A1F3D'), setting('Logo', 'logo.png')],
      async (name) => (name === 'logo.png' ? dot : undefined),
    );
    for (const format of formats) {
      const bytes = await studyFormats[format](study, theme);
      const parts = partsOf(bytes);
      const text = [...parts]
        .filter(([name]) => !name.includes('!'))
        .map(([, xml]) => xml)
        .join('\n');
      expect(text).toContain('Georgia');
      expect(text).toContain('7A1F3D');
      expect(text).not.toMatch(/1F4E79|Calibri/);
      expect([...parts.keys()].filter((name) => /media\/.*\.png$/.test(name))).toHaveLength(1);
    }
    const refused = (...some: ReturnType<typeof setting>[]) =>
      themeOf(some, async () => undefined).catch((error: Error) => error.message);
    // Yellow on white has a contrast of 1.07 (WCAG 2.2).
    expect(
      await refused(
        setting('Couleur principale', 'FFFF00'),
        setting('Logo', 'x.gif'),
        setting('Taille', '12'),
        setting('Seconde couleur', 'rouge'),
      ),
    ).toBe(
      [
        '« form.xlsx », ligne 4 : « Couleur principale » FFFF00 : elle ne se lirait pas sur du blanc (contraste 1,1, au moins 4,5) ; choisissez une couleur plus foncée.',
        '« form.xlsx », ligne 4 : l’image « x.gif » est introuvable ; rangez-la à côté du fichier qui la nomme.',
        '« form.xlsx », ligne 4 : « Taille » n’est pas un réglage ; choisissez Police, Couleur principale, Couleur du texte, Couleur des graphiques, Seconde couleur, Fond des encadrés, Logo.',
        '« form.xlsx », ligne 4 : « rouge » n’est pas une couleur ; écrivez six chiffres ou lettres de A à F, comme 1F4E79.',
      ].join('\n'),
    );
  });

  test('outlines are found by code; a map draws each once, hatches what is masked, and tiles where there are none', async () => {
    const template = studyTemplate('etude-regionale', catalogue);
    const outlines = readOutlines(geojson('14', '76', '50'), 'dep.geojson');
    const data = await dataOf();
    const made = buildStudy(template, data, { catalogue, outlines });
    const maps = made.chapters.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'map');
    expect(
      maps[0]?.areas.map(({ territory, class: shade, value }) => [territory, shade, value.value]),
    ).toEqual([
      ['DEP:14', 0, 564],
      ['DEP:76', 1, 1341],
      ['DEP:50', 'masked', null],
    ]);
    expect(maps[0]?.tiles).toBe(false);
    // Three squares of one degree at 49.5° north: 3 × cos 49.5° = 1.948 wide for 1 high.
    expect(maps[0]?.ratio).toBeCloseTo(1 / 1.948, 3);
    const tiles = study.chapters.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'map');
    expect(tiles?.tiles).toBe(true);
    expect(tiles?.areas).toHaveLength(3);
    for (const format of formats) {
      const bytes = await studyFormats[format](made);
      if (format === 'xlsx') expect(structureProblems(bytes)).toEqual([]);
      const text = [...partsOf(bytes).values()].join('\n');
      expect(text.match(/<a:custGeom>/g)?.length).toBe(3 * maps.length);
      expect(text).not.toContain(String(MASKED));
    }
    expect(() =>
      buildStudy(template, data, { catalogue, outlines: readOutlines(geojson('01'), 'ain.geojson') }),
    ).toThrow(/« ain\.geojson » n’a le contour d’aucun des territoires/);
    expect(() => readOutlines('{', 'x.geojson')).toThrow(
      /« x\.geojson » n’est pas un fichier GeoJSON lisible/,
    );
    expect(() => readOutlines('{"type":"FeatureCollection","features":[]}', 'x.geojson')).toThrow(
      /aucun contour/,
    );
  });
});
