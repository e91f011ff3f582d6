import { readFile } from 'node:fs/promises';
import { catalogue } from '../../catalogue';
import { isValidSiren } from '../../contribution';
import {
  applyProfile,
  contributionSheets,
  exportProfile,
  findIdentity,
  guessYear,
  type Mapping,
  parseProfile,
  planInTable,
  type Proposal,
  proposeMappings,
  type SheetView,
  sureEnough,
  yearOfTable,
} from '../../mapping';
import { parseTerritory } from '../../territory';
import { appendSheets, fillTable, type TableData, UnwritableWorkbook } from '../../xlsx';
import type { Arguments } from '../arguments';
import { CannotRun } from '../errors';
import { inflate, readText, writeBytes } from '../files';
import { mappingJson, mappingTable, readViews } from '../mapping';
import { print, writeJson } from '../output';
import type { Verb } from './index';

export const mapVerb: Verb = {
  spec: {
    name: 'map',
    help: 'Propose comment raccorder le classeur d’un bailleur : d’où vient chaque donnée, avec la confiance et la valeur.',
    positionals: { label: 'FICHIER', min: 1, max: 1 },
    options: {
      profile: {
        value: 'PROFIL',
        help: 'un profil enregistré : ce qui ne convient plus est dit, pas deviné',
      },
      'save-profile': { value: 'SORTIE', help: 'enregistre ce qui est accepté, pour l’an prochain' },
      json: { value: 'SORTIE', help: 'les propositions en JSON, - pour la sortie standard' },
      output: {
        value: 'FICHIER.xlsx',
        short: 'o',
        help: 'une copie du classeur, raccordée par des formules',
      },
      confidence: { value: 'SEUIL', help: 'de 0 à 1 : accepte à partir de ce seuil ; 0,8 à défaut' },
      year: { value: 'ANNÉE', help: 'l’exercice ; à défaut celui dont parlent les feuilles' },
      territory: { value: 'TERRITOIRE', help: 'par exemple REG:28 ; à défaut celui de la campagne' },
      siren: { value: 'SIREN', help: 'le bailleur, si le classeur ne le dit pas' },
      name: { value: 'NOM', help: 'sa raison sociale' },
    },
  },
  async run(args) {
    const [path = ''] = args.positionals;
    const json = args.text('json');
    const least = confidenceOf(args);
    const place = territoryOf(args);
    const { views, sheets, facts } = await readViews(path);
    if (views.length === 0) {
      throw new CannotRun(
        `« ${path} » n’a pas d’autre feuille visible que celles du questionnaire : copiez-y les vôtres, il n’y a rien où chercher.`,
      );
    }
    const year = args.year('year') ?? (facts && yearOfTable(facts.table)) ?? guessYear(views);
    if (year === undefined) {
      throw new CannotRun('Rien dans le classeur ne dit l’exercice : précisez-le, par exemple --year 2024.');
    }
    const options = { catalogue, year, ...(place === undefined ? {} : { territory: place }) };
    const mapping = await proposalsOf(args, views, options);
    const accepted = acceptedOf(mapping, least);
    const output = args.text('output');
    const told: string[] = [];
    if (output !== undefined) {
      if (accepted.size === 0) {
        throw new CannotRun(
          `Aucune proposition n’atteint la confiance demandée (${String(least).replace('.', ',')}) : rien n’est écrit. Relisez les propositions sans -o, puis baissez --confidence si elles conviennent.`,
        );
      }
      if (facts) told.push(...(await fillConnected(path, output, accepted, facts, place)));
      else await writeConnected(path, output, accepted, identityOf(args, views, year), sheets, place);
    }
    const profile = args.text('save-profile');
    if (profile !== undefined) writeJson(profile, exportProfile([...accepted]));
    if (json !== undefined) writeJson(json, mappingJson(mapping, accepted));
    if (json !== '-' && profile !== '-') report(mapping, accepted, year, args, output, told);
    return mapping.remarks.some(({ code }) => code === 'profile_unmatched') ? 1 : 0;
  },
};

function confidenceOf(args: Arguments): number {
  const text = args.text('confidence');
  const value = text === undefined ? sureEnough : Number(text.replace(',', '.'));
  if (!(value >= 0 && value <= 1)) {
    throw new CannotRun(`--confidence attend un nombre de 0 à 1, par exemple 0.8 ; reçu « ${text ?? ''} ».`);
  }
  return value;
}

function territoryOf(args: Arguments): string | undefined {
  const text = args.text('territory');
  if (text === undefined) return undefined;
  const place = parseTerritory(text);
  if (place) return place.code;
  throw new CannotRun(
    `« ${text} » n’est pas un territoire connu : écrivez par exemple REG:28, DEP:14 ou COM:14118.`,
  );
}

async function proposalsOf(
  args: Arguments,
  views: readonly SheetView[],
  options: Parameters<typeof proposeMappings>[1],
): Promise<Mapping> {
  const path = args.text('profile');
  if (path === undefined) return proposeMappings(views, options);
  const text = await readText(path);
  const profile = parseProfile(jsonOf(text));
  if (profile === undefined) {
    throw new CannotRun(
      `« ${path} » n’est pas un profil de raccordement : donnez le fichier écrit par --save-profile.`,
    );
  }
  return applyProfile(profile, views, options);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of each data point the best proposal, when it reaches the confidence asked. */
function acceptedOf({ proposals }: Mapping, least: number): ReadonlySet<Proposal> {
  const best = new Map<string, Proposal>();
  for (const one of proposals) {
    const known = best.get(one.code);
    if (known === undefined || known.confidence < one.confidence) best.set(one.code, one);
  }
  return new Set([...best.values()].filter(({ confidence }) => confidence >= least));
}

function identityOf(
  args: Arguments,
  views: readonly SheetView[],
  year: number,
): Parameters<typeof contributionSheets>[1] {
  const siren = args.text('siren')?.replace(/\s/g, '');
  if (siren !== undefined && !isValidSiren(siren)) {
    throw new CannotRun(
      `« ${siren} » n’est pas un SIREN valide (neuf chiffres et clé de contrôle) : vérifiez la saisie.`,
    );
  }
  const name = args.text('name');
  const given = { ...(siren === undefined ? {} : { siren }), ...(name === undefined ? {} : { name }) };
  return { ...findIdentity(views), ...given, year, catalogueVersion: catalogue.version };
}

function sameFormat(path: string, output: string): void {
  if (/\.xlsm$/i.test(path) !== /\.xlsm$/i.test(output)) {
    throw new CannotRun(
      `La copie garde le format du classeur : donnez à « ${output} » la même extension qu’à « ${path} ».`,
    );
  }
}

async function writeConnected(
  path: string,
  output: string,
  accepted: ReadonlySet<Proposal>,
  identity: Parameters<typeof contributionSheets>[1],
  taken: readonly string[],
  territory: string | undefined,
): Promise<void> {
  sameFormat(path, output);
  const sheets = contributionSheets(
    [...accepted],
    { ...identity, ...(territory === undefined ? {} : { territory }) },
    taken,
  );
  try {
    await writeBytes(output, await appendSheets(await readFile(path), sheets, { inflate }));
  } catch (error) {
    if (error instanceof UnwritableWorkbook) throw new CannotRun(error.message);
    throw error;
  }
}

/** The same in a workbook that has its data table already: formulas in its blank answers, what is answered kept. */
async function fillConnected(
  path: string,
  output: string,
  accepted: ReadonlySet<Proposal>,
  { table, rows }: { readonly table: TableData; readonly rows: number },
  territory: string | undefined,
): Promise<string[]> {
  sameFormat(path, output);
  const plan = planInTable([...accepted], table, rows, territory);
  if (!plan) {
    throw new CannotRun(
      `Le tableau ${table.name} de « ${path} » n’a pas les colonnes code, annee, territoire et valeur : rétablissez-les, puis recommencez.`,
    );
  }
  const { fill, written, kept } = plan;
  if (written === 0) {
    throw new CannotRun(
      `Tout ce qui est accepté a déjà une réponse dans ${table.name} : rien n’est écrit. Videz les cellules à raccorder, ou passez par le volet Impact HLM, qui montre l’ancienne et la nouvelle valeur.`,
    );
  }
  try {
    await writeBytes(output, await fillTable(await readFile(path), fill, { inflate }));
  } catch (error) {
    if (error instanceof UnwritableWorkbook) throw new CannotRun(error.message);
    throw error;
  }
  const places = kept.slice(0, 8).map(({ code, cell }) => `${code} (${cell})`);
  return [
    `${written} réponse(s) de ${table.name} raccordée(s) par une formule.`,
    ...(kept.length > 0
      ? [
          `Déjà répondu, gardé : ${places.join(', ')}${kept.length > 8 ? ` et ${kept.length - 8} autres` : ''}.`,
        ]
      : []),
  ];
}

function report(
  mapping: Mapping,
  accepted: ReadonlySet<Proposal>,
  year: number,
  args: Arguments,
  output: string | undefined,
  told: readonly string[],
): void {
  const given = args.year('year') === undefined ? ' (d’après les feuilles ; --year pour un autre)' : '';
  const codes = new Set(mapping.proposals.map(({ code }) => code)).size;
  const lines = [
    ...(mapping.proposals.length > 0 ? [mappingTable(mapping, accepted), ''] : []),
    codes === 0
      ? `Exercice ${year}${given} : rien n’est reconnu dans ce classeur. Une donnée se reconnaît à l’intitulé de sa colonne ou de sa ligne, par exemple « Nb logements » ou « Taxe foncière ».`
      : `Exercice ${year}${given} : ${codes} donnée(s) reconnue(s), ${accepted.size} acceptée(s) sans vérification (✓) ; les autres sont à confirmer.`,
    ...mapping.remarks.map(({ message }) => `À voir : ${message}`),
    ...(output === undefined
      ? []
      : [
          ...told,
          told.length > 0
            ? `Classeur raccordé écrit : ${output}.`
            : `Classeur raccordé écrit : ${output}. Complétez la feuille « Impact identité » avant l’envoi.`,
        ]),
  ];
  print(lines.join('\n'));
}
