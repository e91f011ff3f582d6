import { startSimulatedExcel, type SimulatedExcel } from './simulated-excel';
import { cellsOf, sampleFile, shown } from './workbooks';

let excel: SimulatedExcel;

beforeAll(async () => {
  excel = await startSimulatedExcel();
  await excel.load('?classeur=exemple.xlsx');
});

afterAll(() => excel?.stop());

test('the page says that it is not Excel', async () => {
  expect(await excel.page.locator('.notice').textContent()).toContain('ce n’est pas Microsoft Excel');
});

test('a sheet is shown by its tab', async () => {
  await excel.showSheet('Occupation et loyers');
  await excel.goTo('O3');
  await excel.shows('Occupation et loyers ! O3 : Loyers HC du mois');
});

test('a French formula is calculated, with its separator and decimal comma', async () => {
  await excel.type('R3', '=SOMME(1,5;2)', 'key by key');
  await excel.shows('R3 : 3,5');
});

test('numbers are read and shown in French', async () => {
  await excel.type('R5', '12,5 %', 'key by key');
  await excel.shows('R5 : 12,50%');
  await excel.type('R5', '1 234,5');
  await excel.type('S5', '=R5*2');
  await excel.shows('S5 : 2469');
  await excel.type('S6', '1,234');
  await excel.type('S7', '=S6*2');
  await excel.shows('S7 : 2,468');
});

test('a formula in English is calculated too', async () => {
  await excel.type('R4', '=SUM(20,22)', 'key by key');
  await excel.shows('R4 : 42');
});

describe('functions of the add-in, through its real runtime', () => {
  /** Rows 4 to 334 of the sheet, one a residence; row 335 holds the totals. */
  const residences = cellsOf(sampleFile(), 'Occupation et loyers').slice(3, 334);
  const sum = (rows: readonly unknown[][], column: number) =>
    rows.reduce((total, row) => total + Number(row[column]), 0);

  test('LOYER_M2 on the columns of the sample gives the rents over the areas', async () => {
    const [areas, rents] = [13, 14];
    const counted = residences.filter((row) => Number(row[areas]) > 0 && Number(row[rents]) > 0);
    await excel.type('Q3', '=IMPACT.LOYER_M2(O4:O334;N4:N334)', 'key by key');
    await excel.shows(`Q3 : ${shown(sum(counted, rents) / sum(counted, areas))}`);
  });

  test('columns taken with their titles and blank rows below give the same', async () => {
    await excel.type('Q4', '=IMPACT.LOYER_M2(O3:O334;N3:N334)-Q3');
    await excel.shows('Q4 : 0');
  });

  test('a result follows the cell it was calculated from', async () => {
    await excel.type('R6', '100');
    await excel.type('R7', '20');
    await excel.type('R8', '=IMPACT.LOYER_M2(R6;R7)');
    await excel.shows('R8 : 5');
    await excel.type('R7', '40');
    await excel.goTo('R8');
    await excel.shows('R8 : 2,5');
  });

  test('columns of a table are named by their headings', async () => {
    const rows = cellsOf(sampleFile(), 'Loyers par commune').slice(3);
    const counted = rows.filter((row) => Number(row[3]) > 0 && Number(row[5]) > 0);
    await excel.type('Q5', '=IMPACT.LOYER_M2(IMPACT_LOYERS[loyer_hlm];IMPACT_LOYERS[surface_louee])');
    await excel.shows(`Q5 : ${shown(sum(counted, 3) / sum(counted, 5))}`);
  });

  test('SIREN_VALIDE checks the key of numbers typed in any way', async () => {
    // Luhn from the right, doubling every second digit: 732829320 → 0+4+3+(18→9)+2+(16→7)+2+6+7 = 40.
    await excel.type('T3', '732 829 320');
    await excel.type('T4', '732829321');
    await excel.type('U3', '=IMPACT.SIREN_VALIDE(T3:T5)');
    await excel.shows('U3 : VRAI');
    await excel.goTo('U4');
    await excel.shows('U4 : FAUX');
    await excel.goTo('U5');
    await excel.shows('U5 : vide');
  });

  test('INDICATEURS spills its table, and says when a cell is in the way', async () => {
    const answers = new Map(
      cellsOf(sampleFile(), 'Données').map((row) => [String(row[1]), Number(row[4])] as const),
    );
    const vacancy = (answers.get('nb_vacants') ?? 0) / (answers.get('nb_proposes_location') ?? 0);
    await excel.type('Q10', '=IMPACT.INDICATEURS(IMPACT_DONNEES[#Tout];;;"OFF-08")');
    await excel.shows('Q10 : code');
    for (const [cell, content] of [
      ['Q11', 'OFF-08'],
      ['R11', 'Taux de vacance total'],
      ['S11', shown(vacancy)],
      ['U11', 'calculé'],
      ['W11', `${(vacancy * 100).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} %`],
    ] as const) {
      await excel.goTo(cell);
      await excel.shows(`${cell} : ${content}`);
    }
    await excel.type('S11', 'une note');
    await excel.goTo('Q10');
    await excel.shows('Q10 : #');
    await excel.goTo('S11');
    await excel.shows('S11 : une note');
    await excel.page.keyboard.press('Delete');
    await excel.goTo('Q10');
    await excel.shows('Q10 : code');
  });

  test('a region is consolidated in a cell, by the part of the add-in that is fetched for it', async () => {
    const facts = [
      ['siren', 'code', 'annee', 'territoire', 'valeur'],
      ['111111118', 'nb_lls', '2024', 'DEP:14', '300'],
      ['222222226', 'nb_lls', '2024', 'DEP:50', '100'],
    ];
    for (const [down, row] of facts.entries())
      for (const [across, cell] of row.entries()) await excel.type(`${'TUVWX'[across]}${down + 22}`, cell);
    await excel.type('T26', '=IMPACT.CONSOLIDER("CTX-01";T22:X24)');
    await excel.shows('T26 : 400');
    await excel.type('X24', '150');
    await excel.goTo('T26');
    await excel.shows('T26 : 450');
    await excel.type('T27', '=IMPACT.CONSOLIDER("CTX-01";T22:X24;2024;"DEP:14")');
    await excel.shows('T27 : 300');
    await excel.type('T28', '=IMPACT.CONSOLIDER("CTX-01";IMPACT_DONNEES[#Tout])');
    await excel.shows('il manque la colonne siren');
    await excel.type('T29', '=IMPACT.SECRET(X23:X24;T23:T24;;"motif")');
    await excel.shows('T29 : moins de 3 bailleurs indépendants');
  });

  test('an error comes with a sentence that says what to do, on the card of the cell too', async () => {
    await excel.type('R13', '=IMPACT.LOYER_M2(X20:X21;Y20:Y21)');
    await excel.shows('R13 : #N/A — Aucune ligne n');
    await excel.shows('remplissez-les');
  });

  test('a blank is not a zero, and an error given is an error back', async () => {
    await excel.type('R14', '=IMPACT.LOYER_M2(R6;X20)');
    await excel.shows('R14 : #N/A');
    await excel.type('R15', '=NA()');
    await excel.type('R16', '=IMPACT.LOYER_M2(R15;R7)');
    await excel.shows('R16 : #VALUE! — « loyers » : la cellule contient l’erreur #N/A. Corrigez-la');
    await excel.type('R17', '#N/A');
    await excel.type('R18', '=ESTNA(R17)');
    await excel.shows('R18 : VRAI');
  });
});

test('what was typed is undone and done again', async () => {
  await excel.type('R20', '12');
  await excel.type('R20', '13');
  await excel.press('Accueil', 'Annuler');
  await excel.shows('R20 : 12');
  await excel.press('Accueil', 'Rétablir');
  await excel.shows('R20 : 13');
});

test('nothing went wrong unseen', () => expect(excel.uncaught).toEqual([]));
