import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../../scripts/browser/index.mjs';
import { ensureBuilt } from '../../scripts/build.mjs';
import { load as loadSource } from '../../scripts/load.mjs';
import { serve } from '../../scripts/serve.mjs';
import { kilobytes, sizes, startUpBudget, total } from '../../scripts/size.mjs';
import { calibrate, noteMarks } from './marks.mjs';
import { calculated, spill, sums, table } from './spill.mjs';
import { writeWorkbook } from './workbook.mjs';

const LOADS = Number(process.env.IMPACT_BENCH_LOADS ?? 7);

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];

/** What is measured: its name, its value for one load, its target. Milliseconds unless said. */
const rows = [
  {
    name: 'office.js prêt → fonctions inscrites',
    of: (m) => Math.max(0, m.functions - m.office),
    target: 300,
  },
  { name: 'office.js prêt → volet peint', of: (m) => Math.max(0, m.paint - m.office), target: 700 },
  { name: 'page → classeur ouvert', of: (m) => m.workbook },
  { name: 'page → grille dessinée', of: (m) => m.grid },
  { name: 'page → office.js prêt', of: (m) => m.office },
  { name: 'page → volet prêt', of: (m) => m.pane, target: 2500 },
  { name: 'page → première valeur', of: (m) => m.value, target: 4000 },
  { name: 'processeur, tous les processus du navigateur', of: (m) => m.cpu },
  { name: 'processeur, fil de la page', of: (m) => m.thread },
  { name: 'étalon : le même calcul, dans le même navigateur', of: (m) => m.calibration },
];

async function cpuOf(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, one) => sum + one.cpuTime * 1000, 0);
}

/** One load in a browser context of its own: nothing is cached, no question was answered before. */
async function load(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 860 } });
  try {
    const page = await context.newPage();
    const calibration = await page.evaluate(calibrate);
    const session = await browser.newBrowserCDPSession();
    const thread = await context.newCDPSession(page);
    await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await cpuOf(session);
    await page.addInitScript(noteMarks);
    await page.goto(address);
    await page.waitForFunction(
      () => window.marks.value && window.marks.pane && window.marks.paint && window.marks.grid,
      null,
      {
        timeout: 60_000,
      },
    );
    const marks = await page.evaluate(() => ({ ...window.marks }));
    const cpu = (await cpuOf(session)) - before;
    const { metrics } = await thread.send('Performance.getMetrics');
    const task = metrics.find((one) => one.name === 'TaskDuration').value * 1000;
    return { ...marks, cpu, thread: task, calibration };
  } finally {
    await context.close();
  }
}

/** 10,000 values of one formula of ours, beside 10,000 formulas of Excel's own, in the same page. */
async function compareSpill(browser, address) {
  const page = await browser.newPage();
  try {
    await page.addInitScript(noteMarks);
    await page.goto(address);
    await page.waitForFunction(() => window.marks.value && window.marks.pane, null, { timeout: 60_000 });
    const frame = page.frames().find((one) => one.url().includes('taskpane.html'));
    const { dataPoints } = (await loadSource('catalogue/index.ts')).catalogue;
    const data = table([...dataPoints.values()].filter((one) => one.kind === 'sum').map((one) => one.code));
    const thread = await page.context().newCDPSession(page);
    await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
    const cpu = async () =>
      (await thread.send('Performance.getMetrics')).metrics.find((one) => one.name === 'TaskDuration').value;
    const measure = async (name, formulas) => {
      const before = await cpu();
      const { milliseconds, filled } = await frame.evaluate(calculated, { name, data, formulas });
      return { filled, milliseconds, cpu: ((await cpu()) - before) * 1000 };
    };
    const ours = await measure('Une formule', spill(data.length));
    const native = await measure('Dix mille', sums(data.length));
    console.log('\nDix mille valeurs dans Excel simulé, écriture et transport compris');
    for (const [label, one] of [
      ['IMPACT.INDICATEURS, une formule', ours],
      ['SOMME.SI.ENS, une formule par valeur', native],
    ])
      console.log(
        `  ${label.padEnd(46)} ${one.milliseconds.toFixed(0).padStart(6)} ms, processeur ${one.cpu.toFixed(0)} ms, ${one.filled} cellules`,
      );
    console.log(`  rapport : ${(ours.cpu / native.cpu).toFixed(2)}, objectif : moins de 1`);
  } finally {
    await page.close();
  }
}

/** How long a person waits for the simulated Excel: medians over fresh loads, the targets beside. */
export default async function benchPage() {
  await ensureBuilt('addin', 'simulator');
  const folder = await mkdtemp(join(tmpdir(), 'impact-page-'));
  const name = await writeWorkbook(folder);
  const server = await serve({ port: 0, mounts: [{ at: '/exemples/', folder }] });
  const browser = await startBrowser();
  try {
    const address = `${server.url}/simulateur/?classeur=${name}`;
    const loads = [];
    for (let at = 0; at <= LOADS; at++) loads.push(await load(browser, address));
    // The first load also warms the browser itself.
    const kept = loads.slice(1);
    console.log(`\nExcel simulé, ${kept.length} chargements à neuf, médianes (de – à)`);
    for (const { name: label, of, target } of rows) {
      const values = kept.map(of);
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const shown = `${median(values).toFixed(0)} ms`.padStart(9);
      const aim = target ? `  objectif ${target} ms` : '';
      console.log(`  ${label.padEnd(46)} ${shown} (${low.toFixed(0)} – ${high.toFixed(0)})${aim}`);
    }
    await compareSpill(browser, address);
    const { startUp } = await sizes();
    console.log(
      `  ${'JavaScript du démarrage, catalogue compris'.padEnd(46)} ${kilobytes(total(startUp)).padStart(9)}  objectif ${kilobytes(startUpBudget)}`,
    );
  } finally {
    await browser.close();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
