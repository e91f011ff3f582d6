import type { ICellData, IRange, IWorkbookData, Nullable } from '@univerjs/core';
import type { Block } from '../../xlsx';
import type { WorkbookExtras } from './extras/extras';
import type { CustomFunctionNames } from './formulas/custom-functions';
import type { TableShape } from './formulas/structured';
import type { SharedTexts } from './open/shared-strings';
import type { PackageParts } from './package/parts';
import type { Stylesheet } from './styles/stylesheet';

/** An Excel table. Its range in the grid leaves the totals row out: the tables of the grid have none. */
export interface FileTable extends TableShape {
  readonly id: string;
  readonly sheetId: string;
  /** Path of its part in the file. */
  readonly part: string;
  /** As Excel calls it: `TableStyleMedium2`. */
  readonly style?: string;
}

/** A defined name that the grid knows. */
export interface FileName {
  readonly id: string;
  readonly name: string;
  /** As the grid reads it: a range, or a formula with its `=`. */
  readonly refersTo: string;
  /** Undefined when the whole workbook knows it. */
  readonly sheetId: string | undefined;
}

/** A list or a rule that Excel checks when a cell is filled in. The grid does not; the file keeps it. */
export interface FileValidation {
  readonly sheetId: string;
  readonly ranges: readonly Block[];
  readonly kind: string;
  /** The choices written in the rule itself. */
  readonly values?: readonly string[];
  /** Where the choices are, or what must be true. */
  readonly formula?: string;
  readonly prompt?: string;
  readonly error?: string;
}

/** Conditional formatting by a formula. The grid does not show it; the file keeps it. */
export interface FileHighlight {
  readonly sheetId: string;
  readonly ranges: readonly Block[];
  readonly formula: string;
  /** `#RRGGBB` */
  readonly fill?: string;
  readonly color?: string;
}

export interface FileNote {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface FileLink {
  readonly sheetId: string;
  readonly range: Block;
  /** An address outside, or `'Feuille'!A1`. */
  readonly target: string;
  readonly isOutside: boolean;
  readonly tip?: string;
}

/** A chart or a picture, to be drawn as a labelled frame over the cells it covers. */
export interface FileDrawing {
  readonly sheetId: string;
  readonly kind: 'chart' | 'picture';
  readonly title: string;
  /** Cells covered, zero-based. */
  readonly covers: Block;
}

/** A workbook opened from a file: what the grid shows, and what it must give back untouched. */
export interface OpenedWorkbook {
  /** For `createUnit`; tables and names come along as resources. The grid changes it: it is never read again. */
  readonly snapshot: IWorkbookData;
  readonly tables: readonly FileTable[];
  readonly names: readonly FileName[];
  readonly validations: readonly FileValidation[];
  readonly highlights: readonly FileHighlight[];
  readonly notes: readonly FileNote[];
  readonly links: readonly FileLink[];
  readonly drawings: readonly FileDrawing[];
  /** What the grid shows otherwise than Excel, in French, a sentence each. */
  readonly remarks: readonly string[];
  /** What saving needs; of no use to anybody else. */
  readonly source: FileSource;
}

export interface FileSource {
  readonly parts: PackageParts;
  /** Path of the workbook part. */
  readonly main: string;
  readonly sheets: readonly SourceSheet[];
  readonly stylesheet: Stylesheet;
  readonly functions: CustomFunctionNames;
  readonly strings: SharedTexts;
  /** What the host was given beside the grid. */
  readonly extras: WorkbookExtras;
}

/** A sheet as it is in the file. */
export interface SourceSheet {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  readonly xml: string;
  readonly cells: SourceCells;
  /** What the grid was given, to see what has changed. */
  readonly layout: SourceLayout;
}

/** By row, then column, zero-based. */
export type SourceCells = ReadonlyMap<number, ReadonlyMap<number, SourceCell>>;

export interface SourceCell {
  /** Place of `<c …>…</c>` in the sheet's text. */
  readonly start: number;
  readonly end: number;
  readonly style: number;
  /** What the grid was given: undefined when it has no content. */
  readonly value: string | number | boolean | undefined;
  /** As the grid reads it, with its `=`; undefined also when the grid only shows the stored result. */
  readonly formula: string | undefined;
  /** As the file writes it, shared ones written out. */
  readonly written: string | undefined;
  /** The grid shows its stored result and cannot calculate it. */
  readonly kept: boolean;
  /** Number of the formula that it shares with other cells. */
  readonly shared: string | undefined;
  /** Filled by the formula of another cell. */
  readonly spilled: boolean;
  /** The cells that its array formula fills. */
  readonly fills: Block | undefined;
  /** A dynamic array (`cm`), and not one entered with Ctrl+Shift+Enter. */
  readonly dynamic: boolean;
  /** Uses the table of shared texts. */
  readonly sharedText: boolean;
}

export interface SourceLayout {
  readonly merges: readonly string[];
  /** Pixels, by index; only those the file states. */
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly gridLines: boolean;
  readonly tabColor: string;
  readonly hidden: boolean;
}

/** Cells that formulas have filled beside their own: the grid keeps them out of its snapshot. */
export interface SpilledCells {
  /** By sheet id, row, column of the formula: what it fills. */
  readonly ranges: Matrices<IRange>;
  /** By sheet id, row, column: what is there. */
  readonly cells: Matrices<ICellData>;
}

type Matrices<T> = Nullable<{
  readonly [sheetId: string]: Nullable<{
    readonly [row: number]: Nullable<{ readonly [column: number]: Nullable<T> }>;
  }>;
}>;
