import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import officeManifest from 'office-addin-manifest';
import { pngSize } from './drawing/png.mjs';
import { load } from './load.mjs';
import { checkManifest } from './manifest/checks.mjs';
import { sourcesBelow, usedMembers } from './manifest/members.mjs';
import { addinFiles } from './urls.mjs';

const root = join(import.meta.dirname, '..');

/**
 * The sources that may touch an object of Excel: all of `excel`, and whoever names office.js elsewhere. Nothing but
 * plain data leaves `excel`, so the others need not be analysed.
 */
function officeSources() {
  const others = sourcesBelow(...['functions', 'taskpane'].map((name) => join(root, 'src', name)));
  const naming = others.filter((file) =>
    /\b(Office|Excel|CustomFunctions)\./.test(readFileSync(file, 'utf8')),
  );
  return [...sourcesBelow(join(root, 'src/excel')), ...naming];
}

/** What the sources say, for the manifest to agree with. */
export async function facts() {
  const { metadata, register } = await load('functions/index.ts');
  const { ribbonCommands } = await load('taskpane/actions/index.ts');
  const registered = [];
  register(
    (id) => registered.push(id),
    () => new Error(),
  );
  return {
    image: (path) => {
      const file = join(root, path);
      return existsSync(file) ? pngSize(readFileSync(file)) : undefined;
    },
    files: [
      addinFiles.pane,
      addinFiles.functions,
      ...Object.values(addinFiles.metadata),
      ...Object.values(addinFiles.guide),
    ],
    actions: ribbonCommands.map(({ id }) => id),
    metadata: Object.fromEntries(
      Object.entries(addinFiles.metadata).map(([locale, file]) => [
        file,
        metadata(locale).functions.map(({ id }) => id),
      ]),
    ),
    registered,
    members: usedMembers(officeSources()).map((use) => ({ ...use, file: relative(root, use.file) })),
  };
}

/** Prints what is wrong, a line each; the exit code is 1 when anything is. */
async function main() {
  const file = join(root, 'manifest.xml');
  const faults = checkManifest(readFileSync(file, 'utf8'), await facts());
  // Microsoft's own reader, the part of it that needs no network: it must find what it reads before uploading.
  if (faults.length === 0) await officeManifest.OfficeAddinManifest.readManifestFile(file);
  for (const { line, message } of faults) console.error(`manifest.xml:${line}  ${message}`);
  if (faults.length > 0) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
