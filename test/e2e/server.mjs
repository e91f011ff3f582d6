import { ensureBuilt } from '../../scripts/build.mjs';
import { ensureSample } from '../../scripts/sample-workbook.mjs';
import { serve } from '../../scripts/serve.mjs';

// Builds what is older than its sources (unless told to take what is there), serves it until the input ends.
if (process.env.IMPACT_PREBUILT === undefined) {
  await ensureBuilt('addin', 'simulator');
  await ensureSample();
}
const server = await serve({ port: 0 });
console.log(server.url);
process.stdin.resume().once('end', () => server.close().then(() => process.exit()));
