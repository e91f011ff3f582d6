import { formatQuantity, type Locale } from './format';
import { write } from './print';
import type { BinaryOperator, Expression, Leaf } from './syntax';

/** Operators as people write them. */
export const OPERATOR_SIGNS: Readonly<Record<BinaryOperator, string>> = {
  '+': ' + ',
  '-': ' − ',
  '*': ' × ',
  '/': ' ÷ ',
};

const ROW_SUMS = {
  fr: { loyers: 'somme, sur les loyers, de ', travaux: 'somme, sur les travaux, de ' },
  en: { loyers: 'sum, over the rents, of ', travaux: 'sum, over the works, of ' },
} as const;

export interface WordsOptions {
  /** A column is asked for as the data point of its name. For a row sum, empty to have the sum spelled out. */
  readonly labelOf: (leaf: Leaf) => string;
  /** The name of an indicator; without it, its code. */
  readonly indicatorLabelOf?: (code: string) => string;
  readonly locale: Locale;
}

/** A calculation in words, labels in place of codes: “Loyers mensuels ÷ Surface habitable”. */
export function formulaInWords(expression: Expression, options: WordsOptions): string {
  const { labelOf, indicatorLabelOf, locale } = options;
  return write(expression, {
    operator: (operator) => OPERATOR_SIGNS[operator],
    operand: (one) => {
      switch (one.kind) {
        case 'number':
          return literalInWords(one, locale);
        case 'indicator':
          return indicatorLabelOf?.(one.code) ?? one.code;
        case 'column':
          return labelOf({ kind: 'data', code: one.name, span: one.span });
        case 'rows': {
          const label = labelOf(one);
          return label === ''
            ? `${ROW_SUMS[locale][one.table]}[${formulaInWords(one.body, options)}]`
            : label;
        }
        default:
          return labelOf(one);
      }
    },
  });
}

/** `12 mois/an` */
export function literalInWords({ value, unit }: { value: number; unit?: string }, locale: Locale): string {
  return formatQuantity(value, unit ?? '', { locale });
}
