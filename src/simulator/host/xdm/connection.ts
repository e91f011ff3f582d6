import type { MessageEntry } from '../events/hub';
import type { DocumentSettings } from '../model/document-settings';
import type { Json } from '../richapi/protocol';
import type { Processor } from '../richapi/processor';
import type { HostOptions } from '../session';
import { appContext, APP_CONTEXT } from './app-context';
import { DocumentCopies } from './document-copy';
import {
  ActionKind,
  answer,
  BATCH,
  DispatchId,
  eventMessage,
  FLAGS,
  parseRequest,
  richApiAnswer,
  type MethodData,
  type XdmRequest,
} from './messages';

interface Registration {
  readonly conversation: string;
  readonly correlation: number;
}

/** Where the person goes: on to what comes after the pane, back to what is before it, or to the grid. */
export type FocusExit = 'after' | 'before' | 'grid';

/** The actions by which office.js says so (`OSF.AgaveHostAction`): Tab, Escape and Ctrl+F6. */
const focusExits: ReadonlyMap<number, FocusExit> = new Map([
  [5, 'after'],
  [6, 'before'],
  [13, 'after'],
  [14, 'before'],
  [15, 'grid'],
]);

/** What the add-in tells the page around it, besides the workbook. */
export interface PageCallbacks {
  /** The end of a ribbon command. */
  readonly onCommandCompleted?: (commandId: string, status: number) => void;
  readonly settings: DocumentSettings;
  /** The open workbook as an `.xlsx` file. */
  readonly file?: () => Promise<Uint8Array>;
  /** The person leaves the pane by the keyboard: the focus is the page's to place. */
  readonly onFocusLeft?: (way: FocusExit) => void;
  /** A message that the host does not understand: shown, because silence looks like a hang. */
  readonly onUnknown?: (what: string) => void;
}

/**
 * One add-in's conversation with the host. It knows neither windows nor frames: text comes in by
 * `receive` and leaves by `send`, in a browser as in jest.
 */
export class Connection {
  private readonly registered = new Map<string, Registration>();
  private readonly copies: DocumentCopies;
  private readonly awaited = new Map<string, (() => void)[]>();
  private closed = false;

  constructor(
    private readonly send: (text: string) => void,
    private readonly processor: Processor,
    private readonly options: HostOptions,
    private readonly page: PageCallbacks,
  ) {
    this.copies = new DocumentCopies(page.file);
  }

  /**
   * Takes one message of the add-in; foreign messages are ignored. One that the page has answered already is taken
   * into account and not answered again.
   */
  receive(text: unknown, { isAnswered = false } = {}): void {
    const request = parseRequest(text);
    if (!request || this.closed) return;
    this.handle(request).then(
      (data) => {
        if (data !== undefined && !isAnswered) this.post(answer(request, data));
      },
      (problem: unknown) => {
        this.page.onUnknown?.(problem instanceof Error ? problem.message : String(problem));
        this.post(answer(request, String(problem), -1));
      },
    );
  }

  /** Resolves once the add-in listens to messages of that name: it does so some time after it is ready. */
  listening(name: string): Promise<void> {
    if (this.registered.has(name)) return Promise.resolve();
    return new Promise((resolve) => this.awaited.set(name, [...(this.awaited.get(name) ?? []), resolve]));
  }

  /** Sends events and invocations; nothing before the add-in listens. */
  postEntries(entries: readonly MessageEntry[]): void {
    this.postEvent('richApiMessage', { ArrayData: entries.map((entry) => [...entry]) });
  }

  postEvent(name: string, data: Json): void {
    const registration = this.registered.get(name);
    if (registration)
      this.post(eventMessage(name, registration.conversation, registration.correlation, data));
  }

  close(): void {
    this.closed = true;
    this.registered.clear();
  }

  private post(text: string): void {
    if (!this.closed) this.send(text);
  }

  private async handle(request: XdmRequest): Promise<Json | undefined> {
    const name = request._actionName;
    if (request._actionType === ActionKind.RegisterEvent) {
      this.registered.set(name, {
        conversation: request._conversationId,
        correlation: request._correlationId,
      });
      for (const resolve of this.awaited.get(name) ?? []) setTimeout(resolve, 0);
      this.awaited.delete(name);
      return {};
    }
    if (request._actionType === ActionKind.UnregisterEvent) {
      this.registered.delete(name);
      return {};
    }
    if (name === APP_CONTEXT) return appContext(String(request._data), this.options, this.page.settings);
    if (name === 'ContextActivationManager_notifyHost') {
      const [, action] = Array.isArray(request._data) ? request._data : [];
      const way = focusExits.get(Number(action));
      if (way) this.page.onFocusLeft?.(way);
      return undefined;
    }
    if (name === 'executeMethod') return this.execute(request._data as MethodData);
    throw new Error(`The host does not know the message ${name}.`);
  }

  private async execute(data: MethodData): Promise<Json> {
    const id = data.DdaMethod?.DispatchId;
    switch (id) {
      case DispatchId.ExecuteRichApi: {
        const { [BATCH]: body, [FLAGS]: flags } = data.ArrayData ?? [];
        const reply = await this.processor.process(String(body), typeof flags === 'number' ? flags : 0);
        return reply.error === 0 ? richApiAnswer(reply.body) : { Version: 1, Error: reply.error };
      }
      case DispatchId.LoadSettings:
        return { Error: 0, Properties: this.page.settings.load().map((one) => [...one]) };
      case DispatchId.SaveSettings:
        this.page.settings.save(data.DdaSettingsMethod?.Properties ?? []);
        return { Error: 0 };
      case DispatchId.OpenDocumentCopy:
        return this.copies.open(data);
      case DispatchId.ReadDocumentSlice:
        return this.copies.slice(data);
      case DispatchId.CloseDocumentCopy:
        return this.copies.close(data);
      case DispatchId.AppCommandCompleted: {
        this.page.onCommandCompleted?.(String(data['0']), Number(data['1'] ?? 0));
        return { Error: 0 };
      }
      default:
        this.page.onUnknown?.(`executeMethod ${id}`);
        return { Error: UNSUPPORTED };
    }
  }
}

const UNSUPPORTED = 5001;
