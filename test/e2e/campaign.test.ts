import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { campaignDesk, corrected, impact, writeRegion, type SampleRegion } from './campaign-desk';
import { catalogueFormulas, recomputed, type Changed, type Published } from './campaign-figures';
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

const agreements = (file: WorkbookFile): WorkbookFile =>
  corrected(file, { sheet: 'xl/worksheets/sheet2.xml', address: 'E147', value: 4 });
const contribution = (name: string): WorkbookFile =>
  region.contributions.find((one) => one.name === name) as WorkbookFile;
const text = async (of: ReturnType<SimulatedExcel['pane']['locator']>) => plain(await of.textContent());

test('a blank workbook becomes that of the union, and its landlords’ workbooks are prepared', async () => {
  await desk.create(region.perimeter, 2019);
  await excel.pane.getByText('0 réponse sur 52').waitFor();
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
  await desk.gather([agreements(contribution('lainerie.xlsx'))], 'Paul Martin');
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

describe('review, adjust, publish', () => {
  /** The figure that stands out, and what the union makes of it. */
  let adjusted: Changed;
  /** What was published, as other software reads it. */
  let shared: WorkbookFile;

  test('a figure that stands out is shown among its peers, with its origin, and adjusted with a reason', async () => {
    await excel.task('Revue');
    await excel.pane.getByLabel('Gravité').selectOption('outlier');
    await excel.pane.getByLabel('Bailleur').selectOption('999001001');
    const remark = excel.pane
      .getByRole('list', { name: 'Remarques' })
      .getByRole('button', { name: /acc_psla/u });
    await remark.click();
    await excel.pane.getByRole('img', { name: /Seine-Vallon Habitat : 0 par logement/u }).waitFor();
    const place = await text(excel.pane.getByText(/^Lu dans seine-vallon\.xlsx/u));
    const [, sheetAndCell = ''] = /, (.*)$/u.exec(place) ?? [];
    adjusted = { file: 'seine-vallon.xlsx', cell: sheetAndCell.split('!')[1] ?? '', value: 12 };

    await excel.pane.getByRole('button', { name: /OFF-06$/u }).click();
    await excel.pane.getByRole('heading', { name: 'Qui apporte quoi' }).waitFor();
    const cell = excel.pane.getByText(`seine-vallon.xlsx · ${sheetAndCell.replace('!', ' · ')}`);
    await cell.first().waitFor();
    await excel.pane.getByRole('button', { name: 'Retour' }).click();

    await excel.pane.getByLabel('Nouveau chiffre').fill('12');
    await excel.pane.getByRole('button', { name: 'Ajuster', exact: true }).click();
    await excel.pane.getByText('Le motif manque.').waitFor();
    await excel.pane.getByLabel('Motif').fill('Livraison du Clos oubliée, confirmée par téléphone');
    await excel.pane.getByRole('button', { name: 'Ajuster', exact: true }).click();
    await excel.pane.getByText(/le nouveau chiffre est dans le journal/u).waitFor();
    await excel.pane.getByRole('heading', { name: 'Ajustements' }).waitFor();
    expect(await text(excel.pane.getByRole('list', { name: 'Ajustements' }))).toMatch(
      /Seine-Vallon Habitat, acc_psla \(2019\).*0 → 12, par Paul Martin.*Livraison du Clos/u,
    );
  });

  test('what is published is what another program computes from the landlords’ files', async () => {
    await excel.task('Publier');
    await desk.button('Préparer la publication').click();
    await excel.pane.getByRole('heading', { name: 'Les fichiers' }).waitFor();
    await excel.pane.getByText('Chiffres ajustés qui y entrent').waitFor();
    const json = (shared = await desk.save(/publication-normandie-2019\.json/u));
    const csv = await desk.save(/publication-normandie-2019\.csv/u);
    const workbook = await desk.save(/publication-normandie-2019\.xlsx/u);
    const internal = await desk.save(/interne-normandie-2019\.xlsx/u);
    const { indicators, adjustedFigures } = JSON.parse(strFromU8(json.bytes)) as {
      indicators: readonly Published[];
      adjustedFigures: number;
    };
    expect(adjustedFigures).toBe(1);

    // The first version of La Chaumelle counts no more; La Lainerie’s correction does.
    const files = region.contributions.flatMap((one) =>
      one.name === 'chaumelle-v1.xlsx' ? [] : [one.name === 'lainerie.xlsx' ? agreements(one) : one],
    );
    const formulas = catalogueFormulas();
    const mine = recomputed(files, region.perimeter.replace('\ufeff', ''), formulas, {
      year: 2019,
      whole: 'REG:28',
      changed: [adjusted],
    });
    const shown = indicators.filter((one) => one.territory === 'REG:28' && one.value !== null);
    const compared = shown.filter(({ code }) => mine.has(code));
    expect(compared.length).toBeGreaterThan(80);
    for (const one of compared) {
      const { collected, redressed, respondents } = mine.get(one.code)!;
      const value = one.extrapolatedShare === 0 ? collected : redressed;
      expect([one.code, one.respondents]).toEqual([one.code, respondents]);
      expect([one.code, Math.abs(one.value! / value - 1) < 1e-9]).toEqual([one.code, true]);
    }
    expect(compared.filter(({ extrapolatedShare }) => extrapolatedShare !== 0).length).toBeGreaterThan(3);
    // 620 in the files, and the 12 of the adjustment.
    expect(shown.find(({ code }) => code === 'OFF-06')?.value).toBe(1112);

    // The three say the same; the internal workbook alone knows landlords and reasons.
    const cells = read(workbook.bytes).Sheets['Indicateurs'] as object;
    const rows = utils.sheet_to_json<unknown[]>(cells, { header: 1 });
    expect(rows.find((row) => row[0] === 'OFF-06' && row[2] === 'REG:28')?.[5]).toBe(1112);
    expect(strFromU8(csv.bytes)).toMatch(/^OFF-06;.*;REG:28;Normandie;2019;1112;/mu);
    for (const bytes of [json.bytes, csv.bytes]) expect(strFromU8(bytes)).not.toContain('Seine-Vallon');
    expect(
      Object.values(unzipSync(workbook.bytes)).some((part) => strFromU8(part).includes('Seine-Vallon')),
    ).toBe(false);
    expect(read(internal.bytes, { bookSheets: true }).SheetNames).toEqual(
      expect.arrayContaining(['Publication', 'Ajustements', 'Faits']),
    );
  });

  test('the command line publishes the same from the workbook that was saved', async () => {
    const saved = await excel.save();
    await writeFile(join(folder, 'campagne.xlsx'), saved.bytes);
    const published = await impact(
      folder,
      ...['consolidate', '--campaign', 'campagne.xlsx', '--by', 'DEP', '--publish', '--json', '-'],
    );
    expect(JSON.parse(published)).toEqual(JSON.parse(strFromU8(shared.bytes)));
  });

  test('an adjustment that is undone gives the landlord’s figure back', async () => {
    await excel.task('Revue');
    await excel.pane.getByRole('button', { name: 'Annuler l’ajustement de acc_psla' }).click();
    await excel.pane.getByText(/l’ajustement est annulé/u).waitFor();
    await excel.task('Résultats');
    const row = excel.pane.getByRole('button', { name: /OFF-06$/u });
    await row.waitFor();
    expect(await text(row)).toContain('1 100 logements');
  });

  test('the campaign workbook of another year is compared with, by the adjustments it had', async () => {
    // The one saved above, a year before: its 1,112 is 1,100 now, 1.1% less.
    const parts = unzipSync(new Uint8Array(await readFile(join(folder, 'campagne.xlsx'))));
    for (const [path, part] of Object.entries(parts)) {
      if (!path.startsWith('xl/worksheets/')) continue;
      parts[path] = strToU8(strFromU8(part).replaceAll('<v>2019</v>', '<v>2018</v>'));
    }
    const { pane, page } = excel;
    await pane.getByLabel('Comparer').selectOption({ label: 'avec une autre année' });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      desk.button('Choisir le classeur de cette année').click(),
    ]);
    const buffer = Buffer.from(zipSync(parts));
    await chooser.setFiles({ name: 'campagne-2018.xlsx', mimeType: '', buffer });
    await pane.getByText('campagne-2018.xlsx : exercice 2018').waitFor();
    const row = pane.getByRole('button', { name: /OFF-06$/u });
    expect(await text(row)).toMatch(/2018 : 1 112 logements \(-1,1 %\)/u);
  });
});
