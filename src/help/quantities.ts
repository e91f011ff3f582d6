import { formatNumber, formatQuantity, type Locale } from '../formula';

const decimalsOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

/** A number with the digits of its source, none lost to rounding. */
export function exact(value: number, locale: Locale): string {
  return formatNumber(value, { locale, decimals: decimalsOf(value) });
}

/** A value with its unit, none of its digits lost; a percentage out of 100. */
export function quantity(value: number, unit: string, locale: Locale): string {
  const shown = unit === '%' ? Number((value * 100).toPrecision(12)) : value;
  return formatQuantity(value, unit, { locale, decimals: decimalsOf(shown) });
}

/**
 * A unit alone. In French as the catalogue and the tables of a contribution write it; in English in words, as
 * `formatQuantity` puts them around a two.
 */
export function unitName(unit: string, locale: Locale): string {
  if (locale === 'fr') return unit;
  const words = formatQuantity(2, unit, { locale, decimals: 0 })
    .replace(/2(?:00)?/u, '')
    .trim();
  return words === '' ? (units[unit] ?? unit) : words;
}

/** Units that stand for a bare number. */
const units: Readonly<Record<string, string>> = { valeur: 'value' };
