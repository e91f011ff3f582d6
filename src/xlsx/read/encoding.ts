import { WorkbookRefused } from '../zip/refused';

const utf8 = new TextDecoder('utf-8');
const LESS = 0x3c;

/**
 * The bytes of an XML part as UTF-8, whatever its encoding (ECMA-376-2 allows UTF-8 and UTF-16; a few
 * writers declare others), after refusing a document type: entities are declared there and nowhere else.
 */
export function xmlBytes(bytes: Uint8Array, part: string): Uint8Array {
  const text = toUtf8(bytes);
  refuseDocumentType(text, part);
  return text;
}

/** The same, as text. For small parts. */
export function xmlText(bytes: Uint8Array, part: string): string {
  return utf8.decode(xmlBytes(bytes, part));
}

function toUtf8(bytes: Uint8Array): Uint8Array {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return bytes.subarray(3);
  if ((a === 0xff && b === 0xfe) || (a === LESS && b === 0)) return transcode(bytes, 'utf-16le');
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === LESS)) return transcode(bytes, 'utf-16be');
  const declared = declaredEncoding(bytes);
  return declared === undefined ? bytes : transcode(bytes, declared);
}

/** The encoding of `<?xml encoding="…"?>` when it is neither UTF-8 nor a part of it. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== LESS || bytes[1] !== 0x3f) return undefined;
  const head = utf8.decode(bytes.subarray(0, 200));
  const label = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase();
  return label === undefined || /^(utf-?8|us-ascii|ascii|utf-?16.*)$/.test(label) ? undefined : label;
}

function transcode(bytes: Uint8Array, label: string): Uint8Array {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label);
  } catch {
    return bytes;
  }
  return new TextEncoder().encode(decoder.decode(bytes).replace(/^\ufeff/, ''));
}

/** Walks over what may precede the root element: declaration, comments, instructions, stray text. */
function refuseDocumentType(bytes: Uint8Array, part: string): void {
  let p = bytes.indexOf(LESS);
  while (p >= 0) {
    const next = bytes[p + 1];
    if (next === 0x3f) p = bytes.indexOf(LESS, p + 2);
    else if (next !== 0x21) return;
    else if (bytes[p + 2] !== 0x2d) throw new WorkbookRefused('entities', part);
    else p = bytes.indexOf(LESS, endOfComment(bytes, p + 4));
  }
}

function endOfComment(bytes: Uint8Array, from: number): number {
  for (let p = from; p < bytes.length; p++) {
    if (bytes[p] === 0x3e && bytes[p - 1] === 0x2d && bytes[p - 2] === 0x2d) return p + 1;
  }
  return bytes.length;
}
