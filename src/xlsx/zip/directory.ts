import { LIMITS } from './limits';
import { corrupt, WorkbookRefused } from './refused';
import type { ByteSource } from './source';

/** One file of the archive, as its central directory declares it. */
export interface Entry {
  /** As written. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Where its local header starts, in the file. */
  readonly offset: number;
  readonly nameLength: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const FILE = 0x02014b50;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

interface Extent {
  readonly count: number;
  readonly size: number;
  readonly offset: number;
  /** Where the directory must end. */
  readonly before: number;
}

/** Reads the list of files (APPNOTE.TXT 4.3.12–4.3.16), Zip64 included, and refuses what looks hostile. */
export async function readDirectory(source: ByteSource): Promise<Entry[]> {
  const tailStart = Math.max(0, source.size - LIMITS.tail);
  const tail = await source.read(tailStart, source.size - tailStart);
  const end = findEnd(tail);
  if (end < 0) throw new WorkbookRefused('truncated');
  const extent = await readExtent(source, tail, tailStart, end);
  if (extent.count > LIMITS.entries) throw new WorkbookRefused('bomb', `${extent.count} éléments`);
  if (extent.size > extent.before) throw corrupt('table des matières hors du fichier');

  // Bytes put before the archive (a self-extracting program, an e-mail header) shift every offset.
  const shift = extent.before - extent.size - extent.offset;
  if (shift < 0) throw corrupt('table des matières hors du fichier');
  const start = extent.before - extent.size;
  const bytes =
    start >= tailStart
      ? tail.subarray(start - tailStart, start - tailStart + extent.size)
      : await source.read(start, extent.size);
  return readEntries(bytes, extent.count, shift);
}

function findEnd(tail: Uint8Array): number {
  const view = viewOf(tail);
  let loose = -1;
  for (let p = tail.length - 22; p >= 0; p--) {
    if (tail[p] !== 0x50 || view.getUint32(p, true) !== END) continue;
    // The comment ends the file exactly; else the last record, for files with bytes appended.
    if (p + 22 + view.getUint16(p + 20, true) === tail.length) return p;
    if (loose < 0) loose = p;
  }
  return loose;
}

async function readExtent(
  source: ByteSource,
  tail: Uint8Array,
  tailStart: number,
  end: number,
): Promise<Extent> {
  const view = viewOf(tail);
  const plain: Extent = {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    offset: view.getUint32(end + 16, true),
    before: tailStart + end,
  };
  const full = plain.count === FULL_16 || plain.size === FULL_32 || plain.offset === FULL_32;
  const locator = end - 20;
  if (!full || locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) return plain;

  const declared = big(view, locator + 8);
  if (declared + 56 > source.size) throw corrupt('Zip64 hors du fichier');
  const bytes = await source.read(declared, 56);
  const record = viewOf(bytes);
  if (bytes.length < 56 || record.getUint32(0, true) !== END_64) throw corrupt('Zip64 illisible');
  return {
    count: big(record, 32),
    size: big(record, 40),
    offset: big(record, 48),
    before: declared,
  };
}

function readEntries(bytes: Uint8Array, count: number, shift: number): Entry[] {
  const view = viewOf(bytes);
  const utf8 = new TextDecoder();
  const entries: Entry[] = [];
  let p = 0;
  for (let i = 0; i < count; i++) {
    if (p + 46 > bytes.length || view.getUint32(p, true) !== FILE) {
      throw corrupt('table des matières illisible');
    }
    const nameLength = view.getUint16(p + 28, true);
    const extraLength = view.getUint16(p + 30, true);
    const nameEnd = p + 46 + nameLength;
    const large = zip64Sizes(view, nameEnd, extraLength, {
      size: view.getUint32(p + 24, true),
      compressedSize: view.getUint32(p + 20, true),
      offset: view.getUint32(p + 42, true),
    });
    entries.push({
      name: utf8.decode(bytes.subarray(p + 46, nameEnd)),
      method: view.getUint16(p + 10, true),
      encrypted: (view.getUint16(p + 8, true) & 1) === 1,
      crc: view.getUint32(p + 16, true),
      compressedSize: large.compressedSize,
      size: large.size,
      offset: large.offset + shift,
      nameLength,
    });
    p = nameEnd + extraLength + view.getUint16(p + 32, true);
  }
  return entries;
}

type Sizes = Pick<Entry, 'size' | 'compressedSize' | 'offset'>;

/** The Zip64 extra field (id 1) holds, in this order, only the values that did not fit. */
function zip64Sizes(view: DataView, start: number, length: number, plain: Sizes): Sizes {
  if (plain.size !== FULL_32 && plain.compressedSize !== FULL_32 && plain.offset !== FULL_32) return plain;
  const end = Math.min(view.byteLength, start + length);
  for (let p = start; p + 4 <= end; p += 4 + view.getUint16(p + 2, true)) {
    if (view.getUint16(p, true) !== 1) continue;
    let q = p + 4;
    const next = (value: number): number => {
      if (value !== FULL_32) return value;
      if (q + 8 > end) throw corrupt('Zip64 illisible');
      q += 8;
      return big(view, q - 8);
    };
    const size = next(plain.size);
    const compressedSize = next(plain.compressedSize);
    return { size, compressedSize, offset: next(plain.offset) };
  }
  return plain;
}

function big(view: DataView, offset: number): number {
  return Number(view.getBigUint64(offset, true));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
