/**
 * Compresses the next piece of a part (raw DEFLATE); `last` ends the stream. A piece may only look back on itself, so
 * that a program's own synchronous deflate serves: pieces are cut large enough for that to cost nothing.
 */
export type Deflate = (piece: Uint8Array, last: boolean) => Uint8Array<ArrayBuffer>;
