import { depthOf, allTerritories } from './registry';

/** Letters and digits only, so that `saint etienne` finds Saint-Étienne. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
}

let index: readonly Entry[] | undefined;

/** All territories with their names made plain; made at the first search, 40 000 names take a moment. */
function entries(): readonly Entry[] {
  return (index ??= [...allTerritories().values()].map(({ code, name }) => ({
    code,
    name: plain(name),
    depth: depthOf(code),
  })));
}

/**
 * Territories that someone typing a name or a code may mean, best first: same code or name, then names that begin so,
 * then names with a word that does; coarsest first among equals. `caen` → Caen, Caen la Mer …; `14` → DEP:14.
 */
export function searchTerritories(text: string, most = 8): string[] {
  const words = plain(text);
  if (words === '') return [];
  const code = text.replace(/\s+/gu, '').toUpperCase();
  const ranked = entries().flatMap((entry) => {
    const rank = rankOf(entry, words, code);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  return ranked
    .sort(
      (one, other) =>
        one.rank - other.rank ||
        one.entry.depth - other.entry.depth ||
        one.entry.name.length - other.entry.name.length ||
        one.entry.code.localeCompare(other.entry.code),
    )
    .slice(0, most)
    .map(({ entry }) => entry.code);
}

function rankOf({ code, name }: Entry, words: string, written: string): number | undefined {
  const number = code.slice(code.indexOf(':') + 1);
  if (code === written || number === written || name === words) return 0;
  if (name.startsWith(words)) return 1;
  if (/^\d{2,}/.test(written) && number.startsWith(written)) return 2;
  return name.includes(` ${words}`) ? 3 : undefined;
}
