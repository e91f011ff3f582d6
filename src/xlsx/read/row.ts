import { GRID } from '../zip/limits';
import { corrupt } from '../zip/refused';

/** The zero-based number of a row from its start tag (`r="12"`); undefined when it is not written. */
export function readRowNumber(bytes: Uint8Array, from: number, end: number): number | undefined {
  let quote = 0;
  for (let p = from; p < end; p++) {
    const b = bytes[p] as number;
    if (quote !== 0) {
      if (b === quote) quote = 0;
    } else if (b === 0x22 || b === 0x27) quote = b;
    else if (b === 0x72 && (bytes[p - 1] as number) <= 0x20) {
      const text = String.fromCharCode(...bytes.subarray(p, Math.min(end, p + 24)));
      const number = /^r\s*=\s*["']\s*(\d+)\s*["']/.exec(text)?.[1];
      if (number === undefined) continue;
      const row = Number(number) - 1;
      if (row < 0 || row >= GRID.rows) throw corrupt(`ligne ${number}`);
      return row;
    }
  }
  return undefined;
}
