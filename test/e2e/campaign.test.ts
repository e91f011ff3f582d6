import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { campaignDesk, corrected, writeRegion, type SampleRegion } from './campaign-desk';
import { plain, startSimulatedExcel, type SimulatedExcel, type WorkbookFile } from './simulated-excel';

// The grid takes a minute or two for the 27,000 rows of 52 landlords on a slow machine.
jest.setTimeout(600_000);

let excel: SimulatedExcel;
let desk: ReturnType<typeof campaignDesk>;
let region: SampleRegion;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'impact-'));
  region = await writeRegion(folder);
  excel = await startSimulatedExcel();
  excel.page.setDefaultTimeout(180_000);
  desk = campaignDesk(excel);
  await excel.load();
});
afterAll(async () => {
  await excel?.stop();
  await rm(folder, { recursive: true, force: true });
});

const contribution = (name: string): WorkbookFile =>
  region.contributions.find((one) => one.name === name) as WorkbookFile;
const text = async (of: ReturnType<SimulatedExcel['pane']['locator']>) => plain(await of.textContent());

test('a blank workbook becomes that of the union, and its landlords’ workbooks are prepared', async () => {
  await desk.create(region.perimeter, 2019);
  await excel.pane.getByText('0 réponses sur 52').waitFor();
  await desk.button('Préparer l’archive').click();
  const { bytes, name } = await desk.save(/^Télécharger contributions-2019\.zip/u);
  expect(name).toBe('contributions-2019.zip');
  const workbooks = Object.entries(unzipSync(bytes));
  expect(workbooks).toHaveLength(52);
  const own = workbooks.find(([path]) => path.includes('lainerie'))?.[1] as Uint8Array;
  const identity = utils.sheet_to_json<unknown[]>(read(own).Sheets['Identité'] as object, { header: 1 });
  expect(identity.flat()).toEqual(expect.arrayContaining(['La Lainerie Habitat', 2019]));
});

test('52 landlords sent 53 files: one line each, then all are taken at once, and the page answers', async () => {
  await desk.gather(region.contributions, 'Claire Dupont');
  const lines = excel.pane.getByRole('list', { name: 'Les fichiers' });
  expect(await text(lines.getByRole('listitem').first())).toMatch(/chaumelle-v1\.xlsx.*Remplacé/u);
  expect(await text(lines.getByRole('listitem').nth(1))).toMatch(/lainerie\.xlsx.*À corriger/u);
  await desk.take();
  await excel.task('Démarrer');
  await excel.pane.getByText('52 réponses sur 52').waitFor();
});

test('one goes back with its remarks; its correction is shown before it is taken', async () => {
  await desk.follow('La Lainerie Habitat');
  await excel.pane.getByLabel('Votre question au bailleur').fill('Combien de conventions ?');
  await desk.button('Préparer le renvoi').click();
  const back = await desk.save(/^Télécharger lainerie\.xlsx/u);
  const { Sheets: sheets, SheetNames: names } = read(back.bytes);
  expect(names.at(-1)).toBe('Remarques');
  const told = utils.sheet_to_csv(sheets['Remarques'] as object);
  expect(told).toContain('Combien de conventions ?');
  expect(told).toContain('Conventions avec des associations');
  await excel.pane.getByText('Renvoyé', { exact: true }).waitFor();

  // The landlord corrects one of its wrong figures: −4 agreements become 4.
  const fixed = corrected(contribution('lainerie.xlsx'), {
    sheet: 'xl/worksheets/sheet2.xml',
    address: 'E147',
    value: 4,
  });
  await desk.gather([fixed], 'Paul Martin');
  const line = excel.pane.getByRole('list', { name: 'Les fichiers' }).getByRole('listitem').first();
  expect(await text(line)).toMatch(/Nouvelle version/u);
  await line.getByText(/^1\schangement$/u).click();
  expect(await text(line)).toMatch(/part_assoc_nb.*valeur refusée → 4/u);
  await excel.pane.getByLabel('Prendre cette version').check();
  await desk.take();
  await desk.follow('La Lainerie Habitat');
  await excel.pane.getByText('Reçu', { exact: true }).waitFor();
  await excel.pane.getByText(/Paul Martin/u).waitFor();
});
