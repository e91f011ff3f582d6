import type { Bilingual } from '../../i18n';

/**
 * What each code of remark is about, in a few words: the title of its row. The remark itself, with the figures and
 * the remedy, is in French (contribution format).
 */
export const remarkKinds: Readonly<Record<string, Bilingual>> = {
  ambiguous_number: { fr: 'Nombre ambigu', en: 'Ambiguous number' },
  boolean_value: { fr: 'VRAI ou FAUX au lieu d’un nombre', en: 'TRUE or FALSE instead of a number' },
  carried_territory: { fr: 'Ancienne commune', en: 'Former municipality' },
  check: { fr: 'Chiffres à recouper', en: 'Figures to compare' },
  conflicting_field: { fr: 'Champ rempli deux fois', en: 'Field filled twice' },
  conflicting_values: { fr: 'Deux valeurs différentes', en: 'Two different values' },
  converted_unit: { fr: 'Unité convertie', en: 'Unit converted' },
  date_value: { fr: 'Date au lieu d’un nombre', en: 'Date instead of a number' },
  duplicate: { fr: 'Ligne en double', en: 'Duplicate row' },
  duplicate_column: { fr: 'Colonne en double', en: 'Duplicate column' },
  error_value: { fr: 'Erreur dans la cellule', en: 'Error in the cell' },
  implausible: { fr: 'Chiffre inhabituel', en: 'Unusual figure' },
  indicator_code: { fr: 'Code d’un indicateur', en: 'Code of an indicator' },
  invalid_consent: { fr: 'Accord non compris', en: 'Consent not understood' },
  invalid_date: { fr: 'Date non comprise', en: 'Date not understood' },
  invalid_family: { fr: 'Famille non comprise', en: 'Family not understood' },
  invalid_group: { fr: 'SIREN du groupe incorrect', en: 'Wrong SIREN of the group' },
  invalid_identifier: { fr: 'Identifiant incorrect', en: 'Wrong identifier' },
  invalid_local_indicator: { fr: 'Indicateur local incorrect', en: 'Wrong local indicator' },
  invalid_siren: { fr: 'SIREN incorrect', en: 'Wrong SIREN' },
  invalid_status: { fr: 'Statut non compris', en: 'Status not understood' },
  invalid_whole: { fr: 'Réponse attendue : 0, ND ou SO', en: 'Expected answer: 0, ND or SO' },
  invalid_year: { fr: 'Année incorrecte', en: 'Wrong year' },
  large_change: { fr: 'Forte variation', en: 'Large change' },
  lines_contradicted: { fr: 'Lignes qui se contredisent', en: 'Rows that contradict each other' },
  lines_unknown_code: { fr: 'Communes inconnues', en: 'Unknown municipalities' },
  misplaced_code: { fr: 'Code d’une autre table', en: 'Code of another table' },
  missing_code: { fr: 'Code manquant', en: 'Missing code' },
  missing_column: { fr: 'Colonne manquante', en: 'Missing column' },
  missing_name: { fr: 'Nom de l’organisme manquant', en: 'Missing name of the landlord' },
  missing_number: { fr: 'Nombre manquant', en: 'Missing number' },
  missing_siren: { fr: 'SIREN manquant', en: 'Missing SIREN' },
  missing_table: { fr: 'Table manquante', en: 'Missing table' },
  missing_year: { fr: 'Année manquante', en: 'Missing year' },
  negative: { fr: 'Négatif impossible', en: 'Cannot be negative' },
  not_a_number: { fr: 'Nombre attendu', en: 'Number expected' },
  not_whole: { fr: 'Nombre entier attendu', en: 'Whole number expected' },
  number_as_text: { fr: 'Nombre saisi comme du texte', en: 'Number typed as text' },
  outlier: { fr: 'Loin des autres bailleurs', en: 'Far from other landlords' },
  reference_code: { fr: 'Code d’une référence', en: 'Code of a reference' },
  text_cut: { fr: 'Texte coupé', en: 'Text cut' },
  total_differs: { fr: 'Total et parties diffèrent', en: 'Total and parts differ' },
  uncalculated: { fr: 'Formule jamais calculée', en: 'Formula never calculated' },
  unit_slip: { fr: 'Unité à vérifier', en: 'Unit to check' },
  unknown_code: { fr: 'Code inconnu', en: 'Unknown code' },
  unknown_direction: { fr: 'Sens non compris', en: 'Direction not understood' },
  unknown_territory: { fr: 'Territoire inconnu', en: 'Unknown territory' },
  unreadable_cells: { fr: 'Cellules illisibles', en: 'Cells that cannot be read' },
  wrong_unit: { fr: 'Mauvaise unité', en: 'Wrong unit' },
};

const other: Bilingual = { fr: 'À vérifier', en: 'To check' };

/** The title of a remark. */
export const kindOf = (code: string): Bilingual => remarkKinds[code] ?? other;
