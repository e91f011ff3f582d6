import { Inflate as FflateStream, inflateSync } from 'fflate';

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

/** How many inflated bytes tell how a part begins. */
const START = 2048;

/**
 * The first bytes of a deflated part, at a cost that does not depend on its size. Best effort: the part is
 * checked again when it is read.
 */
export function inflateStart(compressed: Uint8Array): Uint8Array {
  const out = new Uint8Array(START);
  try {
    inflateSync(compressed, { out });
  } catch {
    // The data stops in the middle, on purpose: what was inflated before is in `out`.
  }
  let length = START;
  while (length > 0 && out[length - 1] === 0) length--;
  return out.subarray(0, length);
}
