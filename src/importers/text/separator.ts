import { closingQuote } from './split';
import { sampleLines, type OpenedText } from './open';

/** What separates fields in the files that landlords and the State exchange; the most usual first. */
const separators = [';', '\t', '|', ','].map((one) => one.charCodeAt(0));

const LINES = 30;

/**
 * The separator (its byte) that gives the most fields on most of the first lines; undefined when none appears.
 * Fields well quoted are one field each.
 */
export function separatorOf(opened: OpenedText): number | undefined {
  const lines: Uint8Array[] = [];
  for (const line of sampleLines(opened)) {
    if (line.length > 0) lines.push(line);
    if (lines.length === LINES) break;
  }
  // The last line of the sample may be cut.
  if (lines.length > 2 && lines.length < LINES) lines.pop();
  let best: { separator: number; score: number } | undefined;
  for (const separator of separators) {
    const counts = lines.map((line) => fieldsOf(line, separator) - 1).sort((a, b) => a - b);
    const score = counts[counts.length >> 1] ?? 0;
    if (score > (best?.score ?? 0)) best = { separator, score };
  }
  return best?.separator;
}

function fieldsOf(line: Uint8Array, separator: number): number {
  let fields = 1;
  let at = 0;
  while (at < line.length) {
    at = Math.max(at, closingQuote(line, at, line.length, separator));
    while (at < line.length && line[at] !== separator) at += 1;
    if (at < line.length) fields += 1;
    at += 1;
  }
  return fields;
}
