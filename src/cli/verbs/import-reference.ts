import { stat } from 'node:fs/promises';
import {
  accountWords,
  referencesCsv,
  referencesToJson,
  referencesWorkbook,
  zoningsCsv,
  type ImportedReferences,
} from '../../importers';
import type { Arguments } from '../arguments';
import { CannotRun } from '../errors';
import { write } from '../files';
import { print, writeJson } from '../output';
import { readReferenceFile } from '../references';
import type { Verb } from './index';

/** What was found in a file, for a person. */
function lines(one: ImportedReferences): string[] {
  const zonings = one.zonings.map(
    ({ name, label, zoneOf }) =>
      `  zonage ${name} : ${label}, ${zoneOf.size} communes, ${new Set(zoneOf.values()).size} zone(s)`,
  );
  const series = one.series.map(({ code, label, unit }) => {
    const values = one.values.filter((value) => value.code === code);
    const communes = values.filter(({ territory }) => territory.startsWith('COM:')).length;
    const more = values.length - communes;
    return `  ref.${code} : ${label}${unit ? ` (${unit})` : ''}, ${communes} communes${more > 0 ? ` et ${more} totaux de territoires` : ''}`;
  });
  return [
    `${one.file} : ${one.label}${one.date ? `, ${one.date}` : ''}`,
    `  ${one.account.lines} lignes : ${accountWords(one)}`,
    ...zonings,
    ...series,
    ...one.remarks.map(
      ({ level, message }) => `  ${level === 'blocking' ? 'bloquant' : 'attention'} : ${message}`,
    ),
  ];
}

async function writeTables(imports: readonly ImportedReferences[], paths: readonly string[], output: string) {
  if (!/\.csv$/i.test(output)) {
    if (!/\.xlsx$/i.test(output))
      throw new CannotRun(`« ${output} » : donnez un nom qui finit par .xlsx (tables de classeur) ou .csv.`);
    const times = await Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));
    await write(output, referencesWorkbook(imports, new Date(Math.max(...times))));
    return [output];
  }
  const references = referencesCsv(imports);
  const zonings = zoningsCsv(imports);
  const zoningsPath = references === undefined ? output : output.replace(/\.csv$/i, '-zonages.csv');
  if (references !== undefined) await write(output, references);
  if (zonings !== undefined) await write(zoningsPath, zonings);
  return [...(references === undefined ? [] : [output]), ...(zonings === undefined ? [] : [zoningsPath])];
}

export const importReferenceVerb: Verb = {
  spec: {
    name: 'import-reference',
    help: 'Zonages et chiffres par commune, du fichier officiel tel que publié : ABC, programmes, densité, loyers, vacance, SRU…',
    positionals: { label: 'FICHIER…', min: 1, max: Infinity },
    options: {
      year: { value: 'ANNÉE', help: 'l’année des chiffres, quand le fichier ne la dit pas' },
      name: { value: 'NOM', help: 'le code de la colonne d’une table « commune + valeur » : demandes_sne' },
      json: { value: 'SORTIE', help: 'zones, chiffres et lignes en JSON, - pour la sortie standard' },
      output: {
        value: 'FICHIER.xlsx|.csv',
        short: 'o',
        help: 'les tables IMPACT_ZONAGES et IMPACT_REFERENCES, ou les CSV que consolidate relit',
      },
    },
  },
  async run(args: Arguments) {
    const year = args.year('year');
    const name = args.text('name');
    const options = { ...(year === undefined ? {} : { year }), ...(name === undefined ? {} : { name }) };
    const imports: ImportedReferences[] = [];
    const refused: string[] = [];
    for (const path of args.positionals) {
      try {
        imports.push(await readReferenceFile(path, options));
      } catch (error) {
        if (!(error instanceof CannotRun)) throw error;
        refused.push(error.message);
      }
    }
    if (imports.length === 0) throw new CannotRun(refused.join('\n'));
    const json = args.text('json');
    const output = args.text('output');
    const written = output === undefined ? [] : await writeTables(imports, args.positionals, output);
    if (json !== undefined) writeJson(json, referencesToJson(imports));
    if (json !== '-') {
      print([...imports.flatMap(lines), ...refused, ...written.map((one) => `Écrit : ${one}`)].join('\n'));
    }
    const blocked = imports.some(({ remarks }) => remarks.some((one) => one.level === 'blocking'));
    return blocked || refused.length > 0 ? 1 : 0;
  },
};
