import { WorkbookRefused } from '../zip/refused';
import type { ByteSource } from '../zip/source';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MAX_SECTORS = 64;

export function isCompoundFile(head: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => head[i] === byte);
}

/**
 * Why a compound file (MS-CFB) is refused, by the streams it holds: Office wraps an encrypted .xlsx in
 * one, and an .xls is one.
 */
export async function refuseCompoundFile(source: ByteSource): Promise<WorkbookRefused> {
  const names = await streamNames(source);
  if (names.some((name) => /^(EncryptedPackage|EncryptionInfo)$/.test(name))) {
    return new WorkbookRefused('encrypted');
  }
  if (names.some((name) => /^(Workbook|Book)$/i.test(name))) return new WorkbookRefused('xls');
  if (names.includes('WordDocument')) return new WorkbookRefused('not_zip', 'document Word d’avant 2007');
  if (names.includes('PowerPoint Document')) {
    return new WorkbookRefused('not_zip', 'présentation PowerPoint d’avant 2007');
  }
  return new WorkbookRefused('not_zip', 'document Office d’avant 2007, ou message enregistré');
}

/** Names in the directory, followed along the sector chain. */
async function streamNames(source: ByteSource): Promise<string[]> {
  const header = viewOf(await source.read(0, 512));
  if (header.byteLength < 512) return [];
  const sectorSize = 1 << Math.min(12, header.getUint16(30, true));
  const sectorAt = async (sector: number): Promise<DataView> =>
    viewOf(await source.read((sector + 1) * sectorSize, sectorSize));
  const next = async (sector: number): Promise<number> => {
    const perSector = sectorSize / 4;
    const slot = Math.floor(sector / perSector);
    if (slot >= 109) return -1;
    const table = await sectorAt(header.getUint32(76 + slot * 4, true));
    const at = (sector % perSector) * 4;
    return at + 4 <= table.byteLength ? table.getInt32(at, true) : -1;
  };
  const names: string[] = [];
  let sector = header.getInt32(48, true);
  for (let i = 0; i < MAX_SECTORS && sector >= 0; i++) {
    names.push(...entryNames(await sectorAt(sector)));
    sector = await next(sector);
  }
  return names;
}

function entryNames(sector: DataView): string[] {
  const names: string[] = [];
  for (let p = 0; p + 128 <= sector.byteLength; p += 128) {
    const length = sector.getUint16(p + 64, true);
    if (length < 2 || length > 64) continue;
    const bytes = new Uint8Array(sector.buffer, sector.byteOffset + p, length - 2);
    names.push(new TextDecoder('utf-16le').decode(bytes));
  }
  return names;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
