import type { AppliedAdjustment, Campaign, Lineage, Peers, Review } from '../../campaign';
import type {
  Distribution,
  IndicatorCell,
  ReferenceFigure,
  TerritoryGap,
  WithheldReason,
  YearChange,
} from '../../consolidation';
import type { Family, Remark } from '../../contribution';
import type { Locale } from '../../formula';
import type { StudySource } from '../../study';
import type { Zoning } from '../../territory';
import type { HandedRows, ReceivedValues } from '../union';

/** What the desk works from: plain data, as it goes to a worker. */
export interface DeskInput {
  readonly campaign: Campaign;
  /** What the campaign workbook gives rise to: its follow-up, its journal. */
  readonly said: readonly Remark[];
  readonly received: ReceivedValues;
  readonly references: readonly ReferenceFigure[];
  readonly zonings: readonly Zoning[];
  /** Adds the territories of these levels (`DEP`) and zonings. */
  readonly by: readonly string[];
}

export type ResultCell = Pick<
  IndicatorCell,
  | 'code'
  | 'territory'
  | 'value'
  | 'unit'
  | 'low'
  | 'high'
  | 'respondents'
  | 'expected'
  | 'coverage'
  | 'status'
  | 'reason'
>;

/** A local indicator or one of the catalogue, as results name it. */
export interface ResultIndicator {
  readonly code: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly dimension: string;
  readonly decimals: number;
}

export interface FamilyResults {
  readonly family: Family | null;
  readonly landlords: number;
  readonly cells: readonly ResultCell[];
}

export interface Results {
  readonly territory: string;
  readonly year: number;
  readonly territories: readonly { readonly code: string; readonly name: string }[];
  readonly indicators: readonly ResultIndicator[];
  readonly cells: readonly ResultCell[];
  readonly families: readonly FamilyResults[];
  readonly distributions: readonly Distribution[];
}

/** A cell that is not shown, or not as it was collected, with the reason that the public is not told. */
export interface TreatedCell {
  readonly code: string;
  readonly label: { readonly fr: string; readonly en: string };
  readonly territory: string;
  readonly place: string;
  readonly kind: 'masked' | 'insufficient' | 'extrapolated';
  readonly reason: WithheldReason | null;
  readonly coverage: number | null;
  readonly share: number;
}

export interface PublicationView {
  readonly published: number;
  readonly extrapolated: number;
  readonly insufficient: number;
  readonly masked: number;
  readonly secondary: number;
  readonly adjusted: number;
  readonly treated: readonly TreatedCell[];
  /** What earlier editions published gives a figure away by itself. */
  readonly exposedBefore: boolean;
  /** Earlier editions of another year, which tell nothing of this one. */
  readonly otherYears: readonly { readonly file: string; readonly year: number }[];
}

export type PublishedFileKind = 'workbook' | 'csv' | 'json' | 'internal';

export interface PublishedFile {
  readonly kind: PublishedFileKind;
  readonly name: string;
  /** As browsers call it. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What may be asked of an open desk, with what goes in and out: plain data. */
export interface DeskQuestions {
  readonly review: {
    readonly input: undefined;
    readonly output: Review & { readonly applied: readonly AppliedAdjustment[] };
  };
  readonly peers: {
    readonly input: { readonly siren: string; readonly code: string };
    readonly output: Peers | undefined;
  };
  readonly lineage: {
    readonly input: { readonly code: string; readonly territory: string; readonly locale: Locale };
    readonly output: Lineage | undefined;
  };
  readonly results: { readonly input: undefined; readonly output: Results };
  readonly years: {
    readonly input: { readonly file: File };
    /** `problem`, in French, instead of changes, when the file has no year to compare with. */
    readonly output: {
      readonly year: number;
      readonly changes: readonly YearChange[];
      /** In French, the adjustments of that year that do not hold: the comparison is made without them. */
      readonly leftOut: readonly string[];
      readonly problem?: string;
    };
  };
  /** The consolidation as a study is made from it. */
  readonly studySource: { readonly input: undefined; readonly output: StudySource };
  readonly gaps: { readonly input: { readonly territory: string }; readonly output: readonly TerritoryGap[] };
  readonly publish: {
    readonly input: { readonly previous: readonly File[] };
    readonly output: { readonly view?: PublicationView; readonly problem?: string };
  };
  /** The files of what was published last. */
  readonly files: { readonly input: undefined; readonly output: readonly PublishedFile[] };
}

export type QuestionName = keyof DeskQuestions;

export type DeskRequest =
  /** What was received, part by part, before the desk is opened on it. */
  | HandedRows
  | { readonly kind: 'open'; readonly input: Omit<DeskInput, 'received'> }
  | { readonly kind: 'ask'; readonly id: number; readonly name: QuestionName; readonly input: unknown };

export type DeskMessage =
  | { readonly kind: 'alive' }
  | { readonly kind: 'opened' }
  /** In French, what keeps the campaign from being consolidated. */
  | { readonly kind: 'obstacle'; readonly message: string }
  | { readonly kind: 'part'; readonly id: number; readonly done: number; readonly total: number }
  | { readonly kind: 'answer'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number | undefined; readonly reason: string };
