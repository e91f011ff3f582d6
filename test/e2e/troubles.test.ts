import { plain, startSimulatedExcel, type SimulatedExcel, type SimulatedWindow } from './simulated-excel';
import { cellsOf, sampleFile, tablesOf, withProtectedSheet } from './workbooks';

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await startSimulatedExcel();
  await excel.load();
});

afterAll(() => excel?.stop());

type Faults = NonNullable<NonNullable<SimulatedWindow['excelSimule']>['current']>['host']['faults'];

/** Makes the next batches of the add-in fail, as in a bad moment of Excel. */
const fail = (...[kind, options]: Parameters<Faults['failNext']>) =>
  excel.page.evaluate(
    ([what, how]) => {
      const { excelSimule } = window as unknown as SimulatedWindow;
      excelSimule?.current?.host.faults.failNext(what, how);
    },
    [kind, options] as const,
  );
const recover = () =>
  excel.page.evaluate(() => (window as unknown as SimulatedWindow).excelSimule?.current?.host.faults.clear());

const sheets = () => excel.page.locator('[data-u-comp="slide-tab-item"]').allTextContents();

test('a connection lost while the questionnaire is written: nothing lost, a clear message, and it works again', async () => {
  const { pane } = excel;
  await excel.type('A1', 'mes notes');
  await pane.getByLabel('SIREN').fill('732829320');
  await pane.getByLabel('Nom de l’organisme').fill('Habitat du Bocage');
  await pane.getByLabel('Année des réponses').fill('2024');
  await fail('dropped', { times: 60, after: 30 });
  await pane.getByRole('button', { name: 'Insérer le questionnaire' }).click();
  const alert = pane.getByRole('alert').filter({ hasText: 'Excel' });
  await alert.waitFor();
  expect(plain(await alert.textContent())).toMatch(/liaison avec Excel a été interrompue.*recommencez/u);
  await recover();
  expect(await sheets()).toEqual(['Feuil1']);
  await excel.goTo('A1');
  await excel.shows('Feuil1 ! A1 : mes notes');
  await pane.getByRole('button', { name: 'Insérer le questionnaire' }).click();
  await pane.getByText(/^0\sréponse sur \d+$/u).waitFor();
  const { bytes } = await excel.save();
  expect(cellsOf(bytes, 'Feuil1')).toEqual([['mes notes']]);
  const tables = tablesOf(bytes);
  expect(tables).toEqual([...new Set(tables)]);
  expect(tables).toContain('IMPACT_DONNEES');
});

const openQuestion = async (label: string) => {
  await excel.task('Questionnaire');
  await excel.pane.getByRole('button', { name: 'Profil et périmètre' }).click();
  await excel.pane.getByRole('button', { name: label }).click();
};
const answer = async (text: string) => {
  await excel.pane.getByLabel(/^Réponse/u).fill(text);
  await excel.pane.getByRole('button', { name: 'Répondre' }).click();
};

test('too many requests: the answer is written once Excel takes it', async () => {
  await openQuestion('Logements locatifs sociaux');
  await fail('throttled', { times: 2 });
  await answer('500');
  await excel.pane.getByText('Excel reçoit trop de demandes').waitFor();
  await excel.pane.getByText('Réponse enregistrée : 500').waitFor();
});

test('while a cell is being typed in, the pane says what it waits for, then writes', async () => {
  const { pane, page } = excel;
  await excel.goTo('G6');
  await page.keyboard.type('à vérifier');
  await answer('510');
  await pane.getByText('Terminez la saisie dans la cellule').waitFor();
  await page.locator('#grid .univer-formula-bar, #grid [data-u-comp="formula-bar"]').first().click();
  await page.keyboard.press('Enter');
  await pane.getByText('Réponse enregistrée : 510').waitFor();
  await excel.goTo('G6');
  await excel.shows('G6 : à vérifier');
});

test('a protected sheet is named, with what to do, and keeps its values', async () => {
  const bytes = withProtectedSheet(sampleFile(), 'Données');
  await excel.openFile({ name: 'protégé.xlsx', bytes });
  await openQuestion('Logements locatifs sociaux');
  await answer('520');
  const alert = excel.pane.getByRole('alert').filter({ hasText: 'protégée' });
  await alert.waitFor();
  expect(plain(await alert.textContent())).toMatch(/« Données » est protégée.*Ôtez la protection/u);
  await excel.showSheet('Données');
  await excel.goTo('E4');
  await excel.shows('E4 : 7 070');
});

test('nothing went wrong unseen', () => expect(excel.uncaught).toEqual([]));
