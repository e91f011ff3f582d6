import { useSyncExternalStore } from 'react';
import type { LedgerFigures, Policy, SearchResult } from '../../actions/connect';
import type { ReadFile } from '../../jobs';
import { useSession, type Session } from '../../session';
import { Store } from '../../session/store';
import type { Proposal } from '../../../mapping';
import type { IdentityDraft } from '../start/identity-form';

/**
 * What was read and not written yet. It is kept while the person goes to another task, and lost with the pane: what
 * counts is in the workbook.
 */
export interface ConnectState {
  readonly files: readonly ReadFile[];
  readonly ledgers?: LedgerFigures | undefined;
  /** Where a purchase is local, once the person has said so. */
  readonly local?: string;
  readonly policy: Policy;
  /** What the person has typed of the identity; the rest comes from the files. */
  readonly typed: Partial<IdentityDraft>;
  readonly found?: SearchResult | undefined;
  /** What each connected data point comes from. */
  readonly accepted: ReadonlyMap<string, Proposal>;
  readonly refused: ReadonlySet<string>;
}

const stores = new WeakMap<Session, Store<ConnectState>>();

function connectStore(session: Session): Store<ConnectState> {
  const known = stores.get(session);
  if (known) return known;
  const store = new Store<ConnectState>({
    files: [],
    policy: 'keep',
    typed: {},
    accepted: new Map(),
    refused: new Set(),
  });
  stores.set(session, store);
  return store;
}

export function useConnect(): readonly [ConnectState, (changes: Partial<ConnectState>) => void] {
  const store = connectStore(useSession());
  return [useSyncExternalStore(store.watch, store.get, store.get), store.set];
}
