import { kindOfFile, type FileKind } from './kind';

/** The bytes of a file, piece by piece: a `File.stream()` of a browser or a file of Node. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16';

/** A text file whose first bytes were looked at. */
export interface OpenedText {
  readonly kind: FileKind;
  /** That of the sample; values are decoded one by one all the same (`decodeText`). */
  readonly encoding: Encoding;
  /** The byte that ends a line: LF (before it, CR is dropped), or CR alone in old Mac files. */
  readonly lineEnd: number;
  /** The first bytes (at least 64 KiB if there are as many), without byte order mark, UTF-16 made UTF-8. */
  readonly sample: Uint8Array;
  /** All the bytes, in the same form; to be gone through once. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

export const LF = 10;
export const CR = 13;

const SAMPLE = 64 * 1024;

/** Looks at the first bytes of a file; nothing else is read before `chunks` is gone through. */
export async function openText(chunks: ByteChunks): Promise<OpenedText> {
  const source = iterate(chunks);
  const head: Uint8Array[] = [];
  let size = 0;
  while (size < SAMPLE) {
    const { value, done } = await source.next();
    if (done) break;
    // The giver may use its buffer again for the next piece.
    head.push(value.slice());
    size += value.length;
  }
  const start = joined(head);
  const mark = byteOrderMark(start);
  if (mark.encoding === 'utf-16') {
    const sample = new TextEncoder().encode(new TextDecoder(mark.label).decode(start));
    const all = fromUtf16(rest(start, source), mark.label);
    return { kind: kindOfFile(sample), encoding: 'utf-16', lineEnd: lineEndOf(sample), sample, chunks: all };
  }
  const sample = start.subarray(mark.length);
  return {
    kind: kindOfFile(sample),
    encoding: mark.length > 0 || isUtf8(sample) ? 'utf-8' : 'windows-1252',
    lineEnd: lineEndOf(sample),
    sample,
    chunks: rest(sample, source),
  };
}

/** The first lines of the sample, as bytes, without their ends; the last one may be cut in a longer file. */
export function* sampleLines({ sample, lineEnd }: OpenedText): Generator<Uint8Array> {
  let from = 0;
  while (from < sample.length) {
    const found = sample.indexOf(lineEnd, from);
    const end = found < 0 ? sample.length : found;
    yield sample.subarray(from, end > from && sample[end - 1] === CR ? end - 1 : end);
    from = end + 1;
  }
}

async function* iterate(chunks: ByteChunks): AsyncGenerator<Uint8Array, undefined> {
  yield* chunks;
  return undefined;
}

async function* rest(start: Uint8Array, source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  yield* source;
}

async function* fromUtf16(chunks: AsyncIterable<Uint8Array>, label: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(label);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

function byteOrderMark(bytes: Uint8Array): { encoding?: 'utf-16'; label: string; length: number } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { label: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16', label: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16', label: 'utf-16be', length: 2 };
  return { label: '', length: 0 };
}

/** The sample may end in the middle of a character: streaming takes that for what it is. */
function isUtf8(sample: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineEndOf(sample: Uint8Array): number {
  return !sample.includes(LF) && sample.includes(CR) ? CR : LF;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
