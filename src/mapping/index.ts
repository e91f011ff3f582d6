export { type SheetView, type ViewTable, viewOfSheet } from './view';
export { type BlockColumn, findBlocks, type Run, type SheetBlock } from './blocks';
export {
  type ColumnMeaning,
  type MappingOptions,
  type RecognisedColumn,
  recogniseColumns,
} from './recognise';
export { type LineTable, type RecognisedLine, recogniseLines } from './lines';
export type { Role } from './roles';
export {
  type Mapping,
  type MappingRemark,
  type Proposal,
  type ProposedFact,
  type Recipe,
  sureEnough,
} from './model';
export type { Condition, ColumnRange, Source, Term } from './source';
export { proposeMappings } from './propose';
export { type Pointed, type PointedPlace, type PointingOptions, proposeAt } from './point-at';
export { factsOf, formulaOf, type WrittenFact } from './formula';
export { applyProfile, exportProfile, type MappingProfile, parseProfile } from './profile';
export { planInTable, type TablePlan, yearOfTable } from './into-table';
export { contributionSheets, type MappedIdentity } from './contribution-sheets';
export { findIdentity, guessYear } from './surroundings';
