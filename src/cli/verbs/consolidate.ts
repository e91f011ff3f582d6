import { catalogue } from '../../catalogue';
import { type Adjusted, withAdjustments } from '../../campaign';
import type { ConsolidationInput } from '../../consolidation';
import { buildConsolidationWorkbook, consolidate, toJson } from '../../consolidation';
import type { Level } from '../../territory';
import { type Arguments, usage } from '../arguments';
import { orCannotRun } from '../campaign';
import {
  adjustedBy,
  adjustmentsJson,
  campaignInput,
  type CampaignInput,
  versionsOf,
} from '../campaign-actions/consolidation';
import {
  comparedOption,
  type ComparedFiles,
  comparisonOf,
  comparisonsJson,
  remarksOfCompared,
} from '../comparison';
import { exitCode, readContributions, refusal } from '../contributions';
import { CannotRun } from '../errors';
import { write } from '../files';
import { print, writeJson } from '../output';
import {
  groupingsOption,
  localIndicatorsOption,
  referencesOption,
  referencesWithin,
  zoningsOption,
} from '../references';
import { publishCampaign } from '../publication';
import { summary } from '../summary';
import { territoryOption } from '../territory-option';
import type { Verb } from './index';

const LEVELS: readonly Level[] = ['REG', 'DEP', 'EPCI', 'COM'];

/** Runs the engine; what it cannot settle by itself becomes one line for the person. */
export function runConsolidation(input: Omit<ConsolidationInput, 'catalogue'>) {
  return orCannotRun(() => consolidate({ ...input, catalogue }));
}

/** `--year` as a number, left out when not given. */
export function yearOption(args: Arguments): { year?: number } {
  const year = args.year('year');
  return year === undefined ? {} : { year };
}

/** The campaign's figures of reference, with what was said when they were read. */
async function referenceFiles(args: Arguments) {
  const path = args.text('references');
  if (path === undefined) return { files: {}, remarks: [] };
  const { figures, remarks } = await referencesOption(path);
  return { files: { references: figures }, remarks };
}

/** Figures and zones that the campaign workbook holds, as the pane takes them; files given by an option prevail. */
async function campaignReferences({ opened }: CampaignInput, args: Arguments) {
  const held = opened && (await referencesWithin(opened.path));
  const { values = [], zonings = [], source = '', remarks = [] } = held ?? {};
  const takesZonings = zonings.length > 0 && args.texts('zonings').length === 0;
  const takesFigures = values.length > 0 && args.text('references') === undefined;
  const references = values.map((one) => ({ source, ...one }));
  return {
    ...(takesZonings ? { zonings: { zonings, remarks } } : {}),
    ...(takesFigures ? { references: { files: { references }, remarks: takesZonings ? [] : remarks } } : {}),
  };
}

export const consolidateVerb: Verb = {
  spec: {
    name: 'consolidate',
    help: 'La consolidation régionale de classeurs ou de dossiers de contributions.',
    positionals: { label: 'FICHIER|DOSSIER…', min: 0, max: Infinity },
    options: {
      perimeter: {
        value: 'FICHIER',
        help: 'les bailleurs attendus et leurs logements, CSV ou classeur de campagne',
      },
      campaign: {
        value: 'CAMPAGNE.xlsx',
        help: 'la campagne : son périmètre, son exercice, ses ajustements ; sans fichier, les versions prises, celles du volet aussi',
      },
      versions: { value: 'DOSSIER', help: 'les versions prises, si elles ne sont pas à côté de la campagne' },
      references: { value: 'CSV', help: 'les chiffres de référence du territoire' },
      territory: { value: 'TERRITOIRE', help: 'par exemple REG:28' },
      by: {
        value: 'NIVEAU',
        many: true,
        choices: LEVELS,
        help: 'ajoute les territoires de ce niveau (DEP, EPCI, COM) ou les zones de cette table (abc)',
      },
      zonings: {
        value: 'FICHIER',
        many: true,
        follows: /\.(csv|txt)$/i,
        help: 'zonages, fichiers officiels ou tables importées : ABC, programmes, densité',
      },
      'local-indicators': {
        value: 'FICHIER',
        help: 'les indicateurs locaux de la campagne, CSV ou classeur',
      },
      year: { value: 'ANNÉE', help: 'l’exercice ; à défaut le plus fréquent' },
      json: { value: 'SORTIE', help: 'le résultat en JSON, - pour la sortie standard' },
      publish: { help: 'redresse, protège le secret, et n’écrit que ce qui peut être publié' },
      internal: {
        value: 'FICHIER.xlsx',
        help: 'avec --publish : le classeur interne, qui dit pourquoi chaque cellule est masquée ou redressée',
      },
      previous: {
        value: 'FICHIER.xlsx',
        many: true,
        follows: /\.xls[xm]$/i,
        help: 'avec --publish : les classeurs internes des éditions précédentes, déjà diffusées',
      },
      compare: {
        value: 'CE',
        many: true,
        follows: /\.xls[xm]$|^(familles|distribution)$|^[A-Z]{2,4}:/i,
        help: 'compare avec : le classeur interne ou de campagne d’une autre année (FICHIER.xlsx), un territoire (REG:28), familles, distribution ; une feuille chacun, et « comparisons » du JSON',
      },
      output: {
        value: 'FICHIER.xlsx',
        short: 'o',
        help: 'le classeur de consolidation ; avec --publish la copie publiable, .xlsx ou .csv',
      },
    },
  },
  async run(args) {
    if (!args.has('publish') && (args.text('internal') ?? args.texts('previous')[0]) !== undefined) {
      throw new CannotRun('--internal et --previous vont avec --publish : ajoutez --publish.');
    }
    const given = await campaignInput(args);
    const own = await campaignReferences(given, args);
    const { zonings, remarks: zoningRemarks } = own.zonings ?? (await zoningsOption(args));
    const { localIndicators, remarks: localRemarks } = await localIndicatorsOption(args);
    const { by, paths } = await groupingsOption(args, LEVELS, zonings);
    const { settings } = given.opened?.campaign ?? {};
    const options = {
      ...(settings && !given.perimeter ? { territory: settings.territory } : {}),
      ...(settings ? { year: settings.year } : {}),
      ...territoryOption(args),
      ...yearOption(args),
    };
    const { files, remarks: referenceRemarks } = own.references ?? (await referenceFiles(args));
    const { contributions, remarks: versionRemarks } =
      paths.length > 0
        ? { contributions: await readContributions(paths), remarks: [] }
        : await versionsOf(given, args);
    if (contributions.length === 0) throw nothingGiven(given.opened !== undefined);
    if (contributions.every((one) => one.status === 'rejected')) {
      throw refusal(contributions);
    }
    const adjusted = adjustedBy(given, contributions);
    const compared = await comparedOption(args);
    const input = {
      contributions: adjusted.contributions,
      by,
      ...(given.perimeter ? { perimeter: given.perimeter } : {}),
      ...files,
      ...options,
      remarks: [
        ...zoningRemarks,
        ...localRemarks,
        ...given.remarks,
        ...versionRemarks,
        ...adjusted.remarks,
        ...referenceRemarks,
        ...remarksOfCompared(compared),
      ],
      zonings,
      localIndicators,
    };
    const result = args.has('publish')
      ? await publishCampaign(args, input, adjusted, compared)
      : await consolidateOnly(args, input, adjusted, compared);
    if (adjusted.applied.length > 0 && args.text('json') !== '-') {
      print(`${adjusted.applied.length} chiffre(s) ajusté(s) par l’union, avec leur motif.`);
    }
    const blocked = result.remarks.some((remark) => remark.level === 'blocking');
    return blocked ? 1 : exitCode(result.contributions);
  },
};

function nothingGiven(hasCampaign: boolean): CannotRun {
  return new CannotRun(
    hasCampaign
      ? 'La campagne n’a pris aucune contribution : recevez-les dans le volet ou par « campaign receive », ou donnez les fichiers.'
      : `Il manque FICHIER|DOSSIER…. Usage : ${usage(consolidateVerb.spec)}`,
  );
}

async function consolidateOnly(
  args: Arguments,
  input: Omit<ConsolidationInput, 'catalogue'>,
  adjusted: Adjusted,
  compared: ComparedFiles,
) {
  const result = runConsolidation(input);
  const comparison = comparisonOf(compared, result, { ...input, catalogue });
  const json = args.text('json');
  const output = args.text('output');
  if (json !== undefined) {
    const adjustments = adjustmentsJson(adjusted);
    writeJson(json, {
      ...toJson(result),
      ...(adjustments.length > 0 ? { adjustments } : {}),
      ...comparisonsJson(comparison, result),
    });
  }
  if (output !== undefined) {
    const workbook = buildConsolidationWorkbook(result, { compared: comparison.compared });
    await write(output, withAdjustments(workbook, adjusted));
  }
  if (json !== '-') print(summary(result));
  if (output !== undefined && json !== '-') print(`Classeur écrit : ${output}`);
  return result;
}
