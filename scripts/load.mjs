import { mkdir, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import generate from './generate.mjs';

const root = join(import.meta.dirname, '..');
const require = createRequire(import.meta.url);

/** When the newest file below a folder was written, in milliseconds; 0 when there is none. */
export async function newest(folder, keep = () => true) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const stats = await Promise.all(files.filter(keep).map((file) => stat(file)));
  return Math.max(0, ...stats.map((one) => one.mtimeMs));
}

/** Runs webpack once. Throws with its messages when something does not compile. */
export async function compile(config) {
  const { default: webpack } = await import('webpack');
  const compiler = webpack(config);
  const stats = await new Promise((done, fail) => {
    compiler.run((error, result) => compiler.close(() => (error ? fail(error) : done(result))));
  });
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true, colors: false }));
  return stats;
}

/**
 * What a TypeScript module of `src` exports, for a script: bundled for Node, and kept until a source changes.
 * @param {string} entry `functions/index.ts`
 */
export async function load(entry) {
  await generate();
  const folder = join(root, 'node_modules/.cache/impact');
  const name = entry.replaceAll(/\W+/g, '-');
  const file = join(folder, `${name}.cjs`);
  const built = (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
  if (built <= (await newest(join(root, 'src')))) {
    const { cli } = await import('../webpack.config.js');
    await mkdir(folder, { recursive: true });
    await compile({
      ...cli,
      name: `load ${entry}`,
      entry: { [name]: `./src/${entry}` },
      output: { path: folder, filename: '[name].cjs', library: { type: 'commonjs2' } },
    });
  }
  delete require.cache[file];
  return require(file);
}
