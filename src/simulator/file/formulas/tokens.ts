/** A piece of a formula. Pieces put end to end give the formula back. */
export interface Token {
  readonly kind: 'string' | 'quoted' | 'brackets' | 'error' | 'word' | 'other';
  readonly text: string;
}

const WORD = /[\p{L}\p{N}_.$\\?\u00a0-\uffff]+/uy;
const ERROR = /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA)/iy;

/**
 * Cuts a formula: texts `"…"`, quoted sheet names `'…'`, outermost brackets `[…]`, error values, words
 * (references, names, numbers, functions), and single characters for the rest. Never fails.
 */
export function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let p = 0;
  while (p < formula.length) {
    const token = tokenAt(formula, p);
    tokens.push(token);
    p += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, p: number): Token {
  const character = formula[p] ?? '';
  if (character === '"') return { kind: 'string', text: formula.slice(p, endOfQuoted(formula, p)) };
  if (character === "'") return { kind: 'quoted', text: formula.slice(p, endOfQuoted(formula, p)) };
  if (character === '[') return { kind: 'brackets', text: formula.slice(p, endOfBrackets(formula, p)) };
  for (const [kind, pattern] of [
    ['error', ERROR],
    ['word', WORD],
  ] as const) {
    pattern.lastIndex = p;
    const found = pattern.exec(formula);
    if (found !== null) return { kind, text: found[0] };
  }
  return { kind: 'other', text: character };
}

function endOfQuoted(formula: string, start: number): number {
  const quote = formula[start];
  for (let p = start + 1; p < formula.length; p++) {
    if (formula[p] !== quote) continue;
    if (formula[p + 1] !== quote) return p + 1;
    p++;
  }
  return formula.length;
}

/** Inside brackets an apostrophe protects the character after it. */
function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let p = start; p < formula.length; p++) {
    const character = formula[p];
    if (character === "'") p++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return p + 1;
  }
  return formula.length;
}

export const print = (tokens: readonly Token[]): string => tokens.map((one) => one.text).join('');

/** Whether the word at `index` is a function being called. */
export function isCall(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.kind === 'word' && tokens[index + 1]?.text === '(';
}

/** Whether the word or quoted text at `index` names a sheet (`Sheet!`). */
export function isSheet(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.text === '!';
}
