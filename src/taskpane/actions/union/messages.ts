import { defineMessages } from '../../i18n';

/** What is told of a union's actions. */
export const messages = defineMessages({
  created: {
    fr: 'La campagne est dans le classeur : {count|bailleur attendu|bailleurs attendus}.',
    en: 'The campaign is in the workbook: {count|landlord expected|landlords expected}.',
  },
  reading: { fr: 'Lecture des classeurs', en: 'Reading the workbooks' },
  writing: { fr: 'Écriture des faits', en: 'Writing the facts' },
  preparing: { fr: 'Écriture des classeurs', en: 'Writing the workbooks' },
  taken: {
    fr: '{count|contribution est prise|contributions sont prises} : le suivi est à jour.',
    en: '{count|contribution is taken|contributions are taken}: the follow-up is up to date.',
  },
  takenMeanwhile: {
    fr: 'Une autre version de {name} a été prise entre-temps dans ce classeur.',
    en: 'Another version of {name} was taken in this workbook meanwhile.',
  },
  takenMeanwhileRemedy: {
    fr: 'Rien n’a été écrit. Déposez les fichiers à nouveau : ce qui change sera montré.',
    en: 'Nothing was written. Drop the files again: what changes will be shown.',
  },
  leftovers: {
    fr: 'L’import s’est arrêté et Excel refuse de retirer ce qui était commencé : rien de cela ne compte dans le suivi.',
    en: 'The import stopped and Excel refuses to remove what was begun: none of it counts in the follow-up.',
  },
  leftoversRemedy: {
    fr: 'Vérifiez la connexion et les protections, puis choisissez « Nettoyer » dans Réunir.',
    en: 'Check the connection and the protections, then choose Clean up in Gather.',
  },
  undone: {
    fr: 'Import annulé : {count|bailleur revient|bailleurs reviennent} à ce qui était avant.',
    en: 'Import undone: {count|landlord is|landlords are} back to what was before.',
  },
  undoneSome: {
    fr: 'Import annulé pour {count|bailleur|bailleurs} ; gardés, parce que remplacés depuis : {kept}.',
    en: 'Import undone for {count|landlord|landlords}; kept, because replaced since: {kept}.',
  },
  cleaned: {
    fr: 'Nettoyé : {count|version inachevée retirée|versions inachevées retirées}.',
    en: 'Cleaned up: {count|unfinished version removed|unfinished versions removed}.',
  },
  noLandlord: { fr: 'Le périmètre est vide.', en: 'The perimeter is blank.' },
  noLandlordRemedy: {
    fr: 'Collez la liste des bailleurs dans la feuille « Périmètre », puis recommencez.',
    en: 'Paste the list of landlords in table IMPACT_PERIMETRE, then try again.',
  },
  prepared: {
    fr: '{count|classeur préparé|classeurs préparés} : enregistrez l’archive, puis envoyez à chacun le sien.',
    en: '{count|workbook prepared|workbooks prepared}: save the archive, then send each landlord its own.',
  },
  preparedWithRecall: {
    fr: '{count|classeur préparé|classeurs préparés}, dont {recalled} avec le rappel d’une année précédente : enregistrez l’archive, puis envoyez à chacun le sien.',
    en: '{count|workbook prepared|workbooks prepared}, {recalled} of which recall an earlier year: save the archive, then send each landlord its own.',
  },
  previousRemedy: {
    fr: 'Aucun classeur n’est préparé : donnez un autre fichier, ou retirez-le.',
    en: 'No workbook is prepared: give another file, or take it away.',
  },
  stateSaved: { fr: '{name} : {state}.', en: '{name}: {state}.' },
  stateMeanwhile: {
    fr: 'Le suivi de {name} a été modifié entre-temps dans le classeur.',
    en: 'The follow-up of {name} was changed in the workbook meanwhile.',
  },
  nothingWritten: {
    fr: 'Rien n’a été écrit. Vérifiez ce qui s’affiche maintenant, puis recommencez.',
    en: 'Nothing was written. Check what is shown now, then try again.',
  },
  whoMissing: { fr: 'On ne sait pas qui décide.', en: 'Who decides is not known.' },
  whoMissingRemedy: {
    fr: 'Écrivez votre nom : il est gardé dans le suivi.',
    en: 'Write your name: it is kept in the follow-up.',
  },
  returned: {
    fr: 'Classeur à renvoyer prêt, avec {count|remarque|remarques} : enregistrez-le, puis envoyez-le.',
    en: 'Workbook to send back ready, with {count|remark|remarks}: save it, then send it.',
  },
  returnedAlone: {
    fr: 'Prêt, sans le classeur du bailleur : {count|remarque|remarques} dans un classeur à part.',
    en: 'Ready, without the landlord’s workbook: {count|remark|remarks} in a workbook of their own.',
  },
  campaignThere: {
    fr: 'Ce classeur contient déjà une campagne.',
    en: 'This workbook already holds a campaign.',
  },
  campaignThereRemedy: {
    fr: 'Ouvrez un classeur vide pour en créer une autre.',
    en: 'Open a blank workbook to create another one.',
  },
});
