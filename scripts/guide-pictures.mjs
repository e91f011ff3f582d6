import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from './browser/index.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureSample } from './sample-workbook.mjs';
import { serve } from './serve.mjs';

/*
 * Takes the pictures of the guide (docs/images/guide-*.png) in the simulated Excel, with the sample workbook: run it
 * after a change of the pane. A build that shows a picture that is not there fails.
 */

const folder = join(import.meta.dirname, '../docs/images');

/** What a person does before each picture, and what of the page is shown. */
const shots = [
  { file: 'demarrer', shows: 'pane', steps: (person) => person.task('Démarrer') },
  {
    file: 'questionnaire',
    shows: 'pane',
    steps: (person) => person.task('Questionnaire'),
  },
  { file: 'indicateurs', shows: 'pane', steps: (person) => person.task('Indicateurs') },
  {
    file: 'expliquer',
    shows: 'page',
    async steps(person) {
      await person.task('Expliquer');
      await person.pane.getByRole('combobox', { name: 'Indicateur' }).selectOption('PAC-01');
      await person.pane.getByText('Le calcul').waitFor();
    },
  },
  {
    file: 'fonction',
    shows: 'page',
    async steps(person) {
      await person.showSheet('Occupation et loyers');
      await person.type('Q3', '=IMPACT.LOYER_M2(O4:O334;N4:N334)');
      await person.task('Expliquer');
      await person.pane.getByRole('combobox', { name: 'Indicateur' }).selectOption('');
      await person.pane.getByText('Occupation et loyers!O4:O334').first().waitFor();
    },
  },
  { file: 'transmettre', shows: 'pane', steps: (person) => person.task('Transmettre') },
  {
    file: 'controler',
    shows: 'page',
    // A slip, last: it would show in the other pictures.
    async steps(person) {
      await person.showSheet('Données');
      await person.type('E47', 'environ 2 millions');
      await person.task('Contrôler');
      await person.pane.getByText('Bloquantes').waitFor();
    },
  },
];

/** The gestures that the shots are made of. */
function personAt(page) {
  const pane = page.frameLocator('#pane-frame iframe');
  const goTo = async (address) => {
    const box = page.locator('#grid input.univer-size-full');
    await box.click();
    await box.fill(address);
    await box.press('Enter');
    await page.waitForFunction(
      (wanted) => document.getElementById('active-cell')?.textContent?.includes(` ! ${wanted} : `),
      address,
    );
  };
  return {
    pane,
    goTo,
    async task(name) {
      await pane.getByRole('tab', { name, exact: true }).click();
      await pane.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    },
    async showSheet(name) {
      await page.locator('[data-u-comp="slide-tab-item"]').getByText(name, { exact: true }).click();
      await page.waitForFunction(
        (wanted) => document.getElementById('active-cell')?.textContent?.startsWith(`${wanted} ! `),
        name,
      );
    },
    async type(address, text) {
      await goTo(address);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await goTo(address);
    },
  };
}

await ensureBuilt('addin', 'simulator');
await ensureSample();
await mkdir(folder, { recursive: true });
const server = await serve({ port: 0 });
const browser = await startBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1180, height: 720 }, locale: 'fr-FR' });
  page.setDefaultTimeout(60_000);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${server.url}/simulateur/?classeur=exemple.xlsx`);
  const person = personAt(page);
  await person.pane.getByText('Les étapes').waitFor({ timeout: 60_000 });
  // The pane may be there before the grid, whose name box says a cell once it listens.
  await page.waitForFunction(() => document.querySelector('#grid input.univer-size-full')?.value);
  for (const { file, shows, steps } of shots) {
    await steps(person);
    await page.mouse.move(5, 5);
    await page.waitForTimeout(1000); // the grid draws itself without telling
    const path = join(folder, `guide-${file}.png`);
    await (shows === 'pane' ? page.locator('#pane-frame') : page).screenshot({ path });
    console.log(`${path} ${Math.round((await stat(path)).size / 1000)} ko`);
  }
} finally {
  await browser.close();
  await server.close();
}
