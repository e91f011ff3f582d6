import { type PerimeterLine, readPerimeter } from '../../consolidation';
import type { Remark } from '../../contribution';
import { asCsv } from '../arguments/as-csv';
import type { Grid } from '../arguments/grid';
import { wrong } from '../failure';

/** What is said of a line, in English: the remarks of files are in French. */
const inEnglish: Readonly<Record<string, string>> = {
  empty_file: 'it is blank',
  missing_heading: 'a column is missing (siren, raison_sociale, famille, groupe, territoire, logements)',
  invalid_siren: 'the SIREN is not made of nine digits',
  duplicate_line: 'the landlord is already there for this territory, with other dwellings',
  unknown_territory: 'the territory is not known',
  invalid_dwellings: 'the number of dwellings is missing, or is not a number',
};

/** A perimeter follows the rules of the file of the perimeter: same headings, same messages. */
export function perimeterOf(grid: Grid | undefined): readonly PerimeterLine[] | undefined {
  if (!grid) return undefined;
  const { lines, remarks } = readPerimeter(asCsv(grid), 'perimetre');
  const [blocking] = remarks.filter((one) => one.level === 'blocking');
  if (!blocking) return lines;
  throw wrong(`« perimetre » : ${blocking.message}`, `"perimetre"${placeOf(blocking)}. Correct it.`);
}

function placeOf({ code, message }: Remark): string {
  const line = /^Ligne (\d+)/u.exec(message)?.[1];
  const what = inEnglish[code] ?? 'it cannot be read';
  return `${line === undefined ? '' : `, row ${line}`}: ${what}`;
}
