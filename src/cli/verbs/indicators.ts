import { buildConsolidationWorkbook, toJson } from '../../consolidation';
import { exitCode, readContributions, refusal } from '../contributions';
import { write } from '../files';
import { print, writeJson } from '../output';
import { referencesOption, zoningsOption } from '../references';
import { summary } from '../summary';
import { territoryOption } from '../territory-option';
import { runConsolidation, yearOption } from './consolidate';
import type { Verb } from './index';

export const indicators: Verb = {
  spec: {
    name: 'indicators',
    help: "Les indicateurs d'un bailleur.",
    positionals: { label: 'FICHIER', min: 1, max: 1 },
    options: {
      territory: { value: 'TERRITOIRE', help: 'par exemple DEP:14 ; à défaut tout le bailleur' },
      year: { value: 'ANNÉE', help: "à défaut l'exercice du classeur" },
      references: {
        value: 'FICHIER',
        help: 'les chiffres de référence du territoire, pour les indicateurs qui s’y comparent',
      },
      zonings: {
        value: 'FICHIER',
        many: true,
        follows: /\.(csv|txt)$/i,
        help: 'zonages, pour demander une zone : --territory ZONE:abc/B2',
      },
      json: { value: 'SORTIE', help: 'le résultat en JSON, - pour la sortie standard' },
      output: { value: 'FICHIER.xlsx', short: 'o', help: 'un classeur aux formules vivantes' },
    },
  },
  async run(args) {
    const options = { ...territoryOption(args), ...yearOption(args) };
    const { zonings, remarks: zoningRemarks } = await zoningsOption(args);
    const referencesFile = args.text('references');
    const references = referencesFile === undefined ? undefined : await referencesOption(referencesFile);
    const contributions = await readContributions(args.positionals);
    const [contribution] = contributions;
    if (!contribution || contribution.status === 'rejected') {
      throw refusal(contributions);
    }
    const remarks = [...zoningRemarks, ...(references?.remarks ?? [])];
    const result = runConsolidation({
      contributions,
      ...options,
      zonings,
      ...(references ? { references: references.figures } : {}),
      remarks,
    });
    const json = args.text('json');
    const output = args.text('output');
    if (json !== undefined) writeJson(json, toJson(result));
    if (output !== undefined) {
      await write(
        output,
        buildConsolidationWorkbook(result, { title: `Indicateurs de ${contribution.identity?.name ?? ''}` }),
      );
    }
    if (json !== '-') print(summary(result));
    if (output !== undefined && json !== '-') print(`Classeur écrit : ${output}`);
    return remarks.some(({ level }) => level === 'blocking') ? 1 : exitCode(result.contributions);
  },
};
