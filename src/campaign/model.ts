import type { PerimeterLine } from '../consolidation';
import type { Answer, Remark, Source } from '../contribution';

/** What a campaign asks, from whom, until when (`IMPACT_CAMPAGNE`). */
export interface CampaignSettings {
  /** Who asks, as reminders are signed; empty when not said. */
  readonly union: string;
  readonly year: number;
  readonly territory: string;
  readonly deadline?: Date;
  /** Codes of dimensions; empty when all are asked. */
  readonly themes: readonly string[];
  /** As written; formulas take the catalogue's default coefficients. */
  readonly coefficientSet: string;
}

/** The states of the follow-up, in the order a landlord goes through them. */
export const states = ['attendu', 'reçu', 'en revue', 'renvoyé', 'accepté'] as const;

/** Where a landlord stands: people change it in the workbook, receiving and returning files do too. */
export type FollowUpState = (typeof states)[number];

/** A row of `IMPACT_SUIVI`: one landlord. */
export interface FollowUp {
  readonly siren: string;
  readonly name: string;
  readonly state: FollowUpState;
  /** Since when, and who said so. */
  readonly date?: Date;
  readonly by: string;
  /** As the contribution taken says it: its `contact`, `transmis_le`. */
  readonly sentBy: string;
  readonly sentAt?: Date;
  /** Fingerprint of the file taken; empty when none was. */
  readonly version: string;
  /** Name of that file among the versions kept. */
  readonly file: string;
  /** Answered questions over questions asked, from 0 to 1. */
  readonly filled?: number;
  readonly blocking?: number;
  /** Words of the union, sent back to the landlord with its remarks. */
  readonly comment: string;
}

/** A row of `IMPACT_JOURNAL`: a figure changed by the union, never silently. */
export interface Adjustment {
  readonly when?: Date;
  readonly by: string;
  readonly siren: string;
  readonly code: string;
  readonly year: number;
  /** Empty for the campaign's. */
  readonly territory: string;
  /** `refused` is text that is no value. */
  readonly before: Answer;
  readonly after: Answer;
  readonly reason: string;
  /** Filled: the adjustment holds no more. */
  readonly cancelledBy: string;
  readonly source: Source;
}

/** A campaign, as its workbook holds it. */
export interface Campaign {
  readonly settings: CampaignSettings;
  readonly perimeter: readonly PerimeterLine[];
  /** One row for each landlord of the perimeter, in its order; then rows of others that were there. */
  readonly followUp: readonly FollowUp[];
  readonly journal: readonly Adjustment[];
}

/** A campaign workbook, read: no campaign when it cannot be used, the reason being the first remark. */
export interface CampaignRead {
  readonly campaign?: Campaign;
  readonly remarks: readonly Remark[];
  /** Sheets and columns that people added: writing the workbook anew would lose them. */
  readonly additions: readonly string[];
  /** The workbook itself keeps what landlords answered (`IMPACT_RECUS`), as the pane does, and not files beside it. */
  readonly keepsAnswers?: boolean;
}
