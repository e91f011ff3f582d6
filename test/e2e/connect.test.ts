import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { catalogue } from '../../src/catalogue';
import { parseProfile } from '../../src/mapping';
import {
  fecFile,
  fecName,
  reportLines,
  reportWorkbook,
  rplsFile,
  siren,
  suppliersFile,
  suppliersName,
} from '../support/landlord-files';
import { downloaded, startSimulatedExcel, type SimulatedExcel, type WorkbookFile } from './simulated-excel';
import { cellIn, cellsOf } from './workbooks';

const run = promisify(execFile);

// Writing 177 questions in the grid takes a minute or two on a slow machine.
jest.setTimeout(400_000);

let excel: SimulatedExcel;
/** What the landlord does in the pane: a click, a drop, a field typed. */
let actions = 0;
const act = async (work: () => Promise<unknown>): Promise<void> => {
  actions += 1;
  await work();
};

beforeAll(async () => {
  excel = await startSimulatedExcel();
  excel.page.setDefaultTimeout(180_000);
  await excel.load();
  await excel.openFile({ name: 'Rapport de gestion.xlsx', bytes: await reportWorkbook() });
});

afterAll(() => excel?.stop());

const button = (name: string | RegExp) => excel.pane.getByRole('button', { name });
const files = [
  { name: 'rpls-2025.csv', mimeType: 'text/csv', buffer: Buffer.from(rplsFile()) },
  { name: fecName, mimeType: 'text/plain', buffer: Buffer.from(fecFile()) },
  { name: suppliersName, mimeType: 'text/csv', buffer: Buffer.from(suppliersFile()) },
];

test('a file of no use is told for what it is, and nothing is asked', async () => {
  await excel.task('Raccorder');
  const input = excel.pane.locator('#connect-files input');
  await input.setInputFiles({ name: 'note.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.7 note') });
  await excel.pane.getByText(/est un document PDF\. Déposez/u).waitFor();
  expect(await button('Écrire dans le classeur').count()).toBe(0);
  await button('Retirer note.pdf').click();
  await excel.task('Démarrer');
});

test('an RPLS, a FEC and a list of suppliers: every line told, then written by one button', async () => {
  const { pane } = excel;
  await act(() => excel.task('Raccorder'));
  await act(() => pane.locator('#connect-files input').setInputFiles(files));
  await pane.getByText('rpls-2025.csv').waitFor();
  // 16 dwellings and their headings.
  await pane.getByText(/17\slignes/u).waitFor();
  await pane.getByText(/3\sfournisseurs, dont 3 avec un SIREN/u).waitFor();
  // Who the landlord is, the files say; its name they do not.
  expect(await pane.getByLabel('SIREN').inputValue()).toBe(siren);
  expect(await pane.getByLabel('Année des réponses').inputValue()).toBe('2024');
  await act(() => pane.getByLabel('Nom de l’organisme').fill('Habitat du Bocage'));
  await act(() => pane.getByLabel(/^Territoire/u).fill('DEP:14'));
  await act(() => button('Écrire dans le classeur').click());
  await pane.getByText(/chiffres écrits/u).waitFor();
});

test('the report of the open workbook: what is sure is accepted by one click, as formulas', async () => {
  const { pane } = excel;
  await act(() => button('Chercher dans mes feuilles').click());
  const all = reportLines.length;
  await act(() => button(new RegExp(`^Accepter ${all}\\spropositions sûres$`, 'u')).click());
  await pane.getByText(new RegExp(`${all}\\sdonnées raccordées par des formules`, 'u')).waitFor();
  expect(actions).toBeLessThan(10);
});

describe('in the file that is saved', () => {
  let saved: WorkbookFile;
  let result: {
    contributions: { remarks: { level: string; message: string }[] }[];
    indicators: { code: string; value: number | null }[];
  };
  const value = (code: string) => result.indicators.find((one) => one.code === code)?.value;
  const rowOf = (code: string, territory: string | null) => {
    const rows = cellsOf(saved.bytes, 'Questionnaire');
    const headings = rows.find((row) => row.includes('Valeur')) ?? [];
    const at = (name: string) => headings.indexOf(name);
    const row = rows.findIndex((one) => one[at('Code')] === code && one[at('Territoire')] === territory);
    return { row, cells: rows[row] ?? [], at };
  };

  beforeAll(async () => {
    saved = await excel.save();
    const folder = await mkdtemp(join(tmpdir(), 'impact-e2e-'));
    try {
      const file = join(folder, 'raccorde.xlsx');
      await writeFile(file, saved.bytes);
      const command = join(__dirname, '../../dist/cli/impact.cjs');
      // It ends with 1 when a remark is blocking; what it printed is there all the same.
      const { stdout } = await run(process.execPath, [command, 'indicators', file, '--json', '-'], {
        maxBuffer: 64 * 1024 * 1024,
      }).catch((error: { stdout: string }) => error);
      result = JSON.parse(stdout) as typeof result;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('half of the indicators of the first review have a value, by our own command line', () => {
    const all = [...catalogue.indicators.values()].filter(({ consolidation }) => consolidation !== 'quality');
    const computed = (some: typeof all) => some.filter(({ code }) => typeof value(code) === 'number');
    const essential = all.filter(({ firstReview }) => firstReview);
    console.log(
      `${actions} actions: ${computed(essential).length} of ${essential.length} indicators of the first review, ${computed(all).length} of ${all.length} in all: ${computed(
        all,
      )
        .map(({ code }) => code)
        .join(' ')}`,
    );
    expect(computed(essential).length * 2).toBeGreaterThanOrEqual(essential.length);
    expect(computed(all).length * 2).toBeGreaterThanOrEqual(all.length * 0.9);
  });

  test('nothing is blocking but the market rents that an RPLS does not know', () => {
    const remarks = result.contributions.flatMap((one) => one.remarks);
    const blocking = remarks.filter(({ level }) => level === 'blocking').map(({ message }) => message);
    // Three rent cells: T3 in both towns, T4 in Caen.
    expect(blocking).toHaveLength(3);
    for (const message of blocking) expect(message).toMatch(/^« Loyer de marché de la cellule »/u);
  });

  test('values as a person computes them from the files', () => {
    expect(value('CTX-01')).toBe(16);
    // 13 dwellings let at 300 €, one at 450 €, one at 540 €; 14 of 60 m² and one of 90.
    expect(value('PAC-01')).toBeCloseTo((13 * 300 + 450 + 540) / (14 * 60 + 90), 10);
    // One vacant for more than three months, of 16.
    expect(value('OFF-07')).toBeCloseTo(1 / 16, 10);
    // One F of 15 rated.
    expect(value('ENE-03')).toBeCloseTo(1 / 15, 10);
    expect(value('FIN-02')).toBeCloseTo(96_000 / 16, 10);
    // New building, rehabilitation, and demolition from the report in thousands.
    expect(value('ECO-01')).toBe(900_000 + 400_000 + 100 * 1000);
    // F001 in Caen and F002 in Lisieux, of all that was invoiced.
    expect(value('ECO-10')).toBeCloseTo((80_000 + 540_000) / (620_000 + 900_000), 10);
    expect(value('PAC-07')).toBeCloseTo(12_000 / 480_000, 10);
    expect(value('QRT-04')).toBeCloseTo(16 / 3.2, 10);
    expect(value('ECO-12')).toBe(3);
  });

  test('each figure says where it comes from; those of the sheets are formulas over them', () => {
    const tax = rowOf('tfpb', 'DEP:14');
    expect(tax.cells[tax.at('Valeur')]).toBe(96_000);
    expect(String(tax.cells[tax.at('Source')])).toMatch(
      /^FEC clos le 31\/12\/2024 .*732829320FEC20241231\.txt/u,
    );
    const stock = rowOf('nb_lls', 'COM:14366');
    expect(stock.cells[stock.at('Valeur')]).toBe(6);
    expect(String(stock.cells[stock.at('Source')])).toMatch(/^RPLS au 1er janvier 2025 \(rpls-2025\.csv\)/u);
    const works = rowOf('inv_demol', 'DEP:14');
    const column = String.fromCharCode(65 + works.at('Valeur'));
    expect(cellIn(saved.bytes, 'Questionnaire', `${column}${works.row + 1}`)).toMatchObject({
      f: "'Budget 2024'!D8*1000",
      v: 100_000,
    });
  });
});

test('opened again, what is connected is known; a file imported again changes nothing', async () => {
  const { pane } = excel;
  const saved = await excel.save();
  await excel.openFile(saved);
  await excel.task('Raccorder');
  await button('Chercher dans mes feuilles').click();
  await pane.getByText(new RegExp(`${reportLines.length}\\sraccordées`, 'u')).waitFor();
  await pane.locator('#connect-files input').setInputFiles(files);
  await button('Écrire dans le classeur').click();
  await pane.getByText('Tout était déjà dans le classeur : rien n’a changé.').waitFor();
});

test('a source is corrected by clicking its cell; what is connected is downloaded as a profile', async () => {
  const { pane, page } = excel;
  const people = () => pane.getByRole('group', { name: 'Personnes logées', exact: true });
  await people().getByRole('button', { name: 'Corriger' }).click();
  await excel.showSheet('Budget 2024');
  await excel.goTo('C4');
  await button(/^Prendre Budget 2024!C4\s: 33/u).click();
  await pane.getByText(/1\sdonnée raccordée par une formule/u).waitFor();
  await excel.showSheet('Questionnaire');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('link', { name: 'Télécharger le profil' }).click(),
  ]);
  const { name, bytes } = await downloaded(download);
  expect(name).toBe('profil-raccordement.json');
  const profile = parseProfile(JSON.parse(Buffer.from(bytes).toString('utf8')));
  expect(profile?.entries.length).toBeGreaterThanOrEqual(reportLines.length);
});

test('where no worker can be had, a file is read in the pane itself', async () => {
  const { pane, page } = excel;
  let refused = 0;
  await page.route(/\/job\.[0-9a-f]+\.js$/u, (route) => {
    refused += 1;
    return route.abort();
  });
  await pane.locator('#connect-files input').setInputFiles(files[0]!);
  await pane.getByText(/17\slignes/u).waitFor();
  await button('Retirer rpls-2025.csv').click();
  await page.unroute(/\/job\.[0-9a-f]+\.js$/u);
  expect(refused).toBe(1);
});

test('nothing went wrong unseen', () => expect(excel.uncaught).toEqual([]));
