import { open, readFile, readdir, stat, writeFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { decodeText } from '../importers';
import type { ByteSource, Deflate, Inflate, WorkbookModel } from '../xlsx';
import { writeWorkbook } from '../xlsx';
import { CannotRun } from './errors';
import { cannotBeRead } from './remarks';

/** Node's own zlib, five times as fast as the portable one; bounded by the declared size. */
export const inflate: Inflate = (compressed, size) =>
  // One block of the right size: zlib's small default blocks would each be copied.
  inflateRawSync(compressed, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) });

/** Node's own zlib again; a piece that is not the last ends on a whole byte, and the next goes on from there. */
export const deflate: Deflate = (piece, last) =>
  deflateRawSync(piece, { finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH });

/** Runs `use` on a file read piece by piece: only what is asked for is in memory. */
export async function withFile<Result>(
  path: string,
  use: (source: ByteSource) => Promise<Result>,
): Promise<Result> {
  const handle = await open(path, 'r');
  try {
    const info = await handle.stat();
    if (info.isDirectory()) throw new CannotRun(`« ${path} » est un dossier : donnez le fichier lui-même.`);
    const { size } = info;
    return await use({
      size,
      async read(offset, length) {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
        await handle.read(bytes, 0, bytes.length, offset);
        return bytes;
      },
    });
  } finally {
    await handle.close();
  }
}

const SPREADSHEET = /\.(xlsx|xlsm|xlsb|xls|ods)$/i;

/** The workbooks meant by files and folders (folders are searched through); sorted, each once. */
export async function workbooksAt(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info) throw new CannotRun(`« ${path} » n’existe pas : vérifiez le chemin du fichier ou du dossier.`);
    if (!info.isDirectory()) {
      found.add(path);
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && SPREADSHEET.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) found.add(file);
  }
  return [...found];
}

/** Whether something is at a path. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** Text of a CSV file, in UTF-8 or as Excel saves it in its Western encoding; CannotRun when it cannot be read. */
export async function readText(path: string): Promise<string> {
  try {
    return decodeText(await readFile(path)).replace(/^\uFEFF/, '');
  } catch {
    throw new CannotRun(cannotBeRead(path));
  }
}

/** Writes a workbook or a text, making the folders it needs. */
export async function write(path: string, content: WorkbookModel | string): Promise<void> {
  await writeBytes(path, typeof content === 'string' ? content : await writeWorkbook(content, { deflate }));
}

/** Writes a file made elsewhere, making the folders it needs. */
export async function writeBytes(path: string, bytes: Uint8Array | string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  } catch (error) {
    const busy = ['EBUSY', 'EPERM', 'EACCES'].includes((error as { code?: string }).code ?? '');
    const remedy = busy
      ? 'fermez-le s’il est ouvert dans Excel, ou choisissez un autre nom'
      : 'vérifiez le chemin';
    throw new CannotRun(`« ${path} » ne peut pas être écrit : ${remedy}.`);
  }
}
