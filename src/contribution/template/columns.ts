/** The questionnaire's columns: the specified ones of IMPACT_DONNEES and, between them, the help for a person. */
export const questionnaire = {
  sheet: 'Questionnaire',
  table: 'IMPACT_DONNEES',
  /** Row of the headings, from 0. */
  headingRow: 4,
  columns: [
    { heading: 'Thème', width: 18 },
    { heading: 'Libellé', width: 27 },
    { heading: 'Question', width: 46 },
    { heading: 'Unité', width: 12 },
    { heading: 'Valeur', width: 15 },
    { heading: 'Contrôle', width: 28 },
    { heading: 'Où trouver', width: 36 },
    { heading: 'Source', width: 17 },
    { heading: 'Commentaire', width: 22 },
    { heading: 'Code', width: 22 },
    { heading: 'Année', width: 7 },
    { heading: 'Territoire', width: 11 },
  ],
} as const;

export type QuestionnaireHeading = (typeof questionnaire.columns)[number]['heading'];

/** The place of a column, from 0. */
export function columnOf(heading: QuestionnaireHeading): number {
  return questionnaire.columns.findIndex((column) => column.heading === heading);
}

/** A whole column of the table as formulas name it: follows the table when rows are added. */
export function structured(heading: QuestionnaireHeading): string {
  return `${questionnaire.table}[${heading}]`;
}

/** The row tables: headings as specified, and what a person needs to know about each. */
export const rowTables = {
  loyers: {
    sheet: 'Loyers',
    table: 'IMPACT_LOYERS',
    code: 'IMPACT_LOYERS',
    theme: 'PAC',
    label: 'Cellules de loyers',
    columns: ['annee', 'territoire', 'typologie', 'loyer_hlm', 'loyer_marche', 'surface_louee'],
  },
  travaux: {
    sheet: 'Travaux',
    table: 'IMPACT_TRAVAUX',
    code: 'IMPACT_TRAVAUX',
    theme: 'ENE',
    label: 'Travaux d’énergie',
    columns: [
      'annee',
      'territoire',
      'operation',
      'surface',
      'conso_avant',
      'conso_apres',
      'ges_avant',
      'ges_apres',
    ],
  },
} as const;

export const lists = {
  sheet: 'Listes',
  table: 'IMPACT_LISTES',
  columns: ['code', 'annee', 'territoire', 'identifiant'],
} as const;
