import { defineMessages } from '../../i18n';

/** What is told of a union's actions. */
export const messages = defineMessages({
  created: {
    fr: 'La campagne est dans le classeur : {count|bailleur attendu|bailleurs attendus}.',
    en: 'The campaign is in the workbook: {count|landlord expected|landlords expected}.',
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
