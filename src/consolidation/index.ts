export type * from './model';
export { CampaignError, campaignTerritory } from './campaign';
export { readPerimeter } from './perimeter';
export { readReferences } from './references';
export { consolidate, type ConsolidationInput } from './consolidate';
export { campaignOfOne, oneLandlord, type OneLandlord, type OneLandlordOptions } from './oneLandlord';
export { type ConsolidationJson, contributionsToJson, toJson } from './json';
export { explainCell, sourcesOf, type CellExplanation, type Constant, type Contributor } from './explainCell';
export { buildConsolidationWorkbook, type ConsolidationWorkbookOptions } from './workbook';
