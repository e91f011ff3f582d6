export { showAccounts } from './accounts-table';
export { connectFacts, type FactsToConnect } from './connect-facts';
export { pointAt } from './point-at';
export { readFiles, readLedgers, type FilesToRead, type LedgerFigures } from './read-files';
export { searchSheets, type SearchResult } from './search-sheets';
export { tidyFormula } from './tidy-formula';
export type { Policy, WrittenFacts } from './write-facts';
export { writeHarvest, type HarvestToWrite, type WrittenHarvest } from './write-harvest';
