import { type CellValue, CellError, UNCALCULATED } from '../xlsx';
import { parseFrenchNumber } from './numbers';
import { isBlank } from './table-view';
import { compact, quoted, tidy } from './words';

/** Why a cell cannot be used, and what to do: becomes a blocking remark. */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly message: string;
}

const refused = (code: string, message: string): Refusal => ({ kind: 'refused', code, message });

/** What is written where a number is expected (spec: “What a valeur means”). */
export type NumberCell =
  | { readonly kind: 'number'; readonly value: number; readonly typedAsText: boolean }
  | { readonly kind: 'unavailable' | 'not_applicable' | 'blank' | 'uncalculated' }
  | Refusal;

/** What to tell about a formula whose result is not in the file. */
export const recalculate =
  'Cette formule n’a jamais été calculée : ouvrez le classeur dans Excel, puis enregistrez-le.';

/** Reads the cell of a number: a number, `ND`, `SO`, blank, a French number typed as text, or a refusal. */
export function readNumber(cell: CellValue): NumberCell {
  if (typeof cell === 'number') return { kind: 'number', value: cell, typedAsText: false };
  if (isBlank(cell)) return { kind: 'blank' };
  if (cell === UNCALCULATED) return { kind: 'uncalculated' };
  if (typeof cell !== 'string') return refuseValue(cell);
  const word = cell.trim().toUpperCase();
  if (word === 'ND') return { kind: 'unavailable' };
  if (word === 'SO') return { kind: 'not_applicable' };
  const value = parseFrenchNumber(cell);
  return value === undefined ? refuseText(cell) : { kind: 'number', value, typedAsText: true };
}

function refuseValue(cell: CellValue): Refusal {
  if (cell instanceof CellError) {
    const message = `La cellule contient l’erreur ${cell.code} : corrigez la formule, ou écrivez ND si la donnée n’est pas disponible.`;
    return refused('error_value', message);
  }
  const shown = cell === true ? 'VRAI' : 'FAUX';
  return refused('boolean_value', `La cellule contient ${shown} au lieu d’un nombre : saisissez le nombre.`);
}

function refuseText(text: string): Refusal {
  const words = quoted(text);
  if (/^[+-]?[\d\s.,]+$/u.test(text.trim())) {
    const message = `${words} peut se lire de plusieurs façons : écrivez le nombre sans point, avec une virgule pour les décimales (1234,5).`;
    return refused('ambiguous_number', message);
  }
  if (/^[+-]?\d[\d\s.,]*\s?\p{L}*[€%$²³/]?/u.exec(text.trim())?.[0] === text.trim()) {
    const message = `${words} n’est pas un nombre seul : laissez le nombre dans la cellule, et l’unité dans la colonne « unite ».`;
    return refused('not_a_number', message);
  }
  const message = `${words} n’est pas un nombre : saisissez un nombre, ND (donnée non disponible) ou SO (sans objet).`;
  return refused('not_a_number', message);
}

export type YearCell =
  { readonly kind: 'year'; readonly year: number } | { readonly kind: 'blank' } | Refusal;

/** Reads a year, a number or a text of four digits. */
export function readYear(cell: CellValue): YearCell {
  if (isBlank(cell)) return { kind: 'blank' };
  if (cell === UNCALCULATED) return refused('invalid_year', recalculate);
  const written = writtenText(cell);
  const digits = compact(written);
  const year = /^\d{4}$/.test(digits) ? Number(digits) : NaN;
  if (year >= 1900 && year <= 2100) return { kind: 'year', year };
  return refused(
    'invalid_year',
    `${quoted(written)} n’est pas une année : écrivez-la en quatre chiffres, par exemple 2019.`,
  );
}

/** What a person sees in a cell, as text on one line; empty for a formula never calculated. */
export function writtenText(cell: CellValue): string {
  if (cell === undefined || cell === UNCALCULATED) return '';
  if (cell instanceof CellError) return cell.code;
  if (typeof cell === 'boolean') return cell ? 'VRAI' : 'FAUX';
  return tidy(String(cell));
}
