import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '../../node_modules');
const cache = join(packages, '.cache');

/** Sets variables of the environment while something is done. */
async function withEnvironment(values, work) {
  const before = Object.keys(values).map((name) => [name, process.env[name]]);
  Object.assign(process.env, values);
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/**
 * The Chromium that npm brings (`@sparticuz/chromium`, Linux only), unpacked once beside the packages.
 *
 * The package unpacks into the temporary folder and takes whatever is called `chromium` there, half a file
 * included; so it is given a folder of its own, put in place when it is whole.
 *
 * @returns {Promise<{executablePath: string, environments: Record<string, string>[]}>} the environments to try, in
 *   order: the libraries of the system, then those of the package (nss, nspr, expat of Amazon Linux 2023)
 */
export async function packagedBrowser() {
  if (process.platform !== 'linux') throw new Error('it only exists for Linux');
  const described = await readFile(join(packages, '@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(described);
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  // Without fonts on the system, the page would be drawn without text.
  const fonts = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return {
    executablePath: join(folder, 'chromium'),
    environments: [fonts, { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }],
  };
}

async function unpack(folder) {
  await mkdir(cache, { recursive: true });
  const scratch = await mkdtemp(join(cache, 'chromium-'));
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    // The second name is how the package is asked for its libraries too.
    const settings = { TMPDIR: scratch, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
    await withEnvironment(settings, () => chromium.executablePath());
    await rename(scratch, folder).catch((error) => {
      // Another run unpacked it meanwhile.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
