import { FormulaError } from './error';
import { leafKey } from './print';
import type { Expression, Leaf, Span } from './syntax';

/** An inlined formula larger than this is a mistake: indicators that name each other many times over. */
const LARGEST_FORMULA = 3_000;

function visit(expression: Expression, see: (one: Expression) => void): void {
  see(expression);
  if (expression.kind === 'binary') {
    visit(expression.left, see);
    visit(expression.right, see);
  } else if (expression.kind === 'negate') {
    visit(expression.operand, see);
  }
}

export function isLeaf(expression: Expression): expression is Leaf {
  switch (expression.kind) {
    case 'data':
    case 'coefficient':
    case 'reference':
    case 'rows':
    case 'distinct':
      return true;
    default:
      return false;
  }
}

/** The leaves of an expression, each key once, in order of appearance. */
export function leavesOf(expression: Expression): Leaf[] {
  const leaves = new Map<string, Leaf>();
  visit(expression, (one) => {
    if (!isLeaf(one)) return;
    const key = leafKey(one);
    if (!leaves.has(key)) leaves.set(key, one);
  });
  return [...leaves.values()];
}

/** The columns a row-table sum needs, each once, in order of appearance; none for another leaf. */
export function columnsOf(leaf: Leaf): string[] {
  const columns = new Set<string>();
  if (leaf.kind === 'rows') {
    visit(leaf.body, (one) => {
      if (one.kind === 'column') columns.add(one.name);
    });
  }
  return [...columns];
}

/**
 * Replaces every indicator by its own formula, down to leaves. What comes from another formula keeps, as its
 * span, the place where the indicator is named, so that errors point into the text the person sees (`text`).
 * Throws FormulaError on an indicator that is unknown or leads back to itself.
 */
export function inlineIndicators(
  expression: Expression,
  formulaOf: (code: string) => Expression | undefined,
  text = '',
): Expression {
  let size = 0;

  function replace(one: Expression, path: readonly string[], place: Span | undefined): Expression {
    const span = place ?? one.span;
    size += 1;
    if (size > LARGEST_FORMULA)
      throw new FormulaError(
        `La formule devient trop longue une fois les indicateurs remplacés par leur calcul (plus de ${LARGEST_FORMULA} éléments) : simplifiez-la.`,
        span,
        text,
      );
    switch (one.kind) {
      case 'binary':
        return {
          ...one,
          left: replace(one.left, path, place),
          right: replace(one.right, path, place),
          span,
        };
      case 'negate':
        return { ...one, operand: replace(one.operand, path, place), span };
      case 'indicator': {
        if (path.includes(one.code)) {
          const cycle = [...path.slice(path.indexOf(one.code)), one.code].join(' → ');
          throw new FormulaError(
            `L’indicateur ${one.code} se calcule à partir de lui-même : ${cycle}.`,
            span,
            text,
          );
        }
        const formula = formulaOf(one.code);
        if (!formula)
          throw new FormulaError(`L’indicateur ${one.code} n’existe pas dans le catalogue.`, span, text);
        return replace(formula, [...path, one.code], span);
      }
      default:
        return place ? { ...one, span } : one;
    }
  }

  return replace(expression, [], undefined);
}
