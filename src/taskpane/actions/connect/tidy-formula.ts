/** A formula less what Excel may write otherwise: quotes around a simple name of sheet, spaces, case. */
export const tidyFormula = (formula: string): string =>
  formula
    .replace(/'([\p{L}_][\p{L}\p{N}_]*)'!/gu, '$1!')
    .replace(/\s+/gu, '')
    .toUpperCase();
