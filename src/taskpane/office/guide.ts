import type { Locale } from '../../formula';
import { ActionProblem } from '../actions/action';

/** The guide, beside the pane's own files; in each language. */
const folders: Readonly<Record<Locale, string>> = { fr: 'aide/', en: 'aide/en/' };

/** The pages of the guide, relative to the pane's own page, named as src/help names them. */
export const guidePages = {
  home: (locale: Locale): string => folders[locale],
  indicator: (locale: Locale, code: string): string =>
    `${folders[locale]}indicateurs/${code.toLowerCase()}.html`,
  function: (locale: Locale, id: string): string => `${folders[locale]}fonctions/${id.toLowerCase()}.html`,
};

/**
 * Opens the guide in the person's browser, or in another tab of Excel on the web. A browser may refuse a window that
 * comes from the ribbon: the pane then shows itself and says where the guide can be opened.
 */
export async function openGuide(locale: Locale): Promise<void> {
  const address = new URL(guidePages.home(locale), window.location.href).href;
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) {
    Office.context.ui.openBrowserWindow(address);
    return;
  }
  if (window.open(address, '_blank') !== null) return;
  await Office.addin.showAsTaskpane();
  throw new ActionProblem(
    {
      fr: 'Le navigateur a refusé d’ouvrir la fenêtre du guide.',
      en: 'The browser refused to open the window of the guide.',
    },
    {
      fr: 'Ouvrez-le par le bouton « Guide », en haut du volet.',
      en: 'Open it with the “Guide” button at the top of the pane.',
    },
  );
}
