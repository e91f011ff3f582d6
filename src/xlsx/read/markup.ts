import { corrupt, WorkbookRefused } from '../zip/refused';

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

/** After the `>` of the tag that starts at `tag`; a `>` inside a quoted value does not count. */
export function endOfTag(bytes: Uint8Array, tag: number): number {
  let quote = 0;
  for (let p = tag + 1; p < bytes.length; p++) {
    const b = bytes[p];
    if (quote !== 0) {
      if (b === quote) quote = 0;
    } else if (b === GREATER) return p + 1;
    else if (b === QUOTE || b === APOSTROPHE) quote = b;
  }
  throw corrupt('XML interrompu');
}

/** After a comment, CDATA section or processing instruction that starts at `p`. */
export function endOfMarkup(bytes: Uint8Array, p: number): number {
  if (bytes[p + 1] === 0x3f) return endOfSequence(bytes, p + 2, 0x3f);
  if (bytes[p + 2] === 0x2d) return endOfSequence(bytes, p + 4, 0x2d, 0x2d);
  if (bytes[p + 2] === 0x5b) return endOfSequence(bytes, p + 9, 0x5d, 0x5d);
  throw new WorkbookRefused('entities');
}

function endOfSequence(bytes: Uint8Array, from: number, ...before: number[]): number {
  for (let p = bytes.indexOf(GREATER, from); p >= 0; p = bytes.indexOf(GREATER, p + 1)) {
    if (before.every((b, i) => bytes[p - before.length + i] === b) && p - before.length >= from) return p + 1;
  }
  throw corrupt('XML interrompu');
}

/** Whether the tag at `p` (after `<` or `</`) has this local name. */
export function hasLocalName(bytes: Uint8Array, p: number, name: string): boolean {
  let start = p;
  for (let q = p; q < bytes.length; q++) {
    const b = bytes[q] as number;
    if (b === COLON) start = q + 1;
    else if (b === GREATER || b === SLASH || b <= 0x20) {
      if (q - start !== name.length) return false;
      for (let i = 0; i < name.length; i++) if (bytes[start + i] !== name.charCodeAt(i)) return false;
      return true;
    }
  }
  return false;
}

/** Where the first element with this local name starts, or -1. */
export function findElement(bytes: Uint8Array, name: string): number {
  let p = bytes.indexOf(LESS);
  while (p >= 0) {
    const next = bytes[p + 1];
    if (next === 0x21 || next === 0x3f) p = endOfMarkup(bytes, p);
    else if (next !== SLASH && hasLocalName(bytes, p + 1, name)) return p;
    else p = endOfTag(bytes, p);
    p = bytes.indexOf(LESS, p);
  }
  return -1;
}

/** Where the last end tag with this local name starts; refuses a part that has none, since it is cut. */
export function lastEndTag(bytes: Uint8Array, name: string): number {
  for (let p = bytes.lastIndexOf(LESS); p >= 0; p = p > 0 ? bytes.lastIndexOf(LESS, p - 1) : -1) {
    if (bytes[p + 1] === SLASH && hasLocalName(bytes, p + 2, name)) return p;
  }
  throw corrupt('XML interrompu');
}

/** After the element that starts at `p`; no element of the same name may be inside it. */
export function endOfElement(bytes: Uint8Array, p: number, name: string): number {
  let q = endOfTag(bytes, p);
  if (bytes[q - 2] === SLASH) return q;
  for (q = bytes.indexOf(LESS, q); q >= 0; q = bytes.indexOf(LESS, q)) {
    const next = bytes[q + 1];
    if (next === 0x21 || next === 0x3f) q = endOfMarkup(bytes, q);
    else if (next === SLASH && hasLocalName(bytes, q + 2, name)) return endOfTag(bytes, q);
    else q = endOfTag(bytes, q);
  }
  throw corrupt('XML interrompu');
}

/**
 * Whether the markup differs from what most writers write: prefixed names or single quotes. Seen on the
 * root and on the first elements, since a writer is constant.
 */
export function isUnusual(bytes: Uint8Array, from: number): boolean {
  const end = Math.min(bytes.length, from + 2000);
  for (let p = from; p < end; p++) {
    if (bytes[p] !== LESS) continue;
    for (let q = p + 1; q < end && bytes[q] !== GREATER; q++) {
      if (bytes[q] === APOSTROPHE || (bytes[q] === COLON && !hasSpaceBefore(bytes, p, q))) return true;
    }
  }
  return false;
}

function hasSpaceBefore(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) if ((bytes[p] as number) <= 0x20) return true;
  return false;
}

/**
 * The same XML without prefixes on element names and with double quotes, from `from` on: unusual files
 * then take the fast path of the others. One pass, cheaper than parsing every cell the long way.
 */
export function usualMarkup(bytes: Uint8Array, from: number): Uint8Array {
  const out = new Uint8Array(bytes.length - from);
  let n = 0;
  let p = from;
  while (p < bytes.length) {
    const b = bytes[p] as number;
    if (b !== LESS) {
      out[n++] = b;
      p++;
      continue;
    }
    const next = bytes[p + 1];
    const end = next === 0x21 || next === 0x3f ? endOfMarkup(bytes, p) : -1;
    if (end >= 0) {
      out.set(bytes.subarray(p, end), n);
      n += end - p;
      p = end;
      continue;
    }
    const tagEnd = endOfTag(bytes, p);
    n = copyTag(bytes, p, tagEnd, out, n);
    p = tagEnd;
  }
  return out.subarray(0, n);
}

function copyTag(bytes: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  let n = at;
  let p = start + 1;
  out[n++] = LESS;
  if (bytes[p] === SLASH) out[n++] = bytes[p++] as number;
  const nameStart = n;
  for (; p < end; p++) {
    const b = bytes[p] as number;
    if (b <= 0x20 || b === GREATER || b === SLASH) break;
    if (b === COLON) n = nameStart;
    else out[n++] = b;
  }
  while (p < end) {
    const b = bytes[p] as number;
    if (b !== APOSTROPHE && b !== QUOTE) {
      out[n++] = b;
      p++;
      continue;
    }
    const close = bytes.indexOf(b, p + 1);
    const inner = bytes.subarray(p + 1, close);
    const quote = b === APOSTROPHE && !inner.includes(QUOTE) ? QUOTE : b;
    out[n++] = quote;
    out.set(inner, n);
    n += inner.length;
    out[n++] = quote;
    p = close + 1;
  }
  return n;
}
