import { open, stat } from 'node:fs/promises';
import { CannotRun } from './errors';
import { cannotBeRead } from './remarks';

/** Large enough that calls cost nothing beside the work, small enough to stay in the processor's cache. */
const CHUNK = 1024 * 1024;

/** The bytes of a file, piece by piece in one buffer used again: each piece is only valid until the next. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r').catch(() => undefined);
  if (!handle) throw new CannotRun(cannotBeRead(path));
  try {
    const buffer = new Uint8Array(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Size of a file in bytes; CannotRun when it is not a file that can be read. */
export async function sizeOf(path: string): Promise<number> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory()) {
    throw new CannotRun(`« ${path} » est un dossier : donnez le fichier lui-même.`);
  }
  if (!info?.isFile()) throw new CannotRun(cannotBeRead(path));
  return info.size;
}
