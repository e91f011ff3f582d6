import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { downloaded, type SimulatedExcel, type WorkbookFile } from './simulated-excel';

/** The fictitious region of the command line: what landlords sent, and who is expected. */
export interface SampleRegion {
  readonly perimeter: string;
  readonly contributions: readonly WorkbookFile[];
}

/** What the command line that was built writes on its standard output, whatever its exit code. */
export async function impact(folder: string, ...args: readonly string[]): Promise<string> {
  const program = join(__dirname, '../../dist/cli/impact.cjs');
  const run = promisify(execFile)(process.execPath, [program, ...args], { cwd: folder, maxBuffer: 64e6 });
  const { stdout } = await run.catch((failed: { stdout: string; code?: number }) => {
    // 1: done, with something blocking to look at.
    if (failed.code === 1) return failed;
    throw failed;
  });
  return stdout;
}

/** Writes the sample region in a folder. */
export async function writeRegion(folder: string): Promise<SampleRegion> {
  await impact(folder, 'sample', 'normandie', '-o', folder);
  const sent = join(folder, 'contributions');
  const names = (await readdir(sent)).filter((name) => name.endsWith('.xlsx'));
  return {
    perimeter: await readFile(join(folder, 'perimetre.csv'), 'utf8'),
    contributions: await Promise.all(
      names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(sent, name))) })),
    ),
  };
}

/** The same workbook with one number of a sheet changed, saved a day later. */
export function corrected(
  { name, bytes }: WorkbookFile,
  cell: { readonly sheet: string; readonly address: string; readonly value: number },
): WorkbookFile {
  const parts = unzipSync(bytes);
  const change = (path: string, from: RegExp, to: string) => {
    const before = strFromU8(parts[path] ?? new Uint8Array());
    const after = before.replace(from, to);
    if (after === before) throw new RangeError(`nothing to change in ${path}`);
    parts[path] = strToU8(after);
  };
  const found = new RegExp(`(<c r="${cell.address}"[^>]*>)<v>[^<]*</v>`, 'u');
  change(cell.sheet, found, `$1<v>${cell.value}</v>`);
  change('docProps/core.xml', /(<dcterms:modified[^>]*>)\d{4}/u, '$12099');
  return { name, bytes: zipSync(parts) };
}

/** A union in front of the pane: what its campaign asks of the person, in their words. */
export function campaignDesk(excel: SimulatedExcel) {
  const { pane, page } = excel;
  const button = (name: string | RegExp) => pane.getByRole('button', { name });
  return {
    button,
    /** From a blank workbook. */
    async create(perimeter: string, year: number): Promise<void> {
      await pane.getByLabel('Qui êtes-vous').selectOption('union');
      await pane.getByLabel('Collez la liste').fill(perimeter);
      await pane.getByLabel(/^Exercice demandé/u).fill(String(year));
      await button('Créer la campagne').click();
      await pane.getByRole('heading', { name: 'Où elle en est' }).waitFor();
    },
    /** The files that landlords sent, read and not yet taken. */
    async gather(files: readonly WorkbookFile[], by: string): Promise<void> {
      await excel.task('Réunir');
      await pane.getByLabel('Votre nom').fill(by);
      // What was read before is left: its heading would be taken for that of these files.
      if (await button('Tout laisser').isVisible()) await button('Tout laisser').click();
      await pane
        .locator('#connect-files input')
        .setInputFiles(files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) })));
      await pane.getByRole('heading', { name: /fichiers? lus?$/u }).waitFor();
    },
    /** Takes what may be taken; gives what the pane told. */
    async take(): Promise<void> {
      await button(/^Prendre \d/u).click();
      await pane.getByText(/(?:est prise|sont prises)/u).waitFor();
    },
    /** Opens a landlord in Suivre. */
    async follow(name: string): Promise<void> {
      await excel.task('Suivre');
      const back = pane.getByRole('button', { name: 'Revenir à la liste' });
      if (await back.isVisible()) await back.click();
      await pane.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).click();
    },
    /** The file behind a link of the pane. */
    async save(link: RegExp): Promise<WorkbookFile> {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        pane.getByRole('link', { name: link }).click(),
      ]);
      return downloaded(download);
    },
  };
}
