import type { Grid } from '../core/grid';
import type { Json } from '../richapi/protocol';

/** A comment or a note tied to a cell. */
export interface StoredComment {
  readonly id: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly author: string;
  readonly content: string;
  readonly resolved: boolean;
  readonly replies: readonly { readonly id: string; readonly author: string; readonly content: string }[];
}

/** Cells of a sheet, by its id: they follow it when it is renamed. */
export interface StoredPlace {
  readonly sheetId: string;
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

export interface StoredSeries {
  readonly id: string;
  readonly values?: StoredPlace;
  readonly categories?: StoredPlace;
  /** Every other member that was set, by its path (`Name`, `Format.Line.Color`…). */
  readonly members: Readonly<Record<string, Json>>;
}

export interface StoredChart {
  readonly id: string;
  readonly sheetId: string;
  readonly name: string;
  readonly series: readonly StoredSeries[];
  /** Every other member that was set, by its path (`Title.Text`, `Height`…). */
  readonly members: Readonly<Record<string, Json>>;
}

/** A rule attached to cells: data validation or conditional format. */
export interface StoredRule {
  readonly id: string;
  readonly sheetId: string;
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
  readonly members: Readonly<Record<string, Json>>;
}

export interface StoredProtection {
  readonly password?: string;
  readonly options: Readonly<Record<string, Json>>;
}

/**
 * What an Excel workbook holds and Univer's open core has no place for. It lives in the workbook's own
 * `custom` field, so that it is saved, copied and closed with it.
 */
export interface WorkbookExtras {
  readonly properties: Readonly<Record<string, Json>>;
  readonly customProperties: Readonly<Record<string, Json>>;
  readonly settings: Readonly<Record<string, Json>>;
  readonly xmlParts: Readonly<Record<string, string>>;
  readonly comments: readonly StoredComment[];
  readonly notes: readonly StoredComment[];
  readonly charts: readonly StoredChart[];
  readonly validations: readonly StoredRule[];
  readonly conditionalFormats: readonly StoredRule[];
  readonly protections: Readonly<Record<string, StoredProtection>>;
  /** By sheet id, then `row,column`. */
  readonly hyperlinks: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** By table id: what Univer's tables lack (style name, totals row…). */
  readonly tables: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** By sheet id: how the sheet prints. */
  readonly pageLayouts: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** The key of the extras in `IWorkbookData.custom`. */
export const EXTRAS_KEY = 'excel';

/** What a new workbook has beside its cells: nothing. */
export const noExtras: WorkbookExtras = {
  properties: {},
  customProperties: {},
  settings: {},
  xmlParts: {},
  comments: [],
  notes: [],
  charts: [],
  validations: [],
  conditionalFormats: [],
  protections: {},
  hyperlinks: {},
  tables: {},
  pageLayouts: {},
};

/** The extras of the open workbook. */
export function extrasOf(grid: Grid): WorkbookExtras {
  const custom = grid.workbook.getCustomMetadata() as Record<string, unknown> | null | undefined;
  return { ...noExtras, ...(custom?.[EXTRAS_KEY] as Partial<WorkbookExtras> | undefined) };
}

/** Replaces some of them. */
export function changeExtras(grid: Grid, change: Partial<WorkbookExtras>): void {
  const { workbook } = grid;
  const extras = { ...extrasOf(grid), ...change };
  workbook.setCustomMetadata({ ...workbook.getCustomMetadata(), [EXTRAS_KEY]: extras });
}

/** A record less one of its keys. */
export const without = <T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));

let count = 0;

/** An id in the form that Excel's have. */
export function newId(): string {
  const random = () =>
    Math.floor(Math.random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0');
  const text = `${random()}${random()}${random()}${(++count).toString(16).padStart(8, '0')}`.toUpperCase();
  return `{${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}}`;
}
