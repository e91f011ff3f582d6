export { connectFacts, type FactsToConnect } from './connect-facts';
export { readFiles, readLedgers, type FilesToRead, type LedgerFigures } from './read-files';
export { searchSheets, tidyFormula, type SearchResult } from './search-sheets';
export type { Policy, WrittenFacts } from './write-facts';
export { writeHarvest, type HarvestToWrite, type WrittenHarvest } from './write-harvest';
