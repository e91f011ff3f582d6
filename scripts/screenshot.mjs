import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startBrowser } from './browser/index.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureSample } from './sample-workbook.mjs';
import { serve } from './serve.mjs';

// Takes docs/images/excel-simule.png: the whole page with the sample workbook.
const folder = join(import.meta.dirname, '../docs/images');
await ensureBuilt('addin', 'simulator');
await ensureSample();
const server = await serve({ port: 0 });
const browser = await startBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${server.url}/simulateur/?classeur=exemple.xlsx`);
  await page.frameLocator('#pane-frame iframe').getByText('Les étapes').waitFor({ timeout: 60_000 });
  // The pane may be there before the grid, whose name box says a cell once it listens.
  const nameBox = page.locator('#grid input.univer-size-full');
  await page.waitForFunction(() => document.querySelector('#grid input.univer-size-full')?.value);
  await nameBox.fill('A4');
  await nameBox.press('Enter');
  await page.locator('#active-cell').filter({ hasText: '! A4 :' }).waitFor();
  await page.waitForTimeout(1000); // the grid draws itself without telling
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, 'excel-simule.png') });
} finally {
  await browser.close();
  await server.close();
}
