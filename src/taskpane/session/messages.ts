import type { Bilingual } from '../i18n';

/** What is said when nothing better is known; the details go to the console of the developer. */
export const unexpected: { readonly message: Bilingual; readonly remedy: Bilingual } = {
  message: {
    fr: 'Une opération du volet a échoué.',
    en: 'The pane could not complete an operation.',
  },
  remedy: {
    fr: 'Vérifiez le classeur, puis recommencez ; si cela se répète, fermez le volet et rouvrez-le.',
    en: 'Check the workbook, then try again; if it happens again, close the pane and open it.',
  },
};
