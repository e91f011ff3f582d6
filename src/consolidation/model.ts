import type { Catalogue } from '../catalogue';
import type { Contribution, Family, Remark, Source } from '../contribution';
import type { Zoning } from '../territory';

/** A line of the perimeter file: a landlord expected at a territory, with its dwellings there. */
export interface PerimeterLine {
  readonly siren: string;
  readonly name: string;
  readonly family?: Family;
  readonly group?: string;
  readonly territory: string;
  readonly dwellings: number;
}

/** A figure given with the campaign (`ref.rp_territoire`), with where it comes from. */
export interface ReferenceFigure {
  /** Without the `ref.` in front. */
  readonly code: string;
  readonly year: number;
  readonly territory: string;
  readonly value: number;
  readonly source: string;
}

/** A landlord of the campaign: in the perimeter, or with an accepted contribution, or both. */
export interface Landlord {
  readonly siren: string;
  readonly name: string;
  readonly family?: Family;
  readonly group?: string;
  readonly inPerimeter: boolean;
  readonly mayBeNamed: boolean;
  /** The files its facts of the year come from. */
  readonly files: readonly string[];
}

/** What one landlord answers to one leaf of a formula (data point, row-table sum, list) at one territory. */
export interface LeafAnswer {
  readonly state: 'number' | 'not_applicable' | 'missing';
  /** 0 unless the state is `number`. A list's value is its number of different members. */
  readonly value: number;
  /** Every cell the value was added up from. */
  readonly sources: readonly Source[];
}

export type CellStatus =
  'computed' | 'published' | 'masked' | 'insufficient' | 'unavailable' | 'not_consolidated';
export type CellReason =
  | 'zero_denominator'
  | 'no_respondent'
  | 'missing_reference'
  | 'publication_only'
  /** Given at the campaign's territory only: counts of different members, remarks. */
  | 'campaign_only';

/** One indicator at one territory for one year. */
export interface IndicatorCell {
  readonly code: string;
  readonly territory: string;
  readonly year: number;
  readonly value: number | null;
  readonly unit: string;
  /** With the low and the high coefficients of the set, where it has some. */
  readonly low: number | null;
  readonly high: number | null;
  readonly respondents: number;
  readonly expected: number;
  /** Dwellings of respondents over dwellings of expected. */
  readonly coverage: number | null;
  readonly extrapolatedShare: number;
  readonly status: CellStatus;
  readonly reason: CellReason | null;
  /** SIREN of the respondents, and of those for whom the indicator does not apply. */
  readonly respondentSirens: readonly string[];
  readonly notApplicableSirens: readonly string[];
  /** Each input as it entered the formula: summed over the respondents, or the coefficient or reference taken. */
  readonly inputs: readonly { readonly key: string; readonly value: number }[];
  /** For an indicator that is never consolidated, if at least 10 answered. */
  readonly distribution?: Spread;
}

/** How the landlords' own values of an indicator lie, if at least 10 answered. */
export interface Spread {
  readonly answers: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
}

/** A campaign, consolidated: what the workbook, the JSON and the summary are made from. */
export interface Consolidation {
  readonly catalogue: Catalogue;
  readonly territory: string;
  readonly year: number;
  /** The campaign's territory first, then those of the levels asked. */
  readonly territories: readonly string[];
  readonly contributions: readonly Contribution[];
  readonly landlords: readonly Landlord[];
  readonly perimeter?: readonly PerimeterLine[];
  readonly references: readonly ReferenceFigure[];
  /** The zoning tables given with the campaign. */
  readonly zonings?: readonly Zoning[];
  /** In catalogue order, territory by territory. */
  readonly cells: readonly IndicatorCell[];
  /** Remarks on the campaign as a whole (perimeter, references …); those on a contribution are with it. */
  readonly remarks: readonly Remark[];
  /** The landlords expected at a territory (SIREN). */
  expectedAt(territory: string): readonly string[];
  /** Dwellings that weigh a landlord in coverage at a territory. */
  dwellingsOf(siren: string, territory: string): number;
  /** The answer of a landlord to a leaf (by `leafKey`) at a territory, with its source cells. */
  answerOf(siren: string, territory: string, key: string): LeafAnswer;
  /**
   * An indicator at a territory as if nobody were expected but these landlords (a family, those of two years).
   * Undefined for an unknown code, and for an indicator about the consolidation itself.
   */
  cellAmong(code: string, territory: string, sirens: ReadonlySet<string>): IndicatorCell | undefined;
  /** The indicator of each respondent by itself, where it has a value; empty for counts of different members. */
  ownValues(code: string, territory: string): readonly OwnValue[];
}

/** What an indicator is for one landlord alone. */
export interface OwnValue {
  readonly siren: string;
  readonly value: number;
}
