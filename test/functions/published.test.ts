import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../src/catalogue';
import { buildTemplate } from '../../src/contribution';
import { metadata } from '../../src/functions';

/**
 * What was published stays: Excel keeps the description of a function for a day and workbooks keep their calls for
 * years (office-js #2777, #4722). A need that comes later is a new function, or one more optional parameter at the end.
 */
const published = [
  'CO2(consommations; energies; famille; [unite])',
  'COEFFICIENT(code; [annee]; [jeu]; [mesure]; [territoire])',
  'COMMUNE(codes_postaux; [forme])',
  'CONSOLIDER(codes; faits; [annee]; [territoires]; [perimetre]; [loyers]; [travaux]; [listes]; [references])',
  'COUVERTURE(codes; faits; [annee]; [territoires]; [perimetre]; [loyers]; [travaux]; [listes]; [references])',
  'DEFINITION(code; [champ]; [langue])',
  'ECONOMIE_LOYER(loyers_hlm; loyers_marche; surfaces; [mois])',
  'EMPLOIS(montants; nature; [jeu]; [mesure]; [unite])',
  'EMPLOIS_LOGEMENTS(logements; nature; [jeu]; [mesure])',
  'ETIQUETTE_DPE(consommation; emissions; [surface]; [altitude]; [zone]; [jeu])',
  'EXPLIQUER(code; [donnees]; [annee]; [territoire]; [loyers]; [travaux]; [listes]; [references]; [langue])',
  'GAIN_ENERGETIQUE(avant; apres; [surfaces]; [mesure])',
  'HEURES_INSERTION_ETP(heures; [jeu]; [mesure])',
  'INDICATEUR(code; donnees; [annee]; [territoire]; [loyers]; [travaux]; [listes]; [references])',
  'INDICATEURS(donnees; [annee]; [territoires]; [choix]; [loyers]; [travaux]; [listes]; [references]; [langue])',
  'LM3(depense; locale; redepense)',
  'LOYER_M2(loyers; surfaces)',
  'NOMBRE_FR(textes)',
  'PART_ETIQUETTES(etiquettes; [classes]; [logements])',
  'PART_LOCALE(montants; codes; territoire; [type]; [fournisseurs]; [mesure])',
  'REDRESSER(valeurs; logements; [familles]; [mesure])',
  'SECRET(valeurs; bailleurs; [groupes]; [forme])',
  'SIREN_VALIDE(sirens)',
  'SIRET_VALIDE(sirets)',
  'TAUX_IMPAYES(impayes; quittancement)',
  'TAUX_MOBILITE(emmenagements; en_location)',
  'TAUX_VACANCE(vacants; [proposes])',
  'TERRITOIRE(communes; [niveau]; [forme])',
  'ZONE(communes; table; [colonne])',
];

test('no published function has lost, renamed or moved a parameter', () => {
  const now = metadata('fr').functions.map(
    ({ id, parameters }) =>
      `${id}(${parameters.map((one) => (one.optional ? `[${one.name}]` : one.name)).join('; ')})`,
  );
  // Compared as beginnings: an optional parameter may be added at the end.
  const kept = (one: string) =>
    now.some((other) => other === one || other.startsWith(`${one.slice(0, -1)}; [`));
  expect(published.filter((one) => !kept(one))).toEqual([]);
  expect(published).toHaveLength(29);
});

test('no function is volatile, streams, or asks where it stands: Excel calls it when its inputs change, and then only', () => {
  for (const one of metadata('fr').functions)
    expect(Object.keys(one).sort()).toEqual(['description', 'id', 'name', 'parameters', 'result']);
});

test('the questionnaire holds no function that recalculates the workbook at every change', () => {
  const { sheets } = buildTemplate(
    { siren: '732829320', name: 'Essai', year: 2024, family: 'OPH' },
    catalogue,
  );
  const formulas = sheets.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell?.formula === undefined ? [] : [cell.formula]))),
  );
  expect(formulas.length).toBeGreaterThan(100);
  const volatile = /\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO)\(/iu;
  expect(formulas.filter((one) => volatile.test(one))).toEqual([]);
});

test('no part of the add-in keeps anything in the browser, or sends anything', () => {
  const source = join(__dirname, '../../src');
  const folders = [
    'functions',
    'excel',
    'taskpane',
    'contribution',
    'consolidation',
    'catalogue',
    'territory',
  ];
  const files = folders.flatMap((folder) =>
    readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/u.test(name))
      .map((name) => join(source, folder, name)),
  );
  expect(files.length).toBeGreaterThan(150);
  const stores =
    /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|OfficeRuntime\.storage|caches\.open)\b/u;
  const sends = /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource/u;
  const code = (file: string) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gmu, '');
  expect(files.filter((file) => stores.test(code(file)) || sends.test(code(file)))).toEqual([]);
});
