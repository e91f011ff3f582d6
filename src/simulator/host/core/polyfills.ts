/**
 * What Univer expects of its platform and Node 20 lacks: iterator helpers (`map.keys().some(…)`),
 * without which a defined name cannot be inserted once a table exists, and `requestIdleCallback`.
 */
export function installPolyfills(): void {
  const prototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;
  const helpers: Record<string, (this: Iterable<unknown>, use: (value: unknown) => unknown) => unknown> = {
    some(use) {
      for (const value of this) if (use(value)) return true;
      return false;
    },
    every(use) {
      for (const value of this) if (!use(value)) return false;
      return true;
    },
    find(use) {
      for (const value of this) if (use(value)) return value;
      return undefined;
    },
    forEach(use) {
      for (const value of this) use(value);
      return undefined;
    },
    *map(use) {
      for (const value of this) yield use(value);
    },
    *filter(use) {
      for (const value of this) if (use(value)) yield value;
    },
    toArray() {
      return [...this];
    },
  };
  for (const [name, value] of Object.entries(helpers))
    if (!(name in prototype))
      Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  if (typeof globalThis.requestIdleCallback !== 'function') {
    const deadline = { didTimeout: false, timeRemaining: () => 50 };
    globalThis.requestIdleCallback = ((run: IdleRequestCallback) =>
      setTimeout(() => run(deadline), 0) as unknown as number) as typeof requestIdleCallback;
    globalThis.cancelIdleCallback = (handle) => clearTimeout(handle);
  }
}
