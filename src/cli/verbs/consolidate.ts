import { catalogue } from '../../catalogue';
import type { ConsolidationInput } from '../../consolidation';
import { buildConsolidationWorkbook, consolidate, toJson } from '../../consolidation';
import type { Remark } from '../../contribution';
import type { Level } from '../../territory';
import type { Arguments } from '../arguments';
import { orCannotRun } from '../campaign';
import { perimeterFile } from '../campaign-actions/campaign-files';
import { exitCode, readContributions, refusal } from '../contributions';
import { write } from '../files';
import { print, writeJson } from '../output';
import { groupingsOption, localIndicatorsOption, referencesOption, zoningsOption } from '../references';
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

async function campaignFiles(args: Arguments) {
  const remarks: Remark[] = [];
  const perimeterPath = args.text('perimeter');
  const referencesFile = args.text('references');
  const perimeter = perimeterPath ? await perimeterFile(perimeterPath) : undefined;
  const references = referencesFile ? await referencesOption(referencesFile) : undefined;
  remarks.push(...(perimeter?.remarks ?? []), ...(references?.remarks ?? []));
  return {
    ...(perimeter ? { perimeter: perimeter.lines } : {}),
    ...(references ? { references: references.figures } : {}),
    fileRemarks: remarks,
  };
}

export const consolidateVerb: Verb = {
  spec: {
    name: 'consolidate',
    help: 'La consolidation régionale de classeurs ou de dossiers de contributions.',
    positionals: { label: 'FICHIER|DOSSIER…', min: 1, max: Infinity },
    options: {
      perimeter: {
        value: 'FICHIER',
        help: 'les bailleurs attendus et leurs logements, CSV ou classeur de campagne',
      },
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
      year: { value: 'ANNÉE', help: "l'exercice ; à défaut le plus fréquent" },
      json: { value: 'SORTIE', help: 'le résultat en JSON, - pour la sortie standard' },
      publish: { help: 'redresse, protège le secret, et n’écrit que ce qui peut être publié' },
      output: {
        value: 'FICHIER.xlsx',
        short: 'o',
        help: 'le classeur de consolidation ; avec --publish la copie publiable, .xlsx ou .csv',
      },
    },
  },
  async run(args) {
    const { zonings, remarks: zoningRemarks } = await zoningsOption(args);
    const { localIndicators, remarks: localRemarks } = await localIndicatorsOption(args);
    const { by, paths } = await groupingsOption(args, LEVELS, zonings);
    const options = { ...territoryOption(args), ...yearOption(args) };
    const { fileRemarks, ...files } = await campaignFiles(args);
    const contributions = await readContributions(paths);
    if (contributions.every((one) => one.status === 'rejected')) {
      throw refusal(contributions);
    }
    const input = {
      contributions,
      by,
      ...files,
      ...options,
      remarks: [...zoningRemarks, ...localRemarks, ...fileRemarks],
      zonings,
      localIndicators,
    };
    const result = args.has('publish')
      ? await publishCampaign(args, input)
      : await consolidateOnly(args, input);
    const blocked = result.remarks.some((remark) => remark.level === 'blocking');
    return blocked ? 1 : exitCode(result.contributions);
  },
};

async function consolidateOnly(args: Arguments, input: Omit<ConsolidationInput, 'catalogue'>) {
  const result = runConsolidation(input);
  const json = args.text('json');
  const output = args.text('output');
  if (json !== undefined) writeJson(json, toJson(result));
  if (output !== undefined) await write(output, buildConsolidationWorkbook(result));
  if (json !== '-') print(summary(result));
  if (output !== undefined && json !== '-') print(`Classeur écrit : ${output}`);
  return result;
}
