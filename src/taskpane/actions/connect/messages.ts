import { defineMessages } from '../../i18n';

/** What the person is told once files or sheets are connected. */
export const messages = defineMessages({
  stopped: { fr: 'Travail arrêté : rien n’a été écrit.', en: 'Work stopped: nothing was written.' },
  stoppedRemedy: { fr: 'Recommencez quand vous le souhaitez.', en: 'Start again whenever you wish.' },
  nothingNew: {
    fr: 'Tout était déjà dans le classeur : rien n’a changé.',
    en: 'Everything was already in the workbook: nothing was changed.',
  },
  figures: { fr: '{count|chiffre écrit|chiffres écrits}.', en: '{count|figure written|figures written}.' },
  replaced: {
    fr: '{count|réponse remplacée|réponses remplacées}.',
    en: '{count|answer replaced|answers replaced}.',
  },
  kept: {
    fr: '{count|réponse différente gardée|réponses différentes gardées}.',
    en: '{count|different answer kept|different answers kept}.',
  },
  rents: { fr: '{count|cellule de loyers|cellules de loyers}.', en: '{count|rent cell|rent cells}.' },
  members: {
    fr: '{count|ligne ajoutée aux listes|lignes ajoutées aux listes}.',
    en: '{count|row added to the lists|rows added to the lists}.',
  },
  references: {
    fr: '{count|ligne de référence|lignes de référence}.',
    en: '{count|reference row|reference rows}.',
  },
  connected: {
    fr: '{count|donnée raccordée par une formule|données raccordées par des formules}.',
    en: '{count|figure connected by a formula|figures connected by formulas}.',
  },
  accounts: {
    fr: 'Table des comptes : dites à quelle donnée va chaque compte (colonne « donnee »), puis relisez-la ici.',
    en: 'Table of accounts: say which figure each account goes to (column “donnee”), then read it again here.',
  },
  readingFile: { fr: 'Lecture de {name}', en: 'Reading {name}' },
  searching: { fr: 'Recherche dans les feuilles lues', en: 'Looking through the sheets read' },
  noSheet: {
    fr: 'Ce classeur n’a pas d’autre feuille que celles du questionnaire : il n’y a rien où chercher.',
    en: 'This workbook has no other sheet than those of the questionnaire: there is nowhere to look.',
  },
  noSheetRemedy: {
    fr: 'Copiez vos feuilles dans ce classeur, ou ouvrez le vôtre et insérez-y le questionnaire.',
    en: 'Copy your sheets into this workbook, or open yours and insert the questionnaire there.',
  },
});
