import { forEachBlock, type ReadingOptions } from './blocks';
import { decodeText } from './decode';
import type { OpenedText } from './open';
import { FieldSplitter } from './split';

/** One line of a table; only valid during the visit, take from it what you need. */
export interface LineRecord {
  /** From 1, as a text editor numbers the lines; lines without anything are counted too. */
  readonly line: number;
  readonly count: number;
  /** Nothing but separators, spaces and quotes. */
  readonly blank: boolean;
  /** A field without its surrounding quotes and spaces; empty if the line has no such field. */
  text(field: number): string;
  /** The line as it stands. */
  whole(): string;
}

export interface RecordOptions extends ReadingOptions {
  /** Byte of the separator: `separatorOf(opened)` proposes one. */
  readonly separator: number;
  /** Number of fields of the headings; decides how lone quotes are taken (`FieldSplitter`). */
  readonly expected?: number;
}

/** Goes through the lines of a table, headings and blank lines included. Resolves to the number of lines. */
export async function forEachRecord(
  opened: OpenedText,
  { separator, expected, ...reading }: RecordOptions,
  visit: (record: LineRecord) => void,
): Promise<number> {
  const record = new SplitRecord(new FieldSplitter(separator, opened.lineEnd, expected));
  await forEachBlock(
    opened,
    (bytes, start, end) => {
      let from = start;
      while (from < end) {
        from = record.take(bytes, from, end);
        visit(record);
      }
    },
    reading,
  );
  return record.line;
}

/** The first records of the sample, as texts: to recognise headings. */
export function sampleRecords(opened: OpenedText, separator: number, most: number): string[][] {
  const record = new SplitRecord(new FieldSplitter(separator, opened.lineEnd));
  const { sample } = opened;
  const records: string[][] = [];
  let from = 0;
  while (from < sample.length && records.length < most) {
    from = record.take(sample, from, sample.length);
    records.push(Array.from({ length: record.count }, (_, field) => record.text(field)));
  }
  return records;
}

class SplitRecord implements LineRecord {
  line = 0;
  private bytes: Uint8Array = new Uint8Array(0);
  private from = 0;

  constructor(private readonly splitter: FieldSplitter) {}

  get count(): number {
    return this.splitter.count;
  }

  get blank(): boolean {
    const { separator } = this.splitter;
    const end = this.splitter.end(this.count - 1);
    for (let at = this.from; at < end; at += 1) {
      const byte = this.bytes[at] ?? 0;
      if (byte > 32 && byte !== 34 && byte !== separator) return false;
    }
    return true;
  }

  take(bytes: Uint8Array, from: number, end: number): number {
    this.splitter.split(bytes, from, end);
    this.bytes = bytes;
    this.from = from;
    this.line += 1;
    return this.splitter.next;
  }

  text(field: number): string {
    if (field < 0 || field >= this.count) return '';
    return tidyField(decodeText(this.bytes, this.splitter.start(field), this.splitter.end(field)));
  }

  whole(): string {
    return decodeText(this.bytes, this.from, this.splitter.end(this.count - 1));
  }
}

/** A field as meant: spaces around dropped, and quotes if it is well quoted. */
export function tidyField(field: string): string {
  const trimmed = field.trim();
  if (trimmed.length < 2 || !trimmed.startsWith('"') || !trimmed.endsWith('"')) return trimmed;
  const inner = trimmed.slice(1, -1);
  return inner.replaceAll('""', '').includes('"') ? trimmed : inner.replaceAll('""', '"').trim();
}
