export type * from './model';
export { loadCatalogue, loadCatalogueTexts, provideCatalogue } from './catalogue-source';
export { ConsolidationNotLoaded, loadConsolidation } from './consolidation/engine-source';
export { families } from './model';
export { evaluate } from './evaluate';
export { FunctionFailure, type FailureKind } from './failure';
export {
  exampleCall,
  type FamilyHelp,
  familyLabels,
  functionHelp,
  type FunctionHelp,
  NAMESPACE,
} from './help';
export { registerInExcel } from './in-excel';
export { type FunctionsJson, metadata } from './metadata';
export { type Associate, type MakeError, register, type RegisterOptions } from './register';
export { functionTable } from './table';
export { loadTable } from './tables';
