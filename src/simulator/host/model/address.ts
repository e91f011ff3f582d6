/** A rectangle of cells of one sheet, zero-based, both ends included. */
export interface Area {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** The size of a sheet in Excel. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export interface ParsedAddress {
  readonly sheet?: string;
  readonly area: Area;
}

const CELL = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/iu;
const COLUMN = /^\$?([A-Z]{1,3})$/iu;
const ROW = /^\$?(\d{1,7})$/u;

/** `A` → 0, `XFD` → 16383. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 0 → `A`, 16383 → `XFD`. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Splits `'Data 2026'!A1` into its sheet and its reference; a doubled apostrophe is one apostrophe. */
export function splitSheet(text: string): { sheet?: string; reference: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/u.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), reference: quoted[2] ?? '' };
  const mark = text.lastIndexOf('!');
  if (mark < 0) return { reference: text };
  return { sheet: text.slice(0, mark), reference: text.slice(mark + 1) };
}

interface End {
  readonly row?: number;
  readonly column?: number;
}

function parseEnd(text: string): End | undefined {
  const cell = CELL.exec(text);
  if (cell) return { column: columnIndex(cell[1] ?? ''), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(text);
  if (column) return { column: columnIndex(column[1] ?? '') };
  const row = ROW.exec(text);
  return row ? { row: Number(row[1]) - 1 } : undefined;
}

/** Reads an A1 reference: a cell, a rectangle, whole columns or whole rows. Undefined when it is none. */
export function parseAddress(text: string): ParsedAddress | undefined {
  const { sheet, reference } = splitSheet(text.trim());
  const [first = '', second, ...more] = reference.split(':');
  if (more.length > 0) return undefined;
  const one = parseEnd(first.trim());
  const other = second === undefined ? one : parseEnd(second.trim());
  if (!one || !other) return undefined;
  const isCell = (end: End) => end.row !== undefined && end.column !== undefined;
  if (second === undefined && !isCell(one)) return undefined;
  if (isCell(one) !== isCell(other) || (one.row === undefined) !== (other.row === undefined))
    return undefined;
  const rows = [one.row ?? 0, other.row ?? MAX_ROWS - 1];
  const columns = [one.column ?? 0, other.column ?? MAX_COLUMNS - 1];
  const area = {
    startRow: Math.min(...rows),
    endRow: Math.max(...rows),
    startColumn: Math.min(...columns),
    endColumn: Math.max(...columns),
  };
  if (area.startRow < 0 || area.endRow >= MAX_ROWS || area.endColumn >= MAX_COLUMNS) return undefined;
  return sheet === undefined ? { area } : { sheet, area };
}

export const isWholeColumns = (area: Area): boolean => area.startRow === 0 && area.endRow >= MAX_ROWS - 1;
export const isWholeRows = (area: Area): boolean =>
  area.startColumn === 0 && area.endColumn >= MAX_COLUMNS - 1;

/** `A1`, `A1:B2`, `A:C` or `1:3`, as Excel writes it (with `$` when absolute). */
export function areaAddress(area: Area, absolute = false): string {
  const mark = absolute ? '$' : '';
  const column = (index: number) => `${mark}${columnLetters(index)}`;
  const row = (index: number) => `${mark}${index + 1}`;
  if (isWholeColumns(area) && !isWholeRows(area))
    return `${column(area.startColumn)}:${column(area.endColumn)}`;
  if (isWholeRows(area)) return `${row(area.startRow)}:${row(area.endRow)}`;
  const first = `${column(area.startColumn)}${row(area.startRow)}`;
  if (area.startRow === area.endRow && area.startColumn === area.endColumn) return first;
  return `${first}:${column(area.endColumn)}${row(area.endRow)}`;
}

/** The sheet name as it stands before `!`: quoted as soon as it is not a plain word. */
function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !CELL.test(name) && !/^R\d*C\d*$/iu.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export const fullAddress = (sheet: string, area: Area, absolute = false): string =>
  `${quotedSheet(sheet)}!${areaAddress(area, absolute)}`;

export const rowsIn = (area: Area): number => area.endRow - area.startRow + 1;
export const columnsIn = (area: Area): number => area.endColumn - area.startColumn + 1;

export function intersection(one: Area, other: Area): Area | undefined {
  const area = {
    startRow: Math.max(one.startRow, other.startRow),
    endRow: Math.min(one.endRow, other.endRow),
    startColumn: Math.max(one.startColumn, other.startColumn),
    endColumn: Math.min(one.endColumn, other.endColumn),
  };
  return area.startRow <= area.endRow && area.startColumn <= area.endColumn ? area : undefined;
}

export const union = (one: Area, other: Area): Area => ({
  startRow: Math.min(one.startRow, other.startRow),
  endRow: Math.max(one.endRow, other.endRow),
  startColumn: Math.min(one.startColumn, other.startColumn),
  endColumn: Math.max(one.endColumn, other.endColumn),
});

export const contains = (outer: Area, inner: Area): boolean =>
  outer.startRow <= inner.startRow &&
  outer.endRow >= inner.endRow &&
  outer.startColumn <= inner.startColumn &&
  outer.endColumn >= inner.endColumn;

export const sameArea = (one: Area, other: Area): boolean => contains(one, other) && contains(other, one);
