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

/** A figure of reference that the consolidation was made with. */
export interface StudyReference {
  readonly code: string;
  readonly label: string;
  readonly territory: string;
  readonly year: number | null;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
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
  readonly references: readonly StudyReference[];
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

/** What an indicator should be in a year, who answers for it, and what is done for it. */
export interface Target {
  readonly objective: string;
  readonly code: string;
  /** Undefined: the territory of the study. */
  readonly territory: string | undefined;
  readonly year: number;
  readonly value: number;
  readonly owner: string;
  readonly actions: string;
}

export interface Proposal {
  readonly workshop: string;
  readonly theme: string;
  readonly text: string;
  readonly actors: string;
  readonly status: string;
}

/** The parts of a yearly review, in its order. */
export const reviewParts = [
  'aids',
  'households',
  'approvals',
  'starts',
  'deliveries',
  'acquisitions',
] as const;
export type ReviewPart = (typeof reviewParts)[number];

/** A line of the yearly review: what was granted, approved, built or bought. */
export interface ReviewLine {
  readonly part: ReviewPart;
  readonly label: string;
  /** Undefined: the territory of the study. */
  readonly territory: string | undefined;
  readonly unit: string;
  readonly year: number;
  readonly value: number | null;
  readonly previous: number | null;
  readonly target: number | null;
  readonly source: string;
  /** The indicator of the landlords that counts the same things; empty: as usual for the part; `-`: none. */
  readonly overlaps: string;
}

/** What people write for a study: the tables of the form that `--prepare` writes. */
export interface Contents {
  readonly quotes: readonly Quote[];
  readonly examples: readonly LandlordExample[];
  readonly targets: readonly Target[];
  readonly proposals: readonly Proposal[];
  readonly review: readonly ReviewLine[];
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
