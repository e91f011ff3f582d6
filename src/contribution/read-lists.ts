import type { DataPoint } from '../catalogue';
import { type CellValue, CellError, UNCALCULATED } from '../xlsx';
import { recalculate, writtenText } from './cells';
import { listOf } from './codes';
import { longest } from './format';
import type { ListMember } from './model';
import { type Reading, readPlace } from './reading';
import { isValidSiren, tidySiren } from './siren';
import type { TableView } from './table-view';
import type { TerritoryCell } from './territory-cells';
import { compact, quoted } from './words';

/** Reads `IMPACT_LISTES`: the members of the set-valued data points, their identifiers made comparable. */
export function readLists(table: TableView, reading: Reading): ListMember[] {
  const { catalogue, remarks } = reading;
  const lists = new Map<string, DataPoint | string>();
  const members: ListMember[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (table.isBlank(row, ['identifiant'])) continue;
    const written = writtenText(table.cell(row, 'code'));
    let list = lists.get(written);
    if (list === undefined) lists.set(written, (list = listOf(written, catalogue)));
    if (typeof list === 'string') {
      const message =
        written === ''
          ? 'Un identifiant sans code : écrivez le code de sa liste, ou effacez la ligne.'
          : `${list} La ligne est laissée de côté.`;
      remarks.warning('unknown_code', message, table.source(row, 'code'), written || undefined);
      continue;
    }
    const place = readPlace(table, row, reading, list.code);
    const identifier = readIdentifier(table, row, list, reading);
    if (!place || identifier === undefined) continue;
    const { year, territory } = place;
    members.push({ list: list.code, year, territory, identifier, source: table.source(row, 'identifiant') });
  }
  return members;
}

/** An identifier, tidied by what the list counts; undefined, with a blocking remark, if there is none to read. */
function readIdentifier(
  table: TableView,
  row: number,
  list: DataPoint,
  reading: Reading,
): string | undefined {
  const cell = table.cell(row, 'identifiant');
  const source = table.source(row, 'identifiant');
  const problem = unreadable(cell);
  if (problem !== undefined) {
    reading.remarks.blocking(
      'invalid_identifier',
      `${problem} La ligne est laissée de côté.`,
      source,
      list.code,
    );
    return undefined;
  }
  if (list.unit === 'commune')
    return readCommune(cell, reading, (code, level, message) =>
      reading.remarks[level](code, message, source, list.code),
    );
  if (list.unit === 'entreprise')
    return readCompany(cell, (code, message) => reading.remarks.warning(code, message, source, list.code));
  return writtenText(cell).toUpperCase().slice(0, longest.identifier);
}

function unreadable(cell: CellValue): string | undefined {
  if (cell === UNCALCULATED) return recalculate;
  if (cell instanceof CellError) return `L’identifiant contient l’erreur ${cell.code} : corrigez la formule.`;
  if (typeof cell === 'boolean')
    return 'L’identifiant contient une valeur logique : saisissez l’identifiant.';
  return undefined;
}

/** A supplier: its SIREN, also from a SIRET. One that is neither (a foreign company …) counts as written. */
function readCompany(cell: CellValue, warn: (code: string, message: string) => void): string {
  const written = writtenText(cell);
  const digits = typeof cell === 'number' ? tidySiren(cell) : compact(written).toUpperCase();
  if (isValidSiren(digits)) return digits;
  if (/^\d{13,14}$/.test(digits)) {
    const siren = digits.padStart(14, '0').slice(0, 9);
    if (isValidSiren(siren)) {
      warn('siret_for_siren', `${quoted(written)} est un SIRET : son SIREN, ${siren}, est retenu.`);
      return siren;
    }
  }
  warn('invalid_siren', `${quoted(written)} n’est pas un SIREN : vérifiez-le. Il est compté tel quel.`);
  return digits.slice(0, longest.identifier);
}

/** A commune: its bare INSEE code of today. */
function readCommune(
  cell: CellValue,
  { territories }: Reading,
  tell: (code: string, level: 'warning' | 'blocking', message: string) => void,
): string | undefined {
  const written = compact(writtenText(cell)).replace(/^COM:/iu, '');
  const read: TerritoryCell = territories.read(`COM:${written}`);
  if (read.kind === 'refused') {
    const message = `${quoted(writtenText(cell))} n’est pas le code Insee d’une commune (cinq caractères, par exemple 14118) : corrigez-le. La ligne est laissée de côté.`;
    tell('unknown_commune', 'blocking', message);
    return undefined;
  }
  if (read.carried !== undefined) tell('carried_territory', 'warning', read.carried);
  return read.code.slice('COM:'.length);
}
