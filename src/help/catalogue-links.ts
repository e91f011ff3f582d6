import type { Catalogue, DataPoint, Indicator } from '../catalogue';
import { columnsOf, leavesOf, type Expression, type Leaf, type Locale } from '../formula';

/** What an indicator needs, found in its formula with the indicators it names replaced by their own. */
export interface Needs {
  readonly dataPoints: readonly DataPoint[];
  readonly references: readonly DataPoint[];
  /** Codes of coefficients. */
  readonly coefficients: readonly string[];
  /** Indicators that the formula names. */
  readonly indicators: readonly Indicator[];
}

function codesOf(leaf: Leaf): readonly string[] {
  if (leaf.kind === 'rows') return columnsOf(leaf);
  return leaf.kind === 'distinct' ? [leaf.list] : [leaf.code];
}

function indicatorsNamed(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'indicator':
      return [expression.code];
    case 'binary':
      return [...indicatorsNamed(expression.left), ...indicatorsNamed(expression.right)];
    case 'negate':
      return indicatorsNamed(expression.operand);
    default:
      return [];
  }
}

const present = <Item>(one: Item | undefined): one is Item => one !== undefined;

export function needsOf({ expression, inlined }: Indicator, catalogue: Catalogue): Needs {
  const leaves = leavesOf(inlined);
  const data = leaves.filter((leaf) => leaf.kind !== 'coefficient').flatMap(codesOf);
  const known = [...new Set(data)].map((one) => catalogue.dataPoints.get(one)).filter(present);
  return {
    dataPoints: known.filter((one) => one.kind !== 'reference'),
    references: known.filter((one) => one.kind === 'reference'),
    coefficients: leaves.filter((leaf) => leaf.kind === 'coefficient').flatMap(codesOf),
    indicators: [...new Set(indicatorsNamed(expression))]
      .map((one) => catalogue.indicators.get(one))
      .filter(present),
  };
}

/** Which indicators need each data point and each coefficient, by code; computed once a catalogue. */
export function usesOf(catalogue: Catalogue): ReadonlyMap<string, readonly Indicator[]> {
  const uses = new Map<string, Indicator[]>();
  for (const indicator of catalogue.indicators.values()) {
    const { dataPoints, references, coefficients } = needsOf(indicator, catalogue);
    const codes = [...[...dataPoints, ...references].map((one) => one.code), ...coefficients];
    for (const one of codes) uses.set(one, [...(uses.get(one) ?? []), indicator]);
  }
  return uses;
}

/** What a leaf of a formula is called in a language; a sum of rows is spelled out. */
export function leafLabel(catalogue: Catalogue, locale: Locale): (leaf: Leaf) => string {
  const named = (wanted: string): string =>
    catalogue.dataPoints.get(wanted)?.label[locale] ??
    catalogue.coefficient(wanted)?.label[locale] ??
    wanted.replaceAll('_', ' ');
  return (leaf) => {
    if (leaf.kind === 'rows') return '';
    if (leaf.kind !== 'distinct') return named(leaf.code);
    const list = named(leaf.list);
    return locale === 'fr'
      ? `nombre de membres différents de «\u00a0${list}\u00a0»`
      : `number of different members of “${list}”`;
  };
}
