import type { Locale } from '../../formula';

/** Words of someone, between the quotation marks of the language. */
export function quoted(text: string, locale: Locale): string {
  return locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`;
}
