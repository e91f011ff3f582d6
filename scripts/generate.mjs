import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { catalogueParts } from './catalogue-parts.mjs';

const root = join(import.meta.dirname, '..');
const folder = dirname(
  createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/package.json'),
);

const read = async (name) => JSON.parse(await readFile(join(folder, 'data', `${name}.json`), 'utf8'));
const modified = async (file) => (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;

/**
 * The official geographic code, reduced to what the product uses: 12 MB of JSON become 1.5 MB.
 * Communes are `code, name, département, EPCI`; former communes and municipal arrondissements are
 * pairs `code → today's commune`.
 */
async function territoryData() {
  const [regions, departements, communes, epci, { version }] = await Promise.all([
    read('regions'),
    read('departements'),
    read('communes'),
    read('epci'),
    readFile(join(folder, 'package.json'), 'utf8').then(JSON.parse),
  ]);
  const epciOf = new Map(epci.flatMap((one) => one.membres.map((member) => [member.code, one.code])));
  const current = communes.filter((one) => one.type === 'commune-actuelle');
  const codes = new Set(current.map((one) => one.code));
  const former = new Map();
  for (const one of communes) {
    if (one.type === 'arrondissement-municipal') former.set(one.code, one.commune);
    else if (one.type !== 'commune-actuelle' && !codes.has(one.code)) former.set(one.code, one.chefLieu);
    for (const code of one.anciensCodes ?? [])
      if (!codes.has(code)) former.set(code, one.chefLieu ?? one.code);
  }
  return {
    version,
    regions: regions.map((one) => [one.code, one.nom]),
    departements: departements.map((one) => [one.code, one.nom, one.region]),
    epci: epci.map((one) => [one.code, one.nom]),
    communes: current.map((one) => [one.code, one.nom, one.departement ?? '', epciOf.get(one.code) ?? '']),
    former: [...former],
  };
}

/**
 * Today's communes of every postal code: `14000 → 14118`; a code may serve several communes, a commune have
 * several codes. A file of its own, because only a few functions need it.
 */
async function postalCodes() {
  const [communes, { version }] = await Promise.all([
    read('communes'),
    readFile(join(folder, 'package.json'), 'utf8').then(JSON.parse),
  ]);
  const byPostalCode = new Map();
  for (const { type, code, codesPostaux = [] } of communes) {
    if (type !== 'commune-actuelle') continue;
    for (const postal of codesPostaux) byPostalCode.set(postal, [...(byPostalCode.get(postal) ?? []), code]);
  }
  return { version, communes: [...byPostalCode].sort(([one], [other]) => (one < other ? -1 : 1)) };
}

const catalogueFolder = join(root, 'src/catalogue/data');
const parts = async (name) => (await catalogueParts(catalogueFolder))[name];

const official = [join(folder, 'package.json')];
const catalogueFiles = (await readdir(catalogueFolder, { recursive: true }))
  .map((name) => join(catalogueFolder, name))
  .concat(join(import.meta.dirname, 'catalogue-parts.mjs'));

/** What each file is made by, and from. */
const targets = {
  'generated/territory.json': [territoryData, official],
  'generated/postal-codes.json': [postalCodes, official],
  'generated/catalogue-figures.json': [() => parts('figures'), catalogueFiles],
  'generated/catalogue-texts.json': [() => parts('texts'), catalogueFiles],
};

/** Writes the files of `generated/` that are not newer than this script and what they are made from. */
export default async function generate() {
  for (const [name, [make, from]] of Object.entries(targets)) {
    const target = join(root, name);
    const sources = await Promise.all([import.meta.filename, ...from].map(modified));
    if ((await modified(target)) > Math.max(...sources)) continue;
    await mkdir(dirname(target), { recursive: true });
    const scratch = `${target}.${process.pid}`;
    await writeFile(scratch, JSON.stringify(await make()));
    await rename(scratch, target);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generate();
