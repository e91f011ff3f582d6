import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.IMPACT_SHARED ?? join(import.meta.dirname ?? __dirname, '../../../shared');

/**
 * A reference document or a third-party file that is not part of the project; undefined, with a word on the
 * console, where this computer does not have it.
 */
export function sharedData(path: string): string | undefined {
  const file = join(folder, path);
  if (existsSync(file)) return file;
  console.info(`${path} is not on this computer: what compares with it passes without comparing.`);
  return undefined;
}
