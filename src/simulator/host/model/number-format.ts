import { numfmt } from '@univerjs/core';
import type { CellScalar } from '../core/cells';
import type { Grid } from '../core/grid';
import { lookReader } from '../core/looks';
import { frenchConstants } from './french-functions';

/** The number format of a cell, `General` when it has none. Of many cells, `lookReader` is asked. */
export const numberFormatAt = (grid: Grid, sheetId: string, row: number, column: number): string =>
  lookReader(grid, sheetId)(row, column).pattern;

export const isErrorValue = (value: unknown): value is string =>
  typeof value === 'string' && /^#(?:[A-Z_]+[!?]|N\/A|DIV\/0!|GETTING_DATA|BUSY!)$/u.test(value);

/** A value as the cell shows it, in the person's language. */
export function displayText(value: CellScalar | undefined, pattern: string, locale: string): string {
  if (value === undefined) return '';
  const french = locale.startsWith('fr');
  if (isErrorValue(value)) return french ? (frenchConstants[value] ?? value) : value;
  return numfmt.format(pattern, value, { locale: french ? 'fr' : 'en' });
}

/** Date letters, English → French, for the formats of a French Excel. */
const DATE_LETTERS: readonly (readonly [RegExp, string])[] = [
  [/y/giu, 'a'],
  [/d/giu, 'j'],
];

/** Changes a format outside its quoted text. */
const outsideQuotes = (pattern: string, change: (part: string) => string): string =>
  pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|[^"\\[]+/gu, (part) =>
    /^["\\[]/u.test(part) ? part : change(part),
  );

/** `#,##0.00` → `# ##0,00`, `dd/mm/yyyy` → `jj/mm/aaaa`, `General` → `Standard`. */
export function toLocalFormat(pattern: string, locale: string): string {
  if (!locale.startsWith('fr')) return pattern;
  if (pattern === 'General') return 'Standard';
  return outsideQuotes(pattern, (part) => {
    const numbers = part.replace(/,/gu, '\u0000').replace(/\./gu, ',').replaceAll('\u0000', '\u202f');
    return DATE_LETTERS.reduce((text, [letter, french]) => text.replace(letter, french), numbers);
  });
}

/** The other way round. */
export function toEnglishFormat(pattern: string, locale: string): string {
  if (!locale.startsWith('fr')) return pattern;
  if (pattern === 'Standard') return 'General';
  return outsideQuotes(pattern, (part) => {
    const numbers = part.replace(/,/gu, '.').replace(/(?<=[#0])[ \u00a0\u202f](?=[#0])/gu, ',');
    return numbers.replace(/a/giu, 'y').replace(/j/giu, 'd');
  });
}
