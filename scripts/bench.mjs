import { createRequire } from 'node:module';
import { join } from 'node:path';
import generate from './generate.mjs';
import { compile } from './load.mjs';
import { bench } from '../webpack.config.js';

const [part] = process.argv.slice(2);

if (part !== 'page' && part !== 'reunion') {
  // Built afresh each time: a measure of yesterday's code would be worse than none.
  await generate();
  await compile(bench);
  process.argv.splice(1, 1, join(bench.output.path, 'bench.cjs'));
  createRequire(import.meta.url)(join(bench.output.path, 'bench.cjs'));
}
if (part === undefined || part === 'page') {
  const { default: benchPage } = await import('../bench/page/index.mjs');
  await benchPage();
}
// Minutes long: only when it is asked for.
if (part === 'reunion') {
  const { default: benchGathering } = await import('../bench/page/gathering.mjs');
  await benchGathering();
}
