import { useSyncExternalStore } from 'react';
import type { TableContent } from '../../../excel';
import type { Locale } from '../../../formula';
import type { StudyEdit } from '../../../study';
import type { MadeStudy } from '../../jobs';
import { useSession, type Session } from '../../session';
import { Store } from '../../session/store';

/**
 * What a person chose, and the study made from it. Lost with the pane: what was rewritten is in the workbook, and the
 * study is made again from there.
 */
export interface StudyState {
  readonly template: string;
  readonly locale: Locale;
  /** Undefined: the whole territory of the consolidation. */
  readonly territory?: string | undefined;
  readonly files: readonly File[];
  /** The name given, kept with what is rewritten. */
  readonly by: string;
  /** The page shown: 0 is the cover. */
  readonly page: number;
  /** What `made` was made from. */
  readonly key: string;
  readonly made?: MadeStudy | undefined;
  /** In French: what keeps it from being made. */
  readonly problem?: string | undefined;
  readonly failed?: boolean;
  /** Being made: what is shown is what was made before. */
  readonly making?: boolean;
  /** The tables of the workbook that it was made from, but that of rewritten texts. */
  readonly tables: readonly TableContent[];
  readonly edits: readonly StudyEdit[];
}

const stores = new WeakMap<Session, Store<StudyState>>();

export function studyStore(session: Session): Store<StudyState> {
  const known = stores.get(session);
  if (known) return known;
  const { locale } = session.store.get();
  const store = new Store<StudyState>({
    ...{ template: '', locale, files: [], by: '', page: 0, key: '', tables: [], edits: [] },
  });
  stores.set(session, store);
  return store;
}

export function useStudyState(): readonly [StudyState, (changes: Partial<StudyState>) => void] {
  const store = studyStore(useSession());
  return [useSyncExternalStore(store.watch, store.get, store.get), store.set];
}
