import { isProvided, provideTable } from '../../territory';

/** The core, as the pane uses it. */
export type Engine = typeof import('./engine');

let engine: Promise<Engine> | undefined;
let territories: Promise<void> | undefined;

/** The geographic code: a part of its own, the largest of all, fetched once. */
export function loadTerritories(): Promise<void> {
  if (isProvided('territories')) return Promise.resolve();
  territories ??= import(/* webpackChunkName: "territories" */ '../../../generated/territory.json')
    .then(({ default: table }) => provideTable('territories', () => table))
    .catch((error: unknown) => {
      territories = undefined;
      throw error;
    });
  return territories;
}

/** The core, with the geographic code it needs to read a contribution. Asked for again after a failure. */
export function loadEngine(): Promise<Engine> {
  engine ??= Promise.all([import(/* webpackChunkName: "engine" */ './engine'), loadTerritories()])
    .then(([module]) => module)
    .catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
  return engine;
}
