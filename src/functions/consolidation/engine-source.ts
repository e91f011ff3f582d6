import type * as engineModule from './engine';

export type ConsolidationEngine = typeof engineModule;

/** Thrown by a call that needs the consolidation before it is there: `load` fetches it, then the call is made again. */
export class ConsolidationNotLoaded extends Error {
  override readonly name = 'ConsolidationNotLoaded';
}

let source: (() => ConsolidationEngine) | undefined;

/** Says where the consolidation comes from; the add-in fetches it, tests and benches have it at once. */
export function provideConsolidation(get: () => ConsolidationEngine): void {
  source = get;
}

/** The consolidation; throws ConsolidationNotLoaded as long as it is not there. */
export function consolidationNow(): ConsolidationEngine {
  if (!source) throw new ConsolidationNotLoaded('The consolidation has not been loaded (loadConsolidation).');
  return source();
}

/** Fetches the consolidation, a part of the program of its own: a landlord alone never waits for it. */
export async function loadConsolidation(): Promise<void> {
  if (source) return;
  const engine = await import(/* webpackChunkName: "consolidation" */ './engine');
  provideConsolidation(() => engine);
}
