/**
 * The characters that the grid lays out as Chinese, Japanese and Korean text: what it takes from the package
 * `cjk-regex`, whose tables of all of Unicode weigh more than the rest of its drawing. The same sets, by the names that
 * browsers know them by.
 */

const LETTERS =
  '[[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Hiragana}\\p{Script=Hangul}\\p{Script=Bopomofo}]&&[\\p{Lo}\\p{Nl}\\p{So}\\p{Lm}]]';

/** Compatibility, symbols, vertical and small forms, full width, description, Kanbun, strokes, enclosed, Katakana. */
const BLOCKS =
  '\\u3300-\\u33ff\\u3000-\\u303f\\ufe10-\\ufe1f\\ufe30-\\ufe4f\\ufe50-\\ufe6f\\uff00-\\uffef\\u2ff0-\\u2fff\\u3190-\\u319f\\u31c0-\\u31ef\\u3200-\\u32ff\\u30a0-\\u30ff';
const PUNCTUATIONS = `[[${BLOCKS}]--${LETTERS}]`;

/** A set of characters that becomes a regular expression, as the package has it. */
const set = (pattern: string) => ({ toRegExp: () => new RegExp(pattern, 'v') });

export const letters = () => set(LETTERS);
export const punctuations = () => set(PUNCTUATIONS);
export const all = () => set(`[${LETTERS}${PUNCTUATIONS}]`);
