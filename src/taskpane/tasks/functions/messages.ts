import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Fonctions', en: 'Functions' },
  lead: {
    fr: 'Choisissez une fonction : le volet écrit la formule pour vous.',
    en: 'Choose a function: the pane writes the formula for you.',
  },
  search: { fr: 'Chercher une fonction', en: 'Look for a function' },
  nothing: { fr: 'Aucune fonction ne correspond.', en: 'No function matches.' },
  back: { fr: 'Toutes les fonctions', en: 'All functions' },
  optional: { fr: '{name} (facultatif)', en: '{name} (optional)' },
  pick: { fr: 'Prendre la sélection pour {name}', en: 'Take the selection for {name}' },
  pickShort: { fr: 'Sélection', en: 'Selection' },
  pickHint: {
    fr: 'Sélectionnez des cellules dans la feuille, puis « Sélection ».',
    en: 'Select cells in the sheet, then “Selection”.',
  },
  destination: { fr: 'Cellule où écrire', en: 'Cell to write in' },
  destinationWrong: {
    fr: 'Choisissez une seule cellule, par exemple Feuil1!D5.',
    en: 'Choose a single cell, for instance Sheet1!D5.',
  },
  formula: { fr: 'Formule', en: 'Formula' },
  preview: { fr: 'Aperçu', en: 'Preview' },
  incomplete: { fr: 'Remplissez les arguments obligatoires.', en: 'Fill the required arguments.' },
  unknown: {
    fr: '« {text} » ne se trouve pas dans ce classeur : vérifiez le nom de la feuille ou de la table.',
    en: '“{text}” is not in this workbook: check the name of the sheet or table.',
  },
  more: { fr: 'et {count|autre ligne|autres lignes}', en: 'and {count|more row|more rows}' },
  insert: { fr: 'Insérer', en: 'Insert' },
  replace: { fr: 'Remplacer ce que contient {cell}', en: 'Replace what {cell} holds' },
  occupied: {
    fr: '{cell} contient déjà « {text} ».',
    en: '{cell} already holds “{text}”.',
  },
  examples: { fr: 'Exemples', en: 'Examples' },
  inGuide: { fr: 'Sa page du guide', en: 'Its page of the guide' },
  rules: { fr: 'Règles', en: 'Rules' },
  recalculateTitle: { fr: 'Des valeurs semblent anciennes ?', en: 'Do values look out of date?' },
  recalculateNote: {
    fr: 'Selon ses réglages, Excel garde à l’ouverture les valeurs enregistrées. Recalculer reprend toutes les formules du classeur.',
    en: 'Depending on its settings, Excel keeps stored values when it opens a workbook. Recalculating takes every formula again.',
  },
  recalculate: { fr: 'Recalculer', en: 'Recalculate' },
  repairTitle: { fr: 'Des formules affichent #NOM? ?', en: 'Do formulas show #NAME?' },
  repairNote: {
    fr: 'Cela arrive quand le classeur a été ouvert sans le complément. Les réparer, c’est les saisir à nouveau.',
    en: 'It happens when the workbook was opened without the add-in. Repairing enters them again.',
  },
  repair: { fr: 'Réparer les formules', en: 'Repair the formulas' },
});
