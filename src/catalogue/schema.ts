import { z } from 'zod';

// zod would build functions from text, which add-ins forbid; plain checks are as quick at this size.
z.config({ jitless: true });

const text = z.string().trim().min(1, 'texte vide');
const bilingual = z.strictObject({ fr: text, en: text });
const confidence = z.enum(['sourced', 'common_practice', 'to_confirm']);
const indicatorCode = z
  .string()
  .regex(/^[A-Z]{3}-\d{2}[A-Z]?$/, 'code attendu : trois lettres, un tiret, deux chiffres');
const plainCode = z.string().regex(/^[a-z][a-z0-9_]*$/, 'code attendu : minuscules, chiffres et _');
const territory = z
  .string()
  .regex(/^(FR|REG:\w+|DEP:\w+|EPCI:\d+|COM:\w+)$/, 'territoire attendu : FR, REG:28, DEP:14 …');

/** `dimensions.yaml` */
export const dimensionsSchema = z.record(z.string().regex(/^[A-Z]{3}$/), bilingual);

/** `sources.yaml` */
export const sourcesSchema = z.record(z.string(), z.strictObject({ title: text, url: text.optional() }));

/** A file of `data-points/`: data points by code, in the order of the questionnaire. */
export const dataPointsSchema = z.record(
  plainCode,
  z.strictObject({
    label: bilingual,
    question: bilingual,
    synonyms: z.array(text).optional(),
    unit: text,
    kind: z.enum(['sum', 'set', 'rent_cells', 'works', 'reference']).optional(),
    period: z.enum(['stock_start', 'stock_end', 'flow']),
    nonnegative: z.boolean().optional(),
    integer: z.boolean().optional(),
    proportional: z.boolean().optional(),
    local: z.boolean().optional(),
    find: z.strictObject({ rpls: text.optional(), fec: text.optional(), other: text.optional() }).optional(),
    checks: z.array(text).optional(),
    confidence,
  }),
);

const numbers = z.record(z.string(), z.number());
const example = z.strictObject({
  given: numbers.optional(),
  rows: z.array(numbers).min(1).optional(),
  members: z.array(text).min(1).optional(),
  expected: z.number(),
  reason: text,
});

/** A file of `indicators/`: indicators by code, in the order of the results. */
export const indicatorsSchema = z.record(
  indicatorCode,
  z.strictObject({
    label: bilingual,
    definition: bilingual,
    formula: text,
    unit: text,
    decimals: z.int().min(0).max(4),
    direction: z.enum(['higher_better', 'lower_better', 'neutral']),
    sanity: z.strictObject({ low: z.number(), high: z.number() }).optional(),
    benchmark: plainCode.optional(),
    consolidation: z.enum(['recomputed', 'never', 'quality']).optional(),
    extrapolation: z.enum(['sum', 'ratio', 'never']),
    firstReview: z.boolean().optional(),
    sentence: bilingual,
    references: z.array(text).optional(),
    confidence,
    note: bilingual.optional(),
    examples: z.array(example).min(1, 'au moins un exemple'),
  }),
);

const value = z.strictObject({
  set: plainCode,
  year: z.int().min(1950).max(2100),
  territory: territory.optional(),
  value: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
  scope: bilingual,
  source: text,
  confidence: confidence.optional(),
});

/** A file of `coefficients/`: the published values of each coefficient or benchmark. */
export const coefficientsSchema = z.record(
  plainCode,
  z.strictObject({
    label: bilingual,
    unit: text,
    /** The set that formulas take when none is asked for. */
    default: plainCode.optional(),
    values: z.array(value).min(1),
  }),
);

const limits = z.array(z.number()).length(6);
const highLimits = z.array(z.number()).length(2);

/**
 * `dpe-thresholds.yaml`: upper limits of classes A to F, in kWhEP/m²/yr and kgCO2e/m²/yr. Above 800 m
 * only E and F differ.
 */
export const thresholdsSchema = z.strictObject({
  scales: z.array(
    z.strictObject({
      set: plainCode,
      year: z.int(),
      scope: bilingual,
      source: text,
      energy: limits.optional(),
      emissions: limits.optional(),
      mountainEnergy: highLimits.optional(),
      mountainEmissions: highLimits.optional(),
      /** Classes whose limit is not sourced. */
      toConfirm: z.array(z.enum(['a', 'b', 'c', 'd', 'e', 'f'])).optional(),
      isDefault: z.boolean().optional(),
    }),
  ),
  smallAreas: z.strictObject({
    year: z.int(),
    scope: bilingual,
    source: text,
    bySurface: z.record(
      z.string().regex(/^\d+$/),
      z.strictObject({
        energy: limits,
        emissions: limits,
        mountainEnergy: highLimits,
        mountainEmissions: highLimits,
      }),
    ),
  }),
});

/** Every file of the catalogue, in its shape. */
export interface CatalogueFiles {
  readonly version: string;
  readonly dimensions: z.infer<typeof dimensionsSchema>;
  readonly sources: z.infer<typeof sourcesSchema>;
  readonly thresholds: z.infer<typeof thresholdsSchema>;
  /** By name without folder or extension: `pac`. */
  readonly dataPoints: Readonly<Record<string, z.infer<typeof dataPointsSchema>>>;
  readonly coefficients: Readonly<Record<string, z.infer<typeof coefficientsSchema>>>;
  readonly indicators: Readonly<Record<string, z.infer<typeof indicatorsSchema>>>;
}

export type CoefficientsFile = CatalogueFiles['coefficients'][string];
export type ThresholdsFile = CatalogueFiles['thresholds'];
