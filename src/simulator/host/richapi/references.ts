import { invalidReference } from './errors';
import type { HostObject } from './objects';

/** How many events back `getRange` still works. */
const LATEST_EVENTS = 200;

/**
 * Objects without an identity in the workbook (ranges) that office.js wants to find again. Those it
 * asks to keep live until it removes them; the others until the end of their batch.
 */
export class References {
  private readonly byId = new Map<string, HostObject>();
  private readonly idOf = new WeakMap<object, string>();
  private readonly kept = new Set<string>();
  private readonly recent: string[] = [];
  private count = 0;

  /** The id under which an object is known, given on first sight. */
  identify(target: object, object: () => HostObject): string {
    let id = this.idOf.get(target);
    if (id === undefined) {
      id = `REF${++this.count}`;
      this.idOf.set(target, id);
    }
    if (!this.byId.has(id)) this.byId.set(id, object());
    return id;
  }

  object(id: string): HostObject {
    const found = this.byId.get(id);
    if (!found) throw invalidReference();
    return found;
  }

  keep(target: object): void {
    const id = this.idOf.get(target);
    if (id !== undefined) this.kept.add(id);
  }

  /** Keeps what an event speaks of, for handlers that ask for it; only the latest ones. */
  keepForEvent(target: object, object: () => HostObject): string {
    const id = this.identify(target, object);
    this.kept.add(id);
    this.recent.push(id);
    const oldest = this.recent.length > LATEST_EVENTS ? this.recent.shift() : undefined;
    if (oldest !== undefined) this.remove(oldest);
    return id;
  }

  remove(id: string): void {
    this.kept.delete(id);
    this.byId.delete(id);
  }

  forgetTransient(): void {
    for (const id of this.byId.keys()) if (!this.kept.has(id)) this.byId.delete(id);
  }

  /** Every object still known; structural changes of a sheet move those that lie on it. */
  targets(): readonly unknown[] {
    return [...this.byId.values()].map((one) => one.target);
  }

  get size(): number {
    return this.kept.size;
  }
}
