import { catalogue as shipped, type Catalogue } from '../catalogue';
import type { Locale } from '../formula';
import { loadConsolidation, loadTable } from '../functions';
import { usesOf } from './catalogue-links';
import type { Writing } from './chapter';
import { coefficientChapter } from './coefficient-pages';
import { dataPointChapter } from './data-point-pages';
import { functionChapter } from './function-pages';
import { guideDrafts, type GuideSources } from './guide';
import { indicatorChapter } from './indicator-pages';
import { framed, linker, type HelpPage } from './page';
import { pathOf, places, relative } from './places';

export { guideDocuments, type GuideSources } from './guide';
export { places } from './places';
export type { HelpPage } from './page';

const chapters = [functionChapter, indicatorChapter, dataPointChapter, coefficientChapter];

/**
 * The pages of the help in a language: the guide, from its documents, and the reference, from the tables of the
 * functions and of the catalogue. Paths are from the root of the help (`en/indicateurs/pac-01.html`); the pages ask
 * for `aide.css`, `filtre.js` and `images/` beside the root's pages, and for nothing else.
 *
 * @throws Error when a document or a picture of the guide is missing, or holds Markdown that is not read
 */
export async function helpPages(
  locale: Locale,
  sources: GuideSources,
  catalogue: Catalogue = shipped,
): Promise<readonly HelpPage[]> {
  // The examples of the functions are run to see what they say of mistakes.
  await Promise.all([loadTable('territories'), loadTable('postalCodes'), loadConsolidation()]);
  const writing: Writing = {
    locale,
    catalogue,
    uses: usesOf(catalogue),
    linkFrom: (place) => linker(locale, place),
  };
  const fileFrom = (place: string) => (file: string) => relative(pathOf(locale, place), file);
  const drafts = [
    ...guideDrafts(locale, sources, writing.linkFrom, fileFrom),
    ...chapters.flatMap((chapter) => chapter(writing)),
  ];
  return drafts.map((draft) => framed(draft, locale, catalogue.version));
}

/** The page of a function, from the root of the help: Excel opens it from its own help of functions. */
export const functionPagePath = (locale: Locale, id: string): string => pathOf(locale, places.function(id));
