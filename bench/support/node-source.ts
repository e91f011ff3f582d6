import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import type { ByteSource, Inflate } from '../../src/xlsx';

/** zlib, bounded: one buffer of the declared size and one byte more, to see a part that lies. */
export const inflateWithZlib: Inflate = (compressed, size) =>
  inflateRawSync(compressed, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });

/** Reads a file by pieces while `use` runs. */
export async function withFile<T>(path: string, use: (source: ByteSource) => Promise<T>): Promise<T> {
  const file = openSync(path, 'r');
  const { size } = fstatSync(file);
  const read = (offset: number, length: number): Promise<Uint8Array> => {
    const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
    return Promise.resolve(bytes.subarray(0, readSync(file, bytes, 0, bytes.length, offset)));
  };
  try {
    return await use({ size, read });
  } finally {
    closeSync(file);
  }
}
