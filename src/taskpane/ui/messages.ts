import { defineMessages } from '../i18n';

export const messages = defineMessages({
  tasks: { fr: 'Tâches', en: 'Tasks' },
  blocking: {
    fr: '{count|remarque bloquante|remarques bloquantes}',
    en: '{count|blocking remark|blocking remarks}',
  },
  refresh: { fr: 'Relire le classeur', en: 'Read the workbook again' },
  help: { fr: 'Guide', en: 'Guide' },
  cancel: { fr: 'Arrêter', en: 'Stop' },
  close: { fr: 'Fermer ce message', en: 'Close this message' },
  loading: { fr: 'Lecture du classeur…', en: 'Reading the workbook…' },
  goToCell: { fr: 'Sélectionner la cellule {cell}', en: 'Select cell {cell}' },
  broken: { fr: 'Cette page du volet ne s’affiche pas.', en: 'This page of the pane cannot be shown.' },
  brokenRemedy: {
    fr: 'Relancez-la ; si cela se répète, fermez le volet et rouvrez-le.',
    en: 'Try it again; if it happens again, close the pane and open it.',
  },
  retry: { fr: 'Relancer', en: 'Try again' },
  done: { fr: '{done} sur {total}', en: '{done} of {total}' },
  noQuestionnaire: {
    fr: 'Ce classeur n’a pas encore de questionnaire. Insérez-le, ou ouvrez un classeur qui en a un.',
    en: 'This workbook has no questionnaire yet. Insert it, or open a workbook that has one.',
  },
  download: { fr: 'Télécharger {name}', en: 'Download {name}' },
  downloadHelp: {
    fr: 'Si rien ne se télécharge, ouvrez le classeur dans Excel sur le web, ou autorisez les téléchargements.',
    en: 'If nothing is downloaded, open the workbook in Excel on the web, or allow downloads.',
  },
  noCampaign: {
    fr: 'Ce classeur n’est pas celui d’une campagne. Créez-la, ou ouvrez son classeur.',
    en: 'This workbook is not that of a campaign. Create it, or open its workbook.',
  },
  elsewhereUnion: {
    fr: '« {task} » sert dans le classeur d’un bailleur : ouvrez-en un. Celui-ci est celui d’une campagne.',
    en: '“{task}” is for a landlord’s workbook: open one. This one is that of a campaign.',
  },
  elsewhereRegion: {
    fr: '« {task} » ne sert pas ici : ce classeur est le résultat d’une consolidation. Ouvrez celui d’un bailleur ou d’une campagne.',
    en: '“{task}” is of no use here: this workbook is the result of a consolidation. Open that of a landlord or of a campaign.',
  },
  unusable: {
    fr: 'La contribution ne peut pas encore être lue : l’identité ou la table des données est à corriger.',
    en: 'The contribution cannot be read yet: the identity or the data table needs correcting.',
  },
  toStart: { fr: 'Aller à Démarrer', en: 'Go to Start' },
  toCheck: { fr: 'Voir les remarques', en: 'See the remarks' },
});
