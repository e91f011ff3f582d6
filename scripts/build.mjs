import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import generate from './generate.mjs';
import { compile, newest } from './load.mjs';

const root = join(import.meta.dirname, '..');
export const entry = join(root, 'dist/cli/impact.cjs');

/** Contexts that only run in Excel or in the simulated Excel: the command line does not wait for them. */
const notInNode = /[\\/]src[\\/](taskpane|excel|functions|help|simulator)[\\/]/;

/** What each target leaves when it is done, and which sources it does not depend on. */
const targets = {
  cli: { sign: entry, ignores: notInNode },
  addin: { sign: join(root, 'dist/addin/taskpane.html'), ignores: /[\\/]src[\\/](cli|simulator)[\\/]/ },
  simulator: {
    sign: join(root, 'dist/simulator/index.html'),
    ignores: /[\\/]src[\\/](cli|taskpane|excel|help)[\\/]/,
  },
};

async function isFresh({ sign, ignores }, name) {
  const built = await stat(sign).catch(() => undefined);
  if (!built) return false;
  const settings = ['webpack.config.js', 'package-lock.json', ...(name === 'addin' ? ['manifest.xml'] : [])];
  const sources = await Promise.all([
    newest(join(root, 'src'), (file) => !ignores.test(file)),
    ...settings.map(async (file) => (await stat(join(root, file))).mtimeMs),
    ...(name === 'addin' ? [newest(join(root, 'assets')), newest(join(root, 'docs'))] : []),
  ]);
  return sources.every((time) => time < built.mtimeMs);
}

/** Bundles into a folder of its own, then puts it in place in one step: two first runs may overlap. */
async function bundle(name) {
  const configs = await import('../webpack.config.js');
  const config = configs[name];
  const output = join(root, 'dist', name);
  const scratch = join(root, `dist/.${name}-${process.pid}`);
  await compile({ ...config, output: { ...config.output, path: scratch } });
  await rm(output, { recursive: true, force: true });
  await mkdir(join(root, 'dist'), { recursive: true });
  await rename(scratch, output).catch(async (error) => {
    await rm(scratch, { recursive: true, force: true });
    // Another run put its own, identical, bundle there first.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/**
 * Builds the targets that are older than their sources; the command line alone when nothing is asked.
 * @param {...('cli' | 'addin' | 'simulator')} names
 */
export async function ensureBuilt(...names) {
  await generate();
  for (const name of names.length ? names : ['cli']) {
    if (!(await isFresh(targets[name], name))) await bundle(name);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const asked = process.argv.slice(2).filter((name) => name in targets);
  await ensureBuilt(...(asked.length ? asked : Object.keys(targets)));
}
