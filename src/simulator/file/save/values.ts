import { escapeText } from '../../../xlsx';
import type { Strings } from './strings';

/** Errors that a file holds as such. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);
/** Errors that a file can only hold by another (Excel itself adds what older versions ignore). */
const OTHER_ERRORS: Readonly<Record<string, string>> = {
  '#SPILL!': '#VALUE!',
  '#CALC!': '#VALUE!',
  '#CYCLE!': '#VALUE!',
  '#ERROR!': '#VALUE!',
};
/** Not a result: it is still being calculated. */
export const PENDING = '#GETTING_DATA';
/** What Excel can hold in a cell. */
const MAX_TEXT = 32_767;

export const isError = (value: unknown): boolean =>
  typeof value === 'string' && (ERRORS.has(value) || OTHER_ERRORS[value] !== undefined || value === PENDING);

/** The type and the markup of a value: ` t="s"` and `<v>3</v>`. Nothing for a blank. */
export interface StoredValue {
  readonly type: string;
  readonly markup: string;
}

/**
 * A value as a cell holds it; the result of a formula when `strings` is left out.
 * @param isText whether it is a text even where it reads like an error
 */
export function storedValue(
  value: string | number | boolean | undefined,
  prefix: string,
  strings?: Strings,
  isText = false,
): StoredValue {
  const v = (text: string | number): string => `<${prefix}v>${text}</${prefix}v>`;
  if (value === undefined || (value === PENDING && !isText)) return { type: '', markup: '' };
  if (typeof value === 'boolean') return { type: ' t="b"', markup: v(value ? 1 : 0) };
  if (typeof value === 'number') return { type: '', markup: v(value) };
  if (isError(value) && !isText) return { type: ' t="e"', markup: v(OTHER_ERRORS[value] ?? value) };
  const text = value.slice(0, MAX_TEXT);
  if (strings !== undefined) return { type: ' t="s"', markup: v(strings.numberOf(text)) };
  return { type: ' t="str"', markup: v(escapeText(text)) };
}

/**
 * Whether a value is the one that the file had. The last digits of a recalculated number depend on the program
 * that calculates.
 */
export function sameValue(
  now: string | number | boolean | undefined,
  before: string | number | boolean | undefined,
): boolean {
  if (now === before) return true;
  if (typeof now !== 'number' || typeof before !== 'number') return (now ?? '') === (before ?? '');
  return Math.abs(now - before) <= 1e-14 * Math.max(Math.abs(now), Math.abs(before));
}
