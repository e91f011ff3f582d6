/** Spaces a French keyboard, Excel or a web page may put in: ordinary, no-break, narrow, thin, tab … */
const spaces = /\s+/gu;

/** A heading less its case, accents, spaces and line breaks: `Année` → `annee`. */
export function headingKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(spaces, '').toLowerCase();
}

/** As `headingKey`, less the punctuation too: `Raison sociale` and `raison_sociale` become one. */
export function looseKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** A text without spaces around it, and with single ordinary ones inside. */
export function tidy(text: string): string {
  return text.replace(spaces, ' ').trim();
}

/** A text without any space: `552 081 317` → `552081317`. */
export function compact(text: string): string {
  return text.replace(spaces, '');
}

/** A text quoted in a message: short, on one line. */
export function quoted(text: string): string {
  const line = tidy(text);
  return `« ${line.length > 60 ? `${line.slice(0, 59)}…` : line} »`;
}

/** The word of a list nearest to a misspelt one, at most two letters away. */
export function nearest(word: string, among: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = word.length < 6 ? 2 : 3;
  for (const candidate of among) {
    const distance = editDistance(word, candidate, least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, or `limit` as soon as it is reached. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    previous = row;
  }
  return previous[other.length] ?? limit;
}
