import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OracleCell, readFlatOds } from './flat-ods';

/** LibreOffice is the independent judge of the formulas and files we write. */

const FIRST_START_DONE = 81; // a new profile asks to be started again
const TIME_LIMIT = 120_000;

// 0: always recalculate, instead of believing the stored results.
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/**
 * One profile and work folder per process: two processes must not share a profile. It serves all the test files that the
 * process runs, as a first start costs three others, and ends with the run (`stop.mjs`).
 */
function workFolder(): string {
  const { IMPACT_TEMPORARY: ofTheRun } = process.env;
  if (!ofTheRun) throw new Error('Run these tests by jest and its configuration: start.mjs comes first.');
  const own = join(ofTheRun, `libreoffice-${process.pid}`);
  const settings = join(own, 'profile', 'user', 'registrymodifications.xcu');
  if (!existsSync(settings)) {
    mkdirSync(dirname(settings), { recursive: true });
    writeFileSync(settings, SETTINGS);
  }
  return own;
}

/** Path of the program, or undefined when this computer has none. */
export function findLibreOffice(): string | undefined {
  for (const place of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of ['soffice', 'libreoffice']) {
      const path = join(place, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // not here: look further
      }
    }
  }
  return undefined;
}

/** `it` when LibreOffice is there; otherwise says why the test is skipped. */
export const itWithLibreOffice: (name: string, test: () => Promise<void>, timeout?: number) => void = (
  name,
  test,
  timeout = TIME_LIMIT,
) => {
  if (findLibreOffice() !== undefined) {
    it(name, test, timeout);
    return;
  }
  it.skip(name, test);
  console.warn(`LibreOffice (soffice) is not installed: « ${name} » is skipped.`);
};

/**
 * Values of every sheet after LibreOffice has recalculated every formula, at full precision:
 * `values.get('Sheet')[row][column]`, from zero. Errors are texts such as `#DIV/0!`; blanks are undefined.
 */
export async function recalculate(workbook: string | Uint8Array): Promise<Map<string, OracleCell[][]>> {
  const converted = await convert(workbook, 'fods');
  return readFlatOds(await readFile(converted, 'utf8'));
}

/** Converts a workbook to PDF, to look at it; returns the PDF's path, which lives as long as the run. */
export function renderPdf(workbook: string | Uint8Array): Promise<string> {
  return convert(workbook, 'pdf');
}

async function convert(workbook: string | Uint8Array, format: string): Promise<string> {
  const program = findLibreOffice();
  if (program === undefined) throw new Error('LibreOffice (soffice) is not installed.');
  const out = mkdtempSync(join(workFolder(), 'converted-'));
  const input = typeof workbook === 'string' ? workbook : join(out, 'workbook.xlsx');
  if (typeof workbook !== 'string') writeFileSync(input, workbook);
  const profile = `-env:UserInstallation=${pathToFileURL(join(workFolder(), 'profile')).href}`;
  const args = [profile, '--headless', '--norestore', '--convert-to', format, '--outdir', out, input];
  let end = await run(program, args);
  if (end.code === FIRST_START_DONE) end = await run(program, args);
  const made = join(out, basename(input).replace(/\.[^.]*$/, `.${format}`));
  try {
    accessSync(made);
  } catch {
    throw new Error(`LibreOffice could not convert ${basename(input)} (exit ${end.code}): ${end.output}`);
  }
  return made;
}

function run(program: string, args: string[]): Promise<{ code: number; output: string }> {
  // English error names, whatever the language of the computer.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: TIME_LIMIT }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, output: stdout + stderr });
    });
  });
}
