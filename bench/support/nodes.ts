import { inflateRawSync } from 'node:zlib';
import type { Inflate } from '../../src/xlsx';

/** zlib, bounded: one buffer of the declared size and one byte more, to see a part that lies. */
export const inflateWithZlib: Inflate = (compressed, size) =>
  inflateRawSync(compressed, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });
