export { importRpls, type RplsOptions, type RplsSource } from './import';
export { NotRpls } from './foreign';
export { yearSentence } from './remarks';
export type { LayoutKind } from './layout';
export type * from './model';
export { mergeRpls, type RplsMerged } from './merge';
export { accountLines } from './summary-sheet';
export { MOST_FACTS, rplsWorkbook } from './workbook';
export { rplsPoints } from './points';
