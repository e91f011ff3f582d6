/** A record of a CSV file, with the line of the file where it begins (from 1). */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads `;`-separated text: CRLF or LF, cells in quotes may hold separators, line ends and doubled quotes.
 * A quote that is never closed is an ordinary character, so that one slip cannot swallow the rest of the file.
 * Lines with nothing in any cell are left out.
 */
export function parseCsv(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let position = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  while (position < text.length) {
    const start = line;
    const cells: string[] = [];
    let ended = false;
    while (!ended) {
      const cell = readCell(text, position);
      cells.push(cell.text.trim());
      line += cell.lineEnds;
      ended = text[cell.end] !== ';';
      position = cell.end + 1;
    }
    if (text[position - 1] === '\r' && text[position] === '\n') position += 1;
    line += 1;
    if (cells.some((one) => one !== '')) records.push({ line: start, cells });
  }
  return records;
}

/** The cell that starts at `start`; `end` is its separator, its line end or the end of the text. */
function readCell(text: string, start: number): { text: string; end: number; lineEnds: number } {
  const quoted = text[start] === '"' ? closingQuote(text, start) : undefined;
  const from = quoted === undefined ? start : quoted + 1;
  let end = from;
  while (end < text.length && !';\r\n'.includes(text.charAt(end))) end += 1;
  if (quoted === undefined) return { text: text.slice(start, end), end, lineEnds: 0 };
  const inside = text.slice(start + 1, quoted).replaceAll('""', '"');
  const lineEnds = inside.match(/\r\n|\r|\n/g)?.length ?? 0;
  return { text: inside + text.slice(from, end), end, lineEnds };
}

/** Where the quote opened at `start` is closed, a doubled quote being one character; undefined when never. */
function closingQuote(text: string, start: number): number | undefined {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? undefined : at;
}
