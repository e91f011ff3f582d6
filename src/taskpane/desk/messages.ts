import { defineMessages } from '../i18n';

export const messages = defineMessages({
  nothingReceived: {
    fr: 'Aucune contribution n’est prise. Déposez les classeurs reçus dans « Réunir ».',
    en: 'No contribution is taken yet. Drop the workbooks received in Gather.',
  },
  consolidating: { fr: 'Consolidation de la campagne…', en: 'Consolidating the campaign…' },
  failed: {
    fr: 'La campagne n’a pas pu être consolidée.',
    en: 'The campaign could not be consolidated.',
  },
  again: { fr: 'Recommencer', en: 'Try again' },
});
