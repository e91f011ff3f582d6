/** A value that is replaced, never changed, and those who watch it. */
export class Store<State> {
  readonly #watchers = new Set<() => void>();

  constructor(private state: State) {}

  readonly get = (): State => this.state;

  /** Replaces some of its fields. */
  readonly set = (changes: Partial<State>): void => {
    this.state = { ...this.state, ...changes };
    for (const watcher of this.#watchers) watcher();
  };

  /** Calls `watcher` after every change, until the function given back is called. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };
}
