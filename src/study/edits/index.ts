export type * from './model';
export { applyEdits } from './apply';
export { partsOf } from './parts';
export { conflictInWords, remarkInWords } from './words';
