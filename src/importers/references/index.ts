export { importReferences, type ImportOptions, ownReferences, referenceTableNames, withYear } from './import';
export { NotReferences } from './foreign';
export type { ImportedReferences, LineAccount, LineFate, ReferenceValue, SeriesInfo } from './model';
export {
  joinMarketRents,
  marketRentsAmong,
  marketRentsIn,
  type JoinedRents,
  type MarketRents,
  type RentCell,
} from './market-rents';
export type { RentKind } from './rent-files';
export { accountWords, referencesCsv, referencesToJson, referencesWorkbook, zoningsCsv } from './output';
