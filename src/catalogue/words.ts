import type { Expression } from '../formula';
import type { Catalogue, Confidence } from './model';

const signs = { '+': ' + ', '-': ' − ', '*': ' × ', '/': ' ÷ ' } as const;
const tables = { loyers: 'des cellules de loyers', travaux: 'des opérations de travaux' } as const;
const strength = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/**
 * A formula as a person reads it, in French: labels instead of codes, `×` and `÷`, as few brackets as
 * arithmetic allows.
 * @param labelOf what to call a data point, a column, a coefficient, a reference or an indicator, given its code
 */
export function formulaInWords(expression: Expression, labelOf: (code: string) => string): string {
  return words(expression, 0);

  function words(node: Expression, around: number): string {
    switch (node.kind) {
      case 'number':
        return node.value.toLocaleString('fr-FR', { maximumFractionDigits: 10 });
      case 'data':
      case 'coefficient':
      case 'reference':
      case 'indicator':
        return labelOf(node.code);
      case 'column':
        return labelOf(node.name);
      case 'distinct':
        return `nombre de membres différents de « ${labelOf(node.list)} »`;
      case 'rows':
        return `somme ${tables[node.table]} de [${words(node.body, 0)}]`;
      case 'negate':
        return `−${words(node.operand, 3)}`;
      case 'binary': {
        const own = strength[node.operator];
        // The right of − and ÷ needs brackets at equal strength: a − (b − c).
        const right = own + (node.operator === '-' || node.operator === '/' ? 1 : 0);
        const text = words(node.left, own) + signs[node.operator] + words(node.right, right);
        return own < around ? `(${text})` : text;
      }
    }
  }
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
};
