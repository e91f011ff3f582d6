import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ensureBuilt, entry } from './build.mjs';

const root = join(import.meta.dirname, '..');

/** A landlord of the sample region that keeps its dwellings and rents in sheets of its own. */
const LANDLORD = 'estuarine';

/** Where the simulated Excel finds the workbooks it opens by name, at `/exemples/` of the server. */
const samplesFolder = join(root, 'dist/exemples');

/** Writes `exemple.xlsx`, a landlord's fictitious workbook, unless it is there and up to date. */
export async function ensureSample() {
  await ensureBuilt('cli');
  const file = join(samplesFolder, 'exemple.xlsx');
  const written = await stat(file).catch(() => undefined);
  if (written && written.mtimeMs >= (await stat(entry)).mtimeMs) return file;
  const folder = await mkdtemp(join(tmpdir(), 'impact-'));
  try {
    await promisify(execFile)(process.execPath, [entry, 'sample', 'normandie', '-o', folder]);
    await mkdir(samplesFolder, { recursive: true });
    await copyFile(join(folder, 'contributions', `${LANDLORD}.xlsx`), `${file}.${process.pid}`);
    await rename(`${file}.${process.pid}`, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return file;
}

/** Offers a consolidation workbook to the simulated Excel as `region.xlsx`, beside the landlord's. */
export async function offerRegion(consolidation) {
  const file = join(samplesFolder, 'region.xlsx');
  await mkdir(samplesFolder, { recursive: true });
  await copyFile(consolidation, `${file}.${process.pid}`);
  await rename(`${file}.${process.pid}`, file);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await ensureSample());
