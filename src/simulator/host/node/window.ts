/**
 * The little of a browser that the unmodified office.js touches: enough for its whole start-up, its
 * message channel and its custom-functions runtime to run in plain Node, without jsdom.
 */

type Listener = (event: unknown) => void;

class Target {
  private readonly listeners = new Map<string, Set<Listener>>();

  addEventListener(type: string, listener: Listener): void {
    const known = this.listeners.get(type) ?? new Set();
    this.listeners.set(type, known.add(listener));
  }

  removeEventListener(type: string, listener: Listener): void {
    this.listeners.get(type)?.delete(listener);
  }

  dispatch(type: string, event: unknown): void {
    for (const listener of [...(this.listeners.get(type) ?? [])]) listener(event);
  }
}

function storage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: unknown) => void values.set(key, String(value)),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

/** An element: attributes as properties, and the parts of an address for links. */
class Element extends Target {
  readonly style = {};
  href = '';
  src = '';
  onload?: () => void;
  onerror?: () => void;

  constructor(readonly tagName: string) {
    super();
  }

  setAttribute(name: string, value: unknown): void {
    Object.assign(this, { [name]: value });
  }

  getAttribute(name: string): unknown {
    return (this as unknown as Record<string, unknown>)[name] ?? null;
  }

  appendChild<T>(child: T): T {
    return child;
  }

  get hostname(): string {
    return new URL(this.href).hostname;
  }

  get protocol(): string {
    return new URL(this.href).protocol;
  }

  get port(): string {
    return new URL(this.href).port;
  }
}

export interface WindowSetup {
  /** The address of the task pane, with what the host says of itself. */
  readonly url: string;
  /** The address that office.js was loaded from: its other files are looked for beside it. */
  readonly libraryUrl: string;
  /** A message of the add-in for the host. */
  readonly toHost: (text: string) => void;
  /** Runs a script that the library asks for; throws when there is none. */
  readonly loadScript: (url: URL) => void;
}

export interface PaneWindow {
  /** The global object of the pane. */
  readonly global: Record<string, unknown>;
  /** Hands a message of the host to the pane. */
  fromHost(text: string): void;
  /** Stops its timers: a pane that is closed runs no more. */
  close(): void;
}

export function createPaneWindow({ url, libraryUrl, toHost, loadScript }: WindowSetup): PaneWindow {
  const location = new URL(url);
  const window = new Target();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let closed = false;
  const run = (task: () => void, ms: number, start: typeof setTimeout | typeof setInterval) => {
    const timer = start(() => {
      if (!closed) task();
    }, ms);
    timer.unref();
    timers.add(timer);
    return timer;
  };
  const after = (task: () => void, ms = 0) => run(task, ms, setTimeout);

  const head = new Element('head');
  head.appendChild = <T>(child: T): T => {
    if (child instanceof Element && child.tagName.toLowerCase() === 'script')
      after(() => {
        try {
          loadScript(new URL(child.src, location));
          child.onload?.();
          child.dispatch('load', {});
        } catch (problem) {
          if (child.onerror) child.onerror();
          else throw problem;
        }
      });
    return child;
  };
  const library = Object.assign(new Element('script'), { src: libraryUrl });
  const document = Object.assign(new Target(), {
    domain: location.hostname,
    readyState: 'complete',
    URL: url,
    title: '',
    cookie: '',
    head,
    body: new Element('body'),
    documentElement: new Element('html'),
    createElement: (name: string) => new Element(name),
    createTextNode: () => ({}),
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    getElementsByTagName: (name: string) => (name === 'script' ? [library] : name === 'head' ? [head] : []),
  });
  const parent = { postMessage: (text: string) => void after(() => toHost(text)) };
  const noop = () => undefined;
  const global: Record<string, unknown> = {
    document,
    location,
    parent,
    top: parent,
    opener: null,
    external: {},
    name: '',
    navigator: { userAgent: 'Chrome', language: 'fr-FR', languages: ['fr-FR'], onLine: true },
    history: { pushState: noop, replaceState: noop },
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener: window.addEventListener.bind(window),
    removeEventListener: window.removeEventListener.bind(window),
    setTimeout: after,
    clearTimeout,
    setInterval: (task: () => void, ms = 0) => run(task, ms, setInterval),
    clearInterval,
    console,
    performance,
    queueMicrotask,
    Event: class {},
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    alert: noop,
    confirm: noop,
    prompt: noop,
    // Errors and dates made by tests are recognised, and those of the library are by the tests.
    Error,
    TypeError,
    RangeError,
    SyntaxError,
    Date,
  };
  return {
    global,
    fromHost: (text) =>
      void after(() => window.dispatch('message', { data: text, origin: location.origin, source: parent })),
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
