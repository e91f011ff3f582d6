import { crc32 } from './checksum';
import type { Entry } from './directory';
import { readDirectory } from './directory';
import type { Inflate } from './inflate';
import { inflateStart } from './inflate';
import { LIMITS } from './limits';
import { corrupt, WorkbookRefused } from './refused';
import type { ByteSource } from './source';
import { plainBytes } from './source';

/** The files inside a package, found by name without regard to case, slashes or a leading slash. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Inflated bytes; refuses the file when they are not what the directory declares. */
  read(name: string): Promise<Uint8Array>;
  /** How a part begins (a few hundred bytes at least, if it has them), at a cost that does not depend on its size. */
  peek(name: string): Promise<Uint8Array>;
}

const STORED = 0;
const DEFLATED = 8;
const LOCAL_HEADER = 30;
/** Extra fields of a local header are usually shorter: one read then brings header and data. */
const EXTRA = 64;

/** Opens a zip; nothing is inflated. */
export async function openArchive(source: ByteSource, inflate: Inflate): Promise<Archive> {
  const entries = (await readDirectory(source)).filter((entry) => !isFolder(entry));
  refuseHostile(entries, source.size);
  const byKey = new Map<string, Entry>();
  for (const entry of entries) {
    const key = keyOf(entry.name);
    if (byKey.has(key)) throw corrupt(`l’élément ${entry.name} y figure deux fois`);
    byKey.set(key, entry);
  }
  const find = (name: string): Entry => {
    const entry = byKey.get(keyOf(name));
    if (entry === undefined) throw corrupt(`l’élément ${name} manque`);
    return entry;
  };
  return {
    names: entries.map((entry) => entry.name),
    has: (name) => byKey.has(keyOf(name)),
    read: (name) => readEntry(source, find(name), inflate),
    peek: async (name) => {
      const entry = find(name);
      const data = await readData(source, entry, 512);
      return entry.method === DEFLATED ? inflateStart(data) : data;
    },
  };
}

/** Part names are compared without regard to case (ECMA-376-2, 6.2.2.3); some writers escape them, some do not. */
function keyOf(name: string): string {
  const path = name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function isFolder(entry: Entry): boolean {
  return entry.size === 0 && /[\\/]$/.test(entry.name);
}

function refuseHostile(entries: readonly Entry[], fileSize: number): void {
  let total = 0;
  for (const { name, size, compressedSize, offset } of entries) {
    total += size;
    if (offset + LOCAL_HEADER + compressedSize > fileSize) throw corrupt(`${name} sort du fichier`);
    if (size > LIMITS.ratioFrom && size > LIMITS.ratio * compressedSize) {
      throw new WorkbookRefused('bomb', `${name} : ${megabytes(compressedSize)} pour ${megabytes(size)}`);
    }
    // Compression never adds that much: such a part holds more than it says.
    if (compressedSize > 2 * size + 1024) {
      throw new WorkbookRefused('bomb', `${name} annonce ${size} octets pour ${compressedSize} compressés`);
    }
    if (size > LIMITS.part) throw new WorkbookRefused('too_large', `${name} : ${megabytes(size)}`);
  }
  if (total > LIMITS.total) throw new WorkbookRefused('too_large', megabytes(total));

  // Parts that share the same compressed bytes: how a small file hides a large one from the checks above.
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  sorted.forEach((entry, i) => {
    const next = sorted[i + 1];
    const end = entry.offset + LOCAL_HEADER + entry.nameLength + entry.compressedSize;
    if (next !== undefined && end > next.offset) {
      throw new WorkbookRefused('bomb', `${entry.name} et ${next.name} se recouvrent`);
    }
  });
}

async function readEntry(source: ByteSource, entry: Entry, inflate: Inflate): Promise<Uint8Array> {
  const data = await readData(source, entry, entry.compressedSize);
  if (data.length < entry.compressedSize) throw new WorkbookRefused('truncated', entry.name);
  const bytes = entry.method === STORED ? data : await inflateEntry(entry, data, inflate);
  if (bytes.length !== entry.size) {
    throw corrupt(`${entry.name} annonce ${entry.size} octets et en contient un autre nombre`);
  }
  if (bytes.length <= LIMITS.checksum && crc32(bytes) !== entry.crc) {
    throw corrupt(`somme de contrôle de ${entry.name}`);
  }
  return bytes;
}

async function inflateEntry(entry: Entry, data: Uint8Array, inflate: Inflate): Promise<Uint8Array> {
  if (entry.size === 0) return new Uint8Array(0);
  try {
    return plainBytes(await inflate(data, entry.size));
  } catch {
    throw corrupt(`${entry.name} ne se décompresse pas, ou dépasse la taille qu’il annonce`);
  }
}

/** The first `length` bytes of an entry's compressed data. */
async function readData(source: ByteSource, entry: Entry, length: number): Promise<Uint8Array> {
  if (entry.encrypted) throw new WorkbookRefused('encrypted', entry.name);
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw corrupt(`${entry.name} : méthode de compression ${entry.method} inconnue`);
  }
  const wanted = Math.min(length, entry.compressedSize);
  const block = await source.read(entry.offset, LOCAL_HEADER + entry.nameLength + EXTRA + wanted);
  if (block.length < LOCAL_HEADER || block[0] !== 0x50 || block[1] !== 0x4b || block[2] !== 3) {
    throw corrupt(`en-tête de ${entry.name}`);
  }
  const start = LOCAL_HEADER + uint16(block, 26) + uint16(block, 28);
  if (start + wanted <= block.length) return plainBytes(block.subarray(start, start + wanted));
  return plainBytes(await source.read(entry.offset + start, wanted));
}

function uint16(bytes: Uint8Array, p: number): number {
  return (bytes[p] as number) | ((bytes[p + 1] as number) << 8);
}

function megabytes(size: number): string {
  return `${(size / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo`;
}
