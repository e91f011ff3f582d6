import { defineMessages } from '../../i18n';

export const messages = defineMessages({
  title: { fr: 'Suivre', en: 'Follow up' },
  lead: {
    fr: 'Où en est chaque bailleur. Ce qui est décidé ici s’écrit dans la feuille « Suivi ».',
    en: 'Where each landlord stands. What is decided here is written in table IMPACT_SUIVI.',
  },
  nobody: {
    fr: 'Aucun bailleur attendu : collez votre liste dans la feuille « Périmètre ».',
    en: 'No landlord expected: paste your list in table IMPACT_PERIMETRE.',
  },
  remarks: {
    fr: '{count|remarque|remarques} sur les feuilles de la campagne',
    en: '{count|remark|remarks} on the sheets of the campaign',
  },
  landlords: { fr: '{count|bailleur|bailleurs}', en: '{count|landlord|landlords}' },
  show: { fr: 'Montrer', en: 'Show' },
  all: { fr: 'Tous ({count})', en: 'All ({count})' },
  more: {
    fr: 'Montrer la suite ({count|bailleur|bailleurs})',
    en: 'Show more ({count|landlord|landlords})',
  },
  awaited: { fr: 'Attendu', en: 'Awaited' },
  received: { fr: 'Reçu', en: 'Received' },
  reviewed: { fr: 'En revue', en: 'Under review' },
  returned: { fr: 'Renvoyé', en: 'Sent back' },
  accepted: { fr: 'Accepté', en: 'Accepted' },
  filled: { fr: 'rempli à {share}', en: '{share} filled' },
  blocking: {
    fr: '{count|remarque bloquante|remarques bloquantes}',
    en: '{count|blocking remark|blocking remarks}',
  },
  nothing: { fr: 'Rien reçu', en: 'Nothing received' },
  back: { fr: 'Revenir à la liste', en: 'Back to the list' },
  by: { fr: 'Votre nom', en: 'Your name' },
  byHint: { fr: 'Gardé dans le suivi.', en: 'Kept in the follow-up.' },
  comment: { fr: 'Votre question au bailleur', en: 'Your question to the landlord' },
  commentHint: {
    fr: 'Elle part en tête des remarques du classeur renvoyé.',
    en: 'It comes first in the remarks of the workbook sent back.',
  },
  decide: { fr: 'Décider', en: 'Decide' },
  toReview: { fr: 'Mettre en revue', en: 'Put under review' },
  accept: { fr: 'Accepter', en: 'Accept' },
  sendBackTitle: { fr: 'Renvoyer pour correction', en: 'Send back for correction' },
  sendBack: { fr: 'Préparer le renvoi', en: 'Prepare the return' },
  fileKnown: {
    fr: 'Son classeur {name} lui revient tel quel, avec une feuille « Remarques ».',
    en: 'Its workbook {name} goes back as it is, with one more sheet of remarks.',
  },
  fileUnknown: {
    fr: 'Choisissez son classeur ({name}) pour le lui rendre avec une feuille « Remarques » ; sinon les remarques partent seules.',
    en: 'Choose its workbook ({name}) to give it back with a sheet of remarks; else the remarks go alone.',
  },
  chooseFile: { fr: 'Choisir son classeur', en: 'Choose its workbook' },
  reminder: { fr: 'Relance', en: 'Reminder' },
  subject: { fr: 'Objet', en: 'Subject' },
  message: { fr: 'Message', en: 'Text' },
  messageHint: {
    fr: 'Cliquez dedans : tout est sélectionné, prêt à copier.',
    en: 'Click in it: all is selected, ready to be copied.',
  },
});
