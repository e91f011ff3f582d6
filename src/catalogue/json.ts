import type { Catalogue } from './model';

/** The catalogue as plain JSON for other software (`catalogue --json`): texts, formulas, units, values. */
export function catalogueToJson(catalogue: Catalogue): unknown {
  return {
    catalogueVersion: catalogue.version,
    dimensions: catalogue.dimensions,
    indicators: [...catalogue.indicators.values()].map(
      ({ expression: _expression, inlined: _inlined, ...indicator }) => indicator,
    ),
    dataPoints: [...catalogue.dataPoints.values()],
    coefficients: catalogue.coefficients,
    references: [...catalogue.references.values()],
  };
}
