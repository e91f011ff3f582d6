import type { Family, Remark } from '../contribution';
import { families, isValidSiren, parseFamily, parseFrenchNumber } from '../contribution';
import type { CampaignFile } from './campaignFile';
import { readCampaignFile, territoryOfLine } from './campaignFile';
import type { PerimeterLine } from './model';

const required = ['siren', 'territoire', 'logements'] as const;
const optional = ['raison_sociale', 'famille', 'groupe'] as const;

/** The columns of a perimeter. */
export type PerimeterHeading = (typeof required)[number] | (typeof optional)[number];

/** A perimeter, read, with what must be said about it. */
export interface Perimeter {
  readonly lines: PerimeterLine[];
  readonly remarks: Remark[];
}

/**
 * Reads a perimeter file (`siren;raison_sociale;famille;groupe;territoire;logements`, dwellings at the
 * territory of the line). A line that cannot be used is left out with a blocking remark that names it; the
 * rest goes on. A blank territory stays blank: the campaign's.
 */
export function readPerimeter(text: string, file: string): Perimeter {
  return perimeterOf(readCampaignFile<PerimeterHeading>(text, file, required, optional));
}

/** As `readPerimeter`, from lines that were read elsewhere: the table of a campaign workbook. */
export function perimeterOf(read: CampaignFile<PerimeterHeading>): Perimeter {
  const lines: PerimeterLine[] = [];
  const seen = new Map<string, { line: number; dwellings: number }>();
  for (const one of read.lines) {
    const siren = sirenOf(read, one.line, one.cell('siren'));
    if (siren === undefined) continue;
    const territory = territoryOfLine(read, one.line, one.cell('territoire'));
    if (territory === undefined) continue;
    const dwellings = dwellingsOf(read, one.line, one.cell('logements'));
    if (dwellings === undefined) continue;
    const key = `${siren} ${territory}`;
    const earlier = seen.get(key);
    if (earlier) {
      const place = territory || 'le territoire de la campagne';
      const same = earlier.dwellings === dwellings;
      const which = same
        ? 'même nombre de logements, elle ne compte qu’une fois'
        : `${dwellings} logements ici, ${earlier.dwellings} là-bas : la première compte, supprimez celle qui est fausse`;
      read.say(
        same ? 'warning' : 'blocking',
        'duplicate_line',
        one.line,
        `${siren} figure déjà à la ligne ${earlier.line} pour ${place} (${which}).`,
      );
      continue;
    }
    seen.set(key, { line: one.line, dwellings });
    const family = familyOf(read, one.line, one.cell('famille'));
    const group = groupOf(read, one.line, one.cell('groupe'));
    lines.push({
      siren,
      name: one.cell('raison_sociale'),
      ...(family ? { family } : {}),
      ...(group ? { group } : {}),
      territory,
      dwellings,
    });
  }
  return { lines, remarks: read.remarks };
}

/**
 * Nine digits without spaces, the zeros in front that a spreadsheet dropped put back. A wrong check digit is said
 * and kept, because the line still names someone.
 */
function sirenOf(file: CampaignFile<string>, line: number, text: string): string | undefined {
  const typed = text.replace(/\s/gu, '');
  const padded = typed.padStart(9, '0');
  const siren = /^\d{7,9}$/.test(typed) && isValidSiren(padded) ? padded : typed;
  if (!/^\d{9}$/.test(siren)) {
    file.say(
      'blocking',
      'invalid_siren',
      line,
      `« ${text} » n’est pas un SIREN (9 chiffres), la ligne est ignorée ; corrigez-le.`,
    );
    return undefined;
  }
  if (!isValidSiren(siren)) {
    file.say('warning', 'doubtful_siren', line, `la clé du SIREN ${siren} est fausse ; vérifiez-le.`);
  }
  return siren;
}

function dwellingsOf(file: CampaignFile<string>, line: number, text: string): number | undefined {
  // No decimal point here: `1.234` would more likely be a thousand dwellings than one and a bit.
  const dwellings = parseFrenchNumber(text);
  if (dwellings !== undefined && dwellings >= 0) return dwellings;
  const what = text === '' ? 'le nombre de logements manque' : `« ${text} » n’est pas un nombre de logements`;
  file.say('blocking', 'invalid_dwellings', line, `${what}, la ligne est ignorée ; complétez-la.`);
  return undefined;
}

function familyOf(file: CampaignFile<string>, line: number, text: string): Family | undefined {
  if (text === '') return undefined;
  const family = parseFamily(text);
  if (!family) {
    file.say(
      'warning',
      'unknown_family',
      line,
      `famille « ${text} » inconnue (${families.join(', ')}) : celle du classeur du bailleur est prise.`,
    );
  }
  return family;
}

function groupOf(file: CampaignFile<string>, line: number, text: string): string | undefined {
  const group = text.replace(/\s/gu, '');
  if (group === '') return undefined;
  if (/^\d{9}$/.test(group)) return group;
  file.say(
    'warning',
    'invalid_group',
    line,
    `groupe « ${text} » : il faut le SIREN (9 chiffres) de la tête de groupe ; celui du classeur est pris.`,
  );
  return undefined;
}
