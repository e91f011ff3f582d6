import type { Locale } from '../../formula';

/** What the parts are parts of: `logement, logements, m`; English needs no gender. */
export interface Noun {
  readonly one: string;
  readonly several: string;
  readonly feminine: boolean;
}

/** Shares that people say as “n in m”. */
const parts: readonly (readonly [number, number])[] = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [1, 5],
  [2, 5],
  [3, 5],
  [4, 5],
  [1, 6],
  [1, 7],
  [1, 8],
  [1, 10],
  [3, 10],
  [7, 10],
  [9, 10],
  [1, 20],
];

const words: Readonly<Record<Locale, Readonly<Record<number, string>>>> = {
  fr: {
    1: 'un',
    2: 'deux',
    3: 'trois',
    4: 'quatre',
    5: 'cinq',
    6: 'six',
    7: 'sept',
    8: 'huit',
    9: 'neuf',
    10: 'dix',
    20: 'vingt',
  },
  en: {
    1: 'one',
    2: 'two',
    3: 'three',
    4: 'four',
    5: 'five',
    6: 'six',
    7: 'seven',
    8: 'eight',
    9: 'nine',
    10: 'ten',
    20: 'twenty',
  },
};

/** Nearer than that, relatively, the share is said as it is: 20.4 % is one in five. */
const SAME = 0.025;
/** Up to that much below a share, it is “nearly” that share. */
const NEARLY = 0.05;
/** Up to that much above, “more than”. */
const MORE_THAN = 0.15;

/**
 * A share as people say it: `un logement sur cinq`, `près de deux logements sur cinq`, `one home in five`.
 * Undefined where no simple share is near enough, and for what is not a share.
 * @param value a fraction from 0 to 1
 */
export function shareInWords(value: number, noun: Noun, locale: Locale): string | undefined {
  const found = nearest(value);
  if (!found) return undefined;
  const [count, of] = found.part;
  const number = locale === 'fr' && count === 1 && noun.feminine ? 'une' : (words[locale][count] ?? '');
  const several = words[locale][of] ?? '';
  const said = `${number} ${count === 1 ? noun.one : noun.several} ${locale === 'fr' ? 'sur' : 'in'} ${several}`;
  if (found.how === 'same') return said;
  if (locale === 'en') return `${found.how === 'nearly' ? 'nearly' : 'more than'} ${said}`;
  return `${found.how === 'nearly' ? 'près' : 'plus'} ${de(said)}`;
}

function nearest(
  value: number,
): { readonly part: readonly [number, number]; readonly how: 'same' | 'nearly' | 'more' } | undefined {
  if (!(value > 0 && value < 1)) return undefined;
  const gaps = parts.map((part) => ({ part, gap: value / (part[0] / part[1]) - 1 }));
  const best = (least: number, most: number) =>
    gaps
      .filter(({ gap }) => gap >= least && gap <= most)
      .sort((one, other) => Math.abs(one.gap) - Math.abs(other.gap))[0];
  const same = best(-SAME, SAME);
  if (same) return { part: same.part, how: 'same' };
  const nearly = best(-NEARLY, 0);
  if (nearly) return { part: nearly.part, how: 'nearly' };
  const more = best(0, MORE_THAN);
  return more && { part: more.part, how: 'more' };
}

/** `de` before what follows: `d’un logement`, `de deux logements`. A digit is never elided. */
export function de(text: string): string {
  return /^[aeiouyhéèêâîôû]/i.test(text) ? `d’${text}` : `de ${text}`;
}
