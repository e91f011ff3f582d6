import type { Bilingual } from '../../catalogue';
import type { Locale } from '../../formula';

export type { Bilingual };

/** A table of texts: a key without one of its two languages does not compile. */
export type Messages = Readonly<Record<string, Bilingual>>;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Declares a table of texts, its keys being known to whoever asks for them. */
export function defineMessages<Key extends string>(
  messages: Readonly<Record<Key, Bilingual>>,
): Readonly<Record<Key, Bilingual>> {
  return messages;
}

const NUMBER_LOCALES: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };

/**
 * A text with its values put in: `{name}` is a value (numbers as the language writes them);
 * `{count|remarque|remarques}` is the number followed by the form it asks for.
 */
export function translate(message: Bilingual, locale: Locale, values: MessageValues = {}): string {
  return spoken(message, locale).replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/gu,
    (_, name: string, one, several) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The text « ${message.fr} » lacks its value ${name}.`);
      const written = typeof value === 'number' ? value.toLocaleString(NUMBER_LOCALES[locale]) : value;
      if (one === undefined) return written;
      const plural = locale === 'fr' ? Math.abs(Number(value)) >= 2 : Number(value) !== 1;
      return `${written}\u00a0${plural ? several : one}`;
    },
  );
}

/** French signs that a narrow pane must not part from their word, and the apostrophe of print: texts of the catalogue are typed with the straight one. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})'(?=\p{L})/gu, '’'],
  [/ (?=[;!?])/gu, '\u202f'],
  [/ (?=[:»%€])/gu, '\u00a0'],
  [/« /gu, '«\u00a0'],
];

/** A text that asks for no value, as it is shown: a label of the catalogue, a problem already put in words. */
export function spoken(text: Bilingual, locale: Locale): string {
  return locale === 'fr' ? typeset(text.fr) : text.en;
}

/** A text that exists in French only, as it is shown. */
export function typeset(french: string): string {
  return signs.reduce((text, [sign, space]) => text.replace(sign, space), french);
}

/** A figure as the person typed it, none of its decimals rounded: what is in the workbook is what is told. */
export function inFull(value: number, locale: Locale): string {
  return value.toLocaleString(NUMBER_LOCALES[locale], { maximumFractionDigits: 10 });
}

/** The language of the pane for a language of Office: `fr-CA` → French, anything but French → English. */
export function localeOf(language: string | undefined): Locale {
  return language === undefined || /^fr\b/iu.test(language) ? 'fr' : 'en';
}
