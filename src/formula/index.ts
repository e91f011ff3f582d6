export type * from './syntax';
