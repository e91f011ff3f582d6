import type { IRange } from '@univerjs/core';
import { cellAddress } from '../../../xlsx';
import { mergeKey } from '../open/layout';
import { argb } from '../styles/borders';
import { XmlEdits, placeFor } from '../xml/edit';
import type { XmlElement } from '../xml/element';
import { parseXml } from '../xml/element';
import { columnsMarkup } from './columns';
import { type SheetDataSaving, writeSheetData } from './sheet-data';

/** The order of the children of a worksheet (ECMA-376-1, CT_Worksheet). */
export const WORKSHEET = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting ' +
  'dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks ' +
  'customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture ' +
  'oleObjects controls webPublishItems tableParts extLst'
).split(' ');

export interface SheetSaving extends SheetDataSaving {
  /** Ids of the links to the tables of the sheet; undefined when they are those of the file. */
  readonly tableIds: readonly string[] | undefined;
}

/** The sheet's part as it is now: the same text when nothing has changed. */
export function writeSheet(saving: SheetSaving): string {
  const { xml } = saving.source;
  const root = parseXml(xml);
  const edits = new XmlEdits(xml);
  writeCells(saving, root, edits);
  writeColumns(saving, root, edits);
  writeMerges(saving, root, edits);
  writeView(saving, root, edits);
  writeTabColor(saving, root, edits);
  writeTableParts(saving, root, edits);
  return edits.print();
}

/** Replaces a child of the worksheet, or puts it at its place; an empty markup takes it away. */
function setChild(root: XmlElement, edits: XmlEdits, name: string, markup: string): void {
  const found = root.child(name);
  if (found !== undefined) edits.replace(found.start, found.end, markup);
  else edits.insert(placeFor(root, name, WORKSHEET), markup);
}

function writeCells(saving: SheetSaving, root: XmlElement, edits: XmlEdits): void {
  const data = root.child('sheetData');
  const { markup, dimension } = writeSheetData(saving, data);
  if (markup === undefined) return;
  const name = `${saving.prefix}sheetData`;
  setChild(root, edits, 'sheetData', markup === '' ? `<${name}/>` : `<${name}>${markup}</${name}>`);
  const stated = root.child('dimension');
  if (stated !== undefined) edits.attributes(stated, { ref: dimension });
}

function writeColumns(saving: SheetSaving, root: XmlElement, edits: XmlEdits): void {
  const markup = columnsMarkup(saving, root);
  if (markup !== undefined) setChild(root, edits, 'cols', markup);
}

const rangeKey = ({ startRow, startColumn, endRow, endColumn }: IRange): string =>
  mergeKey({ firstRow: startRow, firstColumn: startColumn, lastRow: endRow, lastColumn: endColumn });

function writeMerges({ data, source, prefix }: SheetSaving, root: XmlElement, edits: XmlEdits): void {
  const merges = data.mergeData ?? [];
  const now = merges.map(rangeKey);
  const before = new Set(source.layout.merges);
  if (now.length === before.size && now.every((one) => before.has(one))) return;
  const cells = merges.map(
    ({ startRow, startColumn, endRow, endColumn }) =>
      `<${prefix}mergeCell ref="${cellAddress(startRow, startColumn)}:${cellAddress(endRow, endColumn)}"/>`,
  );
  const name = `${prefix}mergeCells`;
  const markup = cells.length === 0 ? '' : `<${name} count="${cells.length}">${cells.join('')}</${name}>`;
  setChild(root, edits, 'mergeCells', markup);
}

/** Frozen rows and columns, and whether lines are drawn between the cells. */
function writeView({ data, source, prefix }: SheetSaving, root: XmlElement, edits: XmlEdits): void {
  const freeze = { rows: data.freeze?.ySplit ?? 0, columns: data.freeze?.xSplit ?? 0 };
  const before = source.layout;
  const sameFreeze = freeze.rows === before.freeze.rows && freeze.columns === before.freeze.columns;
  const gridLines = data.showGridlines !== 0;
  if (sameFreeze && gridLines === before.gridLines) return;
  const pane = paneMarkup(freeze, prefix);
  const view = root.child('sheetViews')?.child('sheetView');
  if (view === undefined) {
    const lines = gridLines ? '' : ' showGridLines="0"';
    const markup = `<${prefix}sheetView${lines} workbookViewId="0">${pane}</${prefix}sheetView>`;
    return setChild(root, edits, 'sheetViews', `<${prefix}sheetViews>${markup}</${prefix}sheetViews>`);
  }
  const rest = view.children.filter((one) => sameFreeze || (one.name !== 'pane' && one.name !== 'selection'));
  const content = (sameFreeze ? '' : pane) + rest.map((one) => one.source).join('');
  const tag = view.xml.slice(view.start, view.tagEnd).replace(/\s*\/?>$/, '');
  const plain = tag.replace(/\s+showGridLines="[^"]*"/, '') + (gridLines ? '' : ' showGridLines="0"');
  edits.replace(view.start, view.end, `${plain}>${content}</${prefix}sheetView>`);
}

function paneMarkup({ rows, columns }: { rows: number; columns: number }, prefix: string): string {
  if (rows === 0 && columns === 0) return '';
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  const first = cellAddress(rows, columns);
  return `<${prefix}pane${splits} topLeftCell="${first}" activePane="${pane}" state="frozen"/><${prefix}selection pane="${pane}"/>`;
}

function writeTabColor({ data, source, prefix }: SheetSaving, root: XmlElement, edits: XmlEdits): void {
  const color = data.tabColor ?? '';
  if (color.toLowerCase() === source.layout.tabColor.toLowerCase()) return;
  const markup = color === '' ? '' : `<${prefix}tabColor rgb="${argb(color)}"/>`;
  const properties = root.child('sheetPr');
  if (properties === undefined) {
    return setChild(root, edits, 'sheetPr', `<${prefix}sheetPr>${markup}</${prefix}sheetPr>`);
  }
  const found = properties.child('tabColor');
  if (found !== undefined) edits.replace(found.start, found.end, markup);
  else if (properties.isEmpty) edits.append(properties, markup);
  else edits.insert(properties.contentStart, markup);
}

function writeTableParts({ tableIds, prefix }: SheetSaving, root: XmlElement, edits: XmlEdits): void {
  if (tableIds === undefined) return;
  // The prefix of links may be declared on the root under any name, or not at all.
  const links = /\sxmlns:([\w.-]+)="[^"]*officeDocument\/(?:2006\/)?relationships"/.exec(
    root.xml.slice(root.start, root.tagEnd),
  )?.[1];
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const declared = links === undefined ? ` xmlns:r="${namespace}"` : '';
  const parts = tableIds.map((id) => `<${prefix}tablePart${declared} ${links ?? 'r'}:id="${id}"/>`);
  const name = `${prefix}tableParts`;
  const markup = parts.length === 0 ? '' : `<${name} count="${parts.length}">${parts.join('')}</${name}>`;
  setChild(root, edits, 'tableParts', markup);
}
