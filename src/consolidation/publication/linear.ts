import type { Expression, Leaf } from '../../formula';
import { leafKey } from '../../formula';
import { isLandlordLeaf, type LandlordLeaf } from '../leaves';

/** Where the factors of a form live: ordinary numbers, or residues modulo a prime. */
export interface Ring {
  of(value: number): number;
  add(one: number, other: number): number;
  subtract(one: number, other: number): number;
  multiply(one: number, other: number): number;
  /** Of a number that is not zero. */
  inverse(one: number): number;
}

/** Ordinary numbers. */
export const reals: Ring = {
  of: (value) => value,
  add: (one, other) => one + other,
  subtract: (one, other) => one - other,
  multiply: (one, other) => one * other,
  inverse: (one) => 1 / one,
};

export interface Term {
  readonly leaf: LandlordLeaf;
  readonly factor: number;
}

/** A sum of what landlords answer, each times a factor, plus a constant; terms by leaf key, none with factor 0. */
export interface LinearForm {
  readonly terms: ReadonlyMap<string, Term>;
  readonly constant: number;
}

/** A formula as one linear form over another. */
export interface Quotient {
  readonly numerator: LinearForm;
  readonly denominator: LinearForm;
}

const isConstant = (form: LinearForm): boolean => form.terms.size === 0;

/**
 * A formula as the quotient of two linear forms, `1 - N/D` becoming `(D - N)/D`; undefined where it is none (a
 * product of two sums, a count of different members, a constant that is not given, a division by zero).
 * @param constantOf value of a coefficient or a reference at the territory
 * @param split what a leaf is a sum of, each times a factor (monomialsOf, or the leaf itself)
 */
export function quotientOf(
  expression: Expression,
  ring: Ring,
  constantOf: (leaf: Leaf) => number | undefined,
  split: (leaf: LandlordLeaf) => readonly Term[],
): Quotient | undefined {
  const one: LinearForm = { terms: new Map(), constant: ring.of(1) };
  const zero: LinearForm = { terms: new Map(), constant: ring.of(0) };
  const whole = (numerator: LinearForm): Quotient => ({ numerator, denominator: one });
  const constant = (value: number | undefined): Quotient | undefined =>
    value === undefined ? undefined : whole({ terms: new Map(), constant: ring.of(value) });

  const scaled = (form: LinearForm, factor: number): LinearForm => {
    if (factor === ring.of(0)) return zero;
    const terms = [...form.terms].map(
      ([key, term]) => [key, { ...term, factor: ring.multiply(term.factor, factor) }] as const,
    );
    return { terms: new Map(terms), constant: ring.multiply(form.constant, factor) };
  };
  const combined = (left: LinearForm, right: LinearForm, operator: '+' | '-'): LinearForm => {
    const join = operator === '+' ? ring.add : ring.subtract;
    const terms = new Map(left.terms);
    for (const [key, { leaf, factor }] of right.terms) {
      const sum = join(terms.get(key)?.factor ?? ring.of(0), factor);
      if (sum === ring.of(0)) terms.delete(key);
      else terms.set(key, { leaf, factor: sum });
    }
    return { terms, constant: join(left.constant, right.constant) };
  };
  const product = (left: LinearForm, right: LinearForm): LinearForm | undefined => {
    if (isConstant(left)) return scaled(right, left.constant);
    return isConstant(right) ? scaled(left, right.constant) : undefined;
  };
  const same = (left: LinearForm, right: LinearForm): boolean => {
    const { terms, constant: rest } = combined(left, right, '-');
    return terms.size === 0 && rest === ring.of(0);
  };
  const over = (numerator: LinearForm | undefined, denominator: LinearForm | undefined) => {
    if (!numerator || !denominator) return undefined;
    if (!isConstant(denominator)) return { numerator, denominator };
    if (denominator.constant === ring.of(0)) return undefined;
    return whole(scaled(numerator, ring.inverse(denominator.constant)));
  };
  const sum = (left: Quotient, right: Quotient, operator: '+' | '-'): Quotient | undefined => {
    if (same(left.denominator, right.denominator)) {
      return over(combined(left.numerator, right.numerator, operator), left.denominator);
    }
    const crossed = product(left.numerator, right.denominator);
    const other = product(right.numerator, left.denominator);
    if (!crossed || !other) return undefined;
    return over(combined(crossed, other, operator), product(left.denominator, right.denominator));
  };

  const visit = (part: Expression): Quotient | undefined => {
    switch (part.kind) {
      case 'number':
        return constant(part.value);
      case 'negate':
        return visit({ ...part, kind: 'binary', operator: '-', left: zeroLiteral, right: part.operand });
      case 'binary': {
        const left = visit(part.left);
        const right = visit(part.right);
        if (!left || !right) return undefined;
        if (part.operator === '+' || part.operator === '-') return sum(left, right, part.operator);
        const [upper, lower] =
          part.operator === '*' ? [right.numerator, right.denominator] : [right.denominator, right.numerator];
        return over(product(left.numerator, upper), product(left.denominator, lower));
      }
      case 'column':
      case 'indicator':
      case 'distinct':
        return undefined;
      default:
        return isLandlordLeaf(part) ? whole(formOf(part)) : constant(constantOf(part));
    }
  };
  const formOf = (leaf: LandlordLeaf): LinearForm => ({
    terms: new Map(
      split(leaf).map((term) => [leafKey(term.leaf), { ...term, factor: ring.of(term.factor) }]),
    ),
    constant: ring.of(0),
  });
  return visit(expression);
}

const zeroLiteral: Expression = { kind: 'number', value: 0, span: { start: 0, end: 0 } };
