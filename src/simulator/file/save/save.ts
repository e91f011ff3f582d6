import type { IWorkbookData } from '@univerjs/core';
import { XML_HEADER } from '../../../xlsx';
import type { OpenedWorkbook, SourceSheet, SpilledCells } from '../model';
import { saveSheetExtras } from '../extras/save';
import { declareType, dropUnreachable, reachableParts } from '../package/content-types';
import { dynamicKind } from '../package/metadata';
import { relatedPart, removeRelations } from '../package/relations';
import { parseXml } from '../xml/element';
import { SAME, axisOf } from './axis';
import type { CellSaving } from './cells';
import { sortedKeys } from './grid';
import { retargetSheet } from './retarget';
import type { SavedSheet, Saving } from './saving';
import { writeSheet } from './sheet';
import { sharedUses } from './sheet-data';
import { Strings } from './strings';
import { Styles } from './styles';
import { saveTables, tablesToSave } from './tables';
import { saveWorkbook } from './workbook';

const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SaveExtras {
  /**
   * What formulas fill beside their own cell: `getArrayFormulaRange()` and `getArrayFormulaCellData()` of
   * Univer's `FormulaDataModel`, for the workbook. Without it, array formulas keep what they filled in the file.
   */
  readonly spilled?: SpilledCells;
}

/**
 * The file of a workbook as it is now: the parts of the file it was opened from, changed only where people have
 * changed something. Charts, pivot tables, rules, print settings and what nobody here understands stay as they
 * were. The same workbook always gives the same bytes.
 * @param snapshot of the grid, with its resources (`FWorkbook.save()`)
 */
export function saveXlsx(
  opened: OpenedWorkbook,
  snapshot: IWorkbookData,
  extras: SaveExtras = {},
): Promise<Uint8Array> {
  const { source } = opened;
  const parts = source.parts.copy();
  const before = reachableParts(parts);
  const sheets = sheetsToSave(opened, snapshot);
  const saving: Saving = {
    opened,
    snapshot,
    spilled: extras.spilled,
    parts,
    main: source.main,
    strings: new Strings(source.strings),
    styles: new Styles(source.stylesheet),
    sheets,
    tables: tablesToSave({ opened, snapshot }, sheets),
  };
  const changed = sheets.map((sheet) => saveSheet(saving, sheet)).some(Boolean);
  saveWorkbook(saving);
  // What is new is written where it is now: what was there must have followed its cells before.
  for (const sheet of sheets) saveSheetExtras(saving, sheet, retargetSheet(saving, sheet));
  const uses = source.sheets.reduce((sum, one) => sum + sharedUses(one), 0);
  saving.strings.save(parts, source.main, uses);
  saving.styles.save(parts, source.main);
  if (changed || sheets.length !== source.sheets.length) dropCalculationChain(saving);
  dropUnreachable(parts, before);
  return Promise.resolve(parts.zip());
}

function sheetsToSave({ source }: OpenedWorkbook, snapshot: IWorkbookData): SavedSheet[] {
  let number = 0;
  const newPart = (): string => {
    const part = `xl/worksheets/sheet${++number}.xml`;
    return source.parts.has(part) ? newPart() : part;
  };
  return snapshot.sheetOrder.flatMap((id): SavedSheet[] => {
    const data = snapshot.sheets[id];
    if (data === undefined) return [];
    const before = source.sheets.find((one) => one.id === id);
    const name = data.name ?? before?.name ?? id;
    if (before === undefined) return [{ id, name, part: newPart(), isNew: true, rows: SAME, columns: SAME }];
    const rows = axisOf(marksOf(data.rowData, 'row'));
    const columns = axisOf(marksOf(data.columnData, 'column'));
    return [{ id, name, part: before.part, isNew: false, rows, columns }];
  });
}

/** The numbers that rows or columns had in the file. */
function marksOf(lines: object | undefined, key: 'row' | 'column'): Map<number, number> {
  const marks = new Map<number, number>();
  const byIndex = lines as Record<number, { custom?: Record<string, unknown> | null } | null> | undefined;
  for (const index of sortedKeys(lines)) {
    const mark = byIndex?.[index]?.custom?.[key];
    if (typeof mark === 'number') marks.set(index, mark);
  }
  return marks;
}

/** Writes a sheet and its tables; says whether the sheet's part has changed. */
function saveSheet(saving: Saving, sheet: SavedSheet): boolean {
  const { parts, opened, snapshot, styles, strings, spilled } = saving;
  const source = opened.source.sheets.find((one) => one.id === sheet.id) ?? newSheet(sheet);
  if (sheet.isNew) {
    parts.set(sheet.part, source.xml);
    declareType(parts, sheet.part, SHEET_TYPE);
  }
  const tableIds = saveTables(saving, sheet);
  const root = parseXml(source.xml);
  const xml = writeSheet({
    source,
    prefix: root.prefix,
    names: { tables: saving.tables, functions: opened.source.functions },
    strings,
    styles,
    lookOf: lookIn(saving),
    dynamicKind: () => dynamicKind(parts, opened.source.main),
    data: snapshot.sheets[sheet.id] ?? {},
    rows: sheet.rows,
    columns: sheet.columns,
    spill:
      spilled === undefined
        ? undefined
        : { ranges: spilled.ranges?.[sheet.id], cells: spilled.cells?.[sheet.id] },
    headings: headingsOn(saving, sheet),
    tableIds,
  });
  if (xml === source.xml && !sheet.isNew) return false;
  parts.set(sheet.part, xml);
  return true;
}

/** The styles of the file are known by their number, those given since by how they look. */
function lookIn({ snapshot, styles }: Saving): CellSaving['lookOf'] {
  return (style) => {
    if (style === null || style === undefined || style === '') return { look: undefined, xf: 0 };
    if (typeof style !== 'string') return { look: style, xf: undefined };
    const number = /^x(\d+)$/.exec(style)?.[1];
    if (number !== undefined && Number(number) < styles.count) return { look: undefined, xf: Number(number) };
    return { look: snapshot.styles[style], xf: undefined };
  };
}

/** Headings must be in their cells, as texts, for Excel to take the table. */
function headingsOn({ tables }: Saving, sheet: SavedSheet): ReadonlyMap<string, string> {
  const headings = new Map<string, string>();
  for (const table of tables) {
    if (table.sheetId !== sheet.id || table.grid === undefined) continue;
    table.headings.forEach((heading, index) => {
      headings.set(`${table.block.firstRow},${table.block.firstColumn + index}`, heading);
    });
  }
  return headings;
}

function newSheet({ id, name, part }: SavedSheet): SourceSheet {
  const xml = [
    XML_HEADER,
    `<worksheet xmlns="${MAIN}" xmlns:r="${LINKS}">`,
    '<dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>',
  ].join('');
  return {
    id,
    name,
    part,
    xml,
    cells: new Map(),
    layout: {
      merges: [],
      widths: new Map(),
      heights: new Map(),
      hiddenColumns: new Set(),
      hiddenRows: new Set(),
      freeze: { rows: 0, columns: 0 },
      gridLines: true,
      tabColor: '',
      hidden: false,
    },
  };
}

/** The order in which Excel last calculated: false once a formula has changed, and made again on opening. */
function dropCalculationChain({ parts, main }: Saving): void {
  if (relatedPart(parts, main, 'calcChain') === undefined) return;
  removeRelations(parts, main, (one) => one.type === 'calcChain');
}
