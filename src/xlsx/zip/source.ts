/** Random access to a file: in the browser a `Blob`, in Node a file handle, in tests an array. */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /** Bytes from `offset`; fewer than `length` only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** A source over bytes already in memory. They are not copied. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  const plain = plainBytes(bytes);
  return {
    size: plain.length,
    read: (offset, length) =>
      Promise.resolve(plain.subarray(offset, Math.min(plain.length, offset + length))),
  };
}

/**
 * The same bytes as an ordinary `Uint8Array`: Node's `Buffer` is a subclass, and a scan that meets both
 * classes runs slower.
 */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  return bytes.constructor === Uint8Array
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
