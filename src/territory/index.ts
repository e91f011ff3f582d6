export { type Level, levelOf, nestedLevels } from './level';
export { type ParsedTerritory, parseTerritory, tidyTerritory } from './parse';
export { isInside, territoriesAround, territoriesInside } from './containment';
export { suggestTerritories, territoryName } from './names';
export { searchTerritories } from './search';
export { communesOfPostalCode, territoryOfCedex } from './postal';
export {
  type GeographicTable,
  type GeographicTables,
  isProvided,
  provideTable,
  TableNotLoaded,
} from './tables';
export { type Zoning, Zonings, zoneCode } from './zoning';
export { isUninhabited } from './uninhabited';
