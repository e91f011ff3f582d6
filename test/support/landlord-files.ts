import { fecText, invoice, type EntryLine } from '../importers/fec/support';
import { restrictedFile, type Dwelling } from '../importers/rpls/lines';
import { writeWorkbook } from '../../src/xlsx';

/** SIREN of a landlord that does not exist; its check digit is right (2×3, 8, 2×9 → 9, … : 40). */
export const siren = '732829320';

const commune = (insee: string, postal: string, name: string): Dwelling => ({
  DEPCOM: insee,
  CODEPOSTAL: postal,
  LIBCOM: name,
  SIRET: `${siren}00014`,
  CAT_ORG: '1',
  PLG_IRIS2024_CODE: '',
});
const caen = commune('14118', '14000', 'CAEN');
const lisieux = commune('14366', '14100', 'LISIEUX');

/** 10 dwellings in Caen and 6 in Lisieux, all let at 300 € for 60 m² but for what is said beside. */
export const dwellings: readonly Dwelling[] = [
  ...Array.from({ length: 6 }, () => ({
    ...caen,
    DPEENERGIE: 'C',
    DPE_CONSO_ENER: '150',
    DPE_CONSO_GES: '20',
  })),
  // One in a district of the city's policy, poorly rated; its tenant moved in during the year.
  {
    ...caen,
    QPV: '1',
    DPEENERGIE: 'F',
    DPE_CONSO_ENER: '400',
    DPE_CONSO_GES: '80',
    BAIL: '03/2024',
    CONTRESLOG: '3',
  },
  // Built and let in the year.
  {
    ...caen,
    CONSTRUCT: '2024',
    LOCAT: '2024',
    PATRIMOINE: '2024',
    ORIGINE: '4',
    BAIL: '06/2024',
    LOYERPRINC: '450',
    DPEENERGIE: 'A',
    DPE_CONSO_ENER: '50',
    DPE_CONSO_GES: '5',
  },
  // Vacant since the spring.
  {
    ...caen,
    MODE: '2',
    LOYERPRINC: '9999',
    BAIL: '',
    REMLOCDATE: '05/2024',
    DPEENERGIE: 'D',
    DPE_CONSO_ENER: '210',
    DPE_CONSO_GES: '40',
  },
  {
    ...caen,
    TYPECONST: 'I',
    NBPIECE: '4',
    SURFHAB: '90',
    LOYERPRINC: '540',
    DPEENERGIE: 'D',
    DPE_CONSO_ENER: '200',
    DPE_CONSO_GES: '40',
  },
  ...Array.from({ length: 5 }, () => ({
    ...lisieux,
    DPEENERGIE: 'D',
    DPE_CONSO_ENER: '200',
    DPE_CONSO_GES: '40',
  })),
  { ...lisieux, DPEENERGIE: '', DPEDATE: '01/1900' },
];

/** The restricted file of the survey of 1 January 2025, with rents: reporting year 2024. */
export function rplsFile(): Uint8Array {
  const text = restrictedFile(...dwellings);
  const end = text.indexOf('\n');
  // The dated headings that tell the survey.
  const lines = text
    .split('\n')
    .map((line, index) => (index === 0 ? `${line};PLG_IRIS2024_CODE` : `${line};`));
  return new TextEncoder().encode(end < 0 ? text : lines.join('\n'));
}

export const fecName = `${siren}FEC20241231.txt`;

const dated = { date: '20240315' } as const;

/** One entry of each sort that the figures rest on; amounts are round so that a person can add them. */
export const entries: readonly EntryLine[] = [
  ...invoice(1, '615100', '60000,00', 'F001', { ...dated, label: 'Entretien courant' }),
  ...invoice(2, '615200', '140000,00', 'F002', { ...dated, label: 'Gros entretien' }),
  ...invoice(3, '231301', '900000,00', 'F003', { ...dated, label: 'Constructions neuves' }),
  ...invoice(4, '231302', '400000,00', 'F002', { ...dated, label: 'Réhabilitation' }),
  ...invoice(5, '606100', '20000,00', 'F001', { ...dated, label: 'Fournitures' }),
  { ...dated, entry: 6, account: '635120', label: 'Taxes foncières', debit: '96000,00' },
  { ...dated, entry: 6, account: '447000', label: 'Impôts', credit: '96000,00' },
  { ...dated, entry: 7, account: '641100', label: 'Salaires', debit: '300000,00' },
  { ...dated, entry: 7, account: '421000', label: 'Personnel', credit: '300000,00' },
  { ...dated, entry: 8, account: '645100', label: 'Urssaf', debit: '120000,00' },
  { ...dated, entry: 8, account: '431000', label: 'Sécurité sociale', credit: '120000,00' },
  { ...dated, entry: 9, account: '411000', label: 'Locataires', debit: '480000,00' },
  { ...dated, entry: 9, account: '704100', label: 'Loyers', credit: '480000,00' },
  { ...dated, entry: 10, account: '635400', label: 'Droits', debit: '4000,00' },
  { ...dated, entry: 10, account: '447000', label: 'Impôts', credit: '4000,00' },
  { ...dated, entry: 11, account: '512000', label: 'Banque', debit: '50000,00' },
  { ...dated, entry: 11, account: '131100', label: 'Subventions État', credit: '50000,00' },
  { ...dated, entry: 12, account: '695000', label: 'Impôt sur les sociétés', debit: '8000,00' },
  { ...dated, entry: 12, account: '444000', label: 'État', credit: '8000,00' },
];

export const fecFile = (): Uint8Array => new TextEncoder().encode(fecText(entries));

export const suppliersName = 'fournisseurs.csv';

/** Two suppliers in Calvados, one in Paris. */
export const suppliersFile = (): Uint8Array =>
  new TextEncoder().encode(
    [
      'Code fournisseur;Raison sociale;SIRET;Code postal;Ville',
      'F001;SOCIETE F001;55210055400013;14000;CAEN',
      'F002;SOCIETE F002;44306184100047;14100;LISIEUX',
      'F003;SOCIETE F003;54205118000066;75015;PARIS',
    ].join('\r\n'),
  );

/** The lines of the management report: what neither the RPLS nor the accounts tell. */
export const reportLines: readonly (readonly [label: string, unit: string, before: number, now: number])[] = [
  ['Personnes logées', 'personnes', 33, 34],
  ['Équivalents-logements en logements-foyers', 'logements', 4, 4],
  ['Effectif en ETP', 'ETP', 7.5, 8],
  ['Effectif de proximité en ETP', 'ETP', 3, 3.2],
  ['Dépenses de démolition', 'k€', 0, 100],
  ['Heures d’insertion', 'heures', 900, 1200],
  ['Logements rénovés énergétiquement', 'logements', 2, 4],
  ['Sorties de passoires', 'logements', 1, 2],
  ['Attributions à des titulaires de moins de 30 ans', 'ménages', 1, 1],
  ['Attributions à des ménages sans logement propre', 'ménages', 0, 1],
  ['Mutations internes', 'ménages', 0, 1],
  ['Impayés de l’année', 'k€', 11, 12],
  ['Plans d’apurement signés', 'plans', 2, 3],
  ['Expulsions avec concours de la force publique', 'nombre', 1, 0],
  ['Ménages accompagnés socialement', 'ménages', 3, 4],
  ['Abattement TFPB en QPV', 'k€', 2, 2.5],
  ['Contreparties de l’abattement TFPB', 'k€', 3, 3],
  ['Agréments PLAI', 'logements', 2, 3],
  ['Agréments PLUS', 'logements', 4, 5],
  ['Agréments PLS', 'logements', 1, 1],
  ['Logements adaptés dans l’année', 'logements', 1, 2],
  ['Logements accessibles PMR', 'logements', 3, 4],
  ['Investissements en QPV', 'k€', 50, 60],
  ['Réponses exprimées', 'nombre', 10, 12],
  ['Réponses satisfaites', 'nombre', 8, 9],
  ['Ménages en retard de paiement', 'ménages', 2, 3],
];

/** The landlord's own workbook: a title, a heading on row 3, one line a figure, the year and the one before. */
export const reportWorkbook = (): Promise<Uint8Array> =>
  writeWorkbook({
    title: 'Rapport de gestion',
    creator: 'Bailleur',
    modified: new Date(Date.UTC(2025, 1, 1)),
    sheets: [
      {
        name: 'Budget 2024',
        columns: [{ width: 52 }, { width: 14 }, { width: 12 }, { width: 12 }],
        rows: [
          { cells: [{ value: 'Suivi de gestion 2024' }] },
          { cells: [] },
          {
            cells: ['Libellé', 'Unité', 'Réalisé 2023', 'Réalisé 2024'].map((value) => ({ value })),
          },
          ...reportLines.map((line) => ({ cells: line.map((value) => ({ value })) })),
        ],
      },
    ],
  });
