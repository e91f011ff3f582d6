/**
 * What the grid asks of `franc-min`, which guesses the language of each text it lays out in order to hyphenate it; no
 * cell of a workbook is hyphenated. The word for « undetermined » of ISO 639-3, as the package gives it.
 */
export const franc = (): string => 'und';
