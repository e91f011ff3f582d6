import { buildConsolidationWorkbook, toJson, type Consolidation } from '../../consolidation';
import { levelOf, Zonings } from '../../territory';
import type { Arguments } from '../arguments';
import { exitCode, readContributions, refusal } from '../contributions';
import { write } from '../files';
import { print, writeJson } from '../output';
import { CannotRun } from '../errors';
import { referencesOption, referencesWithin, zoningsOption } from '../references';
import { summary } from '../summary';
import { territoryOption } from '../territory-option';
import { runConsolidation, yearOption } from './consolidate';
import type { Verb } from './index';

export const indicators: Verb = {
  spec: {
    name: 'indicators',
    help: 'Les indicateurs d’un bailleur.',
    positionals: { label: 'FICHIER', min: 1, max: 1 },
    options: {
      territory: { value: 'TERRITOIRE', help: 'par exemple DEP:14 ; à défaut tout le bailleur' },
      year: { value: 'ANNÉE', help: 'à défaut l’exercice du classeur' },
      references: {
        value: 'FICHIER',
        help: 'les chiffres de référence du territoire, à défaut ceux du classeur (IMPACT_REFERENCES)',
      },
      zonings: {
        value: 'FICHIER',
        many: true,
        follows: /\.(csv|txt)$/i,
        help: 'zonages, à défaut ceux du classeur, pour demander une zone : --territory ZONE:abc/B2',
      },
      json: { value: 'SORTIE', help: 'le résultat en JSON, - pour la sortie standard' },
      output: { value: 'FICHIER.xlsx', short: 'o', help: 'un classeur aux formules vivantes' },
    },
  },
  async run(args) {
    const contributions = await readContributions(args.positionals);
    const [contribution] = contributions;
    if (!contribution || contribution.status === 'rejected') {
      throw refusal(contributions);
    }
    const { zonings, references, remarks } = await referencesOf(args);
    const { territory } = territoryOption(args);
    const zone = territory !== undefined && levelOf(territory) === 'ZONE' ? territory : undefined;
    const input = {
      contributions,
      ...yearOption(args),
      zonings,
      ...(references ? { references } : {}),
      remarks,
    };
    const result =
      zone === undefined
        ? runConsolidation({ ...input, ...(territory === undefined ? {} : { territory }) })
        : atZone(zone, input);
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

/** The zones and figures given, else those of the workbook itself. */
async function referencesOf(args: Arguments) {
  const given = await zoningsOption(args);
  const path = args.text('references');
  const figures = path === undefined ? undefined : await referencesOption(path);
  const own =
    figures && given.zonings.length > 0 ? undefined : await referencesWithin(args.positionals[0] ?? '');
  return {
    zonings: given.zonings.length > 0 ? given.zonings : (own?.zonings ?? []),
    references: figures?.figures ?? own?.values.map((one) => ({ source: own.source, ...one })),
    remarks: [...given.remarks, ...(figures?.remarks ?? []), ...(own?.remarks ?? [])],
  };
}

/** A zone groups communes, it is no campaign: the landlord's own territory stays what a blank one stands for. */
function atZone(asked: string, input: Omit<Parameters<typeof runConsolidation>[0], 'by'>): Consolidation {
  const zonings = new Zonings(input.zonings ?? []);
  const zone = zonings.tidy(asked);
  const [, table = ''] = /^ZONE:([^/]+)\//.exec(zone) ?? [];
  const result = runConsolidation({ ...input, by: [zonings.named(table)?.name ?? 'ZONE'] });
  if (!result.territories.includes(zone)) {
    const known = result.territories.filter((one) => levelOf(one) === 'ZONE');
    throw new CannotRun(
      known.length > 0
        ? `Le bailleur n’a rien dans « ${zone} » : demandez ${known.slice(0, 12).join(', ')}.`
        : `Aucun zonage « ${table} » n’est donné : ajoutez son fichier, --zonings, ou importez-le dans le classeur.`,
    );
  }
  return {
    ...result,
    territory: zone,
    territories: [zone],
    cells: result.cells.filter(({ territory }) => territory === zone),
  };
}
