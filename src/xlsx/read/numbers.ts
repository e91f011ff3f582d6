const POWERS = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
  1e20, 1e21, 1e22,
] as const;

/** Ten to the power `n`, 0 to 22: the powers a double holds exactly. */
export function exactPower(n: number): number {
  return POWERS[n] as number;
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
  for (let p = start; p < end; p++) text += String.fromCharCode(bytes[p] as number);
  return parseNumber(text);
}
