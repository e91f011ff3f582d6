import type { Json } from '../richapi/protocol';

/** Numbers of the events, as office.js registers them. */
export const EventType = {
  WorksheetChanged: 10,
  WorksheetActivated: 11,
  WorksheetDeactivated: 12,
  WorksheetAdded: 13,
  SelectionChanged: 14,
  WorksheetDeleted: 15,
  WorksheetCalculated: 16,
  TableSelectionChanged: 100,
  TableChanged: 101,
  TableAdded: 102,
  TableDeleted: 103,
} as const;

/** One entry of a `richApiMessage`: category, type, target, message, id, from another person. */
export type MessageEntry = readonly [number, number, string, string, number, boolean];

const API_EVENT = 65_536;

/** Who listens to what, and the way out to the add-in. */
export class EventHub {
  private readonly listeners = new Map<string, { count: number; readonly since: number }>();
  private clock = 0;
  private sequence = 0;
  private batches = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly send: (entries: readonly MessageEntry[]) => void) {}

  /** A moment, to compare with those at which listeners came. */
  get now(): number {
    return this.clock;
  }

  subscribe(type: number, target: string): void {
    const key = `${type}|${target}`;
    const known = this.listeners.get(key);
    if (known) known.count++;
    else this.listeners.set(key, { count: 1, since: ++this.clock });
  }

  unsubscribe(type: number, target: string): void {
    const key = `${type}|${target}`;
    const known = this.listeners.get(key);
    if (known && --known.count === 0) this.listeners.delete(key);
  }

  /** True when an event of that type would reach someone. */
  isListened(type: number, ...targets: readonly string[]): boolean {
    return targets.some((target) => this.listeners.has(`${type}|${target}`));
  }

  /** True when someone listens to events of one of those types, whatever their target. */
  hasListeners(...types: readonly number[]): boolean {
    return [...this.listeners.keys()].some((key) => types.some((type) => key.startsWith(`${type}|`)));
  }

  /** Sends one event to those of the targets that were listened to when it happened. */
  emit(
    type: number,
    targets: readonly string[],
    message: { readonly [key: string]: Json },
    moment = this.now,
  ): void {
    const entries = targets
      .filter((target) => (this.listeners.get(`${type}|${target}`)?.since ?? Infinity) <= moment)
      .map((target) => this.entry(API_EVENT, type, target, JSON.stringify(message)));
    if (entries.length > 0) this.send(entries);
  }

  /** True while a writing batch runs: what it changes is announced together, when it ends. */
  get inBatch(): boolean {
    return this.batches > 0;
  }

  async duringBatch<T>(run: () => Promise<T>): Promise<T> {
    this.batches++;
    try {
      return await run();
    } finally {
      this.batches--;
      if (this.batches === 0) for (const resolve of this.waiting.splice(0)) resolve();
    }
  }

  /** Resolves when no writing batch runs. */
  batchEnd(): Promise<void> {
    return this.inBatch ? new Promise((resolve) => this.waiting.push(resolve)) : Promise.resolve();
  }

  /** Sends messages of another category: custom functions, actions. */
  post(category: number, messages: readonly { readonly type: number; readonly body: Json }[]): void {
    this.send(messages.map(({ type, body }) => this.entry(category, type, '', JSON.stringify(body))));
  }

  private entry(category: number, type: number, target: string, message: string): MessageEntry {
    return [category, type, target, message, ++this.sequence, false];
  }
}
