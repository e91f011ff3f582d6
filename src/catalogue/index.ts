export type * from './model';
export { CatalogueError, type CatalogueProblem } from './error';
export { rawCatalogue, type RawCatalogue } from './files';
export { catalogueToJson } from './json';
export { CatalogueTextsNotLoaded } from './late-texts';
export { loadCatalogue } from './load';
export {
  LOCAL_THEME,
  localCode,
  type LocalIndicator,
  type LocalProblem,
  MOST_LOCAL_DECIMALS,
  withLocalIndicators,
} from './local';
export { catalogue, loadTexts } from './shipped';
export { confidenceWords, formulaInWords, labelsOf } from './words';
