import type { Remark } from '../../contribution';
import type { Zoning } from '../../territory';

/** A figure of a territory, as `--references` takes it. */
export interface ReferenceValue {
  /** Without the `ref.` in front. */
  readonly code: string;
  readonly year: number;
  /** Blank, in a table of the product, for the campaign's. */
  readonly territory: string;
  readonly value: number;
  /** Where it comes from, when that is not where the whole file does. */
  readonly source?: string;
}

/** A column of figures that a file gives. */
export interface SeriesInfo {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  /** May be added up over communes (dwellings); a rate or a rent never is. */
  readonly additive: boolean;
  /** What is not certain about it, in French. */
  readonly toConfirm?: string;
}

/** Why a line gives nothing; each line of a file has one fate and one only. */
export type LineFate =
  /** At least one value was taken. */
  | 'read'
  /** The same, under the commune of today of a former one or of an arrondissement. */
  | 'carried'
  /** A commune that an earlier line gives, with the same values. */
  | 'duplicate'
  /** A commune that another line gives otherwise: neither is taken. */
  | 'contradicted'
  /** A former commune whose commune of today has its own line, or whose parts differ. */
  | 'superseded'
  /** Nothing in the columns read, or only `s` (secret). */
  | 'no_value'
  /** No commune of France, past or present. */
  | 'unknown_code'
  /** A line without any code: a total, a note. */
  | 'no_code'
  | 'blank'
  | 'heading';

/** Every line of a file, accounted for: the counts add up to `lines`. */
export interface LineAccount {
  readonly lines: number;
  readonly fates: Readonly<Record<LineFate, number>>;
  /** The first lines that a person should look at, with their reason. */
  readonly examples: readonly { readonly line: number; readonly fate: LineFate; readonly code: string }[];
  /** Cells that hold `s`: known to someone, told to nobody. Never zero. */
  readonly secretCells: number;
  /** Cells of the columns read that hold a text where a number was expected. */
  readonly unreadableCells: number;
}

/** What an official file gives. */
export interface ImportedReferences {
  readonly file: string;
  /** Name of the layout that was recognised: `zonage-abc`. */
  readonly layout: string;
  /** What the file is, in French. */
  readonly label: string;
  readonly sheet: string;
  /** Publisher, file and vintage, as printed beside the figures. */
  readonly source: string;
  /** `2025-09-05` or `2023`; empty when the file does not say. */
  readonly date: string;
  readonly zonings: readonly Zoning[];
  readonly series: readonly SeriesInfo[];
  readonly values: readonly ReferenceValue[];
  /** Series whose year nothing says: their figures have the one asked for (`undatedAs`, `withYear`). */
  readonly undated: readonly string[];
  readonly account: LineAccount;
  readonly remarks: readonly Remark[];
}
