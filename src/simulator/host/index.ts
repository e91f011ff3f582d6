export type { CustomFunctionHost, RegisterOptions } from './functions/service';
export type { FunctionMetadata, FunctionsFile } from './functions/metadata';
export { createHost, type Host, type HostSetup } from './host';
export type { HostOptions } from './session';
export type { Faults, FaultKind } from './richapi/faults';
export type { Surroundings } from './model/services';
export { EXTRAS_KEY, noExtras, type WorkbookExtras } from './model/extras';
export {
  frenchEntry,
  frenchNames,
  fromLocalFormula,
  looksFrench,
  toLocalFormula,
  typedFormula,
} from './model/french';
export type { FocusExit } from './xdm/connection';
export { documentUrlOf } from './xdm/greeting';
export { createPageHost, type EarlyMessage, type PageHost, type PageHostSetup } from './xdm/page';
export { paneAddress, type PaneAddress } from './xdm/pane-address';
export { fromEngineFormula, toEngineFormula, type FormulaContext } from './model/engine-formula';
export { encodeName } from './model/engine-names';
