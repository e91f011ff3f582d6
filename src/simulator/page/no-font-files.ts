/**
 * In place of opentype.js, which reads font files: the grid draws with the browser's fonts and is given no file, so that
 * its own path to this reader is never taken.
 */
export function parse(): never {
  throw new Error('the grid was given a font file');
}
