import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';

/** A person in front of the page « Excel simulé ». */
export interface SimulatedExcel {
  readonly page: Page;
  readonly url: string;
  /** The inside of the add-in's frame. */
  readonly pane: FrameLocator;
  /** Every address that the browser asked for. */
  readonly asked: readonly string[];
  open(query?: string): Promise<void>;
  /** Goes to a cell by the name box. */
  goTo(address: string): Promise<void>;
  /** Types in a cell and presses Enter, then comes back to it. */
  type(address: string, text: string): Promise<void>;
  /** What the page says of the active cell. */
  activeCell(): Promise<string>;
  stop(): Promise<void>;
}

const SYSTEM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function installedBrowser(): string | undefined {
  return SYSTEM.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim()).find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

/** The browser of the system, else the one that npm installed. A test that cannot see fails: it is never passed over. */
async function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu'];
  const system = installedBrowser();
  if (system !== undefined) return chromium.launch({ executablePath: system, args });
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  return chromium.launch({ executablePath, args: [...packaged.args, ...args] });
}

async function startServer(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [join(__dirname, 'server.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((done, fail) => {
    child.once('exit', () => fail(new Error('The server stopped.')));
    createInterface(child.stdout).once('line', done);
  });
  return { url, stop: () => child.stdin.end() };
}

export async function startSimulatedExcel(): Promise<SimulatedExcel> {
  const server = await startServer();
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // The one question of office.js on http, answered as the page advises.
  page.on('dialog', (dialog) => void dialog.accept());
  const activeCell = async (): Promise<string> =>
    ((await page.locator('#active-cell').textContent()) ?? '').replaceAll(/[\u00a0\u202f]/gu, ' ');
  const goTo = async (address: string): Promise<void> => {
    const box = page.locator('#grid input.univer-size-full');
    await box.click();
    await box.fill(address);
    await box.press('Enter');
    await page.waitForFunction(
      (wanted) => document.getElementById('active-cell')?.textContent?.includes(` ! ${wanted} : `),
      address,
    );
  };
  return {
    page,
    url: server.url,
    pane: page.frameLocator('#pane-frame iframe'),
    asked,
    activeCell,
    goTo,
    async open(query = '') {
      await page.goto(`${server.url}/simulateur/${query}`);
      await page.waitForFunction(
        () =>
          (window as { excelSimule?: { current?: { host: { functions: { isReady: boolean } } } } })
            .excelSimule?.current?.host.functions.isReady === true,
        null,
        { timeout: 40_000 },
      );
    },
    async type(address, text) {
      await goTo(address);
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await goTo(address);
    },
    async stop() {
      await browser.close();
      server.stop();
    },
  };
}
