import { FormulaError } from './error';
import { parseUnit, type Unit, type UnitFactor } from './units/unit';

export type Locale = 'fr' | 'en';

export interface NumberFormat {
  readonly locale: Locale;
  /** Digits after the decimal point, always shown; without it, as many as are telling. */
  readonly decimals?: number;
}

export interface QuantityFormat extends NumberFormat {
  /** Large amounts in words: `12,4 millions d'euros`. */
  readonly compact?: boolean;
}

const NO_BREAK = '\u00a0';
const LOCALES: Readonly<Record<Locale, string>> = { fr: 'fr-FR', en: 'en-GB' };
/** What stands for a value that does not exist. */
const NO_VALUE = '—';

// Making a formatter is a hundred times slower than using it.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${least} ${most}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALES[locale], {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
    useGrouping: true,
  });
  formatters.set(key, made);
  return made;
}

/** Three telling digits, all those before the decimal point. */
function tellingDecimals(value: number): number {
  const size = Math.abs(value);
  if (size === 0 || Number.isInteger(value) || size >= 1000) return 0;
  return Math.min(12, Math.max(1, 2 - Math.floor(Math.log10(size))));
}

/** `1 234,5` in French (narrow no-break space), `1,234.5` in English; a dash for what is not a number. */
export function formatNumber(value: number, { locale, decimals }: NumberFormat): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  const most = decimals ?? tellingDecimals(value);
  const text = formatter(locale, decimals ?? 0, most).format(value);
  // Never “-0,0”: what rounds to nothing has no sign.
  return /[1-9]/.test(text) ? text : text.replace(/^[-−]/, '');
}

function rounded(value: number, decimals: number | undefined): number {
  return Number(Math.abs(value).toFixed(decimals ?? tellingDecimals(value)));
}

function isPlural(value: number, locale: Locale): boolean {
  return locale === 'fr' ? value >= 2 : value !== 1;
}

/** `d'heures`, `de ménages`. */
function elided(name: string): string {
  return /^[aeéèhiou]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** `/m²`, ` pour 1 000 ménages`. */
function below({ count, word }: UnitFactor, locale: Locale): string {
  const [one, several] = word[locale];
  if (count === 1) return `/${one}`;
  if (count === 1e6)
    return locale === 'fr' ? ` par million ${elided(several)}` : ` per million${NO_BREAK}${several}`;
  const number = formatNumber(count, { locale });
  return `${locale === 'fr' ? ' pour ' : ' per '}${number}${NO_BREAK}${several}`;
}

interface Words {
  readonly above: string;
  readonly below: string;
}

function words(unit: Unit, plural: boolean, locale: Locale): Words {
  const spread = unit.factors.flatMap((factor) =>
    Array.from({ length: Math.abs(factor.exponent) }, () => factor),
  );
  const above = spread
    .filter((factor) => factor.exponent > 0)
    .map(({ count, word }, position) => {
      const [one, several] = word[locale];
      const name = (plural && position === 0) || count > 1 ? several : one;
      return count === 1 ? name : `${formatNumber(count, { locale })}${NO_BREAK}${name}`;
    });
  const under = spread.filter((factor) => factor.exponent < 0).map((factor) => below(factor, locale));
  return { above: above.join('·'), below: under.join('') };
}

const GREAT_AMOUNTS = [
  { from: 1e9, fr: ['milliard', 'milliards'], en: 'billion' },
  { from: 1e6, fr: ['million', 'millions'], en: 'million' },
] as const;

/** `12,4 millions d'euros par an`; undefined for amounts that read well as they are. */
function compactEuros(value: number, below: string, locale: Locale): string | undefined {
  const size = GREAT_AMOUNTS.find(({ from }) => Math.abs(value) >= from * 0.9995);
  if (!size) return undefined;
  const scaled = value / size.from;
  const decimals = Math.abs(scaled) >= 100 ? 0 : 1;
  const number = formatNumber(scaled, { locale, decimals }).replace(/[.,]0$/, '');
  if (locale === 'en') return withEuroSign(`${number}${NO_BREAK}${size.en}`, below.replaceAll('/', ' per '));
  const name = size.fr[isPlural(rounded(scaled, decimals), locale) ? 1 : 0];
  return `${number}${NO_BREAK}${name} d’euros${below.replaceAll('/', ' par ')}`;
}

function withEuroSign(number: string, below: string): string {
  return (number.startsWith('-') ? `-€${number.slice(1)}` : `€${number}`) + below;
}

function parsed(unit: string): Unit | undefined {
  try {
    return parseUnit(unit);
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

/**
 * A figure with its unit, as people read it: `5,31 €/m²/mois`, `1 234 logements`, `1 logement`, `40,3 %`.
 * A `%` or `fraction` is stored as a fraction and shown multiplied by 100, `decimals` counting after that;
 * a unit that is not known is shown as it is written.
 */
export function formatQuantity(value: number, unit: string, format: QuantityFormat): string {
  const { locale, decimals } = format;
  if (!Number.isFinite(value)) return NO_VALUE;
  const known = parsed(unit);
  const first = known?.factors[0];
  if (first && (first.word.symbol === '%' || first.word.symbol === 'fraction'))
    // 0.285 × 100 is 28.499999999999996: the digits asked for are decided on the decimal number.
    return `${formatNumber(Number((value * 100).toPrecision(15)), format)}${locale === 'fr' ? NO_BREAK : ''}%`;
  const number = formatNumber(value, format);
  if (!known) return unit === '' ? number : `${number}${NO_BREAK}${unit}`;
  const { above, below } = words(known, isPlural(rounded(value, decimals), locale), locale);
  if (above === '€') {
    const compact = format.compact ? compactEuros(value, below, locale) : undefined;
    if (compact !== undefined) return compact;
    if (locale === 'en') return withEuroSign(number, below);
  }
  return above === '' ? number + below : `${number}${NO_BREAK}${above}${below}`;
}
