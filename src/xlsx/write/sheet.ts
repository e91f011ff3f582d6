import type { SheetModel } from '../model';
import { cellAddress, printArea } from './address';
import { CellWriter } from './cells';
import { rowsOf } from './rows';
import { highlightsXml, linksXml, mergesXml, printXml, validationsXml } from './sheet-parts';
import type { SharedStrings } from './strings';
import { type Styles, argb } from './styles';
import type { Survey } from './survey';
import { XML_HEADER, attributes } from './xml';

// What Excel adds to the width in characters for a cell's margins (Calibri 11).
const CELL_MARGIN = 0.7109375;
const MAX_WIDTH = 255;

/** Relationship ids that the sheet points at. */
export interface SheetRelations {
  readonly drawing?: string;
  readonly notes?: string;
  readonly tables: readonly string[];
  /** By address of the cell, for links to the web. */
  readonly links: ReadonlyMap<string, string>;
}

export interface SheetContext {
  readonly strings: SharedStrings;
  readonly styles: Styles;
  readonly survey: Survey;
  readonly relations: SheetRelations;
  /** The sheet shown when the workbook opens. */
  readonly active: boolean;
}

/** The worksheet part, piece by piece. The order of the elements is the schema's: Excel insists on it. */
export function* sheetXml(sheet: SheetModel, context: SheetContext): Iterable<string> {
  const { survey, relations } = context;
  yield XML_HEADER;
  yield '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';
  yield sheetPropertiesXml(sheet);
  yield `<dimension ref="${printArea(survey.used)}"/>`;
  yield viewXml(sheet, context.active);
  yield '<sheetFormatPr defaultRowHeight="15"/>';
  yield columnsXml(sheet);
  yield '<sheetData>';
  const cells = new CellWriter(sheet.name, context.strings, context.styles);
  let row = 0;
  for (const model of rowsOf(sheet)) yield cells.row(model, row++);
  yield '</sheetData>';
  if (sheet.protect) {
    yield `<sheetProtection${attributes({ sheet: 1, objects: 1, scenarios: 1, formatColumns: 0, formatRows: 0 })}/>`;
  }
  yield mergesXml(sheet.merges ?? []);
  yield highlightsXml(sheet.highlights ?? [], context.styles);
  yield validationsXml(sheet);
  yield linksXml(survey.links, relations.links);
  yield printXml(sheet.print);
  if (relations.drawing !== undefined) yield `<drawing r:id="${relations.drawing}"/>`;
  if (relations.notes !== undefined) yield `<legacyDrawing r:id="${relations.notes}"/>`;
  if (relations.tables.length > 0) {
    const parts = relations.tables.map((id) => `<tablePart r:id="${id}"/>`).join('');
    yield `<tableParts count="${relations.tables.length}">${parts}</tableParts>`;
  }
  yield '</worksheet>';
}

function sheetPropertiesXml({ tabColor, print }: SheetModel): string {
  const color = tabColor === undefined ? '' : `<tabColor rgb="${argb(tabColor)}"/>`;
  const fit = print?.fitToWidth ? '<pageSetUpPr fitToPage="1"/>' : '';
  return color + fit === '' ? '' : `<sheetPr>${color}${fit}</sheetPr>`;
}

function viewXml({ freeze, gridLines }: SheetModel, active: boolean): string {
  const view = attributes({
    showGridLines: gridLines === false ? 0 : undefined,
    tabSelected: active ? 1 : undefined,
    workbookViewId: 0,
  });
  const rows = freeze?.rows ?? 0;
  const columns = freeze?.columns ?? 0;
  if (rows === 0 && columns === 0) return `<sheetViews><sheetView${view}/></sheetViews>`;
  const pane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const frozen = attributes({
    xSplit: columns || undefined,
    ySplit: rows || undefined,
    topLeftCell: cellAddress(rows, columns),
    activePane: pane,
    state: 'frozen',
  });
  return `<sheetViews><sheetView${view}><pane${frozen}/><selection pane="${pane}"/></sheetView></sheetViews>`;
}

function columnsXml({ columns }: SheetModel): string {
  if (columns.length === 0) return '';
  const written = columns.map(({ width, hidden }, index) =>
    attributes({
      min: index + 1,
      max: index + 1,
      width: Math.min(MAX_WIDTH, width + CELL_MARGIN),
      hidden: hidden ? 1 : undefined,
      customWidth: 1,
    }),
  );
  return `<cols>${written.map((column) => `<col${column}/>`).join('')}</cols>`;
}
