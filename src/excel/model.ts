/** A text of the add-in in its two languages. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

/** An error shown in a cell, such as `#N/A`. */
export interface CellFault {
  readonly error: string;
}

/** What a cell holds: null when it is blank, a serial number for a date. */
export type CellContent = number | string | boolean | null | CellFault;

/** What may be written in a cell: text stays text whatever it starts with; null and '' make it blank. */
export type Writable = number | string | boolean | Date | null;

export interface TableSummary {
  readonly name: string;
  readonly sheet: string;
  /** Headings included, as `A4:D14`. */
  readonly address: string;
  readonly rowCount: number;
}

export interface TableContent extends TableSummary {
  readonly headings: readonly string[];
  /** One line a row of the table's body, aligned with the headings; the totals row is left out. */
  readonly rows: readonly (readonly CellContent[])[];
  /** Address of each cell of `rows`, without the sheet: `cells[0][1]` is `B5`. */
  readonly cells: readonly (readonly string[])[];
}

/** An Excel table of a sheet, as it stands among the other cells; rows and columns are zero-based. */
export interface SheetTable {
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly hasHeadings: boolean;
  readonly hasTotals: boolean;
  readonly headings: readonly string[];
}

/** All that a sheet holds: its used cells, which ones show a date, its tables. */
export interface SheetContent {
  readonly name: string;
  /** Zero-based place of `values[0][0]`. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellContent[])[];
  /** Aligned with `values`: true where the number is shown as a date. */
  readonly dates: readonly (readonly boolean[])[];
  readonly tables: readonly SheetTable[];
}

export interface SheetsRead {
  readonly sheets: readonly SheetContent[];
  /** Sheets too large to be read cell by cell. */
  readonly leftOut: readonly string[];
}

export interface CellWrite {
  readonly sheet: string;
  readonly address: string;
  readonly value?: Writable;
  /** In English with commas, `=` first: `=SUM(A1,B2)`. Wins over `value`. */
  readonly formula?: string;
  /** What the cell was thought to hold; if another person has changed it since, nothing is written. */
  readonly expected?: CellContent;
}

/** A row to append, by heading; a heading left out keeps what the table puts there. */
export type RowByHeading = Readonly<Record<string, Writable>>;

/** How long tables are filled. */
export interface AppendOptions extends WorkOptions {
  /** Number formats of columns, in English, where they need one. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Cells written in one call: fewer keep Excel answering while a long table is filled. */
  readonly cellsPerCall?: number;
}

export interface AppendedRows {
  readonly sheet: string;
  /** Zero-based rows of the sheet, one for each appended row. */
  readonly sheetRows: readonly number[];
}

export interface Selection {
  readonly sheet: string;
  /** The whole selection, as `B2:C9`. */
  readonly address: string;
  /** The active cell. */
  readonly cell: string;
  /** The formula of the active cell in English with commas, or null. */
  readonly formula: string | null;
  /** The same as the person reads and types it. */
  readonly localFormula: string | null;
  readonly value: CellContent;
  /** As the cell shows it. */
  readonly text: string;
}

export interface CellChange {
  readonly sheet: string;
  readonly address: string;
  /** By another person in the same workbook. */
  readonly remote: boolean;
  /** By this add-in. */
  readonly ours: boolean;
}

export interface CellReference {
  readonly sheet: string;
  readonly address: string;
}

/** How far a long work is. */
export interface Progress {
  readonly label: Bilingual;
  readonly done: number;
  readonly total: number;
}

export interface WorkOptions {
  /** Aborting stops the work between two calls to Excel. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** How the person's Excel writes formulas and numbers. */
export interface SyntaxLocale {
  /** `fr-FR`: the language of function names. */
  readonly language: string;
  readonly decimalSeparator: string;
  readonly thousandsSeparator: string;
  readonly listSeparator: string;
}

export interface WorkbookIdentity {
  readonly name: string;
  /** Empty until the workbook is saved. */
  readonly url: string;
  readonly readOnly: boolean;
  /** Saved continuously: others may be editing it at the same time. */
  readonly autoSave: boolean;
}

export type FreezeScope = 'workbook' | 'sheet' | 'selection';

export interface FreezeReport {
  readonly frozen: readonly CellReference[];
  /** Left as formulas because they show no result yet (`#NAME?`, `#BUSY!`). */
  readonly skipped: readonly CellReference[];
}

export interface RestoreReport {
  readonly restored: readonly CellReference[];
  /** Changed by someone since they were frozen: left as they are. */
  readonly kept: readonly CellReference[];
}

export interface RepairReport {
  readonly repaired: readonly CellReference[];
  /** Still `#NAME?` after the formula was entered again. */
  readonly remaining: readonly CellReference[];
}

export interface InsertionReport {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  /** Notes of the sheets: they need a newer Excel than this add-in asks for. */
  readonly omittedNotes: readonly CellReference[];
  /** How many charts the sheets have. */
  readonly charts: number;
  /** How many maps and pictures were left out: they are only written in files. */
  readonly omittedDrawings: number;
}
