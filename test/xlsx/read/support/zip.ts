import { deflateRawSync, crc32 } from 'node:zlib';

/** A file to put in a hand-made zip, with the lies and oddities a test needs. */
export interface ZipEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** 0 stored, 8 deflated (default). */
  readonly method?: number;
  /** What the directory says instead of the truth. */
  readonly declaredSize?: number;
  readonly crc?: number;
  readonly encrypted?: boolean;
  /** Sizes and offset in a Zip64 extra field. */
  readonly zip64?: boolean;
  /** Points at the data of this earlier entry instead of its own. */
  readonly sharesDataOf?: string;
}

export interface ZipOptions {
  readonly comment?: string;
  /** Bytes before the archive, which offsets do not count. */
  readonly before?: Uint8Array;
  /** End of directory in its Zip64 form. */
  readonly zip64?: boolean;
}

const FULL = 0xffffffff;

/** A zip written byte by byte, so that it may be wrong in exactly one way. */
export function zipOf(entries: readonly ZipEntry[], options: ZipOptions = {}): Uint8Array {
  const before = Buffer.from(options.before ?? []);
  const chunks: Buffer[] = [before];
  const directory: Buffer[] = [];
  const offsets = new Map<string, number>();
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.data as Uint8Array);
    const method = entry.method ?? 8;
    const data = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(entry.name);
    const size = entry.declaredSize ?? content.length;
    const at = offsets.get(entry.sharesDataOf ?? '') ?? offset;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(entry.zip64 ? 45 : 20, 0);
    common.writeUInt16LE(entry.encrypted ? 1 : 0, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(entry.crc ?? crc32(content), 10);
    common.writeUInt32LE(entry.zip64 ? FULL : data.length, 14);
    common.writeUInt32LE(entry.zip64 ? FULL : size, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.from(common);
    const extra = entry.zip64 ? zip64Extra([size, data.length, at]) : Buffer.alloc(0);
    common.writeUInt16LE(extra.length, 24);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(entry.zip64 ? FULL : at, 10);
    directory.push(Buffer.from('PK\x01\x02\x2d\x00', 'latin1'), common, place, name, extra);
    if (entry.sharesDataOf !== undefined) continue;
    offsets.set(entry.name, offset);
    chunks.push(Buffer.from('PK\x03\x04', 'latin1'), local, name, data);
    offset += 30 + name.length + data.length;
  }
  const list = Buffer.concat(directory);
  const comment = Buffer.from(options.comment ?? '');
  return Buffer.concat([...chunks, list, ending(entries.length, list.length, offset, options), comment]);
}

function ending(count: number, size: number, offset: number, { comment, zip64, before }: ZipOptions): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(zip64 ? 0xffff : count, 8);
  end.writeUInt16LE(zip64 ? 0xffff : count, 10);
  end.writeUInt32LE(zip64 ? FULL : size, 12);
  end.writeUInt32LE(zip64 ? FULL : offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment ?? ''), 20);
  if (!zip64) return end;
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(offset), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt((before?.length ?? 0) + offset + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, end]);
}

function zip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  values.forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + i * 8));
  return extra;
}
