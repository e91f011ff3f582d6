import type {
  AppendedRows,
  AppendOptions,
  CellChange,
  CellContent,
  CellReference,
  CellWrite,
  FreezeReport,
  FreezeScope,
  InsertionReport,
  ReadTableOptions,
  RecalculationReport,
  RepairReport,
  RestoreReport,
  RowByHeading,
  RowContent,
  Selection,
  SheetsRead,
  SyntaxLocale,
  TableContent,
  TableSummary,
  WorkOptions,
} from '../excel';
import type { SheetModel } from '../xlsx';
import type { Bilingual } from './i18n';

/** Why Excel refuses or waits, and what to do. */
export interface PortProblem {
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** Stops listening. */
export type Unsubscribe = () => Promise<void> | void;

/** A block of cells, read for its values only. */
export interface RangeContent {
  readonly sheet: string;
  readonly address: string;
  readonly values: readonly (readonly CellContent[])[];
}

/** A cell that a formula reads, or a block of them. */
export interface Precedent extends CellReference {
  /** Top left cell of the block. */
  readonly value: CellContent;
}

/**
 * All that the pane asks of Excel. Plain data in and out; every failure is an `ExcelProblem`. The pane keeps no
 * copy of a table across an action: it reads again before it writes, and writes with what it expects to find.
 */
export interface ExcelPort {
  listTables(): Promise<readonly TableSummary[]>;
  readTable(name: string, options?: ReadTableOptions): Promise<TableContent>;
  /** The values of `'Feuille'!A1:B9`; a whole column is cut to what is used. */
  readRange(sheet: string, address: string): Promise<RangeContent>;
  /** The visible sheets that hold something and that `wanted` takes by their name and those of their tables. */
  readSheets(
    wanted: (sheet: string, tables: readonly string[]) => boolean,
    options?: WorkOptions,
  ): Promise<SheetsRead>;
  /** The formulas of `E6:E190`, in English with commas, `=` first; null for a value. */
  readFormulas(sheet: string, address: string): Promise<readonly (readonly (string | null)[])[]>;
  /** All of them or none; refused with `changed` when a cell does not hold what was expected. */
  writeCells(writes: readonly CellWrite[], options?: WorkOptions): Promise<void>;
  appendRows(table: string, rows: readonly RowByHeading[], options?: AppendOptions): Promise<AppendedRows>;
  /** Changes rows by what the columns named hold now: undefined leaves a row, a problem thrown leaves all. */
  updateRows(
    table: string,
    columns: readonly string[],
    change: (row: RowContent) => RowByHeading | undefined,
    options?: WorkOptions,
  ): Promise<number>;
  /** Removes rows by what the columns named hold now. */
  removeRows(
    table: string,
    columns: readonly string[],
    isGone: (row: RowContent) => boolean,
    options?: WorkOptions,
  ): Promise<number>;
  /** Adds sheets to the open workbook; refused, nothing being written, when a table of that name is there. */
  insertSheets(sheets: readonly SheetModel[], options?: WorkOptions): Promise<InsertionReport>;
  /** The names of all the sheets, hidden ones included. */
  listSheets(): Promise<readonly string[]>;
  /** Gives sheets other names, formulas and charts following. */
  renameSheets(changes: ReadonlyMap<string, string>): Promise<void>;
  /** Removes sheets with all they hold, which Excel does not undo. */
  removeSheets(names: readonly string[]): Promise<void>;
  selectCell(sheet: string, address: string): Promise<void>;
  selection(): Promise<Selection>;
  /** Called when the person selects something else; never more than once for one selection. */
  onSelectionChanged(handler: () => void): Promise<Unsubscribe>;
  onChanged(handler: (change: CellChange) => void): Promise<Unsubscribe>;
  /** What the formula of a cell reads directly; nothing for a value. */
  precedents(sheet: string, address: string): Promise<readonly Precedent[]>;
  /** Told what Excel is waiting for (a cell being edited) while a call is retried, then undefined. */
  onWaiting(handler: (problem: PortProblem | undefined) => void): Promise<Unsubscribe>;
  /** A formula in English with commas, `=` first. */
  setFormula(sheet: string, address: string, formula: string): Promise<void>;
  /** Replaces the formulas of this add-in by their values, for readers who do not have it. */
  freezeValues(scope: FreezeScope, options?: WorkOptions): Promise<FreezeReport>;
  /** Puts back the formulas that were frozen, but where someone has changed the cell since. */
  restoreFormulas(options?: WorkOptions): Promise<RestoreReport>;
  /** Enters again the formulas of this add-in that show `#NAME?`. */
  repairFunctions(options?: WorkOptions): Promise<RepairReport>;
  /** Calculates the whole workbook again, and waits until Excel is done. */
  recalculate(options?: WorkOptions): Promise<RecalculationReport>;
  /** The workbook as it would be saved now; whoever opens this copy is not asked to trust the add-in. */
  workbookBytes(options?: WorkOptions): Promise<Uint8Array>;
  syntaxLocale(): Promise<SyntaxLocale>;
}
