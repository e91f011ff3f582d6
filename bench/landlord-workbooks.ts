import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from './support/random';
import { SheetWriter, Strings } from './support/sheet-writer';
import { zipFiles } from './support/zip-writer';

/** 52 landlords as a regional union receives them. */
const SIZES = [
  { name: 'petit', count: 26, dwellings: 450 },
  { name: 'moyen', count: 20, dwellings: 4_500 },
  { name: 'grand', count: 6, dwellings: 30_000 },
] as const;

const COMMUNES = ['Caen', 'Hérouville-Saint-Clair', 'Évreux', 'Le Havre', 'Cherbourg-en-Cotentin', 'Alençon'];
const STREETS = [
  'rue des Églantiers',
  'avenue du Maréchal-Foch',
  'place de la République',
  'impasse du Moulin',
];
const FUNDING = ['PLAI', 'PLUS', 'PLS', 'PLI'];
const LABELS = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const TYPES = ['T1', 'T2', 'T3', 'T4', 'T5'];

/**
 * Writes the 52 workbooks into `folder` unless they are there, the same on every machine: the landlord's own
 * sheets as Excel would write them (shared strings, rich text, dates, formulas with their results, a calculation
 * chain) and, last, the sheets of its contribution. Returns their paths.
 */
export async function landlordWorkbooks(folder: string, every = 1): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const known = new Set(await readdir(folder));
  const paths: string[] = [];
  let index = 0;
  for (const { name, count, dwellings } of SIZES) {
    for (let i = 0; i < count; i++, index++) {
      if (index % every !== 0) continue;
      const file = `${String(index + 1).padStart(2, '0')}-${name}.xlsx`;
      paths.push(join(folder, file));
      if (known.has(file)) continue;
      const random = new Random(1000 + index);
      await writeFile(
        join(folder, file),
        workbook(index, Math.round(dwellings * (0.7 + 0.6 * random.next())), random),
      );
    }
  }
  return paths;
}

function workbook(index: number, dwellings: number, random: Random): Uint8Array {
  const strings = new Strings();
  const sheets = [
    { name: 'Patrimoine', sheet: stock(dwellings, random, strings) },
    { name: 'Baux', sheet: leases(Math.round(dwellings * 0.9), random, strings) },
    { name: 'Achats', sheet: purchases(Math.round(dwellings * 0.2), random, strings) },
    { name: 'Budget', sheet: budget(random, strings) },
    { name: 'Identité', sheet: identity(index, strings) },
    { name: 'Données', sheet: facts(random, strings) },
    { name: 'Listes', sheet: lists(random, strings) },
    { name: 'Loyers et travaux', sheet: rentsAndWorks(random, strings) },
  ];
  return zipFiles(sheets, strings);
}

function stock(count: number, random: Random, strings: Strings): SheetWriter {
  const sheet = new SheetWriter(strings);
  sheet.header(
    'Référence,Commune,INSEE,Adresse,Bâtiment,Étage,Typologie,Surface habitable,Surface utile,Loyer mensuel,Charges,Loyer au m²,Loyer annuel,Financement,Mise en location,Construction,DPE,Conso,GES,Vacant,Durée vacance,Conventionné,APL,QPV,Observation'.split(
      ',',
    ),
  );
  for (let i = 0; i < count; i++) {
    const row = sheet.row();
    const surface = random.decimal(18, 110, 1);
    const rent = random.decimal(180, 720, 2);
    row.text(`LGT-${String(100_000 + i)}`);
    row.text(random.pick(COMMUNES));
    row.text(String(14_000 + random.integer(0, 700)));
    row.text(`${random.integer(1, 180)} ${random.pick(STREETS)}`);
    row.text(`Bât. ${random.pick(LABELS)}`);
    row.number(random.integer(0, 12));
    row.text(random.pick(TYPES));
    row.number(surface);
    row.number(random.decimal(18, 120, 1));
    row.number(rent, 3);
    row.number(random.decimal(20, 190, 2), 3);
    row.formula(`J${i + 2}/H${i + 2}`, rent / surface);
    row.formula(`J${i + 2}*12`, rent * 12);
    row.text(random.pick(FUNDING));
    row.number(random.integer(25_000, 44_000), 2);
    row.number(random.integer(1930, 2023));
    row.text(random.pick(LABELS));
    row.number(random.integer(40, 480));
    row.number(random.integer(2, 110));
    row.boolean(random.next() < 0.04);
    if (random.next() < 0.3) row.number(random.integer(1, 700));
    else row.blank(4);
    row.text(random.next() < 0.95 ? 'oui' : 'non');
    row.number(random.decimal(0, 320, 2), 3);
    row.text(random.next() < 0.3 ? 'oui' : 'non');
    if (random.next() < 0.1) row.text(`Travaux prévus en ${random.integer(2020, 2026)} & suivants`);
    else row.blank(1);
  }
  return sheet;
}

function leases(count: number, random: Random, strings: Strings): SheetWriter {
  const sheet = new SheetWriter(strings);
  sheet.header('Bail,Référence,Entrée,Sortie,Motif,Quittancé,Encaissé,Impayé,Taux,Âge'.split(','));
  for (let i = 0; i < count; i++) {
    const row = sheet.row();
    const due = random.decimal(2_000, 9_000, 2);
    const paid = random.decimal(1_800, 9_000, 2);
    row.text(`BAIL-${String(500_000 + i)}`);
    row.text(`LGT-${String(100_000 + i)}`);
    row.number(random.integer(36_000, 44_500), 2);
    if (random.next() < 0.1) row.number(random.integer(43_000, 44_900), 2);
    else row.blank(2);
    row.text(random.pick(['mutation', 'départ', 'décès', 'en cours']));
    row.number(due, 3);
    row.number(paid, 3);
    row.formula(`MAX(0,F${i + 2}-G${i + 2})`, Math.max(0, Math.round((due - paid) * 100) / 100));
    row.formula(`H${i + 2}/F${i + 2}`, Math.max(0, due - paid) / due);
    row.number(random.integer(19, 91));
  }
  return sheet;
}

function purchases(count: number, random: Random, strings: Strings): SheetWriter {
  const sheet = new SheetWriter(strings);
  sheet.header('Fournisseur,SIREN,Code postal,Commune,Nature,Montant HT,Montant TTC'.split(','));
  for (let i = 0; i < count; i++) {
    const row = sheet.row();
    const amount = random.decimal(300, 250_000, 2);
    row.text(`Entreprise ${random.integer(1, 900)} & Fils`);
    row.text(String(random.integer(300_000_000, 899_999_999)));
    row.text(String(random.integer(14_000, 14_999)));
    row.text(random.pick(COMMUNES));
    row.text(random.pick(['entretien', 'gros travaux', 'études', 'espaces verts']));
    row.number(amount, 3);
    row.formula(`F${i + 2}*1.2`, amount * 1.2);
  }
  return sheet;
}

function budget(random: Random, strings: Strings): SheetWriter {
  const sheet = new SheetWriter(strings);
  sheet.header(['Compte', 'Libellé', ...Array.from({ length: 14 }, (_, i) => `Exercice ${2010 + i}`)]);
  for (let i = 0; i < 160; i++) {
    const row = sheet.row();
    row.text(String(600 + i));
    row.richText('Charges ', `de nature ${i}`);
    for (let y = 0; y < 14; y++) row.number(random.decimal(1_000, 9_000_000, 2), 3);
  }
  return sheet;
}

function identity(index: number, strings: Strings): SheetWriter {
  const sheet = new SheetWriter(strings);
  sheet.header(['champ', 'valeur']);
  for (const [field, value] of [
    ['siren', String(300_000_000 + index * 17)],
    ['raison_sociale', `Habitat du bocage ${index + 1}`],
    ['exercice', 2023],
    ['famille', ['OPH', 'ESH', 'COOP', 'SEM'][index % 4] ?? 'OPH'],
    ['statut', 'transmis'],
  ] as const) {
    const row = sheet.row();
    row.text(field);
    if (typeof value === 'number') row.number(value);
    else row.text(value);
  }
  sheet.table('IMPACT_IDENTITE', 0);
  return sheet;
}

function facts(random: Random, strings: Strings): SheetWriter {
  const sheet = new SheetWriter(strings);
  sheet.header(['code', 'annee', 'territoire', 'valeur', 'libelle', 'unite', 'source', 'commentaire']);
  for (let i = 0; i < 450; i++) {
    const row = sheet.row();
    row.text(`point_de_donnee_${i % 150}`);
    row.number(2023);
    row.text(['REG:28', 'DEP:14', 'DEP:50'][Math.floor(i / 150)] ?? '');
    if (random.next() < 0.5)
      row.formula(`SUM(Budget!C${(i % 150) + 2}:P${(i % 150) + 2})`, random.decimal(0, 9e6, 2));
    else if (random.next() < 0.1) row.text('ND');
    else row.number(random.integer(0, 90_000));
    row.text(`Ce que mesure le point de donnée ${i % 150}`);
    row.text(['€', 'logements', 'm²'][i % 3] ?? '');
    row.blank(1);
    row.blank(1);
  }
  sheet.table('IMPACT_DONNEES', 0);
  return sheet;
}

function lists(random: Random, strings: Strings): SheetWriter {
  const sheet = new SheetWriter(strings);
  sheet.header(['code', 'annee', 'territoire', 'identifiant']);
  for (let i = 0; i < 300; i++) {
    const row = sheet.row();
    row.text('fournisseurs');
    row.number(2023);
    row.text('REG:28');
    row.text(String(random.integer(300_000_000, 899_999_999)));
  }
  sheet.table('IMPACT_LISTES', 0);
  return sheet;
}

function rentsAndWorks(random: Random, strings: Strings): SheetWriter {
  const sheet = new SheetWriter(strings);
  sheet.header(['annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee']);
  for (let i = 0; i < 60; i++) {
    const row = sheet.row();
    row.number(2023);
    row.text(`DEP:${[14, 50, 61, 27, 76][i % 5]}`);
    row.text(random.pick(TYPES));
    row.number(random.decimal(4, 8, 2), 3);
    row.number(random.decimal(7, 15, 2), 3);
    row.number(random.integer(900, 90_000));
  }
  sheet.table('IMPACT_LOYERS', 0);
  const start = sheet.rows + 2;
  sheet.skipTo(start);
  sheet.header('annee,territoire,operation,surface,conso_avant,conso_apres,ges_avant,ges_apres'.split(','));
  for (let i = 0; i < 25; i++) {
    const row = sheet.row();
    row.number(2023);
    row.text('REG:28');
    row.text(`Réhabilitation n° ${i + 1}`);
    row.number(random.integer(400, 9_000));
    for (let k = 0; k < 4; k++) row.number(random.integer(20, 400));
  }
  sheet.table('IMPACT_TRAVAUX', start);
  return sheet;
}
