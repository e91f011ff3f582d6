import { cellAddress, columnIndex, columnName } from '../../../xlsx';
import { type Token, isCall, isSheet, print, tokensOf } from './tokens';

const MAX_ROW = 1_048_575;
const MAX_COLUMN = 16_383;
const CELL = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)([1-9]\d{0,6})$/;

/** One end of a reference, zero-based; what it does not say is undefined (`A:C`, `1:3`). */
export interface End {
  readonly row?: number;
  readonly column?: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** A reference found in a formula: a cell, or two ends around a colon. */
export interface Reference {
  /** As written before `!`, unquoted; undefined for the formula's own sheet. */
  readonly sheet: string | undefined;
  readonly first: End;
  readonly last: End | undefined;
}

function endOf(text: string): End | undefined {
  const cell = CELL.exec(text);
  if (cell !== null) {
    const [, columnMark, letters = '', rowMark, digits] = cell;
    const end = { column: columnIndex(letters), row: Number(digits) - 1 };
    if (end.column > MAX_COLUMN || end.row > MAX_ROW) return undefined;
    return { ...end, rowFixed: rowMark === '$', columnFixed: columnMark === '$' };
  }
  const column = COLUMN.exec(text);
  if (column !== null) {
    return { column: columnIndex(column[2] ?? ''), columnFixed: column[1] === '$', rowFixed: false };
  }
  const row = ROW.exec(text);
  if (row !== null) return { row: Number(row[2]) - 1, rowFixed: row[1] === '$', columnFixed: false };
  return undefined;
}

/** As Excel writes it; `#REF!` outside the sheet. */
export function printEnd({ row, column, rowFixed, columnFixed }: End): string {
  const letters = column === undefined ? '' : (columnFixed ? '$' : '') + columnName(column);
  const digits = row === undefined ? '' : `${rowFixed ? '$' : ''}${row + 1}`;
  return letters + digits;
}

const isCell = (end: End): boolean => end.row !== undefined && end.column !== undefined;
const sameShape = (one: End, other: End): boolean =>
  (one.row === undefined) === (other.row === undefined) &&
  (one.column === undefined) === (other.column === undefined);

/**
 * Rewrites every A1 reference of a formula: `change` gives its new text (without the sheet), or undefined to
 * leave it. `rename` gives the new name of a sheet.
 */
export function mapReferences(
  formula: string,
  change: (reference: Reference) => string | undefined,
  rename: (sheet: string) => string = (sheet) => sheet,
): string {
  const tokens = tokensOf(formula);
  const result: Token[] = [];
  let sheet: string | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (isForeign(tokens, i)) {
      const end = tokens[i + 3]?.text === ':' ? i + 4 : i + 2;
      result.push(...tokens.slice(i, end + 1));
      i = end;
      continue;
    }
    if (isSheet(tokens, i) && (token.kind === 'word' || token.kind === 'quoted')) {
      sheet = token.kind === 'quoted' ? token.text.slice(1, -1).replaceAll("''", "'") : token.text;
      const renamed = rename(sheet);
      result.push(renamed === sheet ? token : { kind: 'quoted', text: quoted(renamed) });
      continue;
    }
    if (token.text === '!') {
      result.push(token);
      continue;
    }
    const first = token.kind === 'word' && !isName(tokens, i) ? endOf(token.text) : undefined;
    const next = tokens[i + 2];
    const last =
      first !== undefined && tokens[i + 1]?.text === ':' && next?.kind === 'word'
        ? endOf(next.text)
        : undefined;
    const paired = first !== undefined && last !== undefined && sameShape(first, last);
    if (first === undefined || (!paired && !isCell(first))) {
      result.push(token);
      sheet = undefined;
      continue;
    }
    const written = change({ sheet, first, last: paired ? last : undefined });
    const original = paired ? `${token.text}:${next?.text ?? ''}` : token.text;
    result.push({ kind: 'word', text: written ?? original });
    if (paired) i += 2;
    sheet = undefined;
  }
  return print(result);
}

/** The sheet of another workbook: `[1]Feuille!A1` or `'[1]Feuille 2'!A1:B2`. */
function isForeign(tokens: readonly Token[], index: number): boolean {
  if (!isSheet(tokens, index)) return false;
  const token = tokens[index];
  return tokens[index - 1]?.kind === 'brackets' || (token?.kind === 'quoted' && token.text.includes('['));
}

/** A call, a table, a sheet: not a reference though it reads like one. */
function isName(tokens: readonly Token[], index: number): boolean {
  return isCall(tokens, index) || isSheet(tokens, index) || tokens[index + 1]?.kind === 'brackets';
}

export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;

/** The same formula as if it had been copied some rows down and columns to the right. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const move = (end: End): End | undefined => {
    const row = end.row === undefined || end.rowFixed ? end.row : end.row + rows;
    const column = end.column === undefined || end.columnFixed ? end.column : end.column + columns;
    const outside =
      (row !== undefined && (row < 0 || row > MAX_ROW)) ||
      (column !== undefined && (column < 0 || column > MAX_COLUMN));
    return outside
      ? undefined
      : { ...end, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
  };
  return mapReferences(formula, ({ first, last }) => {
    const from = move(first);
    const to = last && move(last);
    if (from === undefined || (last !== undefined && to === undefined)) return '#REF!';
    return to === undefined ? printEnd(from) : `${printEnd(from)}:${printEnd(to)}`;
  });
}

/** `$B$2:$B$9`, or `$B$2` for one cell. */
export function absoluteRange(top: number, left: number, bottom: number, right: number): string {
  const end = (row: number, column: number): string =>
    cellAddress(row, column).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
  const first = end(top, left);
  const last = end(bottom, right);
  return first === last ? first : `${first}:${last}`;
}
