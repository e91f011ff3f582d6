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

/** How many compressed bytes are looked at, and inflated bytes given, to tell how a part begins. */
const PEEKED = 512;
const START = 2048;
/**
 * Room for all that so little can give. Were it smaller, fflate would write past its end, which does no harm
 * but makes V8 give up optimising it for the rest of the program (forty times slower).
 */
const room = new Uint8Array(PEEKED * 1032 + 1024);

/**
 * The first bytes of a deflated part, at a cost that does not depend on its size. Best effort: the part is
 * checked again when it is read.
 */
export function inflateStart(compressed: Uint8Array): Uint8Array {
  room.fill(0, 0, START);
  try {
    inflateSync(compressed.subarray(0, PEEKED), { out: room });
  } catch {
    // The data stops in the middle, on purpose: what was inflated before is in the room.
  }
  let length = START;
  while (length > 0 && room[length - 1] === 0) length--;
  return room.slice(0, length);
}
