import type { FileDrawing, FileHighlight, FileLink, FileNote, FileTable, FileValidation } from '../model';
import type { StoredRule, WorkbookExtras } from '../extras/extras';
import { loadHighlights } from '../extras/highlights';
import { loadProtection } from '../extras/protection';
import { loadValidations } from '../extras/validations';
import { parseXml } from '../xml/element';
import { type RawCell, readCells } from './cells';
import { fittedRows } from './fitted-rows';
import { type Extent, readLayout } from './layout';
import { readDrawings, readLinks, readNotes } from './objects';
import { readHighlights, readValidations } from './rules';
import { type SheetReading, readSheet } from './sheet';
import type { WholeWorkbook } from './whole';
import type { Tab } from './workbook';

/** A worksheet with everything found on it. */
export interface WorksheetReading extends SheetReading {
  readonly drawings: readonly FileDrawing[];
  readonly notes: readonly FileNote[];
  readonly links: readonly FileLink[];
  readonly validations: readonly FileValidation[];
  readonly highlights: readonly FileHighlight[];
  /** The same for the host, which answers the add-in. */
  readonly storedValidations: readonly StoredRule[];
  readonly storedHighlights: readonly StoredRule[];
  readonly protection: WorkbookExtras['protections'][string] | undefined;
}

export function readWorksheet(
  tab: Tab & { readonly id: string },
  whole: WholeWorkbook,
  tables: readonly FileTable[],
): WorksheetReading {
  const { parts, stylesheet, colors, functions } = whole;
  const { id, name, part } = tab;
  const root = parseXml(parts.text(part));
  const data = root.child('sheetData');
  const cells = data === undefined ? [] : readCells(data, whole.strings.texts, whole.dynamicKinds);
  const object = { parts, part, root, id };
  const drawings = readDrawings(object);
  const blocks = [
    ...tables.filter((one) => one.sheetId === id).map((one) => one.block),
    ...drawings.map((one) => one.covers),
  ];
  const styleId = (style: number): string | undefined =>
    style > 0 && style < stylesheet.looks.length ? `x${style}` : undefined;
  const reading = readSheet({
    id,
    name,
    part,
    root,
    hidden: tab.state !== 'visible',
    cells,
    layout: readLayout(root, extentOf(cells, blocks), styleId, colors, (usual) =>
      fittedRows(cells, stylesheet.looks, usual),
    ),
    place: { sheet: name, tables, functions },
    styleId,
    isUnlocked: (style) => stylesheet.unlocked.has(style),
  });
  return {
    ...reading,
    drawings,
    notes: readNotes(object),
    links: readLinks(object),
    validations: readValidations(root, id),
    highlights: readHighlights(root, id, whole.differences, colors),
    storedValidations: loadValidations(root, id),
    storedHighlights: loadHighlights(root, id, whole.differences, colors),
    protection: loadProtection(root),
  };
}

/** Rows and columns in use. */
function extentOf(
  cells: readonly RawCell[],
  blocks: readonly { readonly lastRow: number; readonly lastColumn: number }[],
): Extent {
  let rows = 0;
  let columns = 0;
  for (const { row, column } of cells) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  for (const { lastRow, lastColumn } of blocks) {
    rows = Math.max(rows, lastRow + 1);
    columns = Math.max(columns, lastColumn + 1);
  }
  return { rows, columns };
}
