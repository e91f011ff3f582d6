import type { CellStatus } from '../consolidation';

/** One indicator at one territory for one year, as the consolidation gives it. */
export interface StudyCell {
  readonly code: string;
  readonly territory: string;
  readonly year: number;
  /** In the unit: a fraction for `%`, euros, kWh. Null where nothing may or can be shown. */
  readonly value: number | null;
  readonly unit: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly respondents: number | null;
  readonly expected: number | null;
  readonly coverage: number | null;
  readonly extrapolatedShare: number | null;
  readonly status: CellStatus;
}

/** One consolidated workbook: a campaign, or a landlord alone. */
export interface StudySource {
  readonly file: string;
  readonly title: string;
  /** True unless it is the publishable copy. */
  readonly internal: boolean;
  readonly territory: string;
  readonly year: number;
  readonly catalogueVersion: string;
  readonly cells: readonly StudyCell[];
}

export interface Quote {
  readonly text: string;
  readonly author: string;
  readonly role: string;
}

export interface LandlordExample {
  readonly title: string;
  readonly landlord: string;
  readonly place: string;
  readonly text: string;
}

/** What people write for a study: the tables of the form that `--prepare` writes. */
export interface Contents {
  readonly quotes: readonly Quote[];
  readonly examples: readonly LandlordExample[];
}

/** Everything a study is made from. */
export interface StudyData {
  /** Oldest first; the last one is the study's. */
  readonly sources: readonly [StudySource, ...StudySource[]];
  readonly contents: Contents;
}

/** The campaign the study is about: the latest. */
export function mainSource({ sources }: StudyData): StudySource {
  return sources.at(-1) ?? sources[0];
}

/** Said to the person: what is wrong with an input or a template, and what to do. */
export class StudyError extends Error {
  override readonly name = 'StudyError';
}
