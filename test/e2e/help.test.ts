import axe from 'axe-core';
import { startSimulatedExcel, type SimulatedExcel } from './simulated-excel';

jest.setTimeout(120_000);

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await startSimulatedExcel();
}, 120_000);

afterAll(() => excel?.stop());

const visit = (path: string) => excel.page.goto(`${excel.url}/aide/${path}`);

/** What axe finds wrong, each with the first place. */
async function faults(): Promise<string[]> {
  await excel.page.evaluate(axe.source);
  const { violations } = await excel.page.evaluate(async () =>
    (window as unknown as { axe: typeof axe }).axe.run(document),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** A page of each kind, of a size that is checked quickly. */
const kinds = [
  '',
  'bailleur.html',
  'fonctions/part_locale.html',
  'donnees/aut.html',
  'en/indicateurs/eco-06.html',
];
const largest = ['indicateurs/', 'coefficients/dpe.html', 'en/coefficients/'];

describe('the guide', () => {
  test.each(kinds)('aide/%s has no accessibility fault, in the light and in the dark', async (path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await excel.page.emulateMedia({ colorScheme });
      await visit(path);
      expect(await faults()).toEqual([]);
    }
  });

  test.each([...kinds, ...largest])('aide/%s is read at 320 px without scrolling sideways', async (path) => {
    await excel.page.setViewportSize({ width: 320, height: 640 });
    await visit(path);
    const [wide, screen] = await excel.page.evaluate(() => [
      document.documentElement.scrollWidth,
      window.innerWidth,
    ]);
    expect(wide).toBeLessThanOrEqual(screen!);
    await excel.page.setViewportSize({ width: 1400, height: 860 });
  });

  test('the list of indicators is filtered as one types, accents aside, and the keyboard leads on', async () => {
    await visit('indicateurs/');
    const entries = excel.page.locator('.entries li:visible');
    expect(await entries.count()).toBeGreaterThan(140);
    await excel.page.getByRole('searchbox', { name: 'Filtrer la liste' }).fill('ENERGIE etiquette');
    const shown = await entries.count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(20);
    expect(await excel.page.getByRole('status').textContent()).toBe(`${shown} affichés`);
    await excel.page.keyboard.press('Tab');
    await excel.page.keyboard.press('Enter');
    await excel.page.waitForURL(/indicateurs\/ene-\d+\w?\.html$/u);
  });

  test('pictures and styles come, and nothing is asked of another origin', async () => {
    await visit('bailleur.html');
    const missing = await excel.page.evaluate(
      () => [...document.images].filter((one) => one.loading !== 'lazy' && !one.naturalWidth).length,
    );
    expect(missing).toBe(0);
    expect(excel.asked.some((one) => one.endsWith('/aide/aide.css'))).toBe(true);
    expect(excel.asked.filter((one) => !one.startsWith(excel.url))).toEqual([]);
    expect(excel.uncaught).toEqual([]);
  });

  test.each(['fr', 'en'])('the page that Excel opens for each function is served (%s)', async (locale) => {
    const answer = await excel.page.request.get(`${excel.url}/functions-${locale}.json`);
    const { functions } = (await answer.json()) as { functions: { id: string; helpUrl: string }[] };
    expect(functions.length).toBeGreaterThanOrEqual(25);
    for (const { id, helpUrl } of functions) {
      const page = await excel.page.request.get(excel.url + new URL(helpUrl).pathname);
      expect([id, page.status(), (await page.text()).includes(`<h1>IMPACT.${id}</h1>`)]).toEqual([
        id,
        200,
        true,
      ]);
    }
  });

  test('the button of the ribbon opens it in a window of its own', async () => {
    await excel.load();
    const [opened] = await Promise.all([
      excel.page.context().waitForEvent('page'),
      excel.press('Impact', 'Guide'),
    ]);
    await opened.waitForLoadState();
    expect(opened.url()).toBe(`${excel.url}/aide/`);
    await opened.getByRole('heading', { level: 1, name: 'Guide d’Impact HLM' }).waitFor();
    await opened.close();
  });
});
