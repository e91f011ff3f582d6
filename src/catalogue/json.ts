import type { Catalogue } from './model';

/** The catalogue as plain JSON for other software (`catalogue --json`): texts, formulas, units, values. */
export function catalogueToJson(catalogue: Catalogue): unknown {
  return {
    catalogueVersion: catalogue.version,
    dimensions: catalogue.dimensions,
    // A formula is given as its text: the parsed one serves nobody outside.
    indicators: [...catalogue.indicators.values()].map((one) => ({
      ...one,
      expression: undefined,
      inlined: undefined,
    })),
    dataPoints: [...catalogue.dataPoints.values()],
    coefficients: catalogue.coefficients,
    references: [...catalogue.references.values()],
  };
}
