/** Width of a digit of Excel's standard font (Calibri 11), in pixels. */
const DIGIT = 7;

/** Pixels of a column whose width is given in characters (ECMA-376-1, 18.3.1.13). */
export const characterPixels = (characters: number): number =>
  Math.floor(((256 * characters + Math.floor(128 / DIGIT)) / 256) * DIGIT);

/** The other way round, to the 256th of a character that a file keeps. */
export const pixelCharacters = (pixels: number): number => Math.floor((pixels / DIGIT) * 256) / 256;

/** 96 pixels and 72 points to the inch. */
export const pointPixels = (points: number): number => Math.round((points * 96) / 72);
export const pixelPoints = (pixels: number): number => (pixels * 72) / 96;
