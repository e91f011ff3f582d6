import { XML_HEADER, cellAddress, escapeAttribute, escapeText } from '../../../xlsx';
import type { FileTable } from '../model';
import { extrasOf } from '../extras/extras';
import { declareType } from '../package/content-types';
import { addRelation, relationsOf, removeRelations } from '../package/relations';
import { XmlEdits } from '../xml/edit';
import { parseXml, type XmlElement } from '../xml/element';
import { spanOf, type Axis } from './axis';
import { GridCells } from './grid';
import { gridTables, type GridTable } from './resources';
import type { SavedSheet, SavedTable, Saving } from './saving';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
const DEFAULT_STYLE = 'TableStyleMedium2';

/** The tables as they are to be: those of the grid, and those of the file that the grid does not know. */
export function tablesToSave(
  { opened, snapshot }: Pick<Saving, 'opened' | 'snapshot'>,
  sheets: readonly SavedSheet[],
): SavedTable[] {
  const sheetOf = (id: string): SavedSheet | undefined => sheets.find((one) => one.id === id);
  const grid = gridTables(snapshot);
  const hidden = opened.tables.filter((one) => grid === undefined || one.headerRows !== 1);
  const kept = hidden.flatMap((table) => {
    const sheet = sheetOf(table.sheetId);
    return sheet === undefined ? [] : unknownTable(table, sheet);
  });
  const known = (grid ?? []).flatMap((table) => {
    const sheet = sheetOf(table.sheetId);
    const before = opened.tables.find((one) => one.id === table.id);
    return sheet === undefined ? [] : [knownTable(table, before, sheet, snapshot)];
  });
  return [...kept, ...known];
}

/** A table that the grid only holds as cells: it moves with them. */
function unknownTable(table: FileTable, sheet: SavedSheet): SavedTable[] {
  const { firstRow, lastRow, firstColumn, lastColumn } = table.block;
  const rows = spanOf(sheet.rows, firstRow, lastRow);
  const columns = spanOf(sheet.columns, firstColumn, lastColumn);
  if (rows === undefined || columns === undefined) return [];
  // Columns put inside it would need headings that nobody gave: the table keeps those it had.
  const block = {
    firstRow: rows.first,
    lastRow: rows.last,
    firstColumn: columns.first,
    lastColumn: columns.first + lastColumn - firstColumn,
  };
  const { name, headings, headerRows, totalsRows, style } = table;
  const origins = headings.map((_, index) => index);
  const shape = { name, headings, origins, headerRows, totalsRows, style, block };
  return [{ ...shape, before: table, grid: undefined, sheet: sheet.name, sheetId: sheet.id }];
}

function knownTable(
  table: GridTable,
  before: FileTable | undefined,
  sheet: SavedSheet,
  snapshot: Saving['snapshot'],
): SavedTable {
  const { startRow, startColumn, endRow, endColumn } = table.range;
  const cells = new GridCells(snapshot.sheets[sheet.id]?.cellData);
  const { showTotals, style } = extrasOf(snapshot).tables[table.id] ?? {};
  const totalsRows = showTotals === undefined ? (before?.totalsRows ?? 0) : Number(showTotals === true);
  const headings: string[] = [];
  for (let column = startColumn; column <= endColumn; column++) {
    const stated = cells.at(startRow, column)?.value ?? table.columns[column - startColumn]?.displayName;
    headings.push(distinct(stated === undefined || stated === '' ? 'Colonne' : String(stated), headings));
  }
  return {
    before,
    grid: table,
    name: table.name,
    sheet: sheet.name,
    sheetId: sheet.id,
    block: {
      firstRow: startRow,
      firstColumn: startColumn,
      // Excel wants a row under the headings.
      lastRow: Math.max(endRow, startRow + 1) + totalsRows,
      lastColumn: endColumn,
    },
    headings,
    origins: headings.map((heading, index) => originOf(heading, startColumn + index, before, sheet.columns)),
    headerRows: 1,
    totalsRows,
    style: typeof style === 'string' ? style : before?.style,
  };
}

/** Two columns of a table cannot bear the same heading. */
function distinct(heading: string, taken: readonly string[]): string {
  const used = new Set(taken.map((one) => one.toLowerCase()));
  for (let count = 1; ; count++) {
    const name = count === 1 ? heading : `${heading}${count}`;
    if (!used.has(name.toLowerCase())) return name;
  }
}

/** Which column of the file it was: by its place, which insertions tell, or by its heading. */
function originOf(
  heading: string,
  column: number,
  before: FileTable | undefined,
  columns: Axis,
): number | undefined {
  if (before === undefined) return undefined;
  const same = before.headings.indexOf(heading);
  if (same >= 0) return same;
  const old = columns.oldOf(column);
  const index = old === undefined ? -1 : old - before.block.firstColumn;
  const isFree = index >= 0 && index < before.headings.length;
  return isFree ? index : undefined;
}

/**
 * Writes the table parts of a sheet. Returns the ids of their links when the list has changed.
 */
export function saveTables(saving: Saving, sheet: SavedSheet): readonly string[] | undefined {
  const { parts } = saving;
  const tables = saving.tables.filter((one) => one.sheetId === sheet.id);
  const paths = tables.map((table) => saveTable(saving, table));
  const links = relationsOf(parts, sheet.part).filter((one) => one.type === 'table');
  const wanted = new Set(paths);
  const gone = links.filter(
    (one) => parts.has(one.target) && isKnown(saving, one.target) && !wanted.has(one.target),
  );
  const linked = new Map(links.map((one) => [one.target, one.id]));
  const added = paths.filter((path) => !linked.has(path));
  if (gone.length === 0 && added.length === 0) return undefined;
  removeRelations(parts, sheet.part, (one) => gone.some(({ id }) => id === one.id));
  for (const path of added) linked.set(path, addRelation(parts, sheet.part, 'table', path));
  const left = new Set(gone.map((one) => one.target));
  return [...linked].filter(([path]) => !left.has(path)).map(([, id]) => id);
}

/** Whether the table of a part was read: one that could not be read is none of the grid's business. */
const isKnown = ({ opened }: Saving, part: string): boolean => opened.tables.some((one) => one.part === part);

const refOf = ({ firstRow, firstColumn, lastRow, lastColumn }: FileTable['block']): string =>
  `${cellAddress(firstRow, firstColumn)}:${cellAddress(lastRow, lastColumn)}`;

/** Excel's own spelling of a heading with line breaks; `&#10;` would not match the cell. */
const headingAttribute = (heading: string): string =>
  escapeText(heading).replaceAll('"', '&quot;').replaceAll('\n', '_x000a_').replaceAll('\t', '&#9;');

/** Writes one table and returns the path of its part. */
function saveTable(saving: Saving, table: SavedTable): string {
  const { parts } = saving;
  if (table.before === undefined || !parts.has(table.before.part)) return createTable(saving, table);
  const { before } = table;
  const sameColumns =
    table.headings.length === before.headings.length &&
    table.headings.every((one, index) => one === before.headings[index]);
  const sameShape = refOf(table.block) === refOf(before.block) && table.totalsRows === before.totalsRows;
  if (sameColumns && sameShape && table.name === before.name && table.style === before.style) {
    return before.part;
  }
  const xml = parts.text(before.part);
  const root = parseXml(xml);
  const edits = new XmlEdits(xml);
  const renamed = table.name === before.name ? {} : { name: table.name, displayName: table.name };
  const totals =
    table.totalsRows === before.totalsRows ? {} : { totalsRowCount: table.totalsRows || undefined };
  edits.attributes(root, { ref: refOf(table.block), ...renamed, ...totals });
  const style = root.child('tableStyleInfo');
  if (style !== undefined && table.style !== before.style) edits.attributes(style, { name: table.style });
  const filter = root.child('autoFilter');
  const body = { ...table.block, lastRow: table.block.lastRow - table.totalsRows };
  if (filter !== undefined) edits.attributes(filter, { ref: refOf(body) });
  if (!sameColumns) editColumns(root, edits, table);
  parts.set(before.part, edits.print());
  return before.part;
}

/** The columns in their new order; those of the file keep what the grid does not know (totals, formulas). */
function editColumns(root: XmlElement, edits: XmlEdits, table: SavedTable): void {
  const list = root.child('tableColumns');
  if (list === undefined) return;
  const elements = list.all('tableColumn');
  let next = Math.max(0, ...elements.map((one) => one.number('id', 0))) + 1;
  const used = new Set<number>();
  const items = table.headings.map((heading, index) => {
    const origin = table.origins[index];
    const element = origin === undefined || used.has(origin) ? undefined : elements[origin];
    if (origin !== undefined) used.add(origin);
    const name = ` name="${headingAttribute(heading)}"`;
    if (element === undefined) return `<${root.prefix}tableColumn id="${next++}"${name}/>`;
    return element.source.replace(/\sname\s*=\s*(?:"[^"]*"|'[^']*')/, () => name);
  });
  const name = `${root.prefix}tableColumns`;
  edits.replace(list.start, list.end, `<${name} count="${items.length}">${items.join('')}</${name}>`);
}

function createTable(saving: Saving, table: SavedTable): string {
  const { parts } = saving;
  const path = parts.freePath('xl/tables/table', '.xml');
  const ids = parts.paths
    .filter((one) => /^xl\/tables\/[^/]+\.xml$/i.test(one))
    .map((one) => parseXml(parts.text(one)).number('id', 0));
  const ref = refOf(table.block);
  const body = refOf({ ...table.block, lastRow: table.block.lastRow - table.totalsRows });
  const totals = table.totalsRows === 0 ? 'totalsRowShown="0"' : `totalsRowCount="${table.totalsRows}"`;
  const columns = table.headings.map(
    (heading, index) => `<tableColumn id="${index + 1}" name="${headingAttribute(heading)}"/>`,
  );
  const name = escapeAttribute(table.name);
  parts.set(
    path,
    [
      XML_HEADER,
      `<table xmlns="${MAIN}" id="${Math.max(0, ...ids) + 1}" name="${name}" displayName="${name}" ref="${ref}" ${totals}>`,
      `<autoFilter ref="${body}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`,
      `<tableStyleInfo name="${escapeAttribute(table.style ?? DEFAULT_STYLE)}" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>`,
      '</table>',
    ].join(''),
  );
  declareType(parts, path, TYPE);
  return path;
}
