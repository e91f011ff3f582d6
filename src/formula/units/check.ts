import { FormulaError } from '../error';
import { printFormula, printNumber } from '../print';
import type { Expression, Leaf } from '../syntax';
import { commensurable, dimensionless, divided, multiplied, parseUnit, printUnit, sameScale } from './unit';
import type { Unit } from './unit';

type Literal = Extract<Expression, { kind: 'number' }>;
type Binary = Extract<Expression, { kind: 'binary' }>;

function named(unit: Unit): string {
  return unit.factors.length === 0 ? 'sans unité' : `en ${printUnit(unit)}`;
}

/** `1e6[€/M€]` when dividing, `12[mois/an]` when multiplying: the literal that a conversion lacks. */
interface Conversion {
  readonly value: number;
  readonly unit: Unit;
  readonly verb: 'multipliez' | 'divisez';
}

/** What brings a figure from one unit to another of the same kind. */
function conversion(from: Unit, to: Unit): Conversion {
  const factor = Number((from.scale / to.scale).toPrecision(12));
  if (factor >= 1) return { value: factor, unit: divided(to, from), verb: 'multipliez' };
  return { value: Number((1 / factor).toPrecision(12)), unit: divided(from, to), verb: 'divisez' };
}

function printConversion({ value, unit }: Conversion): string {
  return `${printNumber(value)}[${printUnit(unit)}]`;
}

class UnitChecker {
  constructor(
    private readonly unitOfLeaf: (leaf: Leaf) => string,
    private readonly text: string,
  ) {}

  unit(one: Expression): Unit {
    switch (one.kind) {
      case 'number':
        return this.literal(one);
      case 'negate':
        return this.unit(one.operand);
      case 'rows':
        return this.unit(one.body);
      case 'column':
        // A column is a data point of its own, with its own unit.
        return this.declared({ kind: 'data', code: one.name, span: one.span });
      case 'binary':
        return this.binary(one);
      case 'indicator':
        return this.fail(`Remplacez d’abord l’indicateur ${one.code} par son calcul.`, one);
      default:
        return this.declared(one);
    }
  }

  result(expression: Expression, declaredUnit: string): Unit {
    const computed = this.unit(expression);
    const declared = parseUnit(declaredUnit);
    if (!commensurable(computed, declared))
      return this.fail(
        `Le calcul donne un résultat ${named(computed)}, mais l’unité déclarée est « ${declaredUnit} ».`,
        expression,
      );
    if (sameScale(computed.scale, declared.scale)) return computed;
    const missing = conversion(computed, declared);
    const culprit = this.bareLiteral(expression, missing.value);
    const found = `Le calcul donne un résultat ${named(computed)}, pas en ${declaredUnit}`;
    if (culprit)
      return this.fail(
        `${found} : le nombre ${printNumber(culprit.value)} convertit sans le dire ; écrivez « ${missing.verb === 'divisez' ? '/' : '*'} ${printConversion(missing)} ».`,
        culprit,
      );
    return this.fail(`${found} : ${missing.verb} par ${printConversion(missing)}.`, expression);
  }

  private declared(leaf: Leaf): Unit {
    const unit = this.unitOfLeaf(leaf);
    try {
      return parseUnit(unit);
    } catch (error) {
      if (error instanceof FormulaError) return this.fail(`${printFormula(leaf)} : ${error.message}`, leaf);
      throw error;
    }
  }

  /** A literal that only converts must be worth exactly one: `1e6[€/M€]` is, `1000[€/M€]` is not. */
  private literal(one: Literal): Unit {
    if (one.unit === undefined) return dimensionless;
    const unit = parseUnit(one.unit);
    const converts = unit.bases.size === 0 && unit.factors.some((factor) => factor.word.base !== undefined);
    if (converts && !sameScale(one.value * unit.scale, 1))
      return this.fail(
        `Conversion fausse : écrivez ${printNumber(Number((1 / unit.scale).toPrecision(12)))}[${one.unit}].`,
        one,
      );
    return unit;
  }

  private binary(one: Binary): Unit {
    const left = this.unit(one.left);
    const right = this.unit(one.right);
    if (one.operator === '*') return multiplied(left, right);
    if (one.operator === '/') return divided(left, right);
    const [first, second] = [
      `${printFormula(one.left)} (${named(left)})`,
      `${printFormula(one.right)} (${named(right)})`,
    ];
    if (!commensurable(left, right)) {
      const sentence =
        one.operator === '+'
          ? `On ne peut pas ajouter ${second} à ${first}`
          : `On ne peut pas retrancher ${second} de ${first}`;
      return this.fail(`${sentence} : ces unités ne mesurent pas la même chose.`, one.right);
    }
    if (!sameScale(left.scale, right.scale)) {
      const missing = conversion(right, left);
      return this.fail(
        `${first} et ${second} ne sont pas à la même échelle : ${missing.verb} ${printFormula(one.right)} par ${printConversion(missing)}.`,
        one.right,
      );
    }
    return left;
  }

  /** The literal without a unit that makes the conversion the units ask for. */
  private bareLiteral(one: Expression, value: number): Literal | undefined {
    switch (one.kind) {
      case 'number':
        return one.unit === undefined && (sameScale(one.value, value) || sameScale(one.value * value, 1))
          ? one
          : undefined;
      case 'negate':
        return this.bareLiteral(one.operand, value);
      case 'rows':
        return this.bareLiteral(one.body, value);
      case 'binary':
        return this.bareLiteral(one.left, value) ?? this.bareLiteral(one.right, value);
      default:
        return undefined;
    }
  }

  private fail(message: string, at: Expression): never {
    throw new FormulaError(message, at.span, this.text);
  }
}

/**
 * Checks by algebra that a formula gives its declared unit: sums of like with like, conversions balanced.
 * `expression` holds no indicator any more (inlineIndicators); a column of a row table is asked for as the data
 * point of its name; `text` is what the spans point into. Throws FormulaError; gives back the unit computed.
 */
export function checkUnits(
  expression: Expression,
  declaredUnit: string,
  unitOfLeaf: (leaf: Leaf) => string,
  text = '',
): Unit {
  return new UnitChecker(unitOfLeaf, text).result(expression, declaredUnit);
}

/** The unit a formula gives, whatever is declared. Same conditions and errors as `checkUnits`. */
export function unitOfExpression(expression: Expression, unitOfLeaf: (leaf: Leaf) => string): Unit {
  return new UnitChecker(unitOfLeaf, '').unit(expression);
}
