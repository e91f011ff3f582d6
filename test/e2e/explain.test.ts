import { downloaded, plain, startSimulatedExcel, type SimulatedExcel } from './simulated-excel';
import { cellIn, cellsOf, partsOf, sampleFile, shown } from './workbooks';

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await startSimulatedExcel();
  await excel.load('?classeur=exemple.xlsx');
});

afterAll(() => excel?.stop());

/** Row of an answer of the sample, in its sheet « Données ». */
const rowOf = (code: string): number =>
  cellsOf(sampleFile(), 'Données').findIndex((row) => row[1] === code) + 1;

test('an indicator is explained down to the cells of the landlord', async () => {
  const { pane } = excel;
  await excel.task('Indicateurs');
  await pane.getByRole('button', { name: /Loyer moyen au m²/u }).click();
  await pane.getByRole('heading', { level: 1, name: 'Expliquer' }).waitFor();
  const rents = `Données!E${rowOf('somme_loyers_mois')}`;
  await pane.getByRole('button', { name: `Sélectionner la cellule ${rents}` }).click();
  await excel.shows(rents.replace('!', ' ! '));
  await excel.task('Démarrer');
  await excel.task('Expliquer');
  await pane.getByText("=SOMME.SI.ENS('Occupation et loyers'!$O$4:$O$334").waitFor();
  await pane.getByRole('button', { name: 'Sélectionner la cellule Occupation et loyers!O4:O334' }).click();
  await excel.shows('Occupation et loyers ! O4 : ');
  await pane.getByRole('button', { name: `Revenir à ${rents}` }).click();
  await excel.shows(rents.replace('!', ' ! '));
});

const rents = cellsOf(sampleFile(), 'Occupation et loyers').slice(3, 334);
const sum = (column: number) => rents.reduce((total, row) => total + Number(row[column]), 0);
/** Every residence of the sample has both. */
const perSquareMetre = sum(14) / sum(13);

test('a function is inserted by a form that takes its arguments from the selection', async () => {
  const { pane } = excel;
  await excel.showSheet('Occupation et loyers');
  await excel.task('Fonctions');
  await pane.getByLabel('Chercher une fonction').fill('loyer moyen');
  await pane.getByRole('button', { name: /^IMPACT\.LOYER_M2/u }).click();
  for (const [range, argument] of [
    ['O4:O334', 'loyers'],
    ['N4:N334', 'surfaces'],
    ['Q20', 'Cellule où écrire'],
  ] as const) {
    await excel.goTo(range);
    const field = pane.getByRole('textbox', { name: argument });
    const take = pane.getByRole('button', { name: `Prendre la sélection pour ${argument}` });
    // The pane hears of the selection a moment after it is made.
    while (!(await field.inputValue()).endsWith(range)) await take.click({ delay: 50 });
  }
  await pane.getByText('=IMPACT.LOYER_M2(').first().waitFor();
  await pane.getByText(perSquareMetre.toFixed(2).replace('.', ',')).first().waitFor();
  await pane.getByRole('button', { name: 'Insérer', exact: true }).click();
  await excel.shows(`Q20 : ${shown(perSquareMetre)}`);
});

test('a formula left in #NAME? by an Excel without the add-in is repaired', async () => {
  await excel.type('Q22', '=_xldudf_IMPACT_LOYER_M2(100;20)');
  await excel.shows('Q22 : #NAME?');
  await excel.press('Impact', 'Réparer les #NOM?');
  await excel.shows('Q22 : 5');
});

test('values are frozen for readers without the add-in, and formulas put back', async () => {
  const { pane } = excel;
  const isClose = (value: unknown) => expect(Number(value)).toBeCloseTo(perSquareMetre, 9);
  await excel.task('Transmettre');
  await pane.getByLabel('Figer', { exact: true }).selectOption({ label: 'La feuille affichée' });
  await pane.getByRole('button', { name: 'Figer les valeurs' }).click();
  await pane.getByText(/^2\s+formules\s.*figées/u).waitFor();
  const { bytes } = await excel.save();
  const frozen = cellIn(bytes, 'Occupation et loyers', 'Q20');
  expect(frozen.f).toBeUndefined();
  isClose(frozen.v);
  await pane.getByRole('button', { name: 'Rétablir les formules' }).click();
  await pane.getByText(/^2\s+formules\s.*rétablies/u).waitFor();
  const restored = cellIn((await excel.save()).bytes, 'Occupation et loyers', 'Q20');
  // The sheet is named, or not, according to where the form was opened.
  expect(restored.f?.replaceAll("'Occupation et loyers'!", '')).toBe(
    '_xldudf_IMPACT_LOYER_M2(O4:O334,N4:N334)',
  );
  isClose(restored.v);
});

test('a study is rewritten, its figure changes, the person chooses, and the document says it', async () => {
  const { pane, page } = excel;
  await excel.task('Étude');
  await pane.locator('option[value="premier-bilan"]').waitFor({ state: 'attached' });
  await pane.getByLabel('Modèle').selectOption('premier-bilan');
  await pane.getByRole('button', { name: 'Page suivante' }).click();
  await pane.getByRole('button', { name: /^11.736 personnes y sont logées/u }).click();
  await pane.getByLabel('Votre texte').fill('Estuarine loge 11 736 habitants.');
  await pane.getByLabel('Votre nom').fill('Ada');
  await pane.getByRole('button', { name: 'Garder', exact: true }).click();
  await pane.getByText('réécrit', { exact: true }).waitFor();

  await excel.showSheet('Données');
  await excel.type(`E${rowOf('nb_occupants')}`, '11800');
  await pane.getByRole('heading', { name: /^1\stexte réécrit à choisir$/u }).waitFor();
  const conflict = pane.getByRole('group', { name: /^11.800 personnes y sont logées/u });
  expect((await conflict.locator('dd').allTextContents()).map(plain)).toEqual([
    '11 736 personnes y sont logées.',
    '11 800 personnes y sont logées.',
    'Estuarine loge 11 736 habitants.',
  ]);
  await conflict.getByRole('button', { name: 'Garder le texte réécrit' }).click();
  await pane.getByText(/^!?\s?11.736.: l’étude ne donne ce chiffre nulle part/u).waitFor();
  await pane.getByRole('button', { name: /^Estuarine loge/u }).click();
  await pane.getByLabel('Votre texte').fill('Estuarine loge 11 800 habitants.');
  await pane.getByRole('button', { name: 'Garder', exact: true }).click();
  await pane.getByRole('button', { name: 'Estuarine loge 11 800 habitants.' }).waitFor();

  await pane.getByRole('button', { name: 'Document Word' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    pane.getByRole('link', { name: /premier-bilan.*\.docx/u }).click(),
  ]);
  const parts = Object.entries(partsOf((await downloaded(download)).bytes));
  // The text and the head of each page; in words, because a part would fill the screen.
  const word = plain(parts.flatMap(([name, part]) => (/^word\/\w+\.xml$/u.test(name) ? part : [])).join());
  const said = ['Estuarine loge 11 800 habitants.', 'Document interne', '11 736'];
  expect(said.filter((one) => word.includes(one))).toEqual(said.slice(0, 2));
  // All of it is in the workbook: the next person finds it there.
  const kept = cellsOf((await excel.save()).bytes, 'Textes de l’étude').map((row) => row.slice(0, 5));
  expect(kept.flatMap((row) => (row[0] === 'premier-bilan' ? [row.map(String).map(plain)] : []))).toEqual([
    [
      'premier-bilan',
      'fr/REG:28/l-essentiel/texte-1/phrase-2',
      '11 800 personnes y sont logées.',
      'Estuarine loge 11 800 habitants.',
      'Ada',
    ],
  ]);
});

test('the study is written in the workbook, written again once agreed, and taken out', async () => {
  const { pane } = excel;
  const figures = 'Chiffres de l’étude';
  await pane.getByRole('button', { name: 'Écrire dans le classeur' }).click();
  await pane.getByText(/^L’étude est dans le classeur/u).waitFor();
  // « 11 800 », typed above in the data, is on the page by a formula on the table of the study's figures.
  const { bytes } = await excel.save();
  const row = cellsOf(bytes, figures).findIndex(([code]) => code === 'CTX-03') + 1;
  const shownAt = cellsOf(bytes, 'L’essentiel').findIndex(([label]) => label === 'Personnes logées') + 1;
  expect(cellIn(bytes, 'L’essentiel', `B${shownAt}`)).toMatchObject({
    f: `'${figures}'!$E$${row}`,
    v: 11_800,
  });
  expect(cellsOf(bytes, 'L’essentiel').flat()).toContain(
    'Document interne : chiffres non protégés, à ne pas diffuser',
  );

  await excel.showSheet(figures);
  await excel.type(`E${row}`, '12');
  await pane.getByRole('button', { name: 'Écrire de nouveau' }).click();
  await pane.getByText(/^Modifiées depuis.*« Chiffres de l’étude »/u).waitFor();
  await pane.getByRole('button', { name: 'Remplacer ces feuilles' }).click();
  await pane.getByText(/^L’étude est dans le classeur/u).waitFor();
  expect(cellIn((await excel.save()).bytes, 'L’essentiel', `B${shownAt}`).v).toBe(11_800);

  await pane.getByRole('button', { name: 'Retirer du classeur' }).click();
  await pane.getByRole('button', { name: 'Supprimer ces feuilles' }).click();
  await pane.getByText(/^L’étude n’est plus dans le classeur/u).waitFor();
  await pane.getByRole('button', { name: 'Écrire dans le classeur' }).waitFor();
});

test('nothing went wrong unseen', () => expect(excel.uncaught).toEqual([]));
