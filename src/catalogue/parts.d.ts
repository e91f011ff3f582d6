/* eslint-disable @typescript-eslint/consistent-type-imports -- a plain import would make this file a module */
/** The two parts of the catalogue, written by scripts/generate.mjs from the YAML files. */
declare module '*/generated/catalogue-figures.json' {
  const data: import('./files').RawCatalogue;
  export default data;
}

declare module '*/generated/catalogue-texts.json' {
  const data: import('./late-texts').CatalogueTexts;
  export default data;
}
