import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../../scripts/browser/index.mjs';
import { ensureBuilt } from '../../scripts/build.mjs';
import { serve } from '../../scripts/serve.mjs';
import { writeManyLandlords } from './many-landlords.mjs';
import { calibrate } from './marks.mjs';

const LANDLORDS = Number(process.env.IMPACT_BENCH_LANDLORDS ?? 600);
/** A task that keeps the page from answering so long is felt, in milliseconds. */
const FELT = 200;
/** In milliseconds: a machine that others use is several times slower. */
const PATIENCE = 1_800_000;

/** Runs in the page before its scripts: notes every task that keeps the page from answering. */
function noteTasks() {
  // The one question of office.js on http, which nobody answers here.
  window.confirm = () => true;
  if (window !== window.top) return;
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** Does one thing, and says how long it took and how the page answered meanwhile. */
async function measured(page, name, action, limit) {
  const since = await page.evaluate(() => performance.now());
  await action();
  // The tasks of the last moments reach the observer a little later.
  await page.waitForTimeout(100);
  const { seconds, tasks } = await page.evaluate(
    (from) => ({
      seconds: (performance.now() - from - 100) / 1000,
      tasks: window.tasks.filter((one) => one.startTime >= from).map((one) => one.duration),
    }),
    since,
  );
  const longest = Math.max(0, ...tasks);
  const many = tasks.filter((one) => one > FELT).length;
  const aim = limit ? `  objectif ${limit} s` : '';
  console.log(
    `  ${name.padEnd(34)} ${seconds.toFixed(1).padStart(7)} s${aim.padEnd(18)} plus longue tâche ${longest.toFixed(0).padStart(5)} ms, ${many} au-dessus de ${FELT} ms`,
  );
}

/** The contributions of a large campaign, from the files to the results, in the simulated Excel. */
export default async function benchGathering() {
  await ensureBuilt('addin', 'simulator');
  const folder = await mkdtemp(join(tmpdir(), 'impact-gathering-'));
  const server = await serve({ port: 0 });
  const browser = await startBrowser();
  try {
    const { perimeter, paths } = await writeManyLandlords(folder, LANDLORDS);
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, locale: 'fr-FR' });
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(noteTasks);
    await page.goto(`${server.url}/simulateur/`);
    const pane = page.frameLocator('#pane-frame iframe');
    const button = (name) => pane.getByRole('button', { name });
    const task = async (name) => {
      await pane.getByRole('tab', { name, exact: true }).click();
      await pane.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    };
    await pane.getByRole('tab', { name: 'Démarrer' }).waitFor();
    await pane.getByLabel('Qui êtes-vous').selectOption('union');
    await pane.getByLabel('Collez la liste').fill(perimeter);
    await pane.getByLabel(/^Exercice demandé/u).fill('2019');
    const standard = await page.evaluate(calibrate);
    console.log(`\nRéunir ${LANDLORDS} contributions dans Excel simulé (étalon : ${standard.toFixed(0)} ms)`);
    await measured(page, 'créer la campagne', async () => {
      await button('Créer la campagne').click();
      await pane.getByRole('heading', { name: 'Où elle en est' }).waitFor();
    });
    await task('Réunir');
    await measured(page, 'lire les fichiers', async () => {
      await pane.locator('#connect-files input').setInputFiles(paths);
      await pane.getByRole('heading', { name: /fichiers? lus?$/u }).waitFor();
    });
    await measured(
      page,
      'écrire dans le classeur',
      async () => {
        await button(/^Prendre \d/u).click();
        await pane.getByText(/(?:est prise|sont prises)/u).waitFor();
      },
      120,
    );
    await measured(page, 'ouvrir Suivre', async () => {
      await task('Suivre');
      await pane
        .getByRole('button', { name: / 1(?:\D|$)/u })
        .first()
        .waitFor();
    });
    await measured(page, 'ouvrir Résultats, consolidés', async () => {
      await task('Résultats');
      await button(/OFF-06$/u).waitFor();
    });
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
