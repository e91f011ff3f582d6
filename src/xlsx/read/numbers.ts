const { fromCharCode } = String;

const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
] as const;

/** Ten to the power `n`, 0 to 22: the powers a double holds exactly. */
export function exactPower(n: number): number {
  return POWERS[n] as number;
}

/** Splits a double in two halves whose products are exact (Veltkamp). */
const SPLITTER = 134_217_729;
/** Far more than the error of the correction below, far less than what separates two doubles. */
const DOUBT = 2 ** -40;

/**
 * (`head` × 10^`tailDigits` + `tail`) ÷ 10^`scale`, rounded once, for whole numbers of at most nine digits and
 * `scale` at most 18. Excel stores results with 15 to 17 digits, most cells of a calculated sheet; `Number` costs
 * five times more. NaN when too close to the middle of two doubles to tell (about never).
 */
export function decimal(head: number, tail: number, tailDigits: number, scale: number): number {
  const power = exactPower(tailDigits);
  const divisor = exactPower(scale);
  // Up to 15 digits: the whole number and the power of ten are exact, one division rounds once.
  if (head * power < 1e15) return (head * power + tail) / divisor;

  // The whole number as sum + rest, exactly.
  const high = Math.floor(head / 32_768) * 32_768;
  const a = high * power;
  const b = (head - high) * power + tail;
  const sum = a + b;
  const c = sum - a;
  const rest = a - (sum - c) + (b - c);

  // The quotient, then what the division left over, exactly, divided in turn.
  const quotient = sum / divisor;
  const q = split(quotient);
  const d = split(divisor);
  const product = quotient * divisor;
  const error = q.high * d.high - product + q.high * d.low + q.low * d.high + q.low * d.low;
  const correction = (sum - product - error + rest) / divisor;
  const result = quotient + correction * (1 + DOUBT);
  return result === quotient + correction * (1 - DOUBT) ? result : Number.NaN;
}

function split(value: number): { high: number; low: number } {
  const scaled = value * SPLITTER;
  const high = scaled - (scaled - value);
  return { high, low: value - high };
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The double nearest to the text of a `<v>`; undefined when it is no number (`1e5` is one, `0x10` and `1,5` are not). */
export function parseNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return NUMBER.test(trimmed) ? Number(trimmed) : undefined;
}

/** The same from bytes, for the digits too long to be exact by one division. */
export function parseNumberBytes(bytes: Uint8Array, start: number, end: number): number | undefined {
  let text = '';
  for (let p = start; p < end; p++) text += fromCharCode(bytes[p] as number);
  return parseNumber(text);
}
