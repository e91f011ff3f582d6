import { readNumber, recalculate, writtenText } from './cells';
import { dataPointOf } from './codes';
import { longest, rowTables } from './format';
import type { TableRow } from './model';
import { showNumber } from './numbers';
import { type Reading, readPlace, readWords, titleOf } from './reading';
import type { TableView } from './table-view';

/**
 * Reads `IMPACT_LOYERS` or `IMPACT_TRAVAUX`. A number that is missing or wrong is left out of its row with a
 * blocking remark: whatever sums that column is then not answered for the year.
 */
export function readRows(table: TableView, name: TableRow['table'], reading: Reading): TableRow[] {
  const { label, numbers } = rowTables[name];
  const rows: TableRow[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (table.isBlank(row, [label, ...numbers])) continue;
    const place = readPlace(table, row, reading);
    if (!place) continue;
    const values: Record<string, number | undefined> = {};
    for (const column of numbers) values[column] = readColumn(table, row, column, reading);
    rows.push({
      table: name,
      year: place.year,
      territory: place.territory,
      label: readWords(table, row, label, reading, longest.label) ?? '',
      values,
      source: table.source(row, numbers[0]),
    });
  }
  return rows;
}

function readColumn(
  table: TableView,
  row: number,
  column: string,
  { catalogue, remarks }: Reading,
): number | undefined {
  const source = table.source(row, column);
  const point = dataPointOf(column, catalogue);
  const title = point ? titleOf(point) : `« ${column} »`;
  const read = readNumber(table.cell(row, column));
  const refuse = (code: string, why: string): undefined => {
    const message = `${title} : ${why} Tant que cette ligne est incomplète, la table compte comme non renseignée.`;
    remarks.blocking(code, message, source, column);
  };
  if (read.kind === 'refused') return refuse(read.code, read.message);
  if (read.kind === 'uncalculated') return refuse('uncalculated', recalculate);
  if (read.kind !== 'number') {
    const written = writtenText(table.cell(row, column));
    const why = written === '' ? 'le nombre manque' : `${written.toUpperCase()} à la place d’un nombre`;
    return refuse('missing_number', `${why} : complétez la ligne, ou effacez-la tout entière.`);
  }
  if (read.value < 0 && (point?.nonnegative ?? true)) {
    return refuse(
      'negative',
      `le nombre ne peut pas être négatif (${showNumber(read.value)}) : corrigez-le.`,
    );
  }
  if (read.typedAsText) {
    const message = `${title} : nombre saisi comme du texte, lu ${showNumber(read.value)}. Ressaisissez-le comme un nombre.`;
    remarks.warning('number_as_text', message, source, column);
  }
  return read.value;
}
