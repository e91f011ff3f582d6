/** Campaign workbook: the tables it is found by, and their headings in the order people read them. */
export const campaignTables = {
  settings: 'IMPACT_CAMPAGNE',
  perimeter: 'IMPACT_PERIMETRE',
  followUp: 'IMPACT_SUIVI',
  reminders: 'IMPACT_RELANCES',
  journal: 'IMPACT_JOURNAL',
  asked: 'CAMPAGNE_DONNEES',
} as const;

/** The columns of each table, in the order they are written; readers find them by name. */
export const campaignHeadings = {
  settings: ['champ', 'valeur', 'aide'],
  perimeter: ['siren', 'raison_sociale', 'famille', 'groupe', 'territoire', 'logements'],
  followUp: [
    'siren',
    'raison_sociale',
    'etat',
    'date',
    'qui',
    'part_remplie',
    'remarques_bloquantes',
    'commentaire',
    'transmis_par',
    'transmis_le',
    'version',
    'fichier',
  ],
  reminders: ['siren', 'raison_sociale', 'etat', 'objet', 'texte'],
  journal: [
    'quand',
    'qui',
    'siren',
    'code',
    'annee',
    'territoire',
    'ancien',
    'nouveau',
    'motif',
    'annule_par',
  ],
  asked: ['code', 'libelle', 'theme', 'unite'],
} as const satisfies Record<keyof typeof campaignTables, readonly string[]>;

/** Fields of `IMPACT_CAMPAGNE`. */
export const settingFields = {
  union: 'union',
  year: 'annee',
  territory: 'territoire',
  deadline: 'echeance',
  themes: 'themes',
  coefficientSet: 'jeu_coefficients',
} as const;

/** The sheets of a campaign workbook, in tab order. */
export const campaignSheets = {
  settings: 'Campagne',
  followUp: 'Suivi',
  perimeter: 'Périmètre',
  reminders: 'Relances',
  journal: 'Journal',
  asked: 'Données demandées',
} as const satisfies Record<keyof typeof campaignTables, string>;

/** What the field of coefficients says when formulas take those of the catalogue. */
export const DEFAULT_COEFFICIENTS = 'par défaut';

/** What the field of themes says when all are asked. */
export const ALL_THEMES = 'tous';

/** Longest texts kept of a cell of the campaign workbook, in characters. */
export const LONGEST_TEXT = 1000;
