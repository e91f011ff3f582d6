/**
 * Number formats that a file names by their number only (ECMA-376-1, 18.8.30); dates as Excel shows them to
 * a French reader.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0 "€";-#,##0 "€"',
  6: '#,##0 "€";[Red]-#,##0 "€"',
  7: '#,##0.00 "€";-#,##0.00 "€"',
  8: '#,##0.00 "€";[Red]-#,##0.00 "€"',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '#,##0 "€";-#,##0 "€";"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '#,##0.00 "€";-#,##0.00 "€";"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The numbers that mean the same to every reader, whatever the language of Excel. */
const UNIVERSAL = [1, 2, 3, 4, 9, 10, 11, 12, 13, 49];

export const FIRST_CUSTOM_FORMAT = 164;

/** The pattern of a number format by its number; undefined for General. */
export function patternOf(id: number, custom: ReadonlyMap<number, string>): string | undefined {
  const pattern = custom.get(id) ?? BUILT_IN[id];
  return pattern === undefined || /^general$/i.test(pattern) ? undefined : pattern;
}

/** The number of a pattern that needs no declaration. */
export function builtInFormat(pattern: string): number | undefined {
  return UNIVERSAL.find((id) => BUILT_IN[id] === pattern);
}
