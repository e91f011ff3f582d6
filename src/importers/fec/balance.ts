import type { JournalLines } from './journal-lines';
import type { UnbalancedEntry } from './model';

/** The most entries named; the others are counted. */
const MOST_NAMED = 50;

/**
 * Entries whose debit is not their credit, largest difference first. An entry dated over several days is balanced
 * when its days are together.
 */
export function unbalancedEntries(
  lines: JournalLines,
  file: string,
): { readonly count: number; readonly largest: readonly UnbalancedEntry[] } {
  const together = new Map<string, { entry: number; difference: number }>();
  for (let entry = 0; entry < lines.entryCount; entry += 1) {
    const difference = lines.entryBalance.at(entry);
    if (difference === 0) continue;
    const number = lines.entryNumbers[entry] ?? '';
    const key = /^0*$/.test(number) ? `#${entry}` : `${lines.entryJournal.at(entry)} ${number}`;
    const known = together.get(key);
    if (known) known.difference += difference;
    else together.set(key, { entry, difference });
  }
  const wrong = [...together.values()].filter(({ difference }) => difference !== 0);
  wrong.sort(
    (one, other) => Math.abs(other.difference) - Math.abs(one.difference) || one.entry - other.entry,
  );
  return {
    count: wrong.length,
    largest: wrong.slice(0, MOST_NAMED).map(({ entry, difference }) => ({
      file,
      journal: lines.journals.texts[lines.entryJournal.at(entry)] ?? '',
      entry: lines.entryNumbers[entry] ?? '',
      date: lines.entryDate.at(entry),
      line: lines.entryLine.at(entry),
      difference,
    })),
  };
}
