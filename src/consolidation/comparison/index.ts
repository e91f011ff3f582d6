export { familiesOf, type FamilyColumn } from './families';
export { type Distribution, distributionOf, type NamedValue } from './distribution';
export { type YearChange, yearChanges } from './years';
export { earlierConsolidation } from './earlier';
export { gapsTo, type TerritoryGap } from './territories';
export { type ComparisonsAsked, comparisonsToJson } from './json';
export { changeBetween } from './change';
