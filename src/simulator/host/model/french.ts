import { frenchConstants, frenchItems, frenchNames } from './french-functions';

/*
 * Formulas as a person types them in French (`=SOMME.SI.ENS(A1:A9;B1:B9;">1,5")`) and as the engine
 * keeps them (`=SUMIFS(A1:A9,B1:B9,">1,5")`). Text between quotes, sheet names and headings stay as
 * they are; only names, separators, decimal marks, constants and special items change.
 */

const inverse = (table: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(table).map(([english, french]) => [french.toUpperCase(), english]));

const englishNames = inverse(frenchNames);
const englishConstants = inverse(frenchConstants);
const englishItems = inverse(frenchItems);
const itemsToFrench = new Map(
  Object.entries(frenchItems).map(([english, french]) => [english.toUpperCase(), french]),
);

type Language = 'fr' | 'en';

/** What a formula is cut into, numbers aside: text, sheets, errors, words, signs. */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)|#(?:VALUE!|VALEUR!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|PROPAGATION!|CALC!|CALCUL!|DIV\/0!|REF!|N\/A)|[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()|[\p{L}_\\$][\p{L}\p{N}_.$]*|\d+|./giu;

function translate(formula: string, from: Language): string {
  let result = '';
  let braces = 0;
  let index = 0;
  while (index < formula.length) {
    TOKEN.lastIndex = index;
    const token = matchNumberIn(from, braces > 0, formula, index) ?? TOKEN.exec(formula)?.[0] ?? '';
    if (token === '') return result + formula.slice(index);
    index += token.length;
    if (token === '[') {
      const close = bracketEnd(formula, index - 1);
      result += `[${translateItems(formula.slice(index, close), from)}]`;
      index = close + 1;
      continue;
    }
    if (token === '{') braces++;
    if (token === '}') braces--;
    const isCall = /^\s*\(/u.test(formula.slice(index));
    result += translateToken(token, from, isCall, braces > 0);
  }
  return result;
}

/** Numbers first: which mark is decimal and which separates depends on the language. */
function matchNumberIn(from: Language, inArray: boolean, formula: string, index: number): string | undefined {
  const before = formula[index - 1] ?? '';
  if (/[\p{L}\p{N}_$.]/u.test(before)) return undefined;
  const mark = from === 'fr' ? ',' : '\\.';
  const pattern = new RegExp(
    `^(?:\\d+(?:${mark}\\d+)?|${inArray ? '(?!)' : `${mark}\\d+`})(?:e[+-]?\\d+)?`,
    'iu',
  );
  return pattern.exec(formula.slice(index))?.[0];
}

function translateToken(token: string, from: Language, isCall: boolean, inArray: boolean): string {
  const first = token[0] ?? '';
  if (first === '"' || first === "'") return token;
  if (/^[\d.,]/u.test(token) && /\d/u.test(token))
    return from === 'fr' ? token.replace(',', '.') : token.replace('.', ',');
  if (token.length === 1) return separator(token, from, inArray);
  const upper = token.toUpperCase();
  if (isCall) {
    const known = from === 'fr' ? englishNames.get(upper) : frenchNames[upper];
    return known ?? englishOrOwn(upper, token);
  }
  return (from === 'fr' ? englishConstants.get(upper) : frenchConstants[upper]) ?? token;
}

/** A name of no table: ours, or the same in both languages. */
const englishOrOwn = (upper: string, token: string): string => (upper === token ? token : upper);

function separator(mark: string, from: Language, inArray: boolean): string {
  if (from === 'fr') {
    if (mark === ';') return inArray ? ';' : ',';
    return inArray && (mark === '.' || mark === '\\') ? ',' : mark;
  }
  if (mark !== ',') return mark;
  return inArray ? '.' : ';';
}

function bracketEnd(formula: string, start: number): number {
  let depth = 0;
  for (let index = start; index < formula.length; index++) {
    const char = formula[index];
    if (char === "'") index++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) return index;
  }
  return formula.length;
}

/** Inside a structured reference: the special items, and the separator between its parts. */
function translateItems(inside: string, from: Language): string {
  const items = from === 'fr' ? englishItems : itemsToFrench;
  const renamed = inside.replace(/#[\p{L} -]+/gu, (item) => items.get(item.trim().toUpperCase()) ?? item);
  return from === 'fr' ? renamed.replaceAll('];[', '],[') : renamed.replaceAll('],[', '];[');
}

/** `=SOMME(A1;1,5)` → `=SUM(A1,1.5)`. Text that is no formula is returned as it is. */
export const fromLocalFormula = (typed: string): string =>
  typed.startsWith('=') ? translate(typed, 'fr') : frenchEntry(typed);

/** `=SUM(A1,1.5)` → `=SOMME(A1;1,5)`. */
export const toLocalFormula = (formula: string): string =>
  formula.startsWith('=') ? translate(formula, 'en') : formula;

/** True when a formula can only have been typed in French: a French name, or `;` between arguments. */
export function looksFrench(formula: string): boolean {
  const outside = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\]|\{[^}]*\}/gu, '');
  if (outside.includes(';')) return true;
  return [...outside.matchAll(/([\p{L}_][\p{L}\p{N}_.]*)\s*\(/gu)].some(([, name]) => {
    const upper = (name ?? '').toUpperCase();
    return englishNames.has(upper) && !Object.hasOwn(frenchNames, upper);
  });
}

/** A formula typed in either language, in the engine's English. */
export const typedFormula = (typed: string): string => (looksFrench(typed) ? fromLocalFormula(typed) : typed);

/** An entry typed in French that is no formula, in English notation: `1 234,5` → `1234.5`, `VRAI` → `TRUE`. */
export function frenchEntry(typed: string): string {
  const text = typed.trim();
  const constant = englishConstants.get(text.toUpperCase());
  if (constant) return constant;
  const compact = text.replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/gu, '');
  if (/^[+-]?\d*,?\d+(?:e[+-]?\d+)?\s*%?$/iu.test(compact))
    return compact.replace(',', '.').replace(/\s/gu, '');
  const date = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text);
  return date ? `${date[3]}-${(date[2] ?? '').padStart(2, '0')}-${(date[1] ?? '').padStart(2, '0')}` : typed;
}

export { frenchNames } from './french-functions';
