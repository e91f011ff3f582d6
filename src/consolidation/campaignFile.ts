import type { Remark, RemarkLevel } from '../contribution';
import { looseKey, parseFrenchNumber } from '../contribution';
import { parseTerritory, suggestTerritories } from '../territory';
import { parseCsv } from './csv';
import { remarkOnFile } from './remarks';

/** A line of a campaign file (perimeter, references): its cells by heading, and where it stands. */
export interface FileLine<Heading extends string> {
  readonly line: number;
  cell(heading: Heading): string;
}

/** A campaign file, read: its lines and what must be said about it. */
export interface CampaignFile<Heading extends string> {
  readonly lines: readonly FileLine<Heading>[];
  readonly remarks: Remark[];
  /** Adds a remark that names the line. */
  say(level: RemarkLevel, code: string, line: number, message: string): void;
}

/**
 * Reads a `;`-separated campaign file. Headings are matched without regard to case, accents, spaces or
 * underscores, in any order; other columns are left alone. A missing heading gives no line and a blocking remark.
 */
export function readCampaignFile<Heading extends string>(
  text: string,
  file: string,
  required: readonly Heading[],
  optional: readonly Heading[] = [],
): CampaignFile<Heading> {
  const remarks: Remark[] = [];
  const say = (level: RemarkLevel, code: string, line: number, message: string) =>
    void remarks.push(remarkOnFile(level, code, `Ligne ${line} : ${message}`, file));
  const nothing = (code: string, message: string): CampaignFile<Heading> => {
    remarks.push(remarkOnFile('blocking', code, message, file));
    return { lines: [], remarks, say };
  };
  const [headings, ...records] = parseCsv(text);
  const expected = [...required, ...optional].join(';');
  if (!headings)
    return nothing('empty_file', `Le fichier est vide : sa première ligne doit être « ${expected} ».`);
  const names = headings.cells.map(looseKey);
  const missing = required.filter((one) => !names.includes(looseKey(one)));
  if (missing.length > 0) {
    return nothing(
      'missing_heading',
      `Colonne absente : ${missing.join(', ')}. La première ligne doit être « ${expected} », séparée par des points-virgules.`,
    );
  }
  if (text.includes('\uFFFD')) {
    const message =
      'Des lettres accentuées sont illisibles : enregistrez le fichier en « CSV UTF-8 » puis recommencez.';
    remarks.push(remarkOnFile('warning', 'wrong_encoding', message, file));
  }
  const column = (heading: Heading) => names.indexOf(looseKey(heading));
  const lines = records.map(({ line, cells }) => ({
    line,
    cell: (heading: Heading) => cells[column(heading)] ?? '',
  }));
  return { lines, remarks, say };
}

/**
 * The territory of a line as today's code; blank (the campaign's) stays blank. Undefined, with a blocking
 * remark, for anything that is not a territory.
 */
export function territoryOfLine(file: CampaignFile<string>, line: number, text: string): string | undefined {
  if (text === '') return '';
  const territory = parseTerritory(text);
  if (!territory) {
    const [suggestion] = suggestTerritories(text);
    const remedy = suggestion ? `écrivez ${suggestion} si c’est lui` : 'écrivez par exemple REG:28 ou DEP:14';
    file.say(
      'blocking',
      'unknown_territory',
      line,
      `« ${text} » n’est pas un territoire connu, la ligne est ignorée ; ${remedy}.`,
    );
    return undefined;
  }
  if (territory.carriedFrom !== undefined) {
    file.say(
      'warning',
      'former_commune',
      line,
      `${territory.carriedFrom} est une ancienne commune : la ligne compte pour ${territory.code}.`,
    );
  }
  return territory.code;
}

/** A number of a campaign file: French style, or as software writes it, with a decimal point. */
export function numberOfLine(text: string): number | undefined {
  return /^[+-]?\d+\.\d+$/.test(text) ? Number(text) : parseFrenchNumber(text);
}
