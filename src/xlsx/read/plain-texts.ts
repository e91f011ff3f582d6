const LESS = 0x3c;
const GREATER = 0x3e;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Bytes of text decoded at once: enough for the call to cost little beside the work. */
const BLOCK = 4096;

/** Where the text starts in `<si><t>` or `<si><t xml:space="preserve">`; -1 in anything else. */
export function plainTextStart(bytes: Uint8Array, start: number): number {
  if (bytes[start + 3] !== GREATER || bytes[start + 4] !== LESS || bytes[start + 5] !== 0x74) return -1;
  let p = start + 6;
  if (bytes[p] !== GREATER && bytes[p] !== 0x20) return -1;
  while (p < bytes.length && bytes[p] !== GREATER) p++;
  return bytes[p - 1] === 0x2f ? -1 : p + 1;
}

/** Whether `</t></si>` is at `p`. */
export function endsPlainText(bytes: Uint8Array, p: number): boolean {
  return (
    bytes[p] === LESS &&
    bytes[p + 1] === 0x2f &&
    bytes[p + 2] === 0x74 &&
    bytes[p + 3] === GREATER &&
    bytes[p + 5] === 0x2f &&
    bytes[p + 6] === 0x73
  );
}

/**
 * Decodes the items that start at `starts[first]`, `starts[first + 1]` …, as many as fit in a block, into
 * `decoded`. Those that are no plain text (runs, escapes, line ends) go to `decodeOne`.
 */
export function decodeTogether(
  bytes: Uint8Array,
  starts: Uint32Array,
  first: number,
  end: number,
  decoded: (string | undefined)[],
  decodeOne: (index: number) => string,
): void {
  // Filled from the first on: with a hole before it, V8 would make a dictionary of the array, ten times slower.
  while (decoded.length < end) decoded.push(undefined);
  // The texts one after the other, without their tags.
  const gathered = new Uint8Array(BLOCK);
  // Where each starts and ends in what was gathered, counted in characters; both 0 for those left out.
  const bounds: number[] = [];
  let length = 0;
  let characters = 0;
  for (let index = first; index < end && bounds.length < BLOCK; index++) {
    const from = plainTextStart(bytes, starts[index] as number);
    let added = 0;
    let units = 0;
    if (from > 0) {
      for (; length + added < BLOCK; added++) {
        const b = bytes[from + added] ?? LESS;
        if (b === LESS || b === 0x26 || b === 0x5f || b === 0x0d) break;
        gathered[length + added] = b;
        // One unit for each first byte of a character; two when it takes four bytes.
        if (b < 0x80 || b >= 0xc0) units += b >= 0xf0 ? 2 : 1;
      }
      if (length + added === BLOCK) break;
    }
    const isPlain = from > 0 && endsPlainText(bytes, from + added);
    bounds.push(isPlain ? characters : 0, isPlain ? characters + units : 0);
    if (!isPlain) decoded[index] ??= decodeOne(index);
    else {
      length += added;
      characters += units;
    }
  }
  const text = utf8.decode(gathered.subarray(0, length));
  // Bytes that are not UTF-8 decode to another number of characters.
  if (text.length !== characters) return;
  for (let i = 0; i < bounds.length; i += 2) {
    const stop = bounds[i + 1] as number;
    if (stop > 0) decoded[first + i / 2] = text.slice(bounds[i], stop);
  }
}
