import { formatQuantity, type Locale } from '../../formula';

/** A unit as it follows a number of several: `ménage` → « ménages », `€/m²/mois` as it is. Empty for no unit. */
export function unitWords(unit: string, locale: Locale): string {
  if (unit === '') return '';
  // What `formatQuantity` writes around a two (two hundred, for a percentage).
  return formatQuantity(2, unit, { locale, decimals: 0 })
    .replace(/2(00)?/u, '')
    .trim();
}
