import { headings, tableNames } from '../format';

/** The questionnaire's columns: the specified ones of IMPACT_DONNEES and, between them, the help for a person. */
export const questionnaire = {
  sheet: 'Questionnaire',
  table: tableNames.facts,
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
    table: tableNames.rents,
    code: tableNames.rents,
    theme: 'PAC',
    label: 'Cellules de loyers',
    columns: headings[tableNames.rents],
  },
  travaux: {
    sheet: 'Travaux',
    table: tableNames.works,
    code: tableNames.works,
    theme: 'ENE',
    label: 'Travaux d’énergie',
    columns: headings[tableNames.works],
  },
} as const;

export const lists = {
  sheet: 'Listes',
  table: tableNames.lists,
  columns: headings[tableNames.lists],
} as const;
