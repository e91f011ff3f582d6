import type { Locale } from '../../formula';

const spaces = /[\s\u00a0\u202f\u2009]/gu;
const plain = { fr: /^[-+−]?(\d+(,\d+)?|,\d+)$/u, en: /^[-+−]?(\d+(\.\d+)?|\.\d+)$/u } as const;

/**
 * A number as a person types it in the pane: in French `1 234,5`, in English `1,234.5`. Undefined for anything else:
 * `1.234` in French may be one thousand or one and a bit, and a figure is never guessed.
 */
export function typedNumber(text: string, locale: Locale): number | undefined {
  const compact = text.replace(spaces, '');
  const grouped = locale === 'en' && /^[-+−]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(compact);
  const digits = grouped ? compact.replaceAll(',', '') : compact;
  if (!plain[locale].test(digits)) return undefined;
  return Number(digits.replace(',', '.').replace('−', '-'));
}
