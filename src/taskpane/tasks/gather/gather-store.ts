import { useSyncExternalStore } from 'react';
import type { ReceivedFile } from '../../jobs';
import { useSession, type Session } from '../../session';
import { Store } from '../../session/store';

/**
 * Files read and not taken yet. Kept while the person goes to another task, lost with the pane: what counts is in the
 * workbook.
 */
export interface GatherState {
  readonly received: readonly ReceivedFile[];
  /** The files of this session by their name: what goes back to a landlord is written from its own. */
  readonly files: ReadonlyMap<string, File>;
  /** New versions that the person chose to take. */
  readonly chosen: ReadonlySet<string>;
  /** The name given, kept with what is taken and decided. */
  readonly by: string;
}

const stores = new WeakMap<Session, Store<GatherState>>();

function gatherStore(session: Session): Store<GatherState> {
  const known = stores.get(session);
  if (known) return known;
  const store = new Store<GatherState>({ received: [], files: new Map(), chosen: new Set(), by: '' });
  stores.set(session, store);
  return store;
}

export function useGather(): readonly [GatherState, (changes: Partial<GatherState>) => void] {
  const store = gatherStore(useSession());
  return [useSyncExternalStore(store.watch, store.get, store.get), store.set];
}
