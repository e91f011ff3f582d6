export interface Debounced {
  /** Asks for one more call, soon. */
  (): void;
  cancel(): void;
}

/** Calls `action` once things have been quiet for `quiet` ms, at the latest `longest` ms after the first ask. */
export function debounce(action: () => void, quiet: number, longest: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;
  const fire = () => {
    timer = undefined;
    since = undefined;
    action();
  };
  const ask = () => {
    const now = Date.now();
    since ??= now;
    clearTimeout(timer);
    timer = setTimeout(fire, Math.max(0, Math.min(quiet, since + longest - now)));
  };
  return Object.assign(ask, {
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
      since = undefined;
    },
  });
}
