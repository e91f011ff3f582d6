import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import generate from '../../scripts/generate.mjs';

/** Before the tests of code, once a run: the generated files, and a folder for what must not outlive the run. */
export default async function start() {
  await generate();
  process.env.IMPACT_TEMPORARY = await mkdtemp(join(tmpdir(), 'impact-tests-'));
}
