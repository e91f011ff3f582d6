import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ensureBuilt, entry } from '../../scripts/build.mjs';

/** Of the landlords that nobody has: the digit that closes a SIREN, by Luhn's rule. */
function sirenOf(number) {
  const stem = `999${String(number).padStart(5, '0')}`;
  const sum = [...stem].reverse().reduce((all, one, at) => {
    const value = Number(one) * (at % 2 === 0 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return `${stem}${(10 - (sum % 10)) % 10}`;
}

/** The first numbers are those of the sample region. */
const FIRST = 50_000;

/** The workbook of one landlord, sent by another: its SIREN and its name stand in the shared texts alone. */
function renamed(parts, from, to) {
  const path = 'xl/sharedStrings.xml';
  const texts = strFromU8(parts[path]);
  const changed = texts
    .replace(`<t>${from.siren}</t>`, `<t>${to.siren}</t>`)
    .replace(`<t>${from.name}</t>`, `<t>${to.name}</t>`);
  return zipSync({ ...parts, [path]: strToU8(changed) }, { level: 1 });
}

/**
 * Writes the contributions of many landlords: those of the sample region, sent over and over by others.
 * @returns {Promise<{perimeter: string, paths: string[]}>}
 */
export async function writeManyLandlords(folder, count) {
  await ensureBuilt('cli');
  const sample = join(folder, 'region');
  await promisify(execFile)(process.execPath, [entry, 'sample', 'normandie', '-o', sample]);
  const [heading, ...lines] = (await readFile(join(sample, 'perimetre.csv'), 'utf8')).trim().split(/\r?\n/u);
  const landlords = new Map();
  for (const line of lines) {
    const [siren] = line.split(';');
    landlords.set(siren, [...(landlords.get(siren) ?? []), line]);
  }
  const models = [];
  for (const name of await readdir(join(sample, 'contributions'))) {
    if (!name.endsWith('.xlsx') || name.endsWith('-v1.xlsx')) continue;
    const parts = unzipSync(await readFile(join(sample, 'contributions', name)));
    const texts = strFromU8(parts['xl/sharedStrings.xml']);
    const siren = [...landlords.keys()].find((one) => texts.includes(`<t>${one}</t>`));
    if (siren) models.push({ parts, siren, name: landlords.get(siren)[0].split(';')[1] });
  }
  const sent = join(folder, 'envois');
  await mkdir(sent, { recursive: true });
  const rows = [heading];
  const paths = [];
  for (let at = 0; at < count; at++) {
    const from = models[at % models.length];
    const to = { siren: sirenOf(FIRST + at), name: `${from.name} ${at + 1}` };
    for (const line of landlords.get(from.siren))
      rows.push([to.siren, to.name, ...line.split(';').slice(2)].join(';'));
    const path = join(sent, `bailleur-${at + 1}.xlsx`);
    await writeFile(path, renamed(from.parts, from, to));
    paths.push(path);
  }
  return { perimeter: rows.join('\n'), paths };
}
