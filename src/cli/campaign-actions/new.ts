import { catalogue } from '../../catalogue';
import { buildCampaignWorkbook, newCampaign, parseThemes } from '../../campaign';
import { campaignTerritory } from '../../consolidation';
import { parseDate } from '../../contribution';
import { territoryName } from '../../territory';
import type { Arguments } from '../arguments';
import { CannotRun } from '../errors';
import { exists, write } from '../files';
import { print } from '../output';
import { territoryOption } from '../territory-option';
import { perimeterFile, printRemarks } from './campaign-files';

/** `campaign new`: the workbook of a campaign that begins. */
export async function newAction(args: Arguments): Promise<number> {
  const output = args.text('output');
  const year = args.year('year');
  if (output === undefined)
    throw new CannotRun('Il manque -o FICHIER.xlsx : le classeur de campagne à écrire.');
  if (year === undefined)
    throw new CannotRun('Il manque --year ANNÉE : l’exercice demandé, par exemple 2025.');
  if (await exists(output)) {
    throw new CannotRun(
      `« ${output} » existe déjà : choisissez un autre nom, pour ne pas effacer une campagne commencée.`,
    );
  }
  const path = args.text('perimeter');
  const perimeter = path === undefined ? { lines: [], remarks: [] } : await perimeterFile(path);
  const territory =
    territoryOption(args).territory ?? campaignTerritory({ contributions: [], perimeter: perimeter.lines });
  if (territory === undefined) {
    throw new CannotRun('Il manque --territory TERRITOIRE : celui de la campagne, par exemple REG:28.');
  }
  const deadline = deadlineOf(args);
  const union = args.text('union');
  const campaign = newCampaign(
    {
      year,
      territory,
      themes: themesOf(args),
      ...(deadline ? { deadline } : {}),
      ...(union === undefined ? {} : { union }),
    },
    perimeter.lines,
  );
  await write(output, buildCampaignWorkbook(campaign, catalogue, new Date()));
  const code = printRemarks(perimeter.remarks);
  const count = campaign.followUp.length;
  const landlords =
    count > 0
      ? `${count} bailleur(s) attendu(s)`
      : 'aucun bailleur encore : collez votre liste dans la feuille « Périmètre »';
  print(
    `Classeur de campagne écrit : ${output} (${territoryName(territory)}, exercice ${year}, ${landlords}).`,
  );
  return code;
}

function deadlineOf(args: Arguments): Date | undefined {
  const text = args.text('deadline');
  if (text === undefined) return undefined;
  const date = parseDate(text, false);
  if (date) return date;
  throw new CannotRun(`--deadline attend une date, par exemple 15/03/2026 ; reçu « ${text} ».`);
}

/** None when all are asked. */
function themesOf(args: Arguments): readonly string[] {
  const { themes, unknown } = parseThemes(args.texts('themes').join(','), catalogue);
  if (unknown.length === 0) return themes;
  const known = catalogue.dimensions.map(({ code, label }) => `${code} (${label.fr})`).join(', ');
  throw new CannotRun(`Thème inconnu : ${unknown.join(', ')}. Thèmes : ${known}.`);
}
