import type { ByteSource } from '../../xlsx';

/** A file that a person gives, read piece by piece. */
export const fileSource = (file: Blob): ByteSource => ({
  size: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
});
