// What the pane asks of the core, gathered in one part of the program that is fetched once the pane is painted.
export { catalogue, confidenceWords } from '../../catalogue';
export {
  buildTemplate,
  contributionFromTables,
  headingKey,
  identityFields,
  isValidSiren,
  localIndicatorsSheet,
  looseKey,
  parseFamily,
  readContribution,
  rowTables,
  tableNames,
  tableOfRange,
  tidySiren,
} from '../../contribution';
export { CampaignError, consolidate, explainCell } from '../../consolidation';
export { formatNumber, formatQuantity, formulaInWords, leafKey, leavesOf } from '../../formula';
export { parseTerritory, searchTerritories, territoryName } from '../../territory';
export { bytesSource, cellAddress } from '../../xlsx';
