/**
 * Names that Univer's formula engine can read. In the names of tables it refuses `_`, `.` and `\`; in
 * headings, punctuation means something to it. Their full-width twins (U+FF01–U+FF5E) are ordinary
 * characters to it, and no French heading holds any.
 */
const SHIFT = 0xfee0;

const widen = (char: string): string => String.fromCharCode(char.charCodeAt(0) + SHIFT);

/** The name of a table. */
export const encodeName = (name: string): string => name.replace(/[_.\\]/gu, widen);

/** A heading, with every sign of punctuation made ordinary. */
export const encodeHeading = (heading: string): string => heading.replace(/[!-/:-@[-`{-~]/gu, widen);

/** Either of them, as it is really written. */
export const decode = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - SHIFT));
