import type { Expression } from '../formula';

export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** How well founded a definition or a figure is; always visible to the user. `local`: a user's own. */
export type Confidence = 'sourced' | 'common_practice' | 'to_confirm' | 'local';

/** A theme of the questionnaire and of the results (`PAC`: purchasing power …). The grouping is ours. */
export interface Dimension {
  readonly code: string;
  readonly label: Bilingual;
}

export interface DataPoint {
  readonly code: string;
  /** A dimension's code. */
  readonly theme: string;
  readonly label: Bilingual;
  readonly question: Bilingual;
  /**
   * Other names under which landlords’ own sheets hold it, abbreviations and English included: what the mapping
   * recognises a heading or a line by, besides the label.
   */
  readonly synonyms: readonly string[];
  /** Unit of the algebra (formula/units), `%` meaning a fraction. */
  readonly unit: string;
  /** `rent_cells` and `works`: a column of a row table; `reference`: given with the campaign. */
  readonly kind: 'sum' | 'set' | 'rent_cells' | 'works' | 'reference';
  readonly period: 'stock_start' | 'stock_end' | 'flow';
  readonly nonnegative: boolean;
  readonly integer: boolean;
  /** Proportional to the stock: may be extrapolated to non-respondents. */
  readonly proportional: boolean;
  /** Its meaning depends on the territory: answered at the territory asked or not at all, never added up. */
  readonly local: boolean;
  /** Where the landlord finds it. */
  readonly find: { readonly rpls?: string; readonly fec?: string; readonly other?: string };
  /** Cross-checks, as texts of the formula language: `nb_loues <= nb_lls`. */
  readonly checks: readonly string[];
  readonly confidence: Confidence;
}

/** A worked example: shown as help, executed by the tests. */
export interface Example {
  readonly given: Readonly<Record<string, number>>;
  /** Rows of a row table, members of a list, where the formula needs them. */
  readonly rows?: readonly Readonly<Record<string, number>>[];
  readonly members?: readonly string[];
  readonly expected: number;
  readonly reason?: string;
}

export interface Indicator {
  readonly code: string;
  readonly dimension: string;
  readonly label: Bilingual;
  readonly definition: Bilingual;
  readonly formula: string;
  /** The formula parsed, and with the indicators it names replaced by their own formulas. */
  readonly expression: Expression;
  readonly inlined: Expression;
  readonly unit: string;
  readonly decimals: number;
  readonly direction: 'higher_better' | 'lower_better' | 'neutral';
  readonly sanity?: { readonly low: number; readonly high: number };
  /** A reference code (`bm_loyer_m2`). */
  readonly benchmark?: string;
  /** `never`: only the spread of answers is shown; `quality`: comes from the consolidation itself. */
  readonly consolidation: 'recomputed' | 'never' | 'quality';
  readonly extrapolation: 'sum' | 'ratio' | 'never';
  readonly firstReview: boolean;
  /**
   * The result in a sentence; `{value}` stands for the number as `formatNumber` writes it, a percentage with its
   * sign. Other units are already written in the sentence.
   */
  readonly sentence: Bilingual;
  /** In full, as printed. */
  readonly references: readonly string[];
  readonly confidence: Confidence;
  readonly note?: Bilingual;
  readonly examples: readonly Example[];
}

/** Where a definition or a figure comes from; cited by its key. */
export interface Reference {
  readonly key: string;
  /** As a reader finds it: who, what, when. */
  readonly title: string;
  readonly url?: string;
}

/** One value of a coefficient or of a benchmark; unique by code, set and territory. */
export interface Coefficient {
  readonly code: string;
  readonly label: Bilingual;
  readonly set: string;
  readonly year: number;
  /** A territory's code where the figure describes one (`FR`, `REG:28`): benchmarks. */
  readonly territory?: string;
  readonly value: number;
  readonly unit: string;
  /** The range of published values, where they disagree. */
  readonly low?: number;
  readonly high?: number;
  /** What the figure covers, and how it was obtained. */
  readonly scope: Bilingual;
  /** The reference, in full. */
  readonly source: string;
  readonly confidence: Confidence;
  /** The value formulas take when no set is asked for. */
  readonly isDefault: boolean;
}

export interface Catalogue {
  readonly version: string;
  readonly dimensions: readonly Dimension[];
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly dataPoints: ReadonlyMap<string, DataPoint>;
  readonly coefficients: readonly Coefficient[];
  readonly references: ReadonlyMap<string, Reference>;
  /** The coefficient of a code in a set (default: the one marked so); undefined when there is none. */
  coefficient(code: string, set?: string): Coefficient | undefined;
  /** The latest published value of a benchmark (`bm_loyer_m2`) for a territory; undefined when there is none. */
  benchmark(code: string, territory: string): Coefficient | undefined;
}
