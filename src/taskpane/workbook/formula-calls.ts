/** A call of one of our functions, as it is written in a formula in English. */
export interface WrittenCall {
  /** `LOYER_M2` */
  readonly id: string;
  readonly arguments: readonly string[];
}

const NAME = /(?:_xldudf_)?IMPACT[._]([A-Z0-9_]+)\s*\(/giu;

/** The calls of our functions in a formula, those inside another call after it. Texts in quotes are passed over. */
export function callsIn(formula: string): readonly WrittenCall[] {
  const calls: WrittenCall[] = [];
  const hidden = withoutTexts(formula);
  for (const match of hidden.matchAll(NAME)) {
    const start = match.index + match[0].length;
    const pieces = argumentsFrom(formula, hidden, start);
    if (pieces) calls.push({ id: (match[1] ?? '').toUpperCase(), arguments: pieces });
  }
  return calls;
}

/** The same length, quoted texts and sheet names being blanked: what is left is structure. */
function withoutTexts(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/gu, (text) => ' '.repeat(text.length));
}

const OPENING = '([{';
const CLOSING = ')]}';

/** The arguments from just after the opening bracket; undefined when it is never closed. */
function argumentsFrom(formula: string, hidden: string, start: number): readonly string[] | undefined {
  const pieces: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < hidden.length; at++) {
    const sign = hidden[at] ?? '';
    if (OPENING.includes(sign)) depth++;
    else if (CLOSING.includes(sign)) {
      if (depth === 0) {
        const last = formula.slice(from, at).trim();
        return pieces.length === 0 && last === '' ? [] : [...pieces, last];
      }
      depth--;
    } else if (sign === ',' && depth === 0) {
      pieces.push(formula.slice(from, at).trim());
      from = at + 1;
    }
  }
  return undefined;
}
