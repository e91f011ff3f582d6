import type { IWorkbookData, Univer } from '@univerjs/core';
import { createContext, runInContext } from 'node:vm';
import { installPolyfills } from '../core/polyfills';
import { blankWorkbook, createHeadlessUniver, disposeOf, openWorkbook } from '../core/univer';
import { createHost, type Host, type HostSetup } from '../host';
import { libraryScript } from './library';
import { createPaneWindow } from './window';

export interface HeadlessOptions extends Partial<Omit<HostSetup, 'univer' | 'unitId'>> {
  /** The workbook to open, as Univer stores it; a blank one by default. */
  readonly workbook?: Partial<IWorkbookData>;
  /** Puts Office, Excel, OfficeExtension and CustomFunctions on the global object, where an add-in expects them. */
  readonly globals?: boolean;
}

export interface HeadlessExcel {
  readonly host: Host;
  /** The grid, for a test to save the workbook that it holds. */
  readonly univer: Univer;
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
  /** What `Office.onReady` gave the add-in. */
  readonly info: { readonly host: unknown; readonly platform: unknown };
  dispose(): void;
}

const LIBRARY_URL = 'https://localhost/lib/office.js';
const GLOBALS = ['Office', 'Excel', 'OfficeExtension', 'CustomFunctions', 'OfficeRuntime'] as const;

const paneUrl = (locale: string): string =>
  `https://localhost/taskpane.html?_host_Info=Excel$Web$16.01$${locale}$headless$$disableLogging$3` +
  '#&_xdm_Info=conversation|impact|https://localhost';

/**
 * Starts Excel without a display: Univer, the host and the whole unmodified office.js, talking by the
 * very messages that they exchange in a browser. Resolves when `Office.onReady` has fired.
 */
export async function startHeadlessExcel({
  workbook = blankWorkbook(),
  globals = true,
  ...setup
}: HeadlessOptions = {}): Promise<HeadlessExcel> {
  installPolyfills();
  const univer = createHeadlessUniver();
  const host = createHost({ ...setup, univer, unitId: openWorkbook(univer, workbook) });
  const pane = createPaneWindow({
    url: paneUrl(host.options.locale),
    libraryUrl: LIBRARY_URL,
    toHost: (text) => connection.receive(text),
    loadScript: ({ pathname }) => libraryScript(pathname.replace(/^\/lib\//u, '')).runInContext(context),
  });
  const connection = host.connect(pane.fromHost);
  const context = createContext(pane.global);
  runInContext('var window = this, self = this;', context);
  libraryScript('office.js').runInContext(context);
  const library = pane.global as unknown as Pick<
    HeadlessExcel,
    (typeof GLOBALS)[number] & keyof HeadlessExcel
  >;
  const info = await library.Office.onReady();

  const outer = globalThis as unknown as Record<string, unknown>;
  const before = Object.fromEntries(GLOBALS.map((name) => [name, outer[name]]));
  if (globals) for (const name of GLOBALS) outer[name] = pane.global[name];
  return {
    host,
    univer,
    Office: library.Office,
    Excel: library.Excel,
    OfficeExtension: library.OfficeExtension,
    CustomFunctions: library.CustomFunctions,
    info,
    dispose() {
      if (globals) Object.assign(outer, before);
      pane.close();
      host.dispose();
      disposeOf(univer);
    },
  };
}
