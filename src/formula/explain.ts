import { answerState, type AnswerState } from './answer-state';
import { compileFormula } from './compile';
import { FormulaError } from './error';
import { formatQuantity, type Locale } from './format';
import { leafKey } from './print';
import type { BinaryOperator, Expression, Leaf } from './syntax';
import { inlineIndicators, isLeaf, leavesOf } from './tree';
import { unitOfExpression } from './units/check';
import { printUnit } from './units/unit';
import { formulaInWords, literalInWords, OPERATOR_SIGNS } from './words';

/** A figure and where it comes from: `text` is the line to show, `children` what it is made of. */
export interface Explanation {
  readonly text: string;
  /** Undefined when the figure does not exist: missing, not applicable, or divided by zero. */
  readonly value: number | undefined;
  readonly unit: string;
  /** In words: a data point's label, or the calculation with the labels in place of the codes. */
  readonly label: string;
  /** The key of the leaf (`leafKey`) when the figure comes from outside the formula: where to look it up. */
  readonly leaf?: string;
  readonly children: readonly Explanation[];
}

/** An indicator that a formula names, so that it can be explained in its turn. */
export interface ExplainedIndicator {
  readonly label: string;
  readonly unit: string;
  readonly decimals?: number;
  readonly expression: Expression;
}

export interface ExplainOptions {
  readonly labelOf: (leaf: Leaf) => string;
  /** Undefined when unknown: the figure is then shown without a unit. Columns are asked for as data points. */
  readonly unitOf?: (leaf: Leaf) => string | undefined;
  /** The figure put in for a leaf; undefined when it was not answered. */
  readonly valueOf: (leaf: Leaf) => number | 'not_applicable' | undefined;
  /** Unit and decimals of the result. */
  readonly unit: string;
  readonly decimals?: number;
  readonly locale: Locale;
  /** Needed only where indicators were not inlined: each becomes a child with its own explanation. */
  readonly indicatorOf?: (code: string) => ExplainedIndicator | undefined;
}

const WORDS = {
  fr: {
    missing: 'non renseigné',
    not_applicable: 'sans objet',
    unavailable: 'indisponible',
    zero: 'indisponible (division par zéro)',
    colon: '\u00a0: ',
  },
  en: {
    missing: 'not answered',
    not_applicable: 'not applicable',
    unavailable: 'unavailable',
    zero: 'unavailable (division by zero)',
    colon: ': ',
  },
} as const;

interface Shown {
  readonly value: number | undefined;
  readonly unit: string;
  readonly text: string;
}

interface Term {
  readonly operator?: BinaryOperator;
  readonly operand: Expression;
}

/** `a + b - c` as three terms, `a * b / c` as three factors: what one line of an explanation shows. */
function termsOf(expression: Expression): readonly Term[] {
  if (expression.kind !== 'binary') return [{ operand: expression }];
  const additive = (operator: BinaryOperator) => operator === '+' || operator === '-';
  const { operator, left, right } = expression;
  const chained = left.kind === 'binary' && additive(left.operator) === additive(operator);
  return [...(chained ? termsOf(left) : [{ operand: left }]), { operator, operand: right }];
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

class Explainer {
  private readonly words;

  constructor(private readonly options: ExplainOptions) {
    this.words = WORDS[options.locale];
  }

  /** A calculation: its value, then the values of its terms with the signs between them. */
  calculation(one: Expression, label: string, unit: string, decimals?: number): Explanation {
    if (isLeaf(one)) return this.leaf(one, label, unit, decimals);
    const shown = this.shown(one, unit, decimals);
    const terms = one.kind === 'negate' ? [{ operator: '-' as const, operand: one.operand }] : termsOf(one);
    const calculated = terms
      .map(({ operator, operand }, position) => {
        const sign = operator ? OPERATOR_SIGNS[operator] : '';
        const { text } = this.shown(operand);
        const inner = text.startsWith('-') && position > 0 ? `(${text})` : text;
        return (position === 0 ? sign.trim() : sign) + inner;
      })
      .join('');
    const text = one.kind === 'number' ? shown.text : `${shown.text} = ${calculated}`;
    const children = terms
      .filter(({ operand }) => operand.kind !== 'number')
      .map(({ operand }) => this.child(operand));
    return { text, value: shown.value, unit, label, children };
  }

  inWords(one: Expression): string {
    const indicatorLabelOf = (code: string) => this.indicator(code, one).label;
    const { labelOf, locale } = this.options;
    return capitalised(formulaInWords(one, { labelOf, indicatorLabelOf, locale }));
  }

  private child(one: Expression): Explanation {
    if (one.kind === 'indicator') {
      const { expression, label, unit, decimals } = this.indicator(one.code, one);
      return this.calculation(expression, label, unit, decimals);
    }
    return this.calculation(one, this.inWords(one), this.unitOf(one));
  }

  private leaf(leaf: Leaf, label: string, unit: string, decimals?: number): Explanation {
    const { value, text } = this.shown(leaf, unit, decimals);
    return {
      text: `${this.inWords(leaf)}${this.words.colon}${text}`,
      value,
      unit,
      label,
      leaf: leafKey(leaf),
      children: [],
    };
  }

  /** The figure an expression comes to, and how it is written. */
  private shown(one: Expression, unit?: string, decimals?: number): Shown {
    const { locale } = this.options;
    if (one.kind === 'number') {
      const written = unit ?? one.unit ?? '';
      return { value: one.value, unit: written, text: literalInWords({ ...one, unit: written }, locale) };
    }
    if (one.kind === 'indicator') {
      const known = this.indicator(one.code, one);
      return this.shown(known.expression, known.unit, known.decimals);
    }
    const measured = unit ?? this.unitOf(one);
    const inlined = this.inlined(one);
    const state = answerState(inlined, (key) => this.stateOf(inlined, key));
    const leaves = leavesOf(inlined);
    const constantMissing = leaves.some((leaf) => this.options.valueOf(leaf) === undefined);
    if (state === 'not_applicable')
      return { value: undefined, unit: measured, text: this.words.not_applicable };
    if (state === 'missing' || constantMissing) {
      const text = isLeaf(one) ? this.words.missing : this.words.unavailable;
      return { value: undefined, unit: measured, text };
    }
    const figures = leaves.map((leaf) => {
      const figure = this.options.valueOf(leaf);
      // Within a formula that applies, what does not apply counts for nothing.
      return typeof figure === 'number' ? figure : 0;
    });
    const value = compileFormula(inlined, leaves.map(leafKey))(figures);
    if (!Number.isFinite(value)) return { value: undefined, unit: measured, text: this.words.zero };
    return { value, unit: measured, text: formatQuantity(value, measured, { locale, decimals }) };
  }

  private stateOf(inlined: Expression, key: string): AnswerState {
    const leaf = leavesOf(inlined).find((one) => leafKey(one) === key);
    const figure = leaf && this.options.valueOf(leaf);
    if (figure === undefined) return 'missing';
    return figure === 'not_applicable' ? 'not_applicable' : 'number';
  }

  private indicator(code: string, at: Expression): ExplainedIndicator {
    const known = this.options.indicatorOf?.(code);
    if (known) return known;
    throw new FormulaError(`L’indicateur ${code} n’existe pas dans le catalogue.`, at.span);
  }

  private inlined(one: Expression): Expression {
    return inlineIndicators(one, (code) => this.options.indicatorOf?.(code)?.expression);
  }

  /** The unit the algebra gives; none where a unit is unknown or the formula does not balance. */
  private unitOf(one: Expression): string {
    const { unitOf } = this.options;
    if (!unitOf) return '';
    try {
      return isLeaf(one) && one.kind !== 'rows'
        ? (unitOf(one) ?? '')
        : printUnit(unitOfExpression(this.inlined(one), (leaf) => unitOf(leaf) ?? ''));
    } catch (error) {
      if (error instanceof FormulaError) return '';
      throw error;
    }
  }
}

/**
 * Explains a result: a tree of lines such as “5,31 €/m²/mois = 1 744 800 €/mois ÷ 328 587 m²”, the figures put in,
 * the terms below. In French or in English. A missing figure is said to be, and so is a division by zero.
 */
export function explain(expression: Expression, options: ExplainOptions): Explanation {
  const explainer = new Explainer(options);
  return explainer.calculation(expression, explainer.inWords(expression), options.unit, options.decimals);
}
