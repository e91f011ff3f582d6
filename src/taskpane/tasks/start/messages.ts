import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Démarrer', en: 'Start' },
  leadNew: {
    fr: 'Dites qui vous êtes : le questionnaire s’ajoute à ce classeur, et rien ne quitte votre ordinateur.',
    en: 'Say who you are: the questionnaire is added to this workbook, and nothing leaves your computer.',
  },
  leadKnown: {
    fr: 'Ce classeur contient une contribution. Voici où elle en est.',
    en: 'This workbook holds a contribution. Here is where it stands.',
  },
  identity: { fr: 'Organisme', en: 'Landlord' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  sirenHint: { fr: 'Neuf chiffres', en: 'Nine digits' },
  sirenMissing: { fr: 'Écrivez les neuf chiffres du SIREN.', en: 'Write the nine digits of the SIREN.' },
  sirenSiret: {
    fr: 'C’est un SIRET : gardez les neuf premiers chiffres, {siren}.',
    en: 'This is a SIRET: keep its first nine digits, {siren}.',
  },
  sirenLength: {
    fr: 'Un SIREN a neuf chiffres, en voici {count|chiffre|chiffres}.',
    en: 'A SIREN has nine digits, here is {count|digit|digits}.',
  },
  sirenKey: {
    fr: 'Un chiffre est mal saisi : la clé de contrôle ne correspond pas.',
    en: 'One digit is wrong: the check digit does not match.',
  },
  sirenRight: { fr: 'SIREN vérifié', en: 'SIREN checked' },
  name: { fr: 'Nom de l’organisme', en: 'Name of the landlord' },
  nameMissing: { fr: 'Écrivez le nom de l’organisme.', en: 'Write the name of the landlord.' },
  year: { fr: 'Année des réponses', en: 'Year of the answers' },
  yearWrong: {
    fr: 'Écrivez une année sur quatre chiffres, de 2000 à 2100.',
    en: 'Write a year in four digits, from 2000 to 2100.',
  },
  family: { fr: 'Famille', en: 'Family' },
  familyNone: { fr: 'Non précisée', en: 'Not given' },
  territory: { fr: 'Territoire', en: 'Territory' },
  territoryHint: {
    fr: 'Facultatif : un nom ou un code. Vide, celui de la campagne.',
    en: 'Optional: a name or a code. Blank, that of the campaign.',
  },
  territoryUnknown: {
    fr: 'Territoire inconnu : choisissez-le dans la liste.',
    en: 'Unknown territory: choose it in the list.',
  },
  insert: { fr: 'Insérer le questionnaire', en: 'Insert the questionnaire' },
  insertMissing: { fr: 'Ajouter les tables qui manquent', en: 'Add the missing tables' },
  edit: { fr: 'Modifier', en: 'Edit' },
  save: { fr: 'Enregistrer', en: 'Save' },
  cancel: { fr: 'Annuler', en: 'Cancel' },
  missing: {
    fr: 'Il manque au classeur {count|table|tables} : {names}.',
    en: 'The workbook lacks {count|table|tables}: {names}.',
  },
  optional: {
    fr: 'Facultatif, à remplir si vous avez ces données : {names}.',
    en: 'Optional, to fill if you have these data: {names}.',
  },
  insertOptional: { fr: 'Les ajouter', en: 'Add them' },
  unreadable: {
    fr: 'L’identité ne se lit pas encore : complétez-la.',
    en: 'The identity cannot be read yet: complete it.',
  },
  steps: { fr: 'Les étapes', en: 'The steps' },
  stepQuestionnaire: { fr: 'Répondre au questionnaire', en: 'Answer the questionnaire' },
  stepCheck: { fr: 'Contrôler les réponses', en: 'Check the answers' },
  stepIndicators: { fr: 'Lire les indicateurs', en: 'Read the indicators' },
  stepSend: { fr: 'Viser et transmettre', en: 'Sign off and send' },
  answered: { fr: '{done} réponses sur {total}', en: '{done} answers out of {total}' },
  noRemark: { fr: 'Aucune remarque', en: 'No remark' },
  blocking: {
    fr: '{count|remarque bloquante|remarques bloquantes}',
    en: '{count|blocking remark|blocking remarks}',
  },
  warnings: { fr: '{count|avertissement|avertissements}', en: '{count|warning|warnings}' },
  computed: {
    fr: '{count|indicateur calculé|indicateurs calculés}',
    en: '{count|indicator computed|indicators computed}',
  },
  draft: { fr: 'Brouillon', en: 'Draft' },
  sent: { fr: 'Transmis', en: 'Sent' },
  validated: { fr: 'Validé', en: 'Validated' },
  tools: { fr: 'À tout moment', en: 'At any time' },
  toolExplain: { fr: 'Expliquer la cellule choisie', en: 'Explain the selected cell' },
  toolExplainNote: {
    fr: 'D’où vient un nombre, jusqu’à ses cellules',
    en: 'Where a number comes from, down to its cells',
  },
  toolFunctions: { fr: 'Insérer une fonction', en: 'Insert a function' },
  toolFunctionsNote: {
    fr: 'Loyers, emplois, énergie, territoires…',
    en: 'Rents, jobs, energy, territories…',
  },
  about: {
    fr: 'Impact HLM {version} · catalogue {catalogue}',
    en: 'Impact HLM {version} · catalogue {catalogue}',
  },
  version: { fr: 'Impact HLM, version {version}', en: 'Impact HLM, version {version}' },
  language: { fr: 'English', en: 'Français' },
  languageLabel: { fr: 'Passer le volet en anglais', en: 'Switch the pane to French' },
});
