import { errorCodeOf, parseFrenchNumber } from '../../contribution';

/** What a cell says where a number is expected. */
export type NumberCell =
  | number
  /** Nothing, `ND` or `SO`: not answered. */
  | undefined
  /** An error, a boolean, or a text that is not a number. */
  | { readonly problem: 'error' | 'boolean' | 'text'; readonly shown: string };

/** Nothing, null, spaces: not answered, on whatever platform. A number, 0 included, is an answer. */
export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** Reads a cell as a number: a number, French text (`1 234,5`), or not answered. */
export function numberIn(value: unknown): NumberCell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (isBlank(value)) return undefined;
  const error = errorCodeOf(value);
  if (error !== undefined) return { problem: 'error', shown: error };
  if (typeof value === 'boolean') return { problem: 'boolean', shown: value ? 'VRAI' : 'FAUX' };
  const text = String(value).trim();
  const word = text.toUpperCase();
  if (word === 'ND' || word === 'SO') return undefined;
  return parseFrenchNumber(text) ?? { problem: 'text', shown: short(text) };
}

/** What a person sees in a cell, on one line without spaces around: `#N/A` for an error; empty for a blank one. */
export function textIn(value: unknown): string {
  if (isBlank(value)) return '';
  return (errorCodeOf(value) ?? String(value)).replace(/\s+/gu, ' ').trim();
}

/** A text quoted in a message. */
export function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
