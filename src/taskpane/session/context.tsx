import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session } from './session';
import type { SessionState } from './state';

const SessionContext = createContext<Session | undefined>(undefined);

/** Gives the session to all that is drawn inside. */
export const SessionProvider = SessionContext.Provider;

/** The session of the pane. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Rendered outside of SessionProvider.');
  return session;
}

/** A part of what is known, followed. */
export function useSessionState<Part>(part: (state: SessionState) => Part): Part {
  const { store } = useSession();
  return useSyncExternalStore(
    store.watch,
    () => part(store.get()),
    () => part(store.get()),
  );
}
