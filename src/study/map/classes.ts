import type { Value } from '../document';

/** The classes of a map: which values fall in each, lightest first. */
export interface Classes {
  /** What the legend says: `de 43,1 % à 44,8 %`. */
  readonly labels: readonly string[];
  /** The class of a value by how it is written: values that read the same never differ in colour. */
  readonly ofText: ReadonlyMap<string, number>;
}

/** More shades than that are not told apart in print. */
const MOST = 5;

/** Classes of about as many territories each; the legend says their least and their greatest. */
export function classesOf(values: readonly Value[], locale: 'fr' | 'en'): Classes {
  const known = values
    .filter((one): one is Value & { readonly value: number } => one.value !== null)
    .sort((one, other) => one.value - other.value);
  const texts = [...new Set(known.map(({ text }) => text))];
  const count = Math.max(1, Math.min(MOST, texts.length, Math.ceil(Math.sqrt(known.length)) + 1));
  const ofText = new Map(texts.map((text, at) => [text, Math.floor((at * count) / texts.length)]));
  const labels = Array.from({ length: count }, (_, shade) => {
    const some = texts.filter((text) => ofText.get(text) === shade);
    const [least = '', most = ''] = [some[0], some.at(-1)];
    if (least === most) return least;
    return locale === 'fr' ? `de ${least} à ${most}` : `${least} to ${most}`;
  });
  return { labels, ofText };
}
