import type { CellReference, Selection } from '../../excel';
import { ActionProblem, type Action } from '../actions/action';
import { loadEngine, type Engine } from '../engine';
import { localeOf } from '../i18n';
import type { ExcelPort, PortProblem } from '../port';
import { readWorkbook } from './read-workbook';
import { ReferenceTables } from './reference-tables';
import type { Focus, Notice, SessionState, TaskId } from './state';
import { Store } from './store';
import { unexpected } from './messages';
import { debounced } from './timing';

/** What the session needs beside Excel; given, so that tests decide. */
export interface SessionOptions {
  readonly language?: string;
  readonly now?: () => Date;
  readonly engine?: () => Promise<Engine>;
}

/** After the last change, in milliseconds: a paste or a fill comes as many events. */
const SETTLING = 400;
const SELECTING = 120;

/** The pane and the ribbon over one open workbook: what was last read, and the actions that change it. */
export class Session {
  readonly store: Store<SessionState>;
  readonly #now: () => Date;
  readonly #engine: () => Promise<Engine>;
  readonly #references = new ReferenceTables();
  #reading: Promise<void> | undefined;
  #readAgain = false;
  #target: CellReference | undefined;
  #cancel: AbortController | undefined;

  constructor(
    readonly port: ExcelPort,
    options: SessionOptions = {},
  ) {
    this.store = new Store<SessionState>({
      locale: localeOf(options.language),
      task: 'start',
      focus: {},
      trail: [],
    });
    this.#now = options.now ?? (() => new Date());
    this.#engine = options.engine ?? loadEngine;
  }

  /** Reads the workbook and follows it from then on. */
  async start(): Promise<void> {
    await this.#quietly(async () => {
      await this.port.onWaiting((problem) =>
        this.store.set({ waiting: problem && { tone: 'warning', ...problemOf(problem) } }),
      );
      await this.refresh();
      const changed = debounced(SETTLING, () => void this.refresh());
      await this.port.onChanged((change) => {
        const references = this.#references.changed(change.sheet);
        if (!change.ours || references) changed();
      });
    });
    await this.#quietly(async () => {
      const read = async () => this.#follow(await this.port.selection());
      // Nothing is said of a selection that cannot be read: the person is only moving about.
      const selected = debounced(SELECTING, () => void read().catch(() => undefined));
      await this.port.onSelectionChanged(selected);
      selected();
    });
  }

  /** Reads the workbook again; asked for while reading, reads once more afterwards. */
  async refresh(): Promise<void> {
    if (this.#reading) {
      this.#readAgain = true;
      return this.#reading;
    }
    this.#reading = this.#quietly(async () => {
      do {
        this.#readAgain = false;
        const engine = await this.#engine();
        const workbook = await readWorkbook(this.port, engine, this.#references);
        this.store.set({ engine, workbook });
      } while (this.#readAgain);
    });
    await this.#reading;
    this.#reading = undefined;
  }

  /** Opens a task of the pane, on something if it is told. What was done is old news there; what failed is not. */
  open(task: TaskId, focus: Focus = {}): void {
    const { notice } = this.store.get();
    this.store.set({ task, focus, notice: notice?.tone === 'success' ? undefined : notice });
  }

  /** Opens what follows an action that was just done: what it told is still to be read there. */
  goOn(task: TaskId): void {
    this.store.set({ task, focus: {} });
  }

  /** Goes to a cell in the workbook. */
  async select(sheet: string, address: string): Promise<void> {
    const { selection, trail } = this.store.get();
    const left = selection && { sheet: selection.sheet, address: selection.cell };
    await this.#goTo({ sheet, address }, left ? [...trail, left] : trail);
  }

  /** Goes back to the cell left last. */
  async back(): Promise<void> {
    const { trail } = this.store.get();
    const last = trail.at(-1);
    if (last) await this.#goTo(last, trail.slice(0, -1));
  }

  /**
   * Performs an action, one at a time; what goes wrong is told to the person. Gives what the action gives, or
   * undefined when it could not be done.
   */
  async perform<Input, Output>(action: Action<Input, Output>, input: Input): Promise<Output | undefined> {
    if (this.store.get().work) return undefined;
    const cancel = (this.#cancel = new AbortController());
    this.store.set({ work: { doing: action.doing }, notice: undefined });
    let output: Output | undefined;
    let notice: Notice | undefined;
    try {
      output = await action.perform(input, {
        port: this.port,
        engine: await this.#engine(),
        now: this.#now,
        work: {
          signal: cancel.signal,
          onProgress: (progress) => this.store.set({ work: { doing: action.doing, progress } }),
        },
      });
      if (action.told) notice = { tone: 'success', message: action.told(output) };
    } catch (error) {
      notice = noticeOf(error);
    }
    this.#cancel = undefined;
    this.store.set({ work: undefined, notice });
    // Read again even after a failure: part of it may have been done, or someone else changed something.
    if (action.changes) await this.refresh();
    return output;
  }

  /** Does something that may fail, and tells the person if it does. */
  async attempt(work: () => Promise<void>): Promise<void> {
    await this.#quietly(work);
  }

  /** Stops the work under way between two calls to Excel. */
  cancel(): void {
    this.#cancel?.abort();
  }

  dismiss(): void {
    this.store.set({ notice: undefined });
  }

  speak(locale: SessionState['locale']): void {
    this.store.set({ locale });
  }

  async #goTo(target: CellReference, trail: readonly CellReference[]): Promise<void> {
    this.#target = target;
    this.store.set({ trail });
    await this.#quietly(() => this.port.selectCell(target.sheet, target.address));
  }

  #follow(selection: Selection): void {
    const target = this.#target;
    const ours =
      target !== undefined && selection.sheet === target.sheet && selection.address === target.address;
    this.store.set(ours ? { selection } : { selection, trail: [] });
  }

  async #quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.store.set({ notice: noticeOf(error) });
    }
  }
}

const problemOf = ({ message, remedy }: PortProblem): PortProblem => ({ message, remedy });

/** An error as the person is told it: problems say themselves what to do. */
export function noticeOf(error: unknown): Notice {
  if (error instanceof ActionProblem || isProblem(error)) {
    return { tone: 'error', ...problemOf(error) };
  }
  console.error(error);
  return { tone: 'error', ...unexpected };
}

/** An `ExcelProblem`, whichever copy of its class it was made with. */
function isProblem(error: unknown): error is PortProblem {
  return typeof error === 'object' && error !== null && 'remedy' in error && 'message' in error;
}
