export type * from './syntax';
export { FormulaError } from './error';
export { parseCheck, parseFormula, type Check } from './parser';
export type { Relation } from './tokens';
export { leafKey, printFormula } from './print';
export { columnsOf, inlineIndicators, leavesOf } from './tree';
export { conversionFactor, parseUnit, type Unit } from './units/unit';
export { checkUnits } from './units/check';
