import { chromium } from 'playwright-core';
import { installedBrowser } from './find.mjs';
import { packagedBrowser } from './packaged.mjs';

/** In a container Chromium runs as root, which its sandbox refuses; pages here are our own. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** Without a UTF-8 locale, as on a bare machine, Chromium calls a file « download » whose name has an accent. */
const environment = { ...process.env, LC_ALL: 'C.UTF-8' };

const firstLine = (error) =>
  String(error?.message ?? error)
    .replace('browserType.launch: ', '')
    .split('\n')[0];

/** The reason in what Chromium wrote before it ended, such as a library that the system lacks. */
const reasonOf = (error) =>
  /error while loading shared libraries: .*/u.exec(String(error?.message))?.[0] ?? firstLine(error);

/**
 * Starts a browser for tests and pictures: the one that `IMPACT_BROWSER` names, else this computer's Chromium or
 * Chrome, else the one that npm brought. `IMPACT_BROWSER=npm` asks for the latter.
 *
 * @template Started
 * @param {(options: import('playwright-core').LaunchOptions) => Promise<Started>} [start] how it is started;
 *   `chromium.launch` by default
 * @returns {Promise<Started>}
 * @throws {Error} with what was tried and what to do, in French, when no browser starts
 */
export async function startBrowser(start = (options) => chromium.launch(options)) {
  const asked = process.env.IMPACT_BROWSER;
  const own = asked && asked !== 'npm' ? asked : asked === 'npm' ? undefined : installedBrowser();
  const failures = [];
  if (own !== undefined) {
    try {
      return await start({ executablePath: own, args, env: environment });
    } catch (error) {
      failures.push(`${own} : ${reasonOf(error)}`);
    }
  }
  if (asked === undefined || asked === 'npm') {
    const packaged = await packagedBrowser().catch((error) => {
      failures.push(`@sparticuz/chromium : ${firstLine(error)}`);
    });
    for (const libraries of packaged?.environments ?? []) {
      try {
        const { executablePath } = packaged;
        return await start({ executablePath, args, env: { ...environment, ...libraries } });
      } catch (error) {
        failures.push(`@sparticuz/chromium : ${reasonOf(error)}`);
      }
    }
  }
  throw new Error(
    [
      'Aucun navigateur ne démarre ; ces contrôles en ont besoin. Installez Chromium ou Chrome,',
      'ou donnez le chemin du vôtre dans la variable IMPACT_BROWSER. Essayé :',
      ...failures.map((one) => `  ${one}`),
    ].join('\n'),
  );
}
