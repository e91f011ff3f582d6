import { useEffect, useSyncExternalStore } from 'react';
import type { Campaign } from '../../campaign';
import { useSession, useSessionState, type Session, type WorkbookReferences } from '../session';
import { Store } from '../session/store';
import type { UnionView } from '../union';
import { type Desk, DeskObstacle, openDesk } from './index';
import { numberOf } from './number-of';

/** The desk of the open workbook, and what is being done to have one. */
export interface DeskState {
  /** What it was opened on: another key, another desk. */
  readonly key?: string;
  readonly desk?: Desk | undefined;
  /** In French: what keeps the campaign from being consolidated. */
  readonly obstacle?: string | undefined;
  readonly failed?: boolean;
  /** The levels and zonings that the campaign's territory is cut by. */
  readonly by: readonly string[];
}

const stores = new WeakMap<Session, Store<DeskState>>();

function storeOf(session: Session): Store<DeskState> {
  const known = stores.get(session) ?? new Store<DeskState>({ by: ['DEP'] });
  stores.set(session, known);
  return known;
}

/** What a consolidation depends on, but the facts themselves, which a version never changes. */
function keyOf(
  { settings, perimeter, followUp, journal }: Campaign,
  { remarks }: UnionView,
  references: WorkbookReferences | undefined,
  by: readonly string[],
): string {
  const versions = followUp.map(({ siren, version }) => `${siren} ${version}`);
  // Read anew whenever their sheet changes: another object may hold other figures.
  const held = references ? numberOf(references) : 0;
  return JSON.stringify([settings, perimeter, versions, journal, remarks, held, by]);
}

interface DeskReady {
  readonly state: DeskState;
  /** Undefined while it is being opened. */
  readonly desk: Desk | undefined;
  /** Cuts the territory otherwise: the campaign is consolidated again. */
  cut(by: readonly string[]): void;
  /** Reads the facts of the workbook again. */
  again(): void;
}

/** Opens a desk on the campaign of the workbook, and another one when the campaign is no longer the same. */
export function useDesk(union: UnionView, campaign: Campaign): DeskReady {
  const session = useSession();
  const references = useSessionState((state) => state.workbook?.references);
  const store = storeOf(session);
  const state = useSyncExternalStore(store.watch, store.get, store.get);
  const { by } = state;
  const key = keyOf(campaign, union, references, by);
  useEffect(() => {
    if (store.get().key === key) return;
    store.get().desk?.close();
    store.set({ key, desk: undefined, obstacle: undefined, failed: false });
    const isWanted = () => store.get().key === key;
    const open = async () => {
      const { readReceivedValues } = await import(
        /* webpackChunkName: "received" */ '../union/read-received'
      );
      const received = await readReceivedValues(session.port);
      if (!isWanted()) return;
      const desk = await openDesk({
        campaign,
        said: union.remarks,
        received,
        references: references?.figures ?? [],
        zonings: references?.zonings ?? [],
        by,
      });
      if (isWanted()) store.set({ desk });
      else desk.close();
    };
    open().catch((error: unknown) => {
      if (!isWanted()) return;
      if (error instanceof DeskObstacle) store.set({ obstacle: error.message });
      else {
        store.set({ failed: true });
        void session.attempt(() => Promise.reject(error));
      }
    });
    // Also when someone asks to read again: the key is then another one for a moment.
  }, [key, state.key === key]);
  return {
    state,
    desk: state.key === key ? state.desk : undefined,
    cut: (wanted) => store.set({ by: wanted }),
    again: () => store.set({ key: '' }),
  };
}
