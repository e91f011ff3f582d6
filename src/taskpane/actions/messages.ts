import { defineMessages } from '../i18n';

/** What the person is told once an action is done. */
export const messages = defineMessages({
  ownIndicator: {
    fr: 'Remplissez cette ligne : code LOC-01, libellé, unité, formule (par exemple 1 - nb_individuel / nb_lls).',
    en: 'Fill in this row: code LOC-01, label, unit, formula (for instance 1 - nb_individuel / nb_lls).',
  },
  inserted: {
    fr: 'Le questionnaire est dans le classeur : {count|feuille ajoutée|feuilles ajoutées}.',
    en: 'The questionnaire is in the workbook: {count|sheet added|sheets added}.',
  },
  identitySaved: {
    fr: 'L’identité est enregistrée dans le classeur.',
    en: 'The identity is saved in the workbook.',
  },
  answered: { fr: 'Réponse enregistrée : {answer}', en: 'Answer saved: {answer}' },
  cleared: { fr: 'Réponse effacée', en: 'Answer cleared' },
  signed: {
    fr: 'Contribution visée : statut, date et nom sont dans la table IMPACT_IDENTITE.',
    en: 'Contribution signed off: status, date and name are in table IMPACT_IDENTITE.',
  },
  readBack: { fr: '{count|réponse relue|réponses relues}', en: '{count|answer read back|answers read back}' },
  noBlocking: { fr: 'aucune remarque bloquante', en: 'no blocking remark' },
  blocking: {
    fr: '{count|remarque bloquante|remarques bloquantes}',
    en: '{count|blocking remark|blocking remarks}',
  },
  recalculated: {
    fr: 'Classeur recalculé, avec {count|formule IMPACT|formules IMPACT}.',
    en: 'Workbook recalculated, with {count|IMPACT formula|IMPACT formulas}.',
  },
  recalculatedWithoutOurs: {
    fr: 'Classeur recalculé : il n’a aucune formule IMPACT.',
    en: 'Workbook recalculated: it has no IMPACT formula.',
  },
  recalculatedErrors: {
    fr: '{count|montre|montrent} une erreur, à commencer par {cell} : choisissez la cellule, puis Expliquer.',
    en: '{count|shows|show} an error, starting with {cell}: select the cell, then Explain.',
  },
  formulaWritten: { fr: 'Formule écrite en {cell}.', en: 'Formula written in {cell}.' },
});
