import { formulaInWords as inWords, type Expression, type Leaf } from '../formula';
import type { Catalogue, Confidence } from './model';

/**
 * A formula as a person reads it, in French: labels instead of codes, `×` and `÷`, as few brackets as
 * arithmetic allows.
 * @param labelOf what to call a data point, a column, a coefficient, a reference or an indicator, given its code
 */
export function formulaInWords(expression: Expression, labelOf: (code: string) => string): string {
  const nameOf = (leaf: Leaf): string => {
    switch (leaf.kind) {
      case 'rows':
        return '';
      case 'distinct':
        return `nombre de membres différents de «\u00a0${labelOf(leaf.list)}\u00a0»`;
      default:
        return labelOf(leaf.code);
    }
  };
  return inWords(expression, { labelOf: nameOf, indicatorLabelOf: labelOf, locale: 'fr' });
}

/** The French name of any code that a formula of the catalogue may hold. */
export function labelsOf(catalogue: Catalogue): (code: string) => string {
  return (code) =>
    catalogue.dataPoints.get(code)?.label.fr ??
    catalogue.indicators.get(code)?.label.fr ??
    catalogue.coefficient(code)?.label.fr ??
    code.replaceAll('_', ' ');
}

/** How well founded a definition is, in French. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  sourced: 'sourcé',
  common_practice: 'usage courant',
  to_confirm: 'à confirmer',
  local: 'indicateur local',
};
