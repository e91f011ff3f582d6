import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { startBrowser } from '../../scripts/browser/index.mjs';
import { ensureSample } from '../../scripts/sample-workbook.mjs';
import { serve } from '../../scripts/serve.mjs';

/** What the tests of the run share, until `stop.mjs`. */
export const shared = { server: undefined, browser: undefined };

/** Builds what is older than its sources. In a process of its own: a bundler leaves much memory behind. */
async function build() {
  const script = join(import.meta.dirname, '../../scripts/build.mjs');
  const [status] = await once(spawn(process.execPath, [script], { stdio: 'inherit' }), 'exit');
  if (status !== 0) throw new Error('La construction a échoué : voir plus haut.');
}

/**
 * Before the tests of the simulated Excel, once a run and with no time limit: a build unless `IMPACT_PREBUILT` is
 * set, one server, one browser. Their addresses reach the tests by the environment.
 */
export default async function start() {
  if (process.env.IMPACT_PREBUILT === undefined) {
    await build();
    await ensureSample();
  }
  shared.server = await serve({ port: 0 });
  shared.browser = await startBrowser((options) => chromium.launchServer(options));
  process.env.IMPACT_E2E_SERVER = shared.server.url;
  process.env.IMPACT_E2E_BROWSER = shared.browser.wsEndpoint();
}
