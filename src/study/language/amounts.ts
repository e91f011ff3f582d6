import { formatNumber, formatQuantity, type Locale } from '../../formula';
import { de } from './share';

const NO_BREAK = '\u00a0';

const great = [
  { from: 1e9, fr: 'Md€', en: 'bn' },
  { from: 1e6, fr: 'M€', en: 'm' },
] as const;

/**
 * A figure as a study writes it: `20,9 %`, `307 834 logements`, `800 M€`, `1,6 Md€`, `5,31 €/m²/mois`.
 * Amounts from a million euros have three telling digits at most.
 * @param value in the unit; a fraction for `%`
 */
export function amount(value: number, unit: string, decimals: number, locale: Locale): string {
  const euros = greatEuros(value, unit, locale);
  return euros ?? formatQuantity(value, unit, { locale, decimals });
}

function greatEuros(value: number, unit: string, locale: Locale, telling = 3): string | undefined {
  if (!/^€(\/an)?$/.test(unit)) return undefined;
  // 999 999 600 € is written 1 Md€, not 1 000 M€.
  const size = great.find(({ from }) => Math.abs(value) >= from * 0.9995);
  if (!size) return undefined;
  const scaled = Number((value / size.from).toPrecision(telling));
  const number = formatNumber(scaled, { locale, decimals: decimalsOf(scaled) });
  const yearly = unit === '€/an' ? (locale === 'fr' ? ' par an' : ' a year') : '';
  return locale === 'fr'
    ? `${number}${NO_BREAK}${size.fr}${yearly}`
    : `${number.startsWith('-') ? `-€${number.slice(1)}` : `€${number}`}${size.en}${yearly}`;
}

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/**
 * About how much, on two telling digits, said honestly: `près de 770 M€` for 767, `plus de 310 000 logements` for
 * 312 400, `800 M€` for 800.1.
 */
export function about(value: number, unit: string, decimals: number, locale: Locale): string {
  const rounded = Number(value.toPrecision(2));
  // A small count, or a rate, gains nothing by being rounded.
  if (unit === '%' || Math.abs(value) < 100) return amount(value, unit, decimals, locale);
  const text = greatEuros(rounded, unit, locale) ?? formatQuantity(rounded, unit, { locale, decimals: 0 });
  if (Math.abs(rounded / value - 1) < 0.002) return text;
  const below = rounded > value;
  if (locale === 'en') return `${below ? 'nearly' : 'more than'} ${text}`;
  return `${below ? 'près' : 'plus'} ${de(text)}`;
}

/** Whether a noun after this number is in the plural: from two in French, anything but one in English. */
export function isPlural(value: number, decimals: number, locale: Locale): boolean {
  const shown = Number(Math.abs(value).toFixed(decimals));
  return locale === 'fr' ? shown >= 2 : shown !== 1;
}

/** Units that the label of an indicator says already, or that the number carries. */
const said =
  /^(logement|personne|ménage|commune|emploi|entreprise|plan|expulsion|place|local|convention|remarque|cellule|ratio|%|€)$/;

/** What a table says of the unit beside the label, so that its numbers stay short: ` (€/m²/mois)`; often nothing. */
export function unitBeside(unit: string): string {
  return said.test(unit) ? '' : ` (${unit})`;
}

/** A figure in a table, whose line says the unit: `5,31`, `20,9 %`, `800 M€`. */
export function shortAmount(value: number, unit: string, decimals: number, locale: Locale): string {
  if (unit === '€/an') return amount(value, '€', decimals, locale);
  return amount(value, unit === '%' || unit === '€' ? unit : '', decimals, locale);
}
