import { CR } from './open';

const QUOTE = 34;
/** More fields than any table has; what comes after them on a line is counted but not placed. */
const MOST_FIELDS = 20_000;

/**
 * Splits lines into fields, in place: no text is made. One object serves for all the lines of a file.
 *
 * A line end always ends the record, and a `"` is an ordinary character, unless the fields so obtained are not
 * as many as expected and taking quoted fields as one each gives the right number: files of the State hold
 * thousands of lone quotes, and a reader that trusts quotes silently merges lines.
 */
export class FieldSplitter {
  /** Fields of the last line. */
  count = 0;
  /** Where the next line starts. */
  next = 0;
  /** Where each field starts; one before the start of the following one is its end. */
  readonly starts: Int32Array;
  /** `expected`: the number of fields of the headings; 0 when unknown (then well-formed quotes are believed). */
  constructor(
    readonly separator: number,
    readonly lineEnd: number,
    readonly expected = 0,
  ) {
    this.starts = new Int32Array(MOST_FIELDS + 2);
  }

  start(field: number): number {
    return this.starts[field] ?? 0;
  }

  end(field: number): number {
    return (this.starts[field + 1] ?? 1) - 1;
  }

  /** Splits the line that starts at `from`; `end` is the end of the block. */
  split(bytes: Uint8Array, from: number, end: number): void {
    const { starts, separator, lineEnd } = this;
    let fields = 1;
    let quotes = 0;
    let at = from;
    starts[0] = from;
    // No branch but the end of the line: fields are short and of any length, so a processor would guess wrong at
    // each of them. `(x - 1) >>> 31` is 1 for 0 and 0 for any other byte; a write past the array does nothing.
    for (; at < end; at += 1) {
      const byte = bytes[at] as number;
      if (byte === lineEnd) break;
      starts[fields] = at + 1;
      fields += ((byte ^ separator) - 1) >>> 31;
      quotes |= (byte ^ QUOTE) - 1;
    }
    this.next = at + 1;
    const last = at > from && bytes[at - 1] === CR ? at - 1 : at;
    this.finish(fields, last);
    if (quotes < 0 && fields !== this.expected) this.splitQuoted(bytes, from, last);
  }

  private finish(fields: number, lineEnd: number): void {
    this.count = Math.min(fields, MOST_FIELDS);
    this.starts[this.count] = lineEnd + 1;
  }

  /** The same line, fields between quotes being one; kept if that is what was expected. */
  private splitQuoted(bytes: Uint8Array, from: number, end: number): void {
    const found: number[] = [from];
    let at = from;
    for (;;) {
      const closed = closingQuote(bytes, at, end, this.separator);
      at = closed < 0 ? at : closed;
      while (at < end && bytes[at] !== this.separator) at += 1;
      if (at >= end) break;
      at += 1;
      found.push(at);
    }
    if (found.length >= MOST_FIELDS || found.length === this.count) return;
    if (this.expected > 0 && found.length !== this.expected) return;
    this.starts.set(found);
    this.finish(found.length, end);
  }
}

/** The end of the quoted field that starts at `from`, just behind its closing quote; -1 if it is not one. */
export function closingQuote(bytes: Uint8Array, from: number, end: number, separator: number): number {
  if (bytes[from] !== QUOTE) return -1;
  for (let at = from + 1; at < end; at += 1) {
    if (bytes[at] !== QUOTE) continue;
    if (at + 1 === end || bytes[at + 1] === separator) return at + 1;
    if (bytes[at + 1] !== QUOTE) return -1;
    at += 1;
  }
  return -1;
}
