import type { CellReason, CellStatus } from '../../consolidation';
import type { Answer, Family, Remark, Source } from '../../contribution';

/** A figure of a landlord, as a remark or a lineage shows it; what an adjustment would change. */
export interface ReviewedFigure {
  readonly siren: string;
  readonly landlord: string;
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly year: number;
  /** Today’s code of the territory; empty for the campaign’s. */
  readonly territory: string;
  readonly answer: Answer;
  readonly source: Source;
  /** The landlord's own words. */
  readonly comment?: string;
  /** Where the landlord says it takes the figure from. */
  readonly origin?: string;
}

/** A remark, with what it is looked for by: gravity, landlord, theme. */
export interface ReviewRemark extends Remark {
  /** Its place in the review: the same as long as the review is. */
  readonly id: number;
  /** Empty for what is said of the campaign as a whole. */
  readonly siren: string;
  readonly landlord: string;
  /** Code of a dimension of the catalogue; undefined for what belongs to none. */
  readonly theme?: string;
  /** The figure that the remark is about, where it is about one. */
  readonly figure?: ReviewedFigure;
  /** Whether the figure stands out among its peers, which can then be shown (`peersOf`). */
  readonly amongPeers: boolean;
}

/** A landlord of the review, in the order people look them up. */
export interface ReviewedLandlord {
  readonly siren: string;
  readonly name: string;
  readonly blocking: number;
  readonly warnings: number;
}

/** All that a union should look at before it accepts. */
export interface Review {
  /** The blocking ones first, then in the order of the perimeter. */
  readonly remarks: readonly ReviewRemark[];
  readonly landlords: readonly ReviewedLandlord[];
}

/** A landlord's figure per dwelling, as a point among its peers. */
export interface PeerPoint {
  readonly siren: string;
  readonly name: string;
  readonly value: number;
  /** Per dwelling. */
  readonly ratio: number;
}

/** A figure among those of the landlords of the same family. */
export interface Peers {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly family?: Family;
  /** From the lowest to the highest, the landlord in question among them. */
  readonly points: readonly PeerPoint[];
  readonly siren: string;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  /** Outside these a figure stands out. */
  readonly low: number;
  readonly high: number;
}

/** What one landlord brings to an input of an indicator. */
export interface LineageInput {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly state: 'number' | 'not_applicable' | 'missing';
  readonly value: number;
  /** The cells it was added up from, those of facts with what they hold. */
  readonly cells: readonly (Source & { readonly figure?: ReviewedFigure })[];
}

export interface LineageLandlord {
  readonly siren: string;
  readonly name: string;
  readonly inputs: readonly LineageInput[];
}

/** A figure down to its cells: the formula with the numbers, the constants, the landlords and their cells. */
export interface Lineage {
  readonly code: string;
  readonly label: string;
  readonly territory: string;
  readonly unit: string;
  readonly decimals: number;
  readonly value: number | null;
  readonly status: CellStatus;
  readonly reason: CellReason | null;
  readonly respondents: number;
  readonly expected: number;
  readonly coverage: number | null;
  /** The formula in words, then its lines with the numbers put in, the whole first. */
  readonly formula: string;
  readonly lines: readonly string[];
  readonly constants: readonly {
    readonly key: string;
    readonly value: number;
    readonly year: number;
    readonly source: string;
  }[];
  readonly landlords: readonly LineageLandlord[];
  /** Those expected that did not answer, by name. */
  readonly silent: readonly { readonly siren: string; readonly name: string }[];
}
