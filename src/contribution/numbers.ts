const frenchNumber = /^([+\-−])?((?:\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?|,\d+)$/u;

/**
 * Reads a number typed as text, French style: `1 234,5`, with ordinary, no-break, narrow or thin spaces
 * between thousands, a decimal comma, a sign in front. Undefined for anything else, a decimal point
 * included: `1.234` may be one thousand or one and a bit, and a figure is never guessed.
 */
export function parseFrenchNumber(text: string): number | undefined {
  const line = text.trim().replace(/[\u00a0\u2007\u2009\u202f]/gu, ' ');
  const match = frenchNumber.exec(line);
  if (!match) return undefined;
  const digits = (match[2] ?? '').replace(/ /gu, '').replace(',', '.');
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  return match[1] === '-' || match[1] === '−' ? 0 - value : value;
}

const french = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 6 });

/** A number as a French reader writes it, for messages. */
export function showNumber(value: number): string {
  return french.format(value);
}

/** Whether two figures are equal, but for a relative difference. */
export function same(one: number, other: number, tolerance: number): boolean {
  return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
}
