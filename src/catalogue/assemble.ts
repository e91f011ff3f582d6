import { inlineIndicators, parseFormula, type Expression } from '../formula';
import { coefficientsOf, thresholdsOf } from './coefficients';
import type { Catalogue, Coefficient, DataPoint, Example, Indicator } from './model';
import type { CatalogueFiles } from './schema';

type WrittenIndicator = CatalogueFiles['indicators'][string][string];

/**
 * Puts the files together: defaults, coefficients unfolded, sources in full, formulas parsed. It trusts them
 * (loadCatalogue verifies): a formula that cannot be read throws FormulaError.
 */
export function assemble(files: CatalogueFiles): Catalogue {
  const coefficients = allCoefficients(files);
  return {
    version: files.version,
    dimensions: Object.entries(files.dimensions).map(([code, label]) => ({ code, label })),
    indicators: allIndicators(files),
    dataPoints: allDataPoints(files),
    coefficients,
    references: new Map(Object.entries(files.sources).map(([key, one]) => [key, { key, ...one }])),
    coefficient: coefficientFinder(coefficients),
    benchmark: (code, territory) => latest(coefficients, code, territory),
  };
}

export function allDataPoints(files: Pick<CatalogueFiles, 'dataPoints'>): ReadonlyMap<string, DataPoint> {
  const points = Object.entries(files.dataPoints).flatMap(([name, file]) =>
    Object.entries(file).map(([code, point]): DataPoint => ({
      kind: 'sum',
      nonnegative: true,
      integer: false,
      proportional: false,
      local: false,
      find: {},
      synonyms: [],
      checks: [],
      ...point,
      code,
      theme: name.toUpperCase(),
    })),
  );
  return new Map(points.map((point) => [point.code, point]));
}

export function allCoefficients(
  files: Pick<CatalogueFiles, 'coefficients' | 'thresholds' | 'sources'>,
): readonly Coefficient[] {
  const cite = (key: string): string => files.sources[key]?.title ?? key;
  return [
    ...Object.values(files.coefficients).flatMap((file) => coefficientsOf(file, cite)),
    ...thresholdsOf(files.thresholds, cite),
  ];
}

/** Finds a coefficient by code, in the set asked for or in its default one. */
export function coefficientFinder(coefficients: readonly Coefficient[]): Catalogue['coefficient'] {
  const chosen = new Map<string, Coefficient>();
  for (const one of coefficients) {
    chosen.set(`${one.code} ${one.set}`, one);
    if (one.isDefault) chosen.set(one.code, one);
  }
  return (code, set) => chosen.get(set === undefined ? code : `${code} ${set}`);
}

function allIndicators(files: CatalogueFiles): ReadonlyMap<string, Indicator> {
  const written = Object.values(files.indicators).flatMap((file) => Object.entries(file));
  const expressions = new Map<string, Expression>();
  for (const [code, { formula }] of written) expressions.set(code, parseFormula(formula));
  const formulaOf = (code: string): Expression | undefined => expressions.get(code);
  const indicators = new Map<string, Indicator>();
  for (const [code, one] of written) {
    const expression = expressions.get(code) ?? parseFormula(one.formula);
    indicators.set(code, {
      consolidation: 'recomputed',
      firstReview: false,
      ...one,
      code,
      dimension: code.slice(0, 3),
      expression,
      inlined: inlineIndicators(expression, formulaOf, one.formula),
      references: citations(one.references, files.sources),
      examples: examplesOf(one),
    });
  }
  return indicators;
}

/** References in full, as printed. */
export const citations = (
  keys: readonly string[] = [],
  sources: CatalogueFiles['sources'],
): readonly string[] => keys.map((key) => sources[key]?.title ?? key);

export const examplesOf = ({ examples }: Pick<WrittenIndicator, 'examples'>): readonly Example[] =>
  examples.map((example) => ({ given: {}, ...example }));

/** A value that names no territory (a European mean) holds for all of them. */
function latest(
  coefficients: readonly Coefficient[],
  code: string,
  territory: string,
): Coefficient | undefined {
  return coefficients
    .filter((one) => one.code === code && (one.territory ?? territory) === territory)
    .sort((one, other) => other.year - one.year)[0];
}
