import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import generate from './generate.mjs';

const root = join(import.meta.dirname, '..');
const output = join(root, 'dist/cli');
export const entry = join(output, 'impact.cjs');

/** When the newest file below `folder` was written, in milliseconds. */
async function newest(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const stats = await Promise.all(files.map((file) => stat(file)));
  return Math.max(...stats.map((one) => one.mtimeMs));
}

async function isFresh() {
  const built = await stat(entry).catch(() => undefined);
  if (!built) return false;
  const sources = await Promise.all([
    newest(join(root, 'src')),
    ...['webpack.config.js', 'package-lock.json'].map(async (name) => (await stat(join(root, name))).mtimeMs),
  ]);
  return sources.every((time) => time < built.mtimeMs);
}

/** Bundles into a folder of its own, then puts it in place in one step: two first runs may overlap. */
async function bundle() {
  const { default: webpack } = await import('webpack');
  const { default: config } = await import('../webpack.config.js');
  const scratch = join(root, `dist/.cli-${process.pid}`);
  const compiler = webpack({ ...config, context: root, output: { ...config.output, path: scratch } });
  const stats = await new Promise((done, fail) => {
    compiler.run((error, result) => compiler.close(() => (error ? fail(error) : done(result))));
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true, colors: false }));
  await rm(output, { recursive: true, force: true });
  await mkdir(join(root, 'dist'), { recursive: true });
  await rename(scratch, output).catch(async (error) => {
    await rm(scratch, { recursive: true, force: true });
    // Another run put its own, identical, bundle there first.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/** Builds the command line unless the build is newer than every source. */
export async function ensureBuilt() {
  await generate();
  if (!(await isFresh())) await bundle();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureBuilt();
