import type { Json } from '../richapi/protocol';
import { failure, type CallResult } from './results';

/** One call of an add-in's function, as its cell asks for it. */
export interface Call {
  readonly functionId: string;
  readonly args: readonly Json[];
  readonly address: string | null;
  readonly parameterAddresses: Json;
  readonly flags: number;
}

export interface CallerCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

interface Pending {
  readonly id: number;
  readonly key: string;
  readonly call: Call;
}

/** How many results are remembered; the oldest give way. */
const CACHE_SIZE = 50_000;
const INVOCATION = 1000;

export const cellKey = ({ sheetId, row, column }: CallerCell): string => `${sheetId}|${row}|${column}`;

/**
 * Calls under way and results obtained. A call is known by its function and arguments (and by its cell
 * when the function wants the address), so that an unchanged formula costs nothing.
 */
export class Invocations {
  private readonly results = new Map<string, CallResult>();
  private readonly pending = new Map<number, Pending>();
  private readonly idOfKey = new Map<string, number>();
  private readonly callers = new Map<string, Map<string, CallerCell>>();
  private outgoing: Pending[] = [];
  private sequence = 0;
  private ready = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly post: (messages: readonly { readonly type: number; readonly body: Json }[]) => void,
    /** Cells whose result has come. */
    private readonly resolved: (cells: readonly CallerCell[]) => void,
  ) {}

  get isWaiting(): boolean {
    return this.pending.size > 0;
  }

  /** The result of a call, or undefined while it is awaited: the cell is then calculated again. */
  request(call: Call, caller: CallerCell): CallResult | undefined {
    const key = JSON.stringify([call.functionId, call.args, call.address, call.parameterAddresses]);
    const known = this.results.get(key);
    if (known) return known;
    const callers = this.callers.get(key) ?? new Map<string, CallerCell>();
    this.callers.set(key, callers.set(cellKey(caller), caller));
    if (!this.idOfKey.has(key)) this.send({ id: ++this.sequence, key, call });
    return undefined;
  }

  /** The add-in's runtime is listening: what was asked before is sent. */
  start(): void {
    this.ready = true;
    this.flush();
  }

  /** The runtime is gone (another pane): what was awaited is asked again of the next one. */
  stop(): void {
    this.ready = false;
    this.outgoing = [...this.pending.values()];
  }

  /** Takes results, `[id, ok, value, outbound]` or `[id, false, message, code, outbound]`. */
  receive(entries: readonly (readonly Json[])[]): void {
    const cells = new Map<string, CallerCell>();
    for (const [id, ok, value, code] of entries) {
      const waiting = this.pending.get(Number(id));
      if (!waiting) continue;
      this.pending.delete(waiting.id);
      this.idOfKey.delete(waiting.key);
      this.remember(
        waiting.key,
        ok === true ? { kind: 'value', value: value ?? null } : failure(code, value),
      );
      for (const [key, cell] of this.callers.get(waiting.key) ?? []) cells.set(key, cell);
      this.callers.delete(waiting.key);
    }
    if (cells.size > 0) this.resolved([...cells.values()]);
  }

  /** Forgets every result, as a full recalculation does. */
  forget(): void {
    this.results.clear();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.outgoing = [];
    this.pending.clear();
  }

  private remember(key: string, result: CallResult): void {
    if (this.results.size >= CACHE_SIZE) {
      const [oldest] = this.results.keys();
      if (oldest !== undefined) this.results.delete(oldest);
    }
    this.results.set(key, result);
  }

  /** Calls of one turn leave in one message. */
  private send(pending: Pending): void {
    this.pending.set(pending.id, pending);
    this.idOfKey.set(pending.key, pending.id);
    this.outgoing.push(pending);
    if (this.ready) this.timer ??= setTimeout(() => this.flush(), 0);
  }

  private flush(): void {
    this.timer = undefined;
    if (!this.ready || this.outgoing.length === 0) return;
    const messages = this.outgoing.map(({ id, call }) => ({
      type: INVOCATION,
      body: [id, call.functionId, call.args, call.address, call.flags, call.parameterAddresses] as Json,
    }));
    this.outgoing = [];
    this.post(messages);
  }
}
