import { useEffect, useState } from 'react';

/** The result of an asynchronous reading, done again when `key` changes; undefined until it comes. */
export function useReading<Result>(key: string, read: () => Promise<Result>): Result | undefined {
  const [state, setState] = useState<{ readonly key: string; readonly result: Result }>();
  useEffect(() => {
    let wanted = true;
    read().then(
      (result) => wanted && setState({ key, result }),
      // What cannot be read is not shown; the person who asked for it sees that it is missing.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
    // The key alone says when to read again: `read` is a new function at every rendering.
  }, [key]);
  return state?.key === key ? state.result : undefined;
}
