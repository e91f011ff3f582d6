import { FormulaError } from './error';
import type { BinaryOperator, Span } from './syntax';

export type Relation = '=' | '<=' | '>=' | '<' | '>' | '~';
export type Sign = BinaryOperator | '(' | ')' | ':';

/** A word of a formula; `text` is what was written. */
export type Token = { readonly text: string; readonly span: Span } & (
  | { readonly kind: 'number'; readonly value: number }
  /** What stands between square brackets. */
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'name' }
  | { readonly kind: 'coefficient' | 'reference' | 'indicator'; readonly code: string }
  | { readonly kind: 'sign'; readonly sign: Sign }
  | { readonly kind: 'relation'; readonly relation: Relation }
  | { readonly kind: 'end' }
);

const LONGEST_FORMULA = 10_000;

/** What people type or paste for an operator, beside the plain ones. */
const SIGNS: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '–': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '(': '(',
  ')': ')',
  ':': ':',
};

const RELATIONS: Readonly<Record<string, Relation>> = {
  '=': '=',
  '<=': '<=',
  '=<': '<=',
  '≤': '<=',
  '>=': '>=',
  '=>': '>=',
  '≥': '>=',
  '<': '<',
  '>': '>',
  '~': '~',
  '≈': '~',
};

const PATTERNS = {
  space: /\s+/y,
  // The decimal comma is allowed: nothing else in the language uses a comma.
  number: /(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d+)?/y,
  unit: /\[([^\][]*)\]/y,
  // Before words and the minus sign: `PAC-03` is one token.
  indicator: /[A-Z]{3}-\d{2}[A-Z]?(?![\p{L}\p{N}_])/uy,
  word: /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)?/uy,
  relation: /<=|=<|>=|=>|[=<>≤≥~≈]/y,
};

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function wordToken(written: string, span: Span, text: string): Token {
  const [first = '', code] = written.split('.');
  if (code !== undefined) {
    if (first === 'coef' && isCode(code)) return { kind: 'coefficient', code, text: written, span };
    if (first === 'ref' && isCode(code)) return { kind: 'reference', code, text: written, span };
    throw new FormulaError(
      `Je ne comprends pas « ${written} » : devant un point il n’y a que « coef » (coefficient) ou « ref » (référence), en minuscules, par exemple coef.heures_etp.`,
      span,
      text,
    );
  }
  if (isCode(written)) return { kind: 'name', text: written, span };
  if (/^[A-Z]{3}$/.test(written)) {
    throw new FormulaError(
      `Je ne comprends pas « ${written} » : le code d’un indicateur s’écrit avec un tiret et deux chiffres, comme PAC-03.`,
      span,
      text,
    );
  }
  const plain = written.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  throw new FormulaError(
    `Je ne comprends pas « ${written} » : les données s’écrivent en minuscules sans accent. Vouliez-vous « ${plain} » ?`,
    span,
    text,
  );
}

function isCode(word: string): boolean {
  return /^[a-z_][a-z0-9_]*$/.test(word);
}

function tokenAt(text: string, at: number): Token {
  const spanOf = (found: string): Span => ({ start: at, end: at + found.length });
  const indicator = match(PATTERNS.indicator, text, at)?.[0];
  if (indicator) return { kind: 'indicator', code: indicator, text: indicator, span: spanOf(indicator) };
  const number = match(PATTERNS.number, text, at)?.[0];
  if (number) {
    const value = Number(number.replace(',', '.'));
    if (Number.isFinite(value)) return { kind: 'number', value, text: number, span: spanOf(number) };
    throw new FormulaError(`Le nombre « ${number} » est trop grand.`, spanOf(number), text);
  }
  const word = match(PATTERNS.word, text, at)?.[0];
  if (word) return wordToken(word, spanOf(word), text);
  const unit = match(PATTERNS.unit, text, at);
  if (unit) return { kind: 'unit', unit: (unit[1] ?? '').trim(), text: unit[0], span: spanOf(unit[0]) };
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const sign = SIGNS[character];
  if (sign) return { kind: 'sign', sign, text: character, span: spanOf(character) };
  const written = match(PATTERNS.relation, text, at)?.[0];
  const relation = written === undefined ? undefined : RELATIONS[written];
  if (written !== undefined && relation)
    return { kind: 'relation', relation, text: written, span: spanOf(written) };
  const message =
    character === '['
      ? 'Ce crochet n’est pas refermé : une unité s’écrit entre crochets, par exemple 12[mois/an].'
      : `Je ne comprends pas le caractère « ${character} » : une formule contient des données, des nombres, + - * / et des parenthèses.`;
  throw new FormulaError(message, spanOf(character), text);
}

/** Cuts a text into tokens, the last one being the end. Throws FormulaError at a character it does not know. */
export function tokenize(text: string): readonly Token[] {
  if (text.length > LONGEST_FORMULA) {
    const limit = LONGEST_FORMULA.toLocaleString('fr-FR');
    throw new FormulaError(
      `La formule dépasse ${limit} caractères : découpez-la en plusieurs indicateurs.`,
      { start: LONGEST_FORMULA, end: text.length },
      text,
    );
  }
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += match(PATTERNS.space, text, at)?.[0].length ?? 0;
    if (at >= text.length) break;
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.span.end;
  }
  const end = text.trimEnd().length;
  tokens.push({ kind: 'end', text: '', span: { start: end, end } });
  return tokens;
}
