import type { Locale } from '../../formula';
import { about, amount, isPlural } from './amounts';
import { inTerritory, ofTerritory, placeName } from './places';
import { type Noun, shareInWords } from './share';

/** A sentence of a template: text, with numbers and places put in. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'place'; readonly how: 'name' | 'in' | 'of' }
  | { readonly kind: 'year' }
  | { readonly kind: 'landlord' }
  | {
      readonly kind: 'value';
      readonly code: string;
      readonly how: 'exact' | 'about' | 'number' | 'low' | 'high';
    }
  | { readonly kind: 'share'; readonly code: string; readonly noun: Noun }
  | { readonly kind: 'plural'; readonly code: string; readonly one: string; readonly several: string };

const places = { territory: 'name', 'in territory': 'in', 'of territory': 'of' } as const;
const ways = ['about', 'number', 'low', 'high'] as const;

/**
 * Reads a sentence. `{CTX-01}` is the figure with its unit, `{CTX-01|about}` rounded, `{CTX-01|number}` without its
 * unit, `{ECO-06|low}` and `{ECO-06|high}` the range, `{CTX-04|share|résidence principale,résidences principales,f}`
 * “une résidence principale sur cinq”, `{CTX-01|plural|géré,gérés}` a word that follows the number; `{territory}`,
 * `{in territory}`, `{of territory}`, `{year}`, `{landlord}`.
 * @returns the pieces, or in French what is wrong
 */
export function parseSentence(
  text: string,
  knows: (code: string) => boolean,
): readonly Piece[] | { readonly problem: string } {
  const pieces: Piece[] = [];
  let rest = text;
  while (rest !== '') {
    const open = rest.search(/[{}]/);
    if (open < 0) return [...pieces, { kind: 'text', text: rest }];
    if (rest[open] === '}') return { problem: 'une accolade se ferme sans avoir été ouverte' };
    if (open > 0) pieces.push({ kind: 'text', text: rest.slice(0, open) });
    const close = rest.indexOf('}', open);
    const inner = rest.slice(open + 1, close < 0 ? undefined : close);
    if (close < 0 || inner.includes('{'))
      return { problem: `l’accolade de « {${inner.slice(0, 30)} » n’est pas fermée` };
    const piece = parsePiece(inner, knows);
    if ('problem' in piece) return piece;
    pieces.push(piece);
    rest = rest.slice(close + 1);
  }
  return pieces;
}

function parsePiece(inner: string, knows: (code: string) => boolean): Piece | { readonly problem: string } {
  if (inner in places) return { kind: 'place', how: places[inner as keyof typeof places] };
  if (inner === 'year' || inner === 'landlord') return { kind: inner };
  const [code = '', how, argument, ...more] = inner.split('|');
  if (!knows(code)) return { problem: `l’indicateur « ${code} » n’existe pas dans le catalogue` };
  if (how === undefined) return { kind: 'value', code, how: 'exact' };
  const way = ways.find((one) => one === how);
  if (way && argument === undefined) return { kind: 'value', code, how: way };
  const words = (argument ?? '').split(',').map((one) => one.trim());
  const [one = '', several = '', gender] = words;
  if (how === 'share' && more.length === 0 && one !== '' && several !== '')
    return { kind: 'share', code, noun: { one, several, feminine: gender === 'f' } };
  if (how === 'plural' && more.length === 0 && words.length === 2)
    return { kind: 'plural', code, one, several };
  return {
    problem: `« {${inner}} » ne se comprend pas : après le code, écrivez about, number, low, high, share|singulier,pluriel,m ou plural|singulier,pluriel`,
  };
}

/** What a sentence needs of an indicator. */
export interface Speakable {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly decimals: number;
  readonly marks: string;
}

export interface SentenceContext {
  readonly locale: Locale;
  readonly territory: string;
  readonly year: number;
  readonly landlord: string;
  /** Undefined where the figure is masked or absent: the sentence is then not written. */
  value(code: string): Speakable | undefined;
}

/** The sentence with its numbers and the marks of their notes; undefined when one of its numbers has no value. */
export function say(pieces: readonly Piece[], context: SentenceContext): string | undefined {
  const said = pieces.map((piece) => sayPiece(piece, context));
  if (said.some((one) => one === undefined)) return undefined;
  const text = said.map((one, at) => (isElided(pieces, at, context) ? elided(one ?? '') : one)).join('');
  return text.charAt(0).toLocaleUpperCase(context.locale) + text.slice(1);
}

/** A vowel, and the mute h of the word that most landlords' names begin with. */
const SOFT = /^(?:[aeiouàâäéèêëîïôöùûü]|habitat)/iu;

/** Whether a text comes before a landlord whose name takes its last e: `que Estuarine` is « qu’Estuarine ». */
const isElided = (pieces: readonly Piece[], at: number, { locale, landlord }: SentenceContext): boolean =>
  locale === 'fr' && pieces[at + 1]?.kind === 'landlord' && SOFT.test(landlord);

const elided = (text: string): string => text.replace(/(?<=\b(?:qu|d))e $/iu, '’');

function sayPiece(piece: Piece, context: SentenceContext): string | undefined {
  const { locale, territory } = context;
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'year':
      return String(context.year);
    case 'landlord':
      return context.landlord;
    case 'place':
      if (piece.how === 'name') return placeName(territory);
      return piece.how === 'in' ? inTerritory(territory, locale) : ofTerritory(territory, locale);
    case 'plural': {
      const found = context.value(piece.code);
      return found && (isPlural(found.value, found.decimals, locale) ? piece.several : piece.one);
    }
    case 'share': {
      const found = context.value(piece.code);
      if (!found) return undefined;
      const exact = amount(found.value, found.unit, found.decimals, locale);
      const noun =
        locale === 'fr' ? `${exact} des ${piece.noun.several}` : `${exact} of ${piece.noun.several}`;
      const words = shareInWords(found.value, piece.noun, locale);
      return words === undefined ? noun + found.marks : `${words} (${exact}${found.marks})`;
    }
    case 'value': {
      const found = context.value(piece.code);
      return found && sayValue(found, piece.how, locale);
    }
  }
}

function sayValue(
  found: Speakable,
  how: 'exact' | 'about' | 'number' | 'low' | 'high',
  locale: Locale,
): string | undefined {
  const { unit, decimals, marks } = found;
  switch (how) {
    case 'about':
      return about(found.value, unit, decimals, locale) + marks;
    case 'exact':
      return amount(found.value, unit, decimals, locale) + marks;
    case 'number':
      return amount(found.value, unit === '%' ? '%' : '', decimals, locale) + marks;
    default: {
      const end = found[how];
      return end === null ? undefined : amount(end, unit, decimals, locale);
    }
  }
}
