/** A workbook to write, as data: built by the contexts above, turned into a file by `writeWorkbook`. */
export interface WorkbookModel {
  readonly title: string;
  readonly creator: string;
  /** Stored as created and modified; given, never the clock, so that the same input gives the same file. */
  readonly modified: Date;
  readonly sheets: readonly SheetModel[];
  /** Sheets that the file will hold besides these (`appendSheets`): links may lead there. */
  readonly otherSheets?: readonly string[];
  readonly names?: readonly { readonly name: string; readonly refersTo: string }[];
  /** Custom document properties (catalogue version, kind of workbook …). */
  readonly properties?: Readonly<Record<string, string>>;
  /** The font of every cell and chart; Calibri unless told. */
  readonly font?: string;
}

export interface SheetModel {
  readonly name: string;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  /** Row 1 first; a missing cell is blank. */
  readonly rows: readonly RowModel[];
  /**
   * Rows that follow, each made when it is written: a sheet of a million cells never exists whole in memory.
   * `row` is called more than once for an index and must give the same row.
   */
  readonly more?: { readonly count: number; row(index: number): RowModel };
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly tables?: readonly TableModel[];
  readonly merges?: readonly string[];
  readonly validations?: readonly ValidationModel[];
  readonly highlights?: readonly HighlightModel[];
  readonly charts?: readonly ChartModel[];
  readonly drawings?: readonly DrawingModel[];
  readonly print?: PrintModel;
  readonly hidden?: boolean;
  readonly gridLines?: boolean;
  /** `RRGGBB`, as every colour here. */
  readonly tabColor?: string;
  /** Only cells whose style says `input` can be changed (no password: it guards against slips). */
  readonly protect?: boolean;
}

export interface RowModel {
  readonly cells: readonly (CellModel | undefined)[];
  readonly height?: number;
}

export interface CellModel {
  /** With a formula, its cached result. Text is always written as text, whatever it starts with. */
  readonly value?: number | string | boolean | Date;
  /** The formula's cached result when it is an error; `value` is then left out. */
  readonly error?: ErrorCode;
  /** As Excel stores it: English names, commas, no leading `=`. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** `to` is `'Sheet name'!A1` (inside) or an https URL. Underlined, and blue unless the style has a colour. */
  readonly link?: { readonly to: string; readonly tip?: string };
  readonly note?: string;
}

export type ErrorCode = '#NULL!' | '#DIV/0!' | '#VALUE!' | '#REF!' | '#NAME?' | '#NUM!' | '#N/A';

export interface CellStyle {
  /** As Excel stores it, comma for thousands: `#,##0`, `0.0%`; Excel shows the reader's separators. */
  readonly format?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly size?: number;
  /** `RRGGBB`, like `fill`. */
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly verticalAlign?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly border?: 'none' | 'bottom' | 'all';
  /** Unlocked when the sheet is protected. */
  readonly input?: boolean;
}

export interface TableModel {
  readonly name: string;
  /** Headings included, as `A1:D20`. */
  readonly ref: string;
  /** Exactly the texts of the heading cells, all different. */
  readonly columns: readonly string[];
  /** `TableStyleMedium2` unless told. */
  readonly style?: string;
  /** Formulas that Excel fills in when a row is added, by column: `[@Loyer]*12`. */
  readonly calculated?: Readonly<Record<string, string>>;
}

export interface ValidationModel {
  readonly ref: string;
  readonly kind: 'list' | 'decimal' | 'whole' | 'custom';
  /** For a list: its words (no comma, 255 characters in all; more words: `formula`). */
  readonly values?: readonly string[];
  /** For a list, the range of its words; for `custom`, what must be true; for a number, its least value. */
  readonly formula?: string;
  /** For a number, its greatest value. */
  readonly maximum?: string;
  readonly prompt?: { readonly title: string; readonly text: string };
  readonly error?: { readonly title: string; readonly text: string };
  /** `warning` lets the person go on. */
  readonly severity?: 'stop' | 'warning' | 'information';
}

/** Conditional formatting by a formula. */
export interface HighlightModel {
  readonly ref: string;
  readonly formula: string;
  readonly fill?: string;
  readonly color?: string;
}

export interface ChartModel {
  readonly kind: 'bar' | 'column' | 'line' | 'pie' | 'doughnut';
  readonly title: string;
  readonly series: readonly {
    readonly name: string;
    /** `'Sheet name'!$A$2:$A$9` */
    readonly categories: string;
    readonly values: string;
    readonly color?: string;
  }[];
  /** Top left and bottom right cell covered. */
  readonly from: string;
  readonly to: string;
  readonly format?: string;
  readonly stacked?: boolean;
  /** Values written beside the marks; unless told, only where few enough to be read. */
  readonly labels?: boolean;
  /** Without the axis of values: their labels say them. */
  readonly bare?: boolean;
  /** Of its texts, in points; 9 unless told. */
  readonly textSize?: number;
  /** Draws a line over blank cells, from one value to the next. */
  readonly spanBlanks?: boolean;
  /** Alternative text. */
  readonly description: string;
}

/** Shapes or a picture over the cells, at a size of their own. */
export interface DrawingModel {
  /** The cell of their top left corner. */
  readonly from: string;
  /** In English Metric Units (914 400 to an inch), like `height`. */
  readonly width: number;
  readonly height: number;
  /** Drawn by `xml` as `r:embed`. */
  readonly picture?: { readonly bytes: Uint8Array; readonly kind: 'png' | 'jpeg' };
  /**
   * Their `xdr:` element, which names its prefix only.
   * @param id to name them by, theirs alone in the sheet
   * @param relation of the picture; empty without one
   */
  xml(id: number, relation: string): string;
}

export interface PrintModel {
  readonly landscape?: boolean;
  readonly fitToWidth?: boolean;
  /** In percent, when it is not fitted to the width: Excel then keeps to the breaks. */
  readonly scale?: number;
  /** Rows (from 0) that begin a page. */
  readonly breaks?: readonly number[];
  /** What is printed, as `A1:M200`; everything unless told. */
  readonly area?: string;
  /** Rows repeated on every page, as `1:3`. */
  readonly repeatRows?: string;
  /** Columns repeated on every page, as `A:B`. */
  readonly repeatColumns?: string;
  /** With Excel's codes: `&L` `&C` `&R` left, centre, right; `&P/&N` page; `&&` for an ampersand. */
  readonly header?: string;
  readonly footer?: string;
}
