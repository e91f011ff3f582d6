import type { IWorkbookData } from '@univerjs/core';
import type { FileTable, OpenedWorkbook, SpilledCells } from '../model';
import type { PackageParts } from '../package/parts';
import type { Axis } from './axis';
import type { GridTable } from './resources';
import type { Strings } from './strings';
import type { Styles } from './styles';

/** What all the steps of saving share. */
export interface Saving {
  readonly opened: OpenedWorkbook;
  readonly snapshot: IWorkbookData;
  readonly spilled: SpilledCells | undefined;
  /** The parts to be: steps change them. */
  readonly parts: PackageParts;
  /** Path of the workbook part. */
  readonly main: string;
  readonly strings: Strings;
  readonly styles: Styles;
  /** Sheets in the order of the tabs. */
  readonly sheets: readonly SavedSheet[];
  readonly tables: readonly SavedTable[];
}

export interface SavedSheet {
  readonly id: string;
  readonly name: string;
  /** Path of its part, reserved for a new one. */
  readonly part: string;
  readonly isNew: boolean;
  readonly rows: Axis;
  readonly columns: Axis;
}

/** A table as it is to be in the file. */
export interface SavedTable {
  /** What it was in the file; undefined for a new one. */
  readonly before: FileTable | undefined;
  /** Undefined for a table of the file that the grid does not know (without headings). */
  readonly grid: GridTable | undefined;
  readonly name: string;
  readonly sheet: string;
  readonly sheetId: string;
  readonly block: FileTable['block'];
  readonly headings: readonly string[];
  /** Its headings before, by column; undefined for a column that is new. */
  readonly origins: readonly (number | undefined)[];
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly style: string | undefined;
}
