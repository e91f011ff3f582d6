/** Cents, exactly; `rounded` when the text had more than two decimals that were not zeros. */
export interface Amount {
  readonly cents: number;
  readonly rounded: boolean;
}

const plain = /^0*(\d+)(?:[.,](\d*))?$/;
/** `1.234` may be one and a bit, or a thousand: an amount is never guessed. */
const ambiguous = /^[1-9]\d{0,2}\.\d{3}$/;
/** Thousands set apart: `1 234,50`, `1.234,50`, `1,234.50`. */
const grouped =
  /^(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+)$/u;

/**
 * Reads an amount of an accounting-entry file as cents: `12,50`, `000000000003000,00`, `-12.5`, `12,50-`; nothing
 * written is 0. Undefined for what is no amount. Integers only: sums of millions of lines stay exact.
 */
export function readCents(text: string): Amount | undefined {
  if (text === '') return { cents: 0, rounded: false };
  const [, before = '', digits = '', after = ''] = /^([+-]?)\s*(.*?)\s*([+-]?)$/u.exec(text) ?? [];
  if (before !== '' && after !== '') return undefined;
  if (ambiguous.test(digits)) return undefined;
  const tidy = grouped.test(digits) ? withoutGroups(digits) : digits;
  const match = plain.exec(tidy) ?? /^()[.,](\d+)$/.exec(tidy);
  if (!match) return undefined;
  const decimals = match[2] ?? '';
  const whole = Number(match[1] ?? 0);
  const kept = Number(decimals.slice(0, 2).padEnd(2, '0'));
  const dropped = decimals.slice(2);
  const up = dropped !== '' && Number(dropped[0]) >= 5 ? 1 : 0;
  const cents = whole * 100 + kept + up;
  if (!Number.isSafeInteger(cents)) return undefined;
  return { cents: before === '-' || after === '-' ? 0 - cents : cents, rounded: /[1-9]/.test(dropped) };
}

function withoutGroups(digits: string): string {
  const mark = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const hasDecimals = mark >= 0;
  const whole = (hasDecimals ? digits.slice(0, mark) : digits).replace(/[^\d]/g, '');
  return hasDecimals ? `${whole},${digits.slice(mark + 1)}` : whole;
}

/** `+1` and `D` are debits, `-1` and `C` credits (LPF, art. A47 A-1); undefined for anything else. */
export function readSide(text: string): 'debit' | 'credit' | undefined {
  const word = text.toUpperCase();
  if (['D', '+1', '1', '+', 'DEBIT', 'DÉBIT'].includes(word)) return 'debit';
  return ['C', '-1', '-', 'CREDIT', 'CRÉDIT'].includes(word) ? 'credit' : undefined;
}

/** Cents as a French reader writes euros: `1 234,50 €`. */
export function showEuros(cents: number): string {
  return `${euros.format(cents / 100)}\u00a0€`;
}

const euros = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
