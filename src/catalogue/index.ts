import { rawCatalogue } from './files';
import { shippedCatalogue } from './load';
import type { Catalogue } from './model';

export type * from './model';
export { CatalogueError, type CatalogueProblem } from './error';
export { rawCatalogue, type RawCatalogue } from './files';
export { catalogueToJson } from './json';
export { loadCatalogue } from './load';
export { confidenceWords, formulaInWords, labelsOf } from './words';

/** The catalogue of this version of the product. */
export const catalogue: Catalogue = shippedCatalogue(rawCatalogue);
