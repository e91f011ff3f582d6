export { openXlsx } from './open/open';
export type { OpenOptions } from './open/open';
export { saveXlsx } from './save/save';
export type { SaveExtras } from './save/save';
export { openInUniver, saveFromUniver } from './univer';
export type * from './model';
