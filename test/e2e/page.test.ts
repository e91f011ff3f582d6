import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { startSimulatedExcel, type SimulatedExcel } from './simulated-excel';

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await startSimulatedExcel();
  await excel.load('?classeur=exemple.xlsx');
});

afterAll(() => excel?.stop());

const TASKS = [
  'Démarrer',
  'Raccorder',
  'Questionnaire',
  'Contrôler',
  'Indicateurs',
  'Expliquer',
  'Fonctions',
  'Étude',
  'Transmettre',
] as const;

describe('accessibility, as axe-core checks it', () => {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  interface Finding {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }
  interface Axe {
    run(context: object, options: object): Promise<{ violations: Finding[]; passes: Finding[] }>;
  }

  /** What breaks WCAG 2.1 A and AA in a frame: rule, help, and the first elements concerned. */
  async function violations(frame: Frame, exclude: readonly string[] = []): Promise<string[]> {
    await frame.evaluate(`${axe};0`);
    const { passes, violations: found } = await frame.evaluate(
      (left) =>
        (window as unknown as { axe: Axe }).axe.run(
          { exclude: left },
          { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], iframes: false },
        ),
      exclude,
    );
    // Of a page that shows nothing, nothing is wrong.
    expect(passes.length).toBeGreaterThan(5);
    return found.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((one) => one.html.slice(0, 200)).join(' | ')}`,
    );
  }

  test('the page around the grid', async () => {
    // The grid is Univer's: a picture, of which the status bar says the active cell.
    expect(await violations(excel.page.mainFrame(), ['#grid'])).toEqual([]);
  });

  test.each(TASKS)('the task « %s » of the pane', async (task) => {
    await excel.task(task);
    const handle = await excel.page.locator('#pane-frame iframe').elementHandle();
    const frame = await handle?.contentFrame();
    if (!frame) throw new Error('The pane has no frame.');
    // What fades in has its colours when it is there.
    await frame.evaluate(() => {
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      return Promise.allSettled(ending.map(({ finished }) => finished));
    });
    expect(await violations(frame)).toEqual([]);
  });
});

test('the pane is made wider and narrower by its edge, with the mouse and the keyboard', async () => {
  const { page } = excel;
  const edge = page.getByRole('separator', { name: 'Largeur du volet' });
  const width = async () => (await page.locator('#pane').boundingBox())?.width;
  const before = await width();
  await edge.press('ArrowLeft');
  expect(await width()).toBe((before ?? 0) + 10);
  const box = await edge.boundingBox();
  if (!box) throw new Error('The edge is not shown.');
  await page.mouse.move(box.x + 3, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 200, { steps: 4 });
  await page.mouse.up();
  expect(await width()).toBe(320);
  const overflow = await excel.pane.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(overflow).toBe(0);
});

test('the pane speaks English when asked, and French again', async () => {
  const { pane } = excel;
  await excel.task('Démarrer');
  await pane.getByRole('button', { name: /English|en anglais/u }).click();
  await pane.getByRole('heading', { level: 1, name: 'Start' }).waitFor();
  await pane.getByRole('tab', { name: 'Indicators' }).click();
  await pane.getByRole('button', { name: /Mean rent per m².*4\.95/u }).waitFor();
  await pane.getByRole('tab', { name: 'Start' }).click();
  await pane.getByRole('button', { name: /Français|to French/u }).click();
  await pane.getByRole('heading', { level: 1, name: 'Démarrer' }).waitFor();
});

test('a button of the ribbon opens its task in the pane', async () => {
  await excel.press('Impact', 'Contrôler');
  await excel.pane.getByRole('heading', { level: 1, name: 'Contrôler' }).waitFor();
});

test('the pane closes without stopping the functions, and the ribbon brings it back', async () => {
  const { page } = excel;
  await page.getByRole('button', { name: 'Fermer le volet' }).click();
  const isShown = () => page.locator('#pane').evaluate((pane) => pane.getBoundingClientRect().left > 0);
  expect(await isShown()).toBe(false);
  await excel.create();
  await excel.type('B2', '=IMPACT.LOYER_M2(300;60)');
  await excel.shows('B2 : 5');
  await excel.press('Impact', 'Ouvrir le volet');
  expect(await isShown()).toBe(true);
});

test('the card of a cell in error says what is wrong and what to do', async () => {
  const { page } = excel;
  await excel.type('A1', '=IMPACT.LOYER_M2("cent";20)');
  await excel.shows('A1 : #VALUE!');
  const grid = await page.locator('#grid canvas[id^="univer-sheet-main"]').boundingBox();
  if (!grid) throw new Error('The grid is not drawn.');
  // Past the headings of rows and columns.
  await page.mouse.move(grid.x + 300, grid.y + 200);
  await page.mouse.move(grid.x + 70, grid.y + 30, { steps: 3 });
  await page.getByText('Fonction Impact').waitFor();
  await page
    .getByText(/pas un nombre\. Corrigez la cellule/u)
    .last()
    .waitFor();
});

test('the page explains itself', async () => {
  const { page } = excel;
  await page.getByRole('button', { name: 'À propos d’Excel simulé' }).click();
  await page.getByText('Rien ne quitte cet ordinateur').waitFor();
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();
});

test('nothing is asked of another origin', () => {
  const foreign = excel.asked.filter((one) => !one.startsWith(excel.url) && !/^(data|blob):/u.test(one));
  expect(excel.asked.length).toBeGreaterThan(10);
  expect(foreign).toEqual([]);
});

test('nothing went wrong unseen', () => expect(excel.uncaught).toEqual([]));
