import { decodeExcelEscapes, decodeReferences, normaliseLineEnds } from './escapes';

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const { fromCharCode } = String;
const SLOTS = 4096;
/** Longer texts are seldom repeated. */
const LONGEST = 64;

/** Decodes the characters of an XML text, from UTF-8 bytes. */
export function decodeText(bytes: Uint8Array, start: number, end: number): string {
  if (end - start < 16) {
    const short = decodeShortAscii(bytes, start, end);
    if (short !== undefined) return short;
  }
  const text = utf8.decode(bytes.subarray(start, end));
  return decodeExcelEscapes(decodeReferences(normaliseLineEnds(text)));
}

/** Most texts are short and plain: half the time of a `TextDecoder` call is its overhead. */
function decodeShortAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  for (let p = start; p < end; p++) {
    const b = bytes[p] as number;
    if (b >= 0x80 || b === 0x26 || b === 0x5f || b === 0x0d) return undefined;
    text += fromCharCode(b);
  }
  return text;
}

/**
 * Texts written in the cells themselves, each kept once: writers that do without shared strings repeat
 * them, and comparing bytes costs a tenth of decoding them.
 */
export class TextPool {
  private readonly slots = new Int32Array(SLOTS).fill(-1);
  private readonly offsets: number[] = [];
  private readonly lengths: number[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly texts: string[],
  ) {}

  /** Index of the text that these bytes encode. */
  indexOf(start: number, end: number): number {
    const { bytes } = this;
    const length = end - start;
    if (length > LONGEST) return this.add(decodeText(bytes, start, end));
    let hash = length;
    for (let p = start; p < end; p++) hash = ((hash << 5) - hash + (bytes[p] as number)) | 0;
    const slot = (hash ^ (hash >>> 12)) & (SLOTS - 1);
    const known = this.slots[slot] as number;
    if (
      known >= 0 &&
      this.lengths[known] === length &&
      this.same(this.offsets[known] as number, start, length)
    ) {
      return known;
    }
    const index = this.texts.length;
    this.texts.push(decodeText(bytes, start, end));
    this.offsets[index] = start;
    this.lengths[index] = length;
    this.slots[slot] = index;
    return index;
  }

  /** Index of a text already decoded. */
  add(text: string): number {
    const index = this.texts.length;
    this.texts.push(text);
    this.offsets[index] = 0;
    this.lengths[index] = -1;
    return index;
  }

  private same(a: number, b: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.bytes[a + i] !== this.bytes[b + i]) return false;
    return true;
  }
}
