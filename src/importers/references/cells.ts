import { parseFrenchNumber } from '../../contribution';
import { parseTerritory } from '../../territory';
import { plainText, type RawCell } from '../tables';

/** What a cell with one or several commune codes means. */
export type CommuneCell =
  | { readonly kind: 'none' | 'unknown' }
  | {
      readonly kind: 'communes';
      /** `carried`: a former commune or an arrondissement, given for the commune of today. */
      readonly communes: readonly { readonly code: string; readonly carried: boolean }[];
    };

const insee = /^(?:\d{5}|2[AB]\d{3})$/;

/** A commune's code as written; a number has lost its leading zero. */
function bareCode(text: string): string {
  const bare = text.toUpperCase().replace(/\s+/gu, '').replace(/^COM:/, '');
  return /^\d{4}$/.test(bare) ? `0${bare}` : bare;
}

/** Whether a text looks like the INSEE code of a commune. */
export function looksLikeCommune(cell: RawCell): boolean {
  const codes = plainText(cell).split(/[;,/|]+/);
  return codes.length > 0 && codes.every((one) => insee.test(bareCode(one)));
}

/** The communes of today that a cell names: `="60057"`, `1004`, `13055;13070`, `75104`. */
export function communesIn(cell: RawCell): CommuneCell {
  const text = plainText(cell);
  if (text === '') return { kind: 'none' };
  const communes: { code: string; carried: boolean }[] = [];
  for (const one of text.split(/[;,/|]+/)) {
    const code = bareCode(one);
    const parsed = insee.test(code) ? parseTerritory(`COM:${code}`) : undefined;
    if (!parsed) return { kind: 'unknown' };
    const carried = parsed.carriedFrom !== undefined || parsed.rolledUp === true;
    communes.push({ code: parsed.code, carried });
  }
  return { kind: 'communes', communes };
}

/** What a cell of figures means; a secret is never zero. */
export type FigureCell =
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  | { readonly kind: 'blank' | 'secret' | 'unreadable' };

/** What the statistical office writes for « not available », beside nothing at all. */
const absent = new Set([
  '',
  '-',
  '–',
  '—',
  'nd',
  'n.d.',
  'na',
  'n/a',
  '#n/a',
  'nan',
  'null',
  'so',
  '.',
  '...',
]);

/** Reads a figure: French or plain decimals, `35,28%`, `s` for secret. */
export function figureIn(cell: RawCell): FigureCell {
  if (typeof cell === 'number') return { kind: 'number', value: cell, percent: false };
  const text = plainText(cell);
  const word = text.toLowerCase();
  if (absent.has(word)) return { kind: 'blank' };
  if (word === 's' || word === 'secret' || word === 'ss') return { kind: 'secret' };
  const percent = /^(.*\S)\s*%$/u.exec(text);
  const number = (percent?.[1] ?? text).replace(/\s*€$/u, '');
  const value = /^[+-]?\d+\.\d+(?:[eE][+-]?\d+)?$/.test(number) ? Number(number) : parseFrenchNumber(number);
  if (value === undefined) return { kind: 'unreadable' };
  return percent
    ? { kind: 'number', value: value / 100, percent: true }
    : { kind: 'number', value, percent: false };
}
