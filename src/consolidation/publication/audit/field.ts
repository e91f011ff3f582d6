/**
 * Numbers modulo a prime, for exact linear algebra. The product of two residues stays below 2^53, so that plain
 * numbers hold it. A matrix has its true rank modulo such a prime but for one chance in about 10^8 a pivot; the
 * audit's last word is said under a second prime.
 */
export interface Field {
  readonly prime: number;
  multiply(one: number, other: number): number;
  add(one: number, other: number): number;
  subtract(one: number, other: number): number;
  /** Of a residue that is not zero. */
  inverse(one: number): number;
  /** The exact residue of a decimal number as it is written (`0.1` is one tenth), of any size. */
  of(value: number): number;
}

/** The two largest primes whose squares are below 2^53. */
export const PRIMES = [94_906_249, 94_906_247] as const;

/** Digits taken at a time: their value times the prime stays exact. */
const CHUNK = 7;

/** Arithmetic modulo a prime below 94 906 266. */
export function fieldOf(prime: number): Field {
  const multiply = (one: number, other: number): number => {
    const product = one * other;
    const rest = product - Math.floor(product / prime) * prime;
    if (rest < 0) return rest + prime;
    return rest >= prime ? rest - prime : rest;
  };
  const power = (base: number, exponent: number): number => {
    let result = 1;
    let square = base;
    for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = multiply(result, square);
      square = multiply(square, square);
    }
    return result;
  };
  /** Euclid's algorithm, which is several times quicker than raising to `prime - 2`. */
  const inverse = (one: number): number => {
    let [older, old] = [0, 1];
    let [dividend, divisor] = [prime, one];
    while (divisor > 1) {
      const times = Math.floor(dividend / divisor);
      [older, old] = [old, older - times * old];
      [dividend, divisor] = [divisor, dividend - times * divisor];
    }
    return old < 0 ? old + prime : old;
  };
  const tenth = inverse(10);
  const known = new Map<number, number>();

  const residueOfText = (text: string): number => {
    const [mantissa = '0', exponent = '0'] = text.split('e');
    const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.');
    const digits = whole + decimals;
    let residue = 0;
    for (let at = 0; at < digits.length; at += CHUNK) {
      const chunk = digits.slice(at, at + CHUNK);
      residue = (multiply(residue, 10 ** chunk.length % prime) + (Number(chunk) % prime)) % prime;
    }
    const scale = Number(exponent) - decimals.length;
    const scaled = multiply(residue, scale < 0 ? power(tenth, -scale) : power(10, scale));
    return mantissa.startsWith('-') && scaled !== 0 ? prime - scaled : scaled;
  };

  return {
    prime,
    multiply,
    add: (one, other) => (one + other >= prime ? one + other - prime : one + other),
    subtract: (one, other) => (one < other ? one - other + prime : one - other),
    inverse,
    of(value) {
      const found = known.get(value);
      if (found !== undefined) return found;
      const residue = residueOfText(String(value));
      known.set(value, residue);
      return residue;
    },
  };
}
