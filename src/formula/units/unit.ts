import { FormulaError } from '../error';
import { findWord, type UnitWord } from './vocabulary';

/** One word of a unit, with how many of it (`1 000 ménages`) and its power: -1 below a fraction bar. */
export interface UnitFactor {
  readonly count: number;
  readonly word: UnitWord;
  readonly exponent: number;
}

/** A unit: a product of powers of words. `scale` and `bases` say what it is worth in base units. */
export interface Unit {
  readonly factors: readonly UnitFactor[];
  readonly scale: number;
  /** Exponent of each base, zero exponents left out. */
  readonly bases: ReadonlyMap<string, number>;
}

function keyOf(factor: UnitFactor): string {
  return `${factor.count} ${factor.word.symbol}`;
}

/** The unit that is the product of these factors; equal words are merged. Pure ratios only stay when alone. */
export function unitOf(factors: readonly UnitFactor[]): Unit {
  const merged = new Map<string, UnitFactor>();
  for (const factor of factors) {
    const key = keyOf(factor);
    merged.set(key, { ...factor, exponent: factor.exponent + (merged.get(key)?.exponent ?? 0) });
  }
  const kept = [...merged.values()].filter((factor) => factor.exponent !== 0);
  const measured = kept.filter((factor) => factor.word.base !== undefined);
  let scale = 1;
  const bases = new Map<string, number>();
  for (const { count, word, exponent } of measured) {
    scale *= (count * word.scale) ** exponent;
    const base = word.base ?? '';
    const total = (bases.get(base) ?? 0) + exponent;
    if (total === 0) bases.delete(base);
    else bases.set(base, total);
  }
  const alone = measured.length === 0 && kept.length === 1 && kept[0]?.exponent === 1;
  return { factors: alone ? kept : measured, scale, bases };
}

export const dimensionless: Unit = unitOf([]);

export function multiplied(left: Unit, right: Unit): Unit {
  return unitOf([...left.factors, ...right.factors]);
}

export function divided(left: Unit, right: Unit): Unit {
  return multiplied(left, unitOf(right.factors.map((one) => ({ ...one, exponent: -one.exponent }))));
}

/** Whether two units measure the same thing, be it at another scale: € and M€, not € and logement. */
export function commensurable(left: Unit, right: Unit): boolean {
  return (
    left.bases.size === right.bases.size &&
    [...left.bases].every(([base, exponent]) => right.bases.get(base) === exponent)
  );
}

/** Whether two scales are the same number, but for the last digits of floating point. */
export function sameScale(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
}

const SEPARATORS = /\s*(?:\/|÷|\s(?:par|pour|per)\s)\s*/;
// A full stop multiplies (`kWhEP/m².an`), unless it ends an abbreviation.
const PRODUCT = /\s*(?:[·*×⋅]|\.(?=\S))\s*/;
const COUNT = /^(\d[\d\s]*)\s*(.*)$/;
const GREAT_NUMBERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:million|millions)\s+(?:de\s+|d['’]\s*)?(.*)$/i, 1e6],
  [/^(?:millier|milliers|mille)\s+(?:de\s+|d['’]\s*)?(.*)$/i, 1e3],
  [/^cent\s+(.*)$/i, 100],
];

function parseFactor(written: string, exponent: number): UnitFactor | undefined {
  const whole = findWord(written);
  if (whole) return { count: 1, word: whole, exponent };
  const counted = COUNT.exec(written);
  if (counted?.[1] !== undefined && counted[2] !== undefined) {
    const count = Number(counted[1].replace(/\s/g, ''));
    const word = findWord(counted[2]);
    return word && count > 0 ? { count, word, exponent } : undefined;
  }
  for (const [pattern, count] of GREAT_NUMBERS) {
    const word = findWord(pattern.exec(written)?.[1] ?? '');
    if (word) return { count, word, exponent };
  }
  return undefined;
}

function parse(text: string): Unit {
  const written = text.replace(/\s+/g, ' ').trim();
  const whole = findWord(written);
  if (whole) return unitOf([{ count: 1, word: whole, exponent: 1 }]);
  const factors: UnitFactor[] = [];
  written.split(SEPARATORS).forEach((part, position) => {
    const product = part.replace(/^\((.*)\)$/, '$1');
    for (const piece of product.split(PRODUCT)) {
      if (piece === '1' && position === 0) continue;
      const factor = parseFactor(piece, position === 0 ? 1 : -1);
      if (!factor) {
        const start = Math.max(0, text.indexOf(piece));
        const message =
          piece === '' ? `L’unité « ${written} » est incomplète.` : `Je ne connais pas l’unité « ${piece} ».`;
        throw new FormulaError(message, { start, end: start + piece.length }, text);
      }
      factors.push(factor);
    }
  });
  return unitOf(factors);
}

// Contributions repeat the same few units on hundreds of thousands of rows; what people type is unbounded.
const LARGEST_MEMORY = 1_000;
const memory = new Map<string, Unit>();

/**
 * Reads a unit: `€/m²/mois`, `kWhEP/m².an`, `plan pour 1 000 ménages`, `accident par million d'heures`.
 * `/`, `par` and `pour` divide; what follows up to the next one is all below the bar.
 * Throws FormulaError naming the word it does not know.
 */
export function parseUnit(text: string): Unit {
  const known = memory.get(text);
  if (known) return known;
  const unit = parse(text);
  if (memory.size >= LARGEST_MEMORY) memory.clear();
  memory.set(text, unit);
  return unit;
}

/**
 * By how much a figure in `from` is multiplied to be in `to`: `k€` to `€` is 1000.
 * Undefined when they do not measure the same thing, or when one of them is not a known unit.
 */
export function conversionFactor(from: string, to: string): number | undefined {
  try {
    const [source, target] = [parseUnit(from), parseUnit(to)];
    if (!commensurable(source, target)) return undefined;
    return sameScale(source.scale, target.scale) ? 1 : Number((source.scale / target.scale).toPrecision(12));
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

function printFactor({ count, word }: UnitFactor): string {
  return count === 1 ? word.symbol : `${printCount(count)} ${word.symbol}`;
}

/** `1 000`, as the catalogue writes a count inside a unit. */
function printCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A unit in canonical symbols, `€/m²/mois`; empty for a plain number. `parseUnit` reads it back. */
export function printUnit(unit: Unit): string {
  const above: string[] = [];
  const below: string[] = [];
  for (const factor of unit.factors) {
    const side = factor.exponent > 0 ? above : below;
    for (let power = Math.abs(factor.exponent); power > 0; power -= 1) side.push(printFactor(factor));
  }
  if (above.length === 0 && below.length > 0) above.push('1');
  return [above.join('·'), ...below].join('/');
}
