import { FormulaError } from './error';
import { leafKey } from './print';
import type { Expression, Leaf } from './syntax';

/** What a landlord answers: to a data point, or, by the algebra below, to a whole formula. */
export type AnswerState = 'number' | 'not_applicable' | 'missing';

/** Constants neither make nor break an `SO`. */
type Applicability = 'constant' | 'applies' | 'not_applicable';

function isConstant(leaf: Leaf): boolean {
  return leaf.kind === 'coefficient' || leaf.kind === 'reference';
}

function applicability(one: Expression, stateOf: (key: string) => AnswerState): Applicability {
  switch (one.kind) {
    case 'number':
      return 'constant';
    case 'negate':
      return applicability(one.operand, stateOf);
    case 'binary': {
      const left = applicability(one.left, stateOf);
      const right = applicability(one.right, stateOf);
      if (left === 'constant') return right;
      if (right === 'constant' || left === right) return left;
      // One applies and the other does not: a sum goes on without the term, a product cannot.
      return one.operator === '+' || one.operator === '-' ? 'applies' : 'not_applicable';
    }
    case 'column':
    case 'indicator':
      throw new FormulaError('Seule une formule ramenée à ses données a une réponse.', one.span);
    default:
      if (isConstant(one)) return 'constant';
      return stateOf(leafKey(one)) === 'not_applicable' ? 'not_applicable' : 'applies';
  }
}

/** Asked for every landlord, indicator and territory: stops at the first, and gathers nothing. */
function someInput(one: Expression, test: (leaf: Leaf) => boolean): boolean {
  switch (one.kind) {
    case 'binary':
      return someInput(one.left, test) || someInput(one.right, test);
    case 'negate':
      return someInput(one.operand, test);
    case 'number':
    case 'column':
    case 'indicator':
      return false;
    default:
      return !isConstant(one) && test(one);
  }
}

/**
 * Whether a landlord answers a formula (contribution format, “Consolidation”). `SO` travels: a sum is `SO` only
 * if every term that is not a constant is, a product or quotient if one factor is, a missing factor counting as
 * a number there. A formula that is not `SO` as a whole is missing as soon as one of its inputs is, wherever it
 * stands. Literals, coefficients and references are constants; `stateOf` is asked for the other leaves only.
 */
export function answerState(expression: Expression, stateOf: (key: string) => AnswerState): AnswerState {
  if (applicability(expression, stateOf) === 'not_applicable') return 'not_applicable';
  return someInput(expression, (leaf) => stateOf(leafKey(leaf)) === 'missing') ? 'missing' : 'number';
}
