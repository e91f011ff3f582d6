import { Inflate as FflateStream } from 'fflate';

/**
 * Inflates raw DEFLATE data whose size is known.
 * Must never produce (nor hold) much more than `size` bytes: throw, or return fewer or more bytes than
 * `size`, and the file is refused. May be asynchronous (`DecompressionStream`).
 */
export type Inflate = (compressed: Uint8Array, size: number) => Uint8Array | Promise<Uint8Array>;

/** DEFLATE makes at most 1,032 bytes of one: a slice of input can give 8 MB before we look again. */
const SLICE = 8 * 1024;

/**
 * The portable inflater: pure JavaScript, runs everywhere. It goes slice by slice so that a stream longer
 * than it declares is stopped early instead of being inflated to its end.
 */
export function inflatePortably(compressed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new FflateStream((chunk) => {
    if (length + chunk.length > size) throw new RangeError('inflates beyond its declared size');
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let p = 0; p < compressed.length; p += SLICE) {
    const end = Math.min(compressed.length, p + SLICE);
    stream.push(compressed.subarray(p, end), end === compressed.length);
  }
  return out.subarray(0, length);
}

/** The first bytes of a deflated part: enough of it to see how it begins, whatever its size. */
export function inflateStart(compressed: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  const stream = new FflateStream((chunk) => chunks.push(chunk));
  try {
    stream.push(compressed.subarray(0, 512), false);
  } catch {
    return new Uint8Array(0);
  }
  return chunks[0] ?? new Uint8Array(0);
}
