import { useEffect, useState } from 'react';

/**
 * The result of an asynchronous reading, done again when `key` changes; undefined until it comes. The signal tells the
 * reading that nobody waits for it any more.
 */
export function useReading<Result>(
  key: string,
  read: (signal: AbortSignal) => Promise<Result>,
): Result | undefined {
  const [state, setState] = useState<{ readonly key: string; readonly result: Result }>();
  useEffect(() => {
    const stop = new AbortController();
    read(stop.signal).then(
      (result) => {
        if (!stop.signal.aborted) setState({ key, result });
      },
      // What cannot be read is not shown; the person who asked for it sees that it is missing.
      () => undefined,
    );
    return () => stop.abort();
    // The key alone says when to read again: `read` is a new function at every rendering.
  }, [key]);
  return state?.key === key ? state.result : undefined;
}
