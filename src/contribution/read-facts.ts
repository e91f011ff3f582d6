import type { DataPoint } from '../catalogue';
import { conversionFactor } from '../formula';
import { readNumber, recalculate, writtenText } from './cells';
import { type CodeMeaning, meaningOf } from './codes';
import type { Answer, Fact } from './model';
import { showNumber } from './numbers';
import { type Reading, readPlace, readWords, titleOf } from './reading';
import type { TableView } from './table-view';
import { quoted } from './words';

const blank: Answer = { kind: 'blank' };
const refused: Answer = { kind: 'refused' };
const unavailable: Answer = { kind: 'unavailable' };
const notApplicable: Answer = { kind: 'not_applicable' };

/** Reads `IMPACT_DONNEES`: the facts, each with its answer; what is wrong becomes a remark on its row. */
export function readFacts(table: TableView, reading: Reading): Fact[] {
  const meanings = new Map<string, CodeMeaning>();
  const facts: Fact[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const written = writtenText(table.cell(row, 'code'));
    // Titles inside the table, and rows prepared for later: nothing is lost by passing them.
    if (table.isBlank(row, ['valeur', 'annee']) || (written === '' && table.isBlank(row, ['valeur'])))
      continue;
    let meaning = meanings.get(written);
    if (!meaning) meanings.set(written, (meaning = meaningOf(written, reading.catalogue)));
    if (meaning.kind === 'unknown') {
      const message =
        written === '' ? 'Une valeur sans code : écrivez son code, ou effacez la ligne.' : meaning.message;
      reading.remarks.warning(meaning.reason, message, table.source(row, 'code'), written || undefined);
      continue;
    }
    const fact =
      meaning.kind === 'figure'
        ? readFigure(table, row, meaning.point, reading)
        : readWhole(table, row, meaning, reading);
    if (fact) facts.push(fact);
  }
  return facts;
}

function readFigure(table: TableView, row: number, point: DataPoint, reading: Reading): Fact | undefined {
  const place = readPlace(table, row, reading, point.code);
  if (!place) return undefined;
  const origin = readWords(table, row, 'source', reading);
  const comment = readWords(table, row, 'commentaire', reading);
  return {
    code: point.code,
    ...place,
    answer: readAnswer(table, row, point, reading),
    source: table.source(row, 'valeur'),
    ...(origin !== undefined && { origin }),
    ...(comment !== undefined && { comment }),
  };
}

/** A row that speaks for a whole table or list: `0` (it is empty), `ND` or `SO`, nothing else. */
function readWhole(
  table: TableView,
  row: number,
  { code, label }: Extract<CodeMeaning, { kind: 'whole' }>,
  reading: Reading,
): Fact | undefined {
  const read = readNumber(table.cell(row, 'valeur'));
  if (read.kind === 'blank') return undefined;
  const place = readPlace(table, row, reading, code);
  if (!place) return undefined;
  const source = table.source(row, 'valeur');
  const fact = (answer: Answer): Fact => ({ code, ...place, answer, source });
  const { remarks } = reading;
  if (read.kind === 'unavailable') return fact(unavailable);
  if (read.kind === 'not_applicable') return fact(notApplicable);
  if (read.kind === 'uncalculated') {
    remarks.warning('uncalculated', recalculate, source, code);
    return fact(blank);
  }
  if (read.kind === 'number' && read.value === 0) return fact({ kind: 'number', value: 0 });
  const written = quoted(writtenText(table.cell(row, 'valeur')));
  const message = `Pour ${label}, ${written} ne se comprend pas : écrivez 0 (aucune ligne), ND ou SO, et saisissez les lignes dans leur propre table.`;
  remarks.blocking('invalid_whole', message, source, code);
  return fact(refused);
}

function readAnswer(table: TableView, row: number, point: DataPoint, { remarks }: Reading): Answer {
  const read = readNumber(table.cell(row, 'valeur'));
  const source = table.source(row, 'valeur');
  switch (read.kind) {
    case 'blank':
      return blank;
    case 'unavailable':
      return unavailable;
    case 'not_applicable':
      return notApplicable;
    case 'uncalculated':
      remarks.warning('uncalculated', `${titleOf(point)} : ${recalculate}`, source, point.code);
      return blank;
    case 'refused':
      remarks.blocking(read.code, `${titleOf(point)} : ${read.message}`, source, point.code);
      return refused;
    case 'number':
  }
  if (read.typedAsText) {
    const message = `${titleOf(point)} : nombre saisi comme du texte, lu ${showNumber(read.value)}. Ressaisissez-le comme un nombre.`;
    remarks.warning('number_as_text', message, source, point.code);
  }
  if (table.isDate(row, 'valeur')) {
    const message = `${titleOf(point)} : la cellule affiche une date, qui vaut le nombre ${showNumber(read.value)}. Remettez-la au format nombre et vérifiez le chiffre.`;
    remarks.warning('date_value', message, source, point.code);
  }
  const value = convert(read.value, table, row, point, remarks);
  if (value === undefined) return refused;
  if (value < 0 && point.nonnegative) {
    const message = `${titleOf(point)} ne peut pas être négatif (${showNumber(value)}) : corrigez le signe, ou écrivez ND.`;
    remarks.blocking('negative', message, source, point.code);
    return refused;
  }
  if (point.integer && Math.abs(value - Math.round(value)) > 1e-6) {
    const message = `${titleOf(point)} devrait être un nombre entier, et vaut ${showNumber(value)} : vérifiez-le.`;
    remarks.warning('not_whole', message, source, point.code);
  }
  return { kind: 'number', value };
}

/** The figure in the data point's own unit; undefined, with a blocking remark, from a unit that has nothing to do with it. */
function convert(
  figure: number,
  table: TableView,
  row: number,
  point: DataPoint,
  remarks: Reading['remarks'],
): number | undefined {
  const unit = writtenText(table.cell(row, 'unite'));
  if (unit === '' || unit === point.unit) return figure;
  const factor = conversionFactor(unit, point.unit);
  const source = table.source(row, 'unite');
  if (factor === undefined) {
    const message = `${titleOf(point)} se donne en ${point.unit}, pas en ${quoted(unit)} : convertissez le chiffre ou corrigez l’unité.`;
    remarks.blocking('wrong_unit', message, source, point.code);
    return undefined;
  }
  if (factor === 1) return figure;
  const value = Number((figure * factor).toPrecision(15));
  const message = `${titleOf(point)} : ${showNumber(figure)} ${unit} converti en ${showNumber(value)} ${point.unit}.`;
  remarks.warning('converted_unit', message, source, point.code);
  return value;
}
