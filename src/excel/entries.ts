import { ExcelProblem } from './problem';
import type { Writable } from './model';

/*
 * What is handed to `Range.formulas`, which Excel reads as if it were typed in English: '=1+1' would
 * become a formula, '01001' a number, '1/2' a date. See DECISIONS.md.
 */

/** A formula to enter, English names and commas, with or without its `=`. */
export interface FormulaEntry {
  readonly formula: string;
}

/** What one cell receives; undefined leaves it as it is. */
export type Entry = Writable | FormulaEntry | undefined;

/** Text format: what is typed in such a cell is text as it stands. */
export const TEXT_FORMAT = '@';

const MAX_TEXT = 32_767;
const DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
const BOOLEAN_WORDS = /^(?:true|false|vrai|faux|wahr|falsch|verdadero|falso|vero)$/iu;
/** A month and a number is read as a date, in the language of the person; no sentence is. */
const LONGEST_DATE = 30;

export const isFormula = (entry: Entry): entry is FormulaEntry =>
  typeof entry === 'object' && entry !== null && 'formula' in entry;

/** Days since Excel's day zero; the date is taken as written in universal time. */
export const dateToSerial = (date: Date): number => date.getTime() / DAY + SERIAL_OF_1970;

/** True for a text that Excel could take for something else than text. */
export function isAmbiguous(text: string): boolean {
  if (text === '') return false;
  if (!/^\p{L}/u.test(text) || BOOLEAN_WORDS.test(text.trim())) return true;
  return text.length <= LONGEST_DATE && /\d/u.test(text);
}

/** What Excel must be given for a cell of that number format to hold the entry; null changes nothing. */
export function toInput(entry: Entry, format: string, address?: string): string | number | boolean | null {
  if (entry === undefined) return null;
  if (entry === null) return '';
  if (isFormula(entry)) return entry.formula.startsWith('=') ? entry.formula : `=${entry.formula}`;
  if (entry instanceof Date) return finite(dateToSerial(entry), address);
  if (typeof entry === 'number') return finite(entry, address);
  if (typeof entry === 'boolean') return entry;
  if (entry.length > MAX_TEXT) throw new ExcelProblem('text_too_long', { address });
  return format !== TEXT_FORMAT && isAmbiguous(entry) ? `'${entry}` : entry;
}

function finite(value: number, address: string | undefined): number {
  if (!Number.isFinite(value)) throw new ExcelProblem('not_a_number', { address });
  return value;
}

/** Bytes that an input takes in a request, at most. */
export function sizeOf(input: string | number | boolean | null): number {
  if (typeof input !== 'string') return 20;
  // Written as JSON in UTF-8, inside another JSON text: quotes and backslashes are doubled twice.
  let size = 6;
  for (let index = 0; index < input.length; index += 1) {
    const code = input.charCodeAt(index);
    size += code === 34 || code === 92 ? 4 : code < 32 ? 7 : code < 128 ? 1 : 3;
  }
  return size;
}
