import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.gif': 'image/gif',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const typeOf = (file) => types[extname(file).toLowerCase()] ?? 'application/octet-stream';

/**
 * How long a browser may keep a file: for ever when its name has a hash, not without asking otherwise. Pictures
 * get no directive at all: Office replaces a ribbon icon that has one by a generic picture
 * (learn.microsoft.com/javascript/api/manifest/resources).
 */
export function cachingOf(file) {
  if (/\.[0-9a-f]{8,}\.\w+$/.test(file)) return 'public, max-age=31536000, immutable';
  return extname(file) === '.png' ? undefined : 'no-cache';
}

/**
 * The segments of a decoded address, or undefined when it tries to leave its folder or to reach a hidden file.
 */
export function segmentsOf(path) {
  const segments = path.split('/').filter((one) => one !== '');
  const safe = segments.every((one) => !one.startsWith('.') && !/[\\\0:]/.test(one));
  return safe ? segments : undefined;
}

/**
 * The file an address means, below a folder.
 * @param {{folder: string, ignoreCase?: boolean}} mount
 * @param {readonly string[]} segments
 * @returns {Promise<{file: string, stats: import('node:fs').Stats} | {folder: true} | undefined>} a folder with an index is `{folder: true}`
 *   when its address lacks the final slash, which relative links need
 */
export async function findFile({ folder, ignoreCase = false }, segments, endsWithSlash) {
  let path = folder;
  for (const segment of segments) {
    const next = join(path, segment);
    const exact = await stat(next).catch(() => undefined);
    const other = !exact && ignoreCase ? await sameName(path, segment) : undefined;
    if (!exact && !other) return undefined;
    path = other ?? next;
  }
  let stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) {
    path = join(path, 'index.html');
    stats = await stat(path).catch(() => undefined);
    if (stats && !endsWithSlash && segments.length > 0) return { folder: true };
  }
  if (!stats?.isFile() || !(await isBelow(path, folder))) return undefined;
  return { file: path, stats };
}

async function sameName(folder, name) {
  const names = await readdir(folder).catch(() => []);
  const found = names.find((one) => one.toLowerCase() === name.toLowerCase());
  return found && join(folder, found);
}

/** A link may lead out of the folder; its target is what counts. */
async function isBelow(file, folder) {
  const [real, base] = await Promise.all([realpath(file), realpath(folder)]);
  return real.startsWith(base + sep);
}
