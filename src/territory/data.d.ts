/* eslint-disable @typescript-eslint/consistent-type-imports -- a plain import would make this file a module */
/** The files of `generated/`, written by scripts/generate.mjs: typed here so that tsc need not read 2 MB. */
declare module '*/generated/territory.json' {
  const data: import('./tables').TerritoryTable;
  export default data;
}

declare module '*/generated/postal-codes.json' {
  const data: import('./tables').PostalCodeTable;
  export default data;
}
