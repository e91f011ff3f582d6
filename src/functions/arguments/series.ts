import { formatNumber } from '../../formula';
import { wrong, type FunctionFailure } from '../failure';
import { isBlank, numberIn, short, textIn, type NumberCell } from './cell';
import { firstUsedRow, type Grid, requireSameSize } from './grid';

/** Numbers read side by side from ranges of one size. */
export interface Series {
  /** One array a range, cells row by row; NaN is not answered. */
  readonly columns: readonly Float64Array[];
  readonly length: number;
  /** Rows passed at the top: the headings of the ranges, and the blank rows above them in a whole column. */
  readonly skipped: number;
}

/** A column of numbers, and the code that stands for “not applicable” in it (RPLS: 9999, 999). */
export interface NumberRange {
  readonly grid: Grid;
  readonly sentinel?: number;
  /** Refused: a negative rent is a mistake. */
  readonly nonnegative?: true;
}

/**
 * Reads ranges of one size as numbers, text in French style included; blank, `ND` and `SO` are not answered.
 * A row of headings is passed, with the blank rows above. Throws FunctionFailure, naming the cell, for an error, a boolean, another text.
 */
export function readSeries(...ranges: readonly [NumberRange, ...NumberRange[]]): Series {
  const [first, ...others] = ranges;
  requireSameSize(first.grid, ...others.map((one) => one.grid));
  const rows = Math.max(...ranges.map((one) => one.grid.usedRows));
  const skipped = headingRows(ranges.map((one) => one.grid));
  const width = first.grid.columnCount;
  const length = Math.max(0, rows - skipped) * width;
  const columns = ranges.map((range) => readNumbers(range, skipped, rows, length));
  return { columns, length, skipped };
}

function readNumbers(range: NumberRange, from: number, to: number, length: number): Float64Array {
  const { grid, sentinel, nonnegative } = range;
  const numbers = new Float64Array(length);
  const width = grid.columnCount;
  let at = 0;
  let highest = -Infinity;
  for (let row = from; row < to; row++) {
    const cells = grid.values[row] ?? [];
    for (let column = 0; column < width; column++) {
      const cell = cells[column];
      const number = typeof cell === 'number' && Number.isFinite(cell) ? cell : numberIn(cell);
      if (typeof number === 'object') throw notANumber(grid, row, column, number);
      if (nonnegative && number !== undefined && number < 0) throw negative(grid, row, column, number);
      const value = number ?? Number.NaN;
      if (value > highest) highest = value;
      numbers[at++] = value;
    }
  }
  // A total may well be 999 or 9999: they are codes only in a file of dwellings, where nothing is higher.
  if (sentinel !== undefined && highest === sentinel) {
    for (let index = 0; index < length; index++) if (numbers[index] === sentinel) numbers[index] = Number.NaN;
  }
  return numbers;
}

function notANumber(
  grid: Grid,
  row: number,
  column: number,
  { problem, shown }: Extract<NumberCell, object>,
): FunctionFailure {
  const failure = problem === 'error' ? grid.errorAt(row, column) : undefined;
  if (failure) return failure;
  const { fr, en } = grid.place(row, column);
  return wrong(
    `${fr} : « ${shown} » n’est pas un nombre. Corrigez la cellule, ou écrivez ND.`,
    `${en}: "${shown}" is not a number. Correct the cell, or write ND.`,
  );
}

function negative(grid: Grid, row: number, column: number, value: number): FunctionFailure {
  const { fr, en } = grid.place(row, column);
  return wrong(
    `${fr} : ${formatNumber(value, { locale: 'fr' })} est négatif. Corrigez le signe, ou écrivez ND.`,
    `${en}: ${formatNumber(value, { locale: 'en' })} is negative. Correct the sign, or write ND.`,
  );
}

/**
 * How many rows the headings of ranges take: on the first row that is not blank, texts that are no numbers, and no
 * number; 0 without headings. The rows above count too: a whole column begins over the title of its sheet.
 * A heading beside a number means ranges that are one row apart: that is refused, it would pair wrong rows.
 */
export function headingRows(grids: readonly Grid[]): number {
  const [first] = grids;
  if (!first || first.rowCount < 2) return 0;
  const top = firstUsedRow(grids);
  const rowOf = (grid: Grid): readonly unknown[] => grid.values[top] ?? [];
  const titled = grids.find((grid) => rowOf(grid).some(isTitle));
  if (!titled) return 0;
  const other = grids.find((grid) => rowOf(grid).some((cell) => typeof numberIn(cell) === 'number'));
  if (!other) return top + 1;
  const title = short(textIn(rowOf(titled).find(isTitle)));
  throw wrong(
    `« ${titled.name} » commence par un texte (« ${title} ») et « ${other.name} » par un nombre : sélectionnez des colonnes de nombres, aux mêmes lignes.`,
    `"${titled.name}" begins with a text ("${title}") and "${other.name}" with a number: select columns of numbers, on the same rows.`,
  );
}

function isTitle(cell: unknown): boolean {
  if (typeof cell !== 'string' || isBlank(cell)) return false;
  const number = numberIn(cell);
  // `12 O00` is a mistyped number, not a title.
  return typeof number === 'object' && number.problem === 'text' && /^\p{L}/u.test(cell.trim());
}
