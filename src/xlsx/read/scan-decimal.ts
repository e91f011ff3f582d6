import { decimal, exactPower } from './numbers';

const LESS = 0x3c;
const POINT = 0x2e;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** What was read and where it stopped: written over again for each number, to make no object. */
export interface DecimalCursor {
  /** At the first byte that is no part of the number. */
  position: number;
  /** NaN when the text up to the next `<` is not a plain decimal of at most 18 digits. */
  value: number;
}

/**
 * Reads the number at `start` without making a string: two whole numbers of at most nine digits, in integer
 * arithmetic, then one exact division. Nothing is rounded before that.
 */
export function readDecimal(bytes: Uint8Array, start: number, cursor: DecimalCursor): void {
  let q = start;
  let b = bytes[q] as number;
  const negative = b === MINUS;
  if (negative) b = bytes[++q] as number;
  const digits = q;
  let point = -1;
  let limit = digits + 9;
  let head = 0;
  while (b >= ZERO && b <= NINE && q < limit) {
    head = head * 10 + b - ZERO;
    b = bytes[++q] as number;
  }
  if (b === POINT) {
    point = q;
    limit++;
    b = bytes[++q] as number;
    while (b >= ZERO && b <= NINE && q < limit) {
      head = head * 10 + b - ZERO;
      b = bytes[++q] as number;
    }
  }

  const middle = q;
  const pointBefore = point;
  let tail = 0;
  if (b !== LESS) {
    limit += 9;
    while (b >= ZERO && b <= NINE && q < limit) {
      tail = tail * 10 + b - ZERO;
      b = bytes[++q] as number;
    }
    if (b === POINT && point < 0) {
      point = q;
      limit++;
      b = bytes[++q] as number;
      while (b >= ZERO && b <= NINE && q < limit) {
        tail = tail * 10 + b - ZERO;
        b = bytes[++q] as number;
      }
    }
  }

  cursor.position = q;
  if (b !== LESS || q - digits === (point < 0 ? 0 : 1)) {
    cursor.value = Number.NaN;
    return;
  }
  const scale = point < 0 ? 0 : q - point - 1;
  const tailDigits = q - middle - (point === pointBefore ? 0 : 1);
  const value =
    tailDigits > 0 ? decimal(head, tail, tailDigits, scale) : scale === 0 ? head : head / exactPower(scale);
  cursor.value = negative ? -value : value;
}
