import { UnwritableWorkbook } from './unwritable';

/** What an Excel sheet can hold. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const names: string[] = [];

/** Letters of a column from its zero-based number: 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  const known = names[column];
  if (known !== undefined) return known;
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  if (column < MAX_COLUMNS) names[column] = letters;
  return letters;
}

/** Address of a cell from its zero-based row and column: (0, 0) → `A1`. */
export function cellAddress(row: number, column: number): string {
  return columnName(column) + (row + 1);
}

/** Rows and columns from zero, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const areaPattern = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/;

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** Reads `B2` or `$A$1:$D$20`; refuses what lies outside a sheet or is written upside down. */
export function parseArea(ref: string): Area {
  const [, left, top, right = left, bottom = top] = areaPattern.exec(ref) ?? [];
  if (left !== undefined && right !== undefined) {
    const area = {
      top: Number(top) - 1,
      left: columnNumber(left),
      bottom: Number(bottom) - 1,
      right: columnNumber(right),
    };
    const ordered = area.top <= area.bottom && area.left <= area.right;
    if (ordered && area.bottom < MAX_ROWS && area.right < MAX_COLUMNS) return area;
  }
  throw new UnwritableWorkbook(`« ${ref} » n’est pas une plage de cellules : écrivez-la comme A1:D20.`);
}

/** The area as Excel writes it: `A1:D20`, or `A1` for one cell. */
export function printArea({ top, left, bottom, right }: Area): string {
  const first = cellAddress(top, left);
  const last = cellAddress(bottom, right);
  return first === last ? first : `${first}:${last}`;
}

/** The area as a name holds it: `$A$1:$D$20`. */
export function absoluteArea({ top, left, bottom, right }: Area): string {
  return `$${columnName(left)}$${top + 1}:$${columnName(right)}$${bottom + 1}`;
}

/** True when the two areas share a cell. */
export function overlap(one: Area, other: Area): boolean {
  return (
    one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right
  );
}

/** A sheet's name as a formula needs it: always quoted, inner apostrophes doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Reads `'Sheet name'!$A$2:$A$9` or `Sheet!A1`; undefined when it is not of that form. */
export function parseReference(reference: string): { sheet: string; area: Area } | undefined {
  const [, quoted, bare, ref] = /^(?:'((?:[^']|'')+)'|([^'!]+))!([$A-Z0-9:]+)$/.exec(reference) ?? [];
  if (ref === undefined) return undefined;
  return { sheet: quoted?.replaceAll("''", "'") ?? bare ?? '', area: parseArea(ref) };
}
