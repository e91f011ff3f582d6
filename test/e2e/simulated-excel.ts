import { buffer } from 'node:stream/consumers';
import { chromium, type Download, type FrameLocator, type Page } from 'playwright-core';

export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A person in front of the page « Excel simulé ». */
export interface SimulatedExcel {
  readonly page: Page;
  readonly url: string;
  /** The inside of the add-in's frame. */
  readonly pane: FrameLocator;
  /** Every address that the browser asked for. */
  readonly asked: readonly string[];
  /** Errors that nothing caught, in the page and in the pane. */
  readonly uncaught: readonly string[];
  /** Loads the page; `?classeur=` names a workbook of the server. */
  load(query?: string): Promise<void>;
  /** « Nouveau », « Ouvrir » with a file of the computer, and a file dropped on the page. */
  create(): Promise<void>;
  openFile(file: WorkbookFile): Promise<void>;
  dropFile(file: WorkbookFile): Promise<void>;
  /** « Enregistrer »: the file that the browser downloads. */
  save(): Promise<WorkbookFile>;
  /** Opens a tab of the ribbon and presses one of its buttons. */
  press(tab: 'Accueil' | 'Impact', button: string): Promise<void>;
  /** Shows a sheet by its tab, below the grid. */
  showSheet(name: string): Promise<void>;
  /** Goes to a cell or a range of the sheet shown, by the name box. */
  goTo(address: string): Promise<void>;
  /** Enters a text in a cell, presses Enter, and comes back to it. Key by key only if asked: that is slow. */
  type(address: string, text: string, how?: 'key by key'): Promise<void>;
  /** What the page says of the active cell: `Feuille ! A1 : valeur — message`. */
  activeCell(): Promise<string>;
  /** Waits until the page says that of the active cell. */
  shows(text: string): Promise<void>;
  /** Opens a task of the pane by its tab. */
  task(name: string): Promise<void>;
  stop(): Promise<void>;
}

const NAME_BOX = '#grid input.univer-size-full';

/** Spaces as a person sees them. */
export const plain = (text: string | null): string => (text ?? '').replaceAll(/[\u00a0\u202f]/gu, ' ');

/** What the browser was given to save. */
export const downloaded = async (download: Download): Promise<WorkbookFile> => ({
  name: download.suggestedFilename(),
  bytes: await buffer(await download.createReadStream()),
});

/** A page of its own in the browser of the run (`start.mjs`). */
export async function startSimulatedExcel(): Promise<SimulatedExcel> {
  const { IMPACT_E2E_SERVER: url, IMPACT_E2E_BROWSER: address } = process.env;
  if (!url || !address)
    throw new Error('Run these tests by jest and its configuration: start.mjs comes first.');
  const browser = await chromium.connect(address);
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 }, locale: 'fr-FR' });
  // Patient: two pages share a small machine, and nothing here is timed.
  page.setDefaultTimeout(60_000);
  const asked: string[] = [];
  const uncaught: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => uncaught.push(error.message));
  // The one question of office.js on http, answered as the page advises.
  page.on('dialog', (dialog) => void dialog.accept());
  const pane = page.frameLocator('#pane-frame iframe');
  const cell = page.locator('#active-cell');

  /** Does what opens a workbook, and waits until the add-in answers in it. */
  const opening = async (open: () => Promise<unknown>): Promise<void> => {
    await page.evaluate(() => {
      const own = window as unknown as SimulatedWindow;
      own.former = own.excelSimule?.current;
    });
    await open();
    await page.waitForFunction(
      () => {
        const { excelSimule, former } = window as unknown as SimulatedWindow;
        const current = excelSimule?.current;
        return current !== former && current?.host.functions.isReady === true;
      },
      null,
      { timeout: 110_000 },
    );
    await pane.getByRole('tab', { name: 'Démarrer' }).waitFor();
    // The pane may be there before the grid, whose name box says a cell once it listens.
    await page.waitForFunction((box) => document.querySelector<HTMLInputElement>(box)?.value, NAME_BOX, {
      timeout: 110_000,
    });
  };

  const excel: SimulatedExcel = {
    page,
    url,
    pane,
    asked,
    uncaught,
    async load(query = '') {
      await opening(() => page.goto(`${url}/simulateur/${query}`));
    },
    create: () => opening(() => excel.press('Accueil', 'Nouveau')),
    async openFile({ name, bytes }) {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        excel.press('Accueil', 'Ouvrir'),
      ]);
      await opening(() => chooser.setFiles({ name, mimeType: '', buffer: Buffer.from(bytes) }));
    },
    async dropFile({ name, bytes }) {
      const carried = await page.evaluateHandle(
        ([called, content]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], called));
          return transfer;
        },
        [name, Buffer.from(bytes).toString('base64')] as const,
      );
      await page.dispatchEvent('#grid', 'dragover', { dataTransfer: carried });
      await opening(() => page.dispatchEvent('#drop', 'drop', { dataTransfer: carried }));
    },
    async save() {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        excel.press('Accueil', 'Enregistrer'),
      ]);
      return downloaded(download);
    },
    async press(tab, button) {
      await page.getByRole('tab', { name: tab, exact: true }).click();
      await page.locator('#ribbon').getByRole('button', { name: button, exact: true }).click();
    },
    async showSheet(name) {
      await page.locator('[data-u-comp="slide-tab-item"]').getByText(name, { exact: true }).click();
      await page.waitForFunction(
        (wanted) => document.getElementById('active-cell')?.textContent?.startsWith(`${wanted} ! `),
        name,
      );
    },
    async goTo(range) {
      const box = page.locator(NAME_BOX);
      await box.fill(range);
      await box.press('Enter');
      await excel.shows(` ! ${range.split(':')[0]} : `);
    },
    async type(wanted, text, how) {
      await excel.goTo(wanted);
      if (how === undefined) {
        await page.keyboard.type(text.slice(0, 1));
        // As an input method gives many characters at once.
        if (text.length > 1) await page.keyboard.insertText(text.slice(1));
        // Takes the entry and stays: going back to the cell would cost as much as the entry.
        await page.keyboard.press('Control+Enter');
        return;
      }
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      // The entry is taken, and the cell below chosen, a moment later: going back before would end up there.
      await page.waitForFunction(
        (left) => !document.getElementById('active-cell')?.textContent?.includes(` ! ${left} : `),
        wanted,
      );
      await excel.goTo(wanted);
    },
    activeCell: async () => plain(await cell.textContent()),
    async shows(text) {
      await page
        .waitForFunction(
          (wanted) =>
            (document.getElementById('active-cell')?.textContent ?? '')
              .replaceAll(/[\u00a0\u202f]/gu, ' ')
              .includes(wanted),
          text,
        )
        .catch(async () => {
          throw new Error(`The active cell does not show « ${text} » but « ${await excel.activeCell()} ».`);
        });
    },
    async task(name) {
      // A tab may say behind its name how many remarks wait for it.
      await pane.getByRole('tab', { name: new RegExp(`^${name}(?: \\(.*\\))?$`, 'u') }).click();
      await pane.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    },
    async stop() {
      await browser.close();
    },
  };
  return excel;
}

/** What the page leaves in its window for tests. */
export interface SimulatedWindow {
  excelSimule?: {
    readonly current?: {
      readonly host: {
        readonly functions: { readonly isReady: boolean };
        readonly faults: {
          failNext(kind: 'dropped' | 'throttled', options: { times?: number; after?: number }): void;
          clear(): void;
        };
      };
    };
  };
  /** Ours: the workbook that was open before. */
  former?: unknown;
}
