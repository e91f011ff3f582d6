import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { addinFiles } from './urls.mjs';

const folder = join(import.meta.dirname, '../dist/addin');

/** Bytes of JavaScript, gzip, that may load before the pane paints and the functions answer. */
export const startUpBudget = 220_000;

const gzipped = async (name) => gzipSync(await readFile(join(folder, name)), { level: 9 }).length;

/**
 * What the built add-in weighs, gzip, in bytes. `startUp` is what the pane's page itself asks for and the catalogue,
 * which most functions wait for; parts fetched once the pane is painted are in `onDemand`. office.js is Microsoft's
 * and not counted.
 */
export async function sizes() {
  const html = await readFile(join(folder, addinFiles.pane), 'utf8');
  const scripts = (await readdir(folder)).filter(
    (name) => name.endsWith('.js') && name !== addinFiles.functions,
  );
  const startUp = [
    ...[...html.matchAll(/<script[^>]+src="([^":]+\.js)"/g)].map(([, src]) => src),
    ...scripts.filter((name) => /^catalogue(-figures)?\./.test(name)),
  ];
  const weigh = async (names) =>
    Object.fromEntries(await Promise.all(names.map(async (name) => [name, await gzipped(name)])));
  return {
    startUp: await weigh(startUp),
    onDemand: await weigh(scripts.filter((name) => !startUp.includes(name))),
    functionsAlone: await gzipped(addinFiles.functions),
  };
}

export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} ko`;
export const total = (weights) => Object.values(weights).reduce((sum, one) => sum + one, 0);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const measured = await sizes();
  for (const [name, weights] of Object.entries({
    'au démarrage': measured.startUp,
    'à la demande': measured.onDemand,
  })) {
    console.log(`${name} : ${kilobytes(total(weights))}`);
    for (const [file, bytes] of Object.entries(weights))
      console.log(`  ${kilobytes(bytes).padStart(10)}  ${file}`);
  }
  if (total(measured.startUp) > startUpBudget) {
    console.error(`Le démarrage dépasse ${kilobytes(startUpBudget)}.`);
    process.exitCode = 1;
  }
}
