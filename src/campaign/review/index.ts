export type * from './model';
export { reviewOf } from './remarks';
export { peersOf } from './peers';
export { lineageOf } from './lineage';
