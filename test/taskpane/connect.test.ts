import '../support/territories';
import { addOwnIndicator } from '../../src/taskpane/actions';
import {
  connectFacts,
  readFiles,
  readLedgers,
  searchSheets,
  showAccounts,
  writeHarvest,
  pointAt,
} from '../../src/taskpane/actions/connect';
import { gather, wholeOf } from '../../src/taskpane/tasks/connect/gathered';
import { cellStory } from '../../src/taskpane/tasks/explain/cell-story';
import { factsToWrite, proposedThemes, sureOnes } from '../../src/taskpane/tasks/connect/proposed';
import { templateIdentity } from '../../src/taskpane/tasks/start/identity-form';
import type { FactToWrite } from '../../src/taskpane/workbook/facts-plan';
import { fecFile, fecName, rplsFile, siren } from '../support/landlord-files';
import { briefEngine, startDesk, tidy, type Desk } from './support';
import type { Engine } from '../../src/taskpane/engine';

jest.setTimeout(120_000);

let desk: Desk;
let engine: Engine;
const emptyRows = { keys: [], rows: [] };
const none = { facts: [], rents: emptyRows, lists: emptyRows, zonings: emptyRows, references: emptyRows };
const fact = (code: string, territory: string, value: number): FactToWrite => ({
  ...{ code, territory, value },
  year: 2024,
  source: 'essai',
});
const file = (name: string, content: string | Uint8Array) => new File([content as BlobPart], name);

beforeAll(async () => {
  engine = await briefEngine();
  desk = await startDesk();
  await desk.addSheet('Gestion', [
    ['Suivi 2024', '', ''],
    ['Libellé', 'Unité', 'Réalisé 2024'],
    ['Personnes logées', 'personnes', 34],
    ['Impayés de l’année', 'k€', 12],
  ]);
  await desk.session.start();
});
afterAll(() => desk.dispose());

const identity = () =>
  templateIdentity({ siren, name: 'Habitat', year: '2024', family: '', territory: '' }, engine);
const table = () => desk.session.store.get().workbook!.tables.get('IMPACT_DONNEES')!;
const column = (name: string) => table().headings.findIndex((one) => engine.headingKey(one) === name);
const at = (code: string, territory: string, heading: string) =>
  table().rows.find(
    (row) => row[column('code')] === code && (row[column('territoire')] ?? '') === territory,
  )?.[column(heading)];

test('an RPLS in an empty workbook: the questionnaire first, then each commune with its source', async () => {
  const read = await desk.session.perform(readFiles, { files: [file('rpls.csv', rplsFile())] });
  const { harvest } = gather({ files: read ?? [] }, engine, 2024);
  // The short questionnaire of these tests has no rents table; the browser scenario writes it.
  const facts = { ...harvest, rents: emptyRows };
  expect(harvest.rents.rows.map(({ typologie }) => typologie)).toEqual(['T3', 'T4', 'T3']);
  await desk.session.perform(writeHarvest, { harvest: facts, policy: 'keep', identity: identity() });
  expect([at('nb_lls', 'COM:14118', 'valeur'), at('nb_lls', 'COM:14366', 'valeur')]).toEqual([10, 6]);
  expect(at('nb_lls', '', 'valeur')).toBeNull();
  expect(at('nb_lls', 'COM:14366', 'source')).toBe('RPLS au 1er janvier 2025 (rpls.csv)');
  const { consolidation } = desk.session.store.get().workbook!;
  expect(
    consolidation?.cells.find((one) => one.code === 'CTX-01' && one.territory === consolidation.territory)
      ?.value,
  ).toBe(16);
});

describe('official files beside the RPLS', () => {
  const read = async (...files: File[]) => (await desk.session.perform(readFiles, { files })) ?? [];
  const zones = file('zonage.csv', 'CODGEO;Zone ABC\n14118;B2\n14366;B1\n');
  const rpls = file('rpls.csv', rplsFile());
  const valueOf = (code: string) => {
    const { consolidation } = desk.session.store.get().workbook!;
    return consolidation?.cells.find((one) => one.code === code && one.territory === consolidation.territory)
      ?.value;
  };
  const newInB2C = ({ harvest }: ReturnType<typeof gather>) =>
    harvest.facts.filter(({ code }) => code === 'mes_b2c').map(({ territory, value }) => [territory, value]);

  test('a zoning dropped before or after it answers what needs zones; without one it stays unanswered', async () => {
    const files = await read(rpls);
    expect(newInB2C(gather({ files }, engine, 2024))).toEqual([]);
    expect(['DEP:14', 'COM:14118'].map((one) => wholeOf(files, one))).toEqual(['DEP:14', undefined]);
    const [declared] = gather({ files }, engine, 2024).files;
    expect(
      declared?.kind === 'rpls' && declared.imported.remarks.map(({ message }) => message),
    ).toContainEqual(expect.stringMatching(/mes_b2c \(il manque le zonage ABC officiel\)/u));
    // One dwelling built in 2024, in Caen.
    const answered = [
      ['COM:14118', 1],
      ['COM:14366', 0],
    ];
    const both = await read(zones, rpls);
    expect(newInB2C(gather({ files: both }, engine, 2024))).toEqual(answered);
    expect(newInB2C(gather({ files: both.toReversed() }, engine, 2024))).toEqual(answered);
  });

  test('in tables of the workbook they serve the indicators that compare, and the next RPLS', async () => {
    expect(valueOf('CTX-04')).toBeNull();
    const homes = 'code;annee;territoire;valeur;source\nref.rp_territoire;2024;DEP:14;1600;Insee\n;;;;\n';
    const { harvest } = gather({ files: await read(zones, file('rp.csv', homes)) }, engine, 2024);
    await desk.session.perform(writeHarvest, { harvest, policy: 'keep' });
    // 16 social dwellings of 1,600 homes; the figure is that of the table, with its own source.
    expect(valueOf('CTX-04')).toBe(0.01);
    const { workbook } = desk.session.store.get();
    expect(workbook!.references?.figures).toEqual([
      expect.objectContaining({ code: 'rp_territoire', territory: 'DEP:14', source: 'Insee' }),
    ]);
    expect(newInB2C(gather({ files: await read(rpls) }, engine, 2024, workbook))).toHaveLength(2);
    const sheet = desk.session.port;
    const table = await sheet.readTable('IMPACT_REFERENCES');
    await desk.put(table.sheet, table.cells[0]![3]!, 3200);
    await desk.until(() => valueOf('CTX-04') === 0.005);
  });

  test('market rents that come after the RPLS fill the rent cells of the workbook, and say what they are', async () => {
    const rents =
      'id_zone;INSEE_C;LIBGEO;EPCI;DEP;REG;loypredm2;TYPPRED\n1;14118;Caen;x;14;28;12,5;commune\n';
    const held = {
      name: 'IMPACT_LOYERS',
      sheet: 'Loyers',
      address: 'A1:F3',
      rowCount: 2,
      headings: ['annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee'],
      rows: [
        [2024, 'COM:14118', 'T3', 5, null, 60],
        [2024, 'COM:14118', 'T4', 5, 11, 60],
      ],
      cells: [],
    };
    const files = await read(file('pred-app-mef-dhup.csv', rents));
    const workbook = { tables: new Map([['IMPACT_LOYERS', held]] as const) };
    const gathered = gather({ files }, engine, 2024, workbook);
    expect(gathered.harvest.rents.rows).toEqual([
      { annee: 2024, territoire: 'COM:14118', typologie: 'T3', loyer_marche: 12.5 },
    ]);
    // Nothing dates such a file: the year is that of the answers, and it is said.
    expect(gathered.harvest.references.rows).toMatchObject([
      { code: 'ref.loyer_annonce_appartement', annee: 2024, territoire: 'COM:14118', valeur: 12.5 },
    ]);
    expect(gathered.rentWarnings[0]).toMatch(/charges comprises/u);
    // Imported before: for the rent cells of an RPLS that comes after.
    const [imported] = files;
    const figures = imported?.kind === 'references' ? imported.imported.values : [];
    const known = { zonings: [], remarks: [], figures: figures.map((one) => ({ source: '', ...one })) };
    const later = gather({ files: await read(rpls) }, engine, 2024, { tables: new Map(), references: known });
    const market = later.harvest.rents.rows.map((row) => [row['territoire'], row['loyer_marche']]);
    expect(market).toContainEqual(['COM:14118', 12.5]);
    expect(market).toContainEqual(['COM:14366', null]);
  });
});

describe('answers already there', () => {
  const write = (policy: 'keep' | 'replace', ...facts: readonly FactToWrite[]) =>
    desk.session.perform(writeHarvest, { harvest: { ...none, facts }, policy });

  test('kept or replaced as the person chooses, once for all', async () => {
    await write('keep', fact('quittancement', '', 100));
    expect(at('quittancement', '', 'valeur')).toBe(100);
    await write('keep', fact('quittancement', '', 90));
    expect(at('quittancement', '', 'valeur')).toBe(100);
    expect(tidy(desk.told())).toBe('1 réponse différente gardée.');
    await write('replace', fact('quittancement', '', 90));
    expect(at('quittancement', '', 'valeur')).toBe(90);
    expect(tidy(desk.told())).toBe('1 réponse remplacée.');
  });

  test('a total that contradicts the communes is a conflict, and never doubles them', async () => {
    await write('keep', fact('nb_lls', '', 99));
    expect(at('nb_lls', '', 'valeur')).toBeNull();
    await write('keep', fact('nb_lls', '', 16));
    expect(tidy(desk.told())).toBe('Tout était déjà dans le classeur : rien n’a changé.');
  });
});

test('the table of accounts is edited in the workbook, and read again', async () => {
  const [ledger] = (await desk.session.perform(readFiles, { files: [file(fecName, fecFile())] })) ?? [];
  const figures = () => desk.session.perform(readLedgers, { files: [ledger!], local: [] });
  const tax = async () => (await figures())?.imports[0]?.facts.find(({ code }) => code === 'tfpb')?.value;
  const first = await figures();
  expect(await tax()).toBe(96_000);
  await desk.session.perform(showAccounts, { imports: first!.imports });
  const { sheet, headings, rows, cells } = await desk.session.port.readTable('IMPACT_COMPTES');
  const at = headings.indexOf('donnee');
  const row = rows.findIndex((one) => one[at] === 'tfpb');
  await desk.put(sheet, cells[row]![at]!, 'HORS');
  expect(await tax()).toBeUndefined();
  await desk.put(sheet, cells[row]![at]!, 'impot');
  expect((await figures())?.problem).toMatch(
    new RegExp(
      `feuille « Impact comptes », ligne ${/\d+/u.exec(cells[row]![at]!)?.[0]} : « impot » n’est pas une donnée`,
      'u',
    ),
  );
});

test('an indicator of one’s own, in the table that the pane inserts: computed, explained, checked', async () => {
  await desk.session.perform(addOwnIndicator, undefined);
  const { sheet, address } = (await desk.session.port.selection())!;
  const row = Number(/\d+/u.exec(address)![0]);
  const write = (cells: readonly (string | number)[], at: number) =>
    desk.type(sheet, `A${at}:D${at}`, [[...cells]]);
  await write(['LOC-01', 'Part du collectif', '%', '1 - nb_individuel / nb_lls'], row);
  await write(['LOC-02', 'Faux', '%', 'nb_individul / nb_lls'], row + 1);
  await desk.session.refresh();
  const { workbook, engine: core } = desk.session.store.get();
  const { consolidation, contribution } = workbook!;
  // One house in 16 dwellings.
  expect(consolidation!.cells.find(({ code }) => code === 'LOC-01')?.value).toBe(15 / 16);
  expect(contribution!.remarks.filter(({ code }) => code === 'invalid_local_indicator')).toMatchObject([
    {
      message: expect.stringMatching(/Vouliez-vous « nb_individuel » \?/u),
      source: { sheet, cell: `D${row + 1}` },
    },
  ]);
  const scene = { port: desk.session.port, engine: core!, workbook, locale: 'fr' as const };
  const story = await cellStory(await desk.session.port.selection(), scene);
  expect(story.indicator).toBe('LOC-01');
  // Asked again, the next free row.
  await desk.session.perform(addOwnIndicator, undefined);
  expect((await desk.session.port.selection()).address).toBe(`A${row + 2}`);
});

describe('the sheets of the workbook', () => {
  test('what is sure becomes formulas over them, followed by Excel', async () => {
    const found = await desk.session.perform(searchSheets, { year: 2024 });
    const { workbook } = desk.session.store.get();
    const sure = sureOnes(proposedThemes(found!, new Map(), new Set(), workbook!, engine));
    expect(sure.map(({ code }) => code).sort()).toEqual(['impayes_annee', 'nb_occupants']);
    await desk.session.perform(connectFacts, { facts: sure.flatMap(factsToWrite), policy: 'keep' });
    expect([at('impayes_annee', '', 'valeur'), at('nb_occupants', '', 'valeur')]).toEqual([12_000, 34]);
    await desk.put('Gestion', 'C4', 15);
    expect(at('impayes_annee', '', 'valeur')).toBe(15_000);
    const again = await desk.session.perform(searchSheets, { year: 2024 });
    expect([...(again?.formulas.get('impayes_annee') ?? [])]).toEqual(['=GESTION!C4*1000']);
  });

  test('an Excel that takes the first formula for that of the whole column is set right', async () => {
    const { port } = desk.session;
    const { sheet, cells, rows } = table();
    const value = column('valeur');
    const before = rows.map((row) => row[value]);
    const blank = rows.findIndex((row) => row[value] === null && row[column('code')] === 'nb_eq_foyer');
    const greedy: typeof port = {
      ...port,
      async writeCells(writes, options) {
        await port.writeCells(writes, options);
        const first = writes.find(({ formula }) => formula !== undefined);
        // Once: the column is a calculated one from then on.
        if (!first || filled) return;
        filled = true;
        await port.writeCells(
          cells.flatMap((one, row) =>
            rows[row]![value] === null ? [{ ...first, address: one[value]! }] : [],
          ),
        );
      },
    };
    let filled = false;
    const facts = [{ ...fact('nb_eq_foyer', '', 34), formula: '=Gestion!$C$3' }];
    await connectFacts.perform(
      { facts, policy: 'keep' },
      { port: greedy, engine, work: {}, now: () => new Date(0) },
    );
    await desk.session.refresh();
    expect(filled).toBe(true);
    const after = table().rows.map((row) => row[value]);
    expect(after).toEqual(before.map((one, row) => (row === blank ? 34 : one)));
    expect(await port.readFormulas(sheet, cells[blank]![value]!)).toEqual([['=Gestion!$C$3']]);
  });

  test('a cell or a heading shown by the person takes the place of a proposal', async () => {
    const found = (await desk.session.perform(searchSheets, { year: 2024 }))!;
    const at = (address: string) =>
      pointAt({ sheet: 'Gestion', address }, 'nb_occupants', found, undefined, desk.session);
    const cell = (await at('C3')).proposal!;
    expect(factsToWrite(cell)[0]).toMatchObject({ formula: "='Gestion'!C3", value: 34 });
    expect((await at('B3:C4')).reason).toMatch(/une seule colonne/u);
    expect((await at('1:2')).reason).toMatch(/sélectionnez/u);
  });
});

test.each([
  ['notes.pdf', '%PDF-1.7', /« notes\.pdf » est un document PDF/u],
  ['vide.csv', '', /« vide\.csv » est un fichier vide/u],
  ['balance.csv', 'CompteNum;CompteLib;Debit;Credit\n401;x;1;2', /ressemble à une balance des comptes/u],
])('%s is told for what it is', async (name, content, sentence) => {
  const [read] = (await desk.session.perform(readFiles, { files: [file(name, content)] })) ?? [];
  expect(read).toMatchObject({ kind: 'refused', reason: expect.stringMatching(sentence) as string });
});
