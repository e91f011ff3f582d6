import { loadCatalogueTexts, loadTable } from '../../functions';
import type * as core from './engine';

/** The core, as the pane uses it. */
export type Engine = typeof core;

let engine: Promise<Engine> | undefined;

/**
 * The core, with the geographic code it needs to read a contribution and the texts it shows: parts of the program that are fetched once
 * the pane is painted. Asked for again after a failure.
 */
export function loadEngine(): Promise<Engine> {
  engine ??= Promise.all([
    import(/* webpackChunkName: "engine" */ './engine'),
    loadTable('territories'),
    loadCatalogueTexts(),
  ])
    .then(([module]) => module)
    .catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
  return engine;
}
