import { headings, tableNames } from '../../contribution';

/**
 * What a union's workbook keeps of the contributions it took: tables that people read and functions compute from.
 * Which version of a landlord counts is said by its row of `IMPACT_SUIVI`, and by nothing else.
 */
export const receivedTables = {
  versions: 'IMPACT_RECUS',
  facts: 'IMPACT_FAITS',
  rents: 'IMPACT_FAITS_LOYERS',
  works: 'IMPACT_FAITS_TRAVAUX',
  lists: 'IMPACT_FAITS_LISTES',
  locals: 'IMPACT_FAITS_INDICATEURS',
  remarks: 'IMPACT_FAITS_REMARQUES',
} as const;

export type ReceivedTable = keyof typeof receivedTables;

/**
 * Whose row it is; the first columns of every table but that of versions, which tells the year. As few columns as can
 * be: 600 landlords make 100,000 rows.
 */
const owner = ['siren', 'version'] as const;

/**
 * The columns of each, those of the format under its own headings: what reads a table of all landlords with a column
 * `siren` reads these. `remplacee`, filled, says since when a row counts no more.
 */
export const receivedHeadings = {
  versions: [
    'siren',
    'raison_sociale',
    'exercice',
    'version',
    'remplace',
    'pris_le',
    'pris_par',
    'fichier',
    'statut',
    'transmis_le',
    'famille',
    'groupe',
    'contact',
    'accord_nominatif',
    'version_catalogue',
    'modifie_le',
    'part_remplie',
    'remarques_bloquantes',
    'etat_avant',
    'date_avant',
    'qui_avant',
  ],
  facts: [...owner, 'code', 'annee', 'territoire', 'valeur', 'cellule', 'source', 'commentaire', 'remplacee'],
  rents: [...owner, ...headings[tableNames.rents], 'cellule', 'remplacee'],
  works: [...owner, ...headings[tableNames.works], 'cellule', 'remplacee'],
  lists: [...owner, ...headings[tableNames.lists], 'cellule', 'remplacee'],
  locals: [...owner, ...headings[tableNames.locals], 'cellule', 'remplacee'],
  remarks: [...owner, 'niveau', 'genre', 'sujet', 'remarque', 'cellule', 'remplacee'],
} as const satisfies Record<ReceivedTable, readonly string[]>;

/** The sheets they stand on, in tab order. */
export const receivedSheets = {
  versions: 'Reçus',
  facts: 'Faits reçus',
  rents: 'Loyers reçus',
  works: 'Travaux reçus',
  lists: 'Listes reçues',
  locals: 'Indicateurs reçus',
  remarks: 'Remarques reçues',
} as const satisfies Record<ReceivedTable, string>;

/** What a cell of these tables is given. */
export type StoredCell = string | number | boolean | Date | null;

/** Rows to add, by table, in the order of the headings. */
export type StoredRows = Readonly<Record<ReceivedTable, readonly (readonly StoredCell[])[]>>;
