import type { RawCell } from './model';

/** The text of a cell, without what Excel puts around codes to keep their zeros: `="60057"`, `'01004`. */
export function plainText(cell: RawCell): string {
  if (cell === undefined) return '';
  const text = String(cell).trim();
  return (/^="([^"]*)"$/.exec(text)?.[1] ?? text.replace(/^'/, '')).trim();
}
