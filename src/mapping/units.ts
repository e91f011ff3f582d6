import { conversionFactor } from '../formula';

/** The unit of money, energy or area written in a heading, a note or a unit column; undefined when none is. */
export function unitIn(text: string): string | undefined {
  const plain = text.replace(/[’]/g, "'").replace(/\u00a0/g, ' ');
  const found = patterns.find(([pattern]) => pattern.test(plain));
  return found?.[1];
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/k ?€|\bkeuros?\b|\bkeur\b|milliers? d'euros?|milliers? d'€/i, 'k€'],
  [/m ?€|\bmeuros?\b|\bmeur\b|millions? d'euros?/i, 'M€'],
  [/€\s*\/\s*m(²|2)/i, '€/m²'],
  [/€|\beuros?\b|\beur\b/i, '€'],
  [/\bgwh\b/i, 'GWh'],
  [/\bmwh\b/i, 'MWh'],
  [/\bkwhep\b/i, 'kWhEP'],
  [/\bkwh\b/i, 'kWh'],
  [/\btco2e?\b|\bteqco2\b/i, 'tCO2e'],
  [/\bkgco2e?\b/i, 'kgCO2e'],
  [/\bm(²|2)|\bsqm\b/i, 'm²'],
  [/\bm(³|3)/i, 'm³'],
  [/(^|\s|\()%/, '%'],
];

/**
 * What a figure in `unit` is multiplied by to be in the data point's unit: 1000 from k€ to €. A figure a year or a
 * month may be written without it (`kWh` for `kWh/an`). Undefined when they do not measure the same thing.
 */
export function factorBetween(unit: string, pointUnit: string): number | undefined {
  const direct = conversionFactor(unit, pointUnit);
  if (direct !== undefined) return direct;
  const period = /\/(mois|an)$/.exec(pointUnit)?.[0];
  return period === undefined ? undefined : conversionFactor(unit + period, pointUnit);
}

/** Units whose scale people leave out or change: without a word about it, nothing tells euros from thousands. */
export function needsScale(pointUnit: string): boolean {
  return /^(€|kWh|kgCO2e)/.test(pointUnit);
}

/** Above this, an amount of a landlord cannot be in thousands of euros: it would be more than a billion. */
export const surelyEuros = 1_000_000;
