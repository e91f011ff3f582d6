import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import generate from './generate.mjs';

const root = join(import.meta.dirname, '..');

/**
 * What must hold before the tests, longest first: what `npm run lint`, `npm run typecheck` and `npm run build` do.
 * `after`: another step whose files this one looks at.
 */
const checks = [
  { name: 'construction', script: 'build' },
  { name: 'types', script: 'typecheck' },
  { name: 'présentation', script: 'lint:format' },
  { name: 'règles', script: 'lint:rules' },
  { name: 'manifeste', script: 'lint:manifest', after: 'construction' },
];

/** Runs one check with its output kept together: two of them side by side stay readable. */
async function check({ name, script }) {
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', script], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(data));
  const [status, signal] = await once(child, 'close');
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`${status === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (status !== 0)
    process.stdout.write(`${Buffer.concat(output)}${signal ? `\nArrêté : ${signal}.` : ''}\n`);
  return status === 0;
}

/** Runs all checks, as many at a time as there are cores, and gives the names of those that failed. */
async function checkAll() {
  const waiting = [...checks];
  const running = new Set();
  const ended = new Set();
  const failed = [];
  const start = (one) => {
    const work = check(one).then((held) => {
      running.delete(work);
      ended.add(one.name);
      if (!held) failed.push(one.name);
    });
    running.add(work);
  };
  while (waiting.length + running.size > 0) {
    const next = waiting.findIndex(({ after }) => after === undefined || ended.has(after));
    if (next >= 0 && running.size < availableParallelism()) start(waiting.splice(next, 1)[0]);
    else await Promise.race(running);
  }
  return failed;
}

/** Runs the tests of one kind; their output goes straight to the terminal. */
async function test(script) {
  const [status] = await once(
    spawn('npm', ['run', '--silent', script], { cwd: root, stdio: 'inherit' }),
    'close',
  );
  return status === 0;
}

// `npm test`: everything that can be wrong, each thing once. Several checks read generated files: made first, once.
await generate();
const failed = await checkAll();
if (failed.length > 0) {
  process.stdout.write(`\nLes tests n’ont pas commencé. À corriger d’abord : ${failed.join(', ')}.\n`);
  process.exitCode = 1;
} else if (!((await test('test:code')) && (await test('test:browser')))) process.exitCode = 1;
