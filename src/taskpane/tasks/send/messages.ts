import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Transmettre', en: 'Send' },
  lead: {
    fr: 'Vérifiez, visez, puis préparez le fichier à envoyer à votre union.',
    en: 'Check, sign off, then prepare the file to send to your union.',
  },
  checks: { fr: 'Avant d’envoyer', en: 'Before sending' },
  identityRight: { fr: 'Identité complète', en: 'Identity complete' },
  answered: { fr: '{done|réponse|réponses} sur {total}', en: '{done|answer|answers} out of {total}' },
  toAnswer: {
    fr: '{count|question sans réponse|questions sans réponse} : un chiffre, ND ou SO',
    en: '{count|question without an answer|questions without an answer}: a figure, ND or SO',
  },
  allAnswered: { fr: 'Toutes les questions ont une réponse', en: 'All questions are answered' },
  blocking: {
    fr: '{count|remarque bloquante|remarques bloquantes} : ces chiffres ne compteront pas',
    en: '{count|blocking remark|blocking remarks}: these figures will not count',
  },
  noBlocking: { fr: 'Aucune remarque bloquante', en: 'No blocking remark' },
  warnings: {
    fr: '{count|avertissement|avertissements} à relire',
    en: '{count|warning|warnings} to read again',
  },
  noWarning: { fr: 'Aucun avertissement', en: 'No warning' },
  signOff: { fr: 'Visa', en: 'Sign-off' },
  contact: {
    fr: 'Votre nom, ou une adresse où vous joindre',
    en: 'Your name, or an address to reach you at',
  },
  contactHint: {
    fr: 'C’est à vous que l’union posera ses questions.',
    en: 'The union will put its questions to you.',
  },
  sign: { fr: 'Viser la contribution', en: 'Sign off the contribution' },
  signAgain: { fr: 'Viser de nouveau', en: 'Sign off again' },
  signedOn: { fr: 'Visée le {date} par {name}.', en: 'Signed off on {date} by {name}.' },
  file: { fr: 'Fichier à transmettre', en: 'File to send' },
  fileNote: {
    fr: 'Une copie de ce classeur, relue comme votre union la lira. Elle contient toutes ses feuilles.',
    en: 'A copy of this workbook, read back as your union will read it. It holds all its sheets.',
  },
  prepare: { fr: 'Préparer le fichier', en: 'Prepare the file' },
  download: { fr: 'Enregistrer {name}', en: 'Save {name}' },
  downloadHelp: {
    fr: 'Rien ne se passe ? Certaines versions d’Excel refusent l’enregistrement depuis le volet : utilisez Fichier, Enregistrer une copie, sous ce nom.',
    en: 'Nothing happens? Some versions of Excel refuse saving from the pane: use File, Save a Copy, under this name.',
  },
  freezeTitle: { fr: 'Pour qui n’a pas le complément', en: 'For those without the add-in' },
  freezeNote: {
    fr: 'Sans le complément, les formules IMPACT s’affichent en #NOM?. Figer les remplace par leurs valeurs ; elles restent notées dans le classeur et se rétablissent.',
    en: 'Without the add-in, IMPACT formulas show #NAME?. Freezing replaces them by their values; they are noted in the workbook and can be put back.',
  },
  scope: { fr: 'Figer', en: 'Freeze' },
  scopeWorkbook: { fr: 'Tout le classeur', en: 'The whole workbook' },
  scopeSheet: { fr: 'La feuille affichée', en: 'The sheet shown' },
  scopeSelection: { fr: 'La sélection', en: 'The selection' },
  freeze: { fr: 'Figer les valeurs', en: 'Freeze the values' },
  restore: { fr: 'Rétablir les formules', en: 'Put the formulas back' },
});
