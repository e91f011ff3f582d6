import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { downloaded, startSimulatedExcel, type SimulatedExcel } from './simulated-excel';
import { cellsOf, tablesOf } from './workbooks';

const run = promisify(execFile);

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await startSimulatedExcel();
  await excel.load();
});

afterAll(() => excel?.stop());

/** A question by its theme and label, and the address of its cell as the pane says it. */
async function question(theme: string, label: string): Promise<string> {
  const { pane } = excel;
  await excel.task('Démarrer');
  await excel.task('Questionnaire');
  await pane.getByRole('button', { name: theme }).click();
  await pane.getByRole('button', { name: label }).first().click();
  const link = pane.getByRole('button', { name: /Questionnaire!/u });
  return ((await link.textContent()) ?? '').replace('Questionnaire!', '');
}

const PROFILE = 'Profil et périmètre';

test('the questionnaire is inserted in a blank workbook once the SIREN is right', async () => {
  const { pane } = excel;
  await pane.getByLabel('SIREN').fill('732829321');
  await pane.getByLabel('Nom de l’organisme').fill('Habitat du Bocage');
  await pane.getByText('Un chiffre est mal saisi').waitFor();
  await pane.getByRole('button', { name: 'Insérer le questionnaire' }).click();
  expect(await pane.getByRole('heading', { level: 1 }).textContent()).toBe('Démarrer');
  // The sum of Luhn is 40: see typing.test.ts.
  await pane.getByLabel('SIREN').fill('732 829 320');
  await pane.getByText('SIREN vérifié').waitFor();
  await pane.getByLabel('Année des réponses').fill('2024');
  await pane.getByLabel('Famille').selectOption('OPH');
  await pane.getByRole('button', { name: 'Insérer le questionnaire' }).click();
  await pane.getByRole('heading', { level: 1, name: 'Questionnaire' }).waitFor();
  await pane.getByText(/^0\sréponse sur \d+$/u).waitFor();
  await excel.shows('Questionnaire ! A5 : ');
});

test('an answer in the pane goes to its cell', async () => {
  const cell = await question(PROFILE, 'Logements locatifs sociaux');
  const { pane } = excel;
  await pane.getByLabel(/^Réponse/u).fill('-12');
  await pane.getByRole('button', { name: 'Répondre' }).click();
  await pane.getByText('Ce chiffre ne peut pas être négatif.').waitFor();
  await pane.getByLabel(/^Réponse/u).fill('1 234');
  await pane.getByRole('button', { name: 'Répondre' }).click();
  await pane.getByText('Réponse enregistrée : 1 234').waitFor();
  await pane.getByRole('button', { name: /Questionnaire!/u }).click();
  await excel.shows(`Questionnaire ! ${cell} : 1 234`);
});

test('with the keyboard alone: a theme from its top, an answer, and back to the row one came from', async () => {
  const { pane, page } = excel;
  const { keyboard } = page;
  const focused = pane.locator(':focus');
  const has = (text: string) => focused.filter({ hasText: text }).waitFor();
  await excel.task('Démarrer');
  await excel.task('Questionnaire');
  // At the foot of the list, where the page that opens would be seen from its middle.
  await pane.getByRole('button', { name: 'Employeur et gouvernance' }).press('Enter');
  await has('Employeur et gouvernance');
  expect(await focused.evaluate((one) => one.tagName)).toBe('H2');
  expect(await pane.locator('main').evaluate((main) => main.scrollTop)).toBe(0);
  // office.js takes Tab upon itself, as in Excel on the web.
  await keyboard.press('Tab');
  await has('Femmes dans les instances dirigeantes');
  await keyboard.press('Enter');
  await focused.and(pane.locator('h2')).waitFor();
  await keyboard.press('Tab');
  await keyboard.type('11');
  await keyboard.press('Enter');
  await pane.getByText('Réponse enregistrée : 11').waitFor();
  await pane.locator('input:focus').waitFor();
  await keyboard.press('Shift+Tab');
  await has('Employeur et gouvernance');
  await keyboard.press('Enter');
  await has('Femmes dans les instances dirigeantes');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await has('Employeur et gouvernance');
  // From the last row on, out of the pane; Escape, to the grid.
  await keyboard.press('Tab');
  await page.locator('#pane-edge:focus').waitFor();
  await pane.getByRole('button', { name: 'Employeur et gouvernance' }).press('Escape');
  await page.locator('#grid :focus').waitFor({ state: 'attached' });
});

test('an answer given in the pane is undone and done again in the grid by the keyboard', async () => {
  const cell = await question('Employeur et gouvernance', 'Femmes dans les instances dirigeantes');
  const holds = async (value: string) => {
    await excel.goTo(cell);
    await excel.shows(`Questionnaire ! ${cell} : ${value}`);
    await excel.pane.locator(`input[value="${value === 'vide' ? '' : value}"]`).waitFor();
  };
  await excel.pane.getByRole('button', { name: /Questionnaire!/u }).click();
  await holds('11');
  for (const [key, value] of [
    ['Control+z', 'vide'],
    ['Control+y', '11'],
    ['Control+z', 'vide'],
  ] as const) {
    await excel.page.keyboard.press(key);
    await holds(value);
  }
});

test('an answer in the cell comes to the pane', async () => {
  const cell = await question(PROFILE, 'Logements individuels');
  const { pane } = excel;
  await excel.type(cell, '900');
  await pane.locator('input[value="900"]').waitFor();
  await pane
    .getByRole('button', { name: 'Tous les thèmes' })
    .or(pane.getByRole('button', { name: PROFILE }))
    .first()
    .click();
  await pane.getByText('2/11').first().waitFor();
});

test('ND is an answer', async () => {
  const cell = await question(PROFILE, 'Personnes logées');
  await excel.pane.getByRole('button', { name: 'ND : non disponible' }).click();
  await excel.pane.getByText('Réponse enregistrée : ND').waitFor();
  await excel.goTo(cell);
  await excel.shows(`${cell} : ND`);
});

test('a remark leads to its cell, and goes away when the cell is right', async () => {
  const { pane } = excel;
  const cell = await question(PROFILE, 'Logements collectifs');
  // Typed, the rule of the cell refuses it, and says so; the result of a formula comes in.
  await excel.type(cell, 'environ 330');
  const refusal = `« environ 330 » n’a pas été gardé en ${cell}.`;
  await excel.page.locator('#message').filter({ hasText: refusal }).waitFor();
  await excel.shows(`Questionnaire ! ${cell} : vide`);
  await excel.type(cell, '="environ "&330');
  await excel.goTo('A1');
  await excel.task('Contrôler');
  await pane.getByRole('button', { name: 'environ 330' }).click();
  await excel.shows(`Questionnaire ! ${cell} : environ 330`);
  await excel.type(cell, '334');
  await pane.getByText('Aucune remarque').waitFor();
});

test('the indicators follow the answers', async () => {
  const { pane } = excel;
  const BUYING = 'Pouvoir d';
  await excel.type(await question(BUYING, 'Loyers principaux de'), '5 500');
  await excel.type(await question(BUYING, 'Surface habitable des mêmes logements'), '1000');
  await excel.task('Indicateurs');
  // 5 500 / 1 000
  await pane.getByRole('button', { name: /Loyer moyen au m².*5,50 €\/m²\/mois/u }).waitFor();
  await pane
    .getByRole('button', { name: /Logements locatifs sociaux au 31 décembre.*1 234 logements/u })
    .waitFor();
});

test('signed off, the file is prepared, and our command line reads it as a contribution', async () => {
  const { pane, page } = excel;
  await excel.task('Transmettre');
  await pane.getByLabel('Votre nom').fill('Camille Martin');
  await pane.getByRole('button', { name: 'Viser la contribution' }).click();
  await pane.getByText(/Visée le .* par Camille Martin/u).waitFor();
  await pane.getByRole('button', { name: 'Préparer le fichier' }).click();
  const link = pane.getByRole('link', { name: 'contribution-732829320-2024.xlsx' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const { name, bytes } = await downloaded(download);
  expect(name).toBe('contribution-732829320-2024.xlsx');
  const folder = await mkdtemp(join(tmpdir(), 'impact-e2e-'));
  try {
    const file = join(folder, name);
    await writeFile(file, bytes);
    const command = join(__dirname, '../../dist/cli/impact.cjs');
    const { stdout } = await run(process.execPath, [command, 'indicators', file, '--json', '-']);
    const result = JSON.parse(stdout) as {
      contributions: { siren: string; name: string; status: string; remarks: unknown[] }[];
      indicators: { code: string; value: number | null }[];
    };
    expect(result.contributions).toMatchObject([
      { siren: '732829320', name: 'Habitat du Bocage', status: 'accepted', remarks: [] },
    ]);
    const value = (code: string) => result.indicators.find((one) => one.code === code)?.value;
    expect([value('CTX-01'), value('PAC-01')]).toEqual([1234, 5.5]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('saved and opened again, the workbook is the same for other programs and for the pane', async () => {
  const saved = await excel.save();
  const rows = cellsOf(saved.bytes, 'Questionnaire');
  const heading = rows[4] ?? [];
  const at = (name: string) => heading.indexOf(name);
  const answers = rows.slice(5).filter((row) => row[at('Valeur')] !== null);
  expect(answers.map((row) => row[at('Valeur')])).toEqual([1234, 900, 334, 'ND', 5500, 1000]);
  expect(tablesOf(saved.bytes)).toEqual(
    expect.arrayContaining(['IMPACT_DONNEES', 'IMPACT_IDENTITE', 'IMPACT_LOYERS']),
  );
  await excel.openFile({ name: 'Bocage 2024.xlsx', bytes: saved.bytes });
  expect(await excel.page.locator('#workbook-name').textContent()).toBe('Bocage 2024');
  await excel.pane.getByText('Habitat du Bocage · 2024').waitFor();
  await excel.pane.getByText('6 réponses sur').first().waitFor();
});

test('nothing went wrong unseen', () => expect(excel.uncaught).toEqual([]));
