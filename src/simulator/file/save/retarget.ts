import { escapeFormula } from '../../../xlsx';
import { mapReferences, printEnd, type End, type Reference } from '../formulas/references';
import { blocksOf } from '../open/rules';
import { mergeKey } from '../open/layout';
import { relationsOf } from '../package/relations';
import { XmlEdits } from '../xml/edit';
import { parseXml, type XmlElement } from '../xml/element';
import { SAME, spanOf } from './axis';
import { cellAddress } from '../../../xlsx';
import type { SavedSheet, Saving } from './saving';

/** Whether a sheet was renamed or deleted, or rows or columns have moved: formulas outside the grid must follow. */
export function hasMoved({ opened, sheets }: Saving): boolean {
  return opened.source.sheets.some((source) => {
    const sheet = sheets.find((one) => one.id === source.id);
    return sheet === undefined || sheet.name !== source.name || !sheet.rows.isSame || !sheet.columns.isSame;
  });
}

/**
 * A formula that the grid does not hold (of a chart, a rule, a print area) with its references where people have
 * moved what they pointed to.
 * @param own id of the sheet that references without a sheet's name mean
 */
export function moved(formula: string, own: string | undefined, { opened, sheets }: Saving): string {
  const sourceOf = (name: string | undefined) =>
    opened.source.sheets.find((one) =>
      name === undefined ? one.id === own : one.name.toLowerCase() === name.toLowerCase(),
    );
  const change = ({ sheet, first, last }: Reference): string | undefined => {
    const source = sourceOf(sheet);
    if (source === undefined) return undefined;
    const saved = sheets.find((one) => one.id === source.id);
    return saved === undefined ? '#REF!' : movedReference(saved, first, last ?? first, last !== undefined);
  };
  const rename = (sheet: string): string => {
    const source = sourceOf(sheet);
    const now = sheets.find((one) => one.id === source?.id)?.name;
    return now === undefined || now === source?.name ? sheet : now;
  };
  return mapReferences(formula, change, rename);
}

function movedReference(
  { rows, columns }: SavedSheet,
  first: End,
  last: End,
  paired: boolean,
): string | undefined {
  if (rows.isSame && columns.isSame) return undefined;
  const across =
    first.column === undefined || last.column === undefined
      ? undefined
      : spanOf(columns, Math.min(first.column, last.column), Math.max(first.column, last.column));
  const down =
    first.row === undefined || last.row === undefined
      ? undefined
      : spanOf(rows, Math.min(first.row, last.row), Math.max(first.row, last.row));
  if (
    (first.column !== undefined && across === undefined) ||
    (first.row !== undefined && down === undefined)
  ) {
    return '#REF!';
  }
  const from = { ...first, ...(across && { column: across.first }), ...(down && { row: down.first }) };
  const to = { ...last, ...(across && { column: across.last }), ...(down && { row: down.last }) };
  return paired ? `${printEnd(from)}:${printEnd(to)}` : printEnd(from);
}

/** Elements that hold a formula, in sheets (outside the cells), tables, charts. */
const FORMULAS = new Set([
  'formula',
  'formula1',
  'formula2',
  'f',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);
/** Elements whose `ref` or `sqref` says where they apply. */
const PLACED = new Set([
  'conditionalFormatting',
  'dataValidation',
  'hyperlink',
  'protectedRange',
  'ignoredError',
  'autoFilter',
  'sortState',
  'sortCondition',
  'comment',
]);

/** Makes everything around the cells of a sheet follow: rules, links, charts, pictures, notes. */
export function retargetSheet(saving: Saving, sheet: SavedSheet): void {
  const { parts } = saving;
  if (sheet.isNew || !hasMoved(saving)) return;
  edit(saving, sheet.part, sheet);
  for (const { type, target, external } of relationsOf(parts, sheet.part)) {
    if (external || !parts.has(target)) continue;
    if (type === 'table' || type === 'comments') edit(saving, target, sheet);
    if (type !== 'drawing') continue;
    edit(saving, target, sheet);
    for (const inner of relationsOf(parts, target)) {
      if (inner.type === 'chart' && !inner.external && parts.has(inner.target))
        edit(saving, inner.target, sheet);
    }
  }
}

function edit(saving: Saving, path: string, sheet: SavedSheet): void {
  const xml = saving.parts.text(path);
  const root = parseXml(xml);
  const edits = new XmlEdits(xml);
  // A table says itself where it is, and its columns have been written already.
  visit(root, root.name === 'table', saving, sheet, edits);
  if (!edits.isEmpty) saving.parts.set(path, edits.print());
}

function visit(
  parent: XmlElement,
  placed: boolean,
  saving: Saving,
  sheet: SavedSheet,
  edits: XmlEdits,
): void {
  for (const element of parent.children) {
    if (element.name === 'sheetData' || element.name === 'mergeCells') continue;
    if (FORMULAS.has(element.name) && element.children.length === 0) {
      const text = element.text;
      const now = moved(text, sheet.id, saving);
      if (now !== text) edits.replace(element.contentStart, element.contentEnd, escapeFormula(now));
      continue;
    }
    if (element.name === 'from' || element.name === 'to') corner(element, sheet, edits);
    const inside = PLACED.has(element.name) && !placed && place(element, sheet, edits);
    if (inside !== 'gone') visit(element, placed, saving, sheet, edits);
  }
}

/** Moves what an element applies to; takes it away when nothing of it is left. */
function place(element: XmlElement, { rows, columns }: SavedSheet, edits: XmlEdits): 'gone' | boolean {
  if (rows.isSame && columns.isSame) return true;
  const name = element.attribute('sqref') === undefined ? 'ref' : 'sqref';
  const before = blocksOf(element.attribute(name));
  if (before.length === 0) return true;
  const after = before.flatMap((block) => {
    const down = spanOf(rows, block.firstRow, block.lastRow);
    const across = spanOf(columns, block.firstColumn, block.lastColumn);
    if (down === undefined || across === undefined) return [];
    return [{ firstRow: down.first, lastRow: down.last, firstColumn: across.first, lastColumn: across.last }];
  });
  if (after.length === 0) {
    edits.remove(element);
    return 'gone';
  }
  if (after.map(mergeKey).join(' ') === before.map(mergeKey).join(' ')) return true;
  const refs = after.map((block) => {
    const first = cellAddress(block.firstRow, block.firstColumn);
    const last = cellAddress(block.lastRow, block.lastColumn);
    return first === last ? first : `${first}:${last}`;
  });
  edits.attributes(element, { [name]: refs.join(' ') });
  return true;
}

/** A corner of a drawing: on a deleted row it goes to the next one that is left. */
function corner(element: XmlElement, { rows, columns }: SavedSheet, edits: XmlEdits): void {
  for (const [name, axis] of [
    ['row', rows],
    ['col', columns],
  ] as const) {
    const child = element.child(name);
    const old = Number(child?.text);
    if (child === undefined || axis === SAME || !Number.isInteger(old)) continue;
    let now = axis.newOf(old);
    for (let next = old + 1; now === undefined && next < old + 10_000; next++) now = axis.newOf(next);
    if (now !== undefined && now !== old) edits.replace(child.contentStart, child.contentEnd, String(now));
  }
}
