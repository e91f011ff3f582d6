import type { OpenedText } from './open';

export interface Progress {
  /** Bytes gone through; the giver of the bytes knows how many there are. */
  readonly bytes: number;
}

export interface ReadingOptions {
  /** Stops the reading: the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Whole lines, from `start` to `end` (excluded); the very last line of the file may have no line end. */
export type BlockVisitor = (bytes: Uint8Array, start: number, end: number) => void;

/** A line longer than that is no line of a table; also bounds the memory. */
const LONGEST_LINE = 8 * 1024 * 1024;

/** Thrown when a « line » is so long that the file is no table. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
}

/**
 * Goes through a file in blocks of whole lines, without copying more than the lines cut by the pieces.
 * A block is only valid during the call. Throws LineTooLong, or the signal's reason.
 */
export async function forEachBlock(
  { chunks, lineEnd }: Pick<OpenedText, 'chunks' | 'lineEnd'>,
  visit: BlockVisitor,
  { signal, onProgress }: ReadingOptions = {},
): Promise<void> {
  let carried: Uint8Array = new Uint8Array(0);
  let bytes = 0;
  signal?.throwIfAborted();
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    let from = 0;
    if (carried.length > 0) {
      const first = chunk.indexOf(lineEnd);
      const line = append(carried, first < 0 ? chunk : chunk.subarray(0, first + 1));
      carried = new Uint8Array(0);
      from = first < 0 ? chunk.length : first + 1;
      if (first < 0) carried = line;
      else visit(line, 0, line.length);
    }
    const last = chunk.lastIndexOf(lineEnd);
    if (last >= from) visit(chunk, from, last + 1);
    if (from < chunk.length) carried = chunk.slice(Math.max(from, last + 1));
    if (carried.length > LONGEST_LINE) throw new LineTooLong();
    bytes += chunk.length;
    onProgress?.({ bytes });
  }
  if (carried.length > 0) visit(carried, 0, carried.length);
}

function append(start: Uint8Array, end: Uint8Array): Uint8Array {
  const both = new Uint8Array(start.length + end.length);
  both.set(start);
  both.set(end, start.length);
  return both;
}
