import type { SeriesInfo } from '../model';

/** A column that puts communes in zones. */
export interface ZoningColumn {
  readonly kind: 'zoning';
  readonly name: string;
  readonly label: string;
  /** Matched against every key of a heading (`looseKey`). */
  readonly column: RegExp;
  /** The zone that a cell means; undefined when it means none. */
  zoneOf(text: string): string | undefined;
  readonly required?: boolean;
}

/** A column of figures. */
export interface SeriesColumn extends SeriesInfo {
  readonly kind: 'series';
  readonly column: RegExp;
  readonly required?: boolean;
  /** Percentages are written without a sign (`35,28` for 35,28 %): told from the whole column. */
  readonly rate?: boolean;
}

/** An official file, recognised by its headings. */
export interface Layout {
  readonly name: string;
  /** What it is, in French, with its publisher: printed as the source. */
  readonly label: string;
  readonly columns: readonly (ZoningColumn | SeriesColumn)[];
  /** Other headings that must be there. */
  readonly also?: readonly RegExp[];
  /** The column of the year, where a file holds several. */
  readonly yearColumn?: RegExp;
  /** A column that splits figures (type of dwelling), with the end of code of each of its values. */
  readonly split?: {
    readonly column: RegExp;
    suffixOf(text: string): { readonly code: string; readonly label: string } | undefined;
  };
  /** What the name of the file alone says of its figures. */
  byFile?(file: string): Partial<SeriesInfo>;
}
