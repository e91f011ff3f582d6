export type { HandedFiles, HandedRows } from './hand-over';
export type { ReceivedValues } from './received-values';
export type { UnionTable, UnionView } from './view';

/** What reads a campaign: a part of the program that a landlord never fetches. */
export const fetchUnion = () => import(/* webpackChunkName: "union" */ './read-union');
