import { GRID } from '../zip/limits';
import { corrupt } from '../zip/refused';
import { endOfMarkup, endOfTag } from './markup';

const LESS = 0x3c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/** What a `<row …>` tag says: written over again for each row, to make no object. */
export interface RowTag {
  /** Zero-based. */
  row: number;
  /** After the tag. */
  end: number;
}

/** Reads the row tag at `p` into `tag`; a row without a number follows `before`. */
export function readRowTag(bytes: Uint8Array, p: number, before: number, tag: RowTag): void {
  // <row r="12" …> in one pass, as nearly all writers write it
  if (bytes[p + 4] === 0x20 && bytes[p + 5] === 0x72 && bytes[p + 6] === EQUALS && bytes[p + 7] === QUOTE) {
    let q = p + 8;
    let b = bytes[q] as number;
    let number = 0;
    while (b >= 0x30 && b <= 0x39) {
      number = number * 10 + b - 0x30;
      b = bytes[++q] as number;
    }
    if (b === QUOTE && number > 0 && number <= GRID.rows) {
      let quoted = false;
      for (q++; q < bytes.length; q++) {
        b = bytes[q] as number;
        if (b === QUOTE) quoted = !quoted;
        else if (b === APOSTROPHE && !quoted) break;
        else if (b === GREATER && !quoted) {
          tag.row = number - 1;
          tag.end = q + 1;
          return;
        }
      }
    }
  }
  tag.end = endOfTag(bytes, p);
  tag.row = readRowNumber(bytes, p + 4, tag.end) ?? nextRow(before);
}

function readRowNumber(bytes: Uint8Array, from: number, end: number): number | undefined {
  let quote = 0;
  for (let p = from; p < end; p++) {
    const b = bytes[p] as number;
    if (quote !== 0) {
      if (b === quote) quote = 0;
    } else if (b === QUOTE || b === APOSTROPHE) quote = b;
    else if (b === 0x72 && (bytes[p - 1] as number) <= 0x20) {
      const value = afterEquals(bytes, p + 1, end);
      if (value >= 0) return rowNumber(bytes, value, end);
    }
  }
  return undefined;
}

/** Where the quoted value of an attribute starts, or -1 when the name goes on. */
function afterEquals(bytes: Uint8Array, from: number, end: number): number {
  let p = skipSpaces(bytes, from, end);
  if (bytes[p] !== EQUALS) return -1;
  p = skipSpaces(bytes, p + 1, end);
  return bytes[p] === QUOTE || bytes[p] === APOSTROPHE ? p + 1 : -1;
}

function rowNumber(bytes: Uint8Array, from: number, end: number): number {
  const start = skipSpaces(bytes, from, end);
  let number = 0;
  let p = start;
  for (; p < end; p++) {
    const digit = (bytes[p] as number) - 0x30;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  if (number < 1 || number > GRID.rows) {
    throw corrupt(
      `numéro de ligne « ${new TextDecoder().decode(bytes.subarray(from, Math.min(end, p + 1)))} »`,
    );
  }
  return number - 1;
}

function skipSpaces(bytes: Uint8Array, from: number, end: number): number {
  let p = from;
  while (p < end && (bytes[p] as number) <= 0x20) p++;
  return p;
}

function nextRow(row: number): number {
  if (row + 1 >= GRID.rows) throw corrupt(`plus de ${GRID.rows} lignes`);
  return row + 1;
}

/** The next row or the end of the data, without looking at the cells between. */
export function skipRows(bytes: Uint8Array, from: number): number {
  for (let p = from; p < bytes.length; p++) {
    if (bytes[p] !== LESS) continue;
    const next = bytes[p + 1];
    if (next === 0x72 && bytes[p + 2] === 0x6f && bytes[p + 3] === 0x77) return p;
    if (next === 0x2f && bytes[p + 2] === 0x73) return p;
    if (next === 0x21 || next === 0x3f) p = endOfMarkup(bytes, p) - 1;
  }
  return bytes.length;
}
