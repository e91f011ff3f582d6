import { FormulaError } from './error';
import { write } from './print';
import type { Expression, Leaf } from './syntax';

/** A number as Excel stores it in a formula: decimal point, `1E+21` for what is longer than 21 digits. */
function excelNumber(value: number): string {
  return String(value).replace('e', 'E');
}

/**
 * The formula as a native Excel formula, without the leading `=`. `refOf` says where a leaf is: a cell, a name or
 * a function call, never a bare sum or product. A zero denominator is Excel's own #DIV/0!.
 * Throws FormulaError on an indicator (inlineIndicators first).
 */
export function toExcel(expression: Expression, refOf: (leaf: Leaf) => string): string {
  return write(expression, {
    operator: (operator) => operator,
    operand: (one) => {
      switch (one.kind) {
        case 'number':
          return excelNumber(one.value);
        case 'indicator':
        case 'column':
          throw new FormulaError(
            `« ${one.kind === 'column' ? one.name : one.code} » n’a pas d’écriture propre dans Excel : il faut d’abord le remplacer par son calcul.`,
            one.span,
          );
        default:
          return refOf(one);
      }
    },
  });
}
