import { type Block, cellAddress, escapeFormula } from '../../../xlsx';
import { mapReferences, printEnd, shiftFormula, type End, type Reference } from '../formulas/references';
import { blocksOf } from '../open/rules';
import { mergeKey } from '../open/layout';
import { relationsOf } from '../package/relations';
import { XmlEdits } from '../xml/edit';
import { parseXml, type XmlElement } from '../xml/element';
import { SAME, spanOf } from './axis';
import type { SavedSheet, Saving } from './saving';

/** Whether a sheet was renamed or deleted, or rows or columns have moved: formulas outside the grid must follow. */
function hasMoved({ opened, sheets }: Saving): boolean {
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

/** Which elements of a sheet are left: what was the number of the one that is now the nth of its name. */
export interface Survivors {
  numberOf(name: string, index: number): number;
}

const ALL: Survivors = { numberOf: (_, index) => index };

/** Makes everything around the cells of a sheet follow: rules, links, charts, pictures, notes. */
export function retargetSheet(saving: Saving, sheet: SavedSheet): Survivors {
  const { parts } = saving;
  if (sheet.isNew || !hasMoved(saving)) return ALL;
  const survivors = retargetPart(saving, sheet.part, sheet);
  for (const { type, target, external } of relationsOf(parts, sheet.part)) {
    if (external || !parts.has(target)) continue;
    if (type === 'table' || type === 'comments' || type === 'drawing') retargetPart(saving, target, sheet);
    if (type === 'vmlDrawing') parts.set(target, movedNotes(parts.text(target), sheet));
    if (type !== 'drawing') continue;
    for (const inner of relationsOf(parts, target)) {
      const isChart = inner.type === 'chart' && !inner.external && parts.has(inner.target);
      if (isChart) retargetPart(saving, inner.target, sheet);
    }
  }
  return survivors;
}

function retargetPart(saving: Saving, path: string, sheet: SavedSheet): Survivors {
  const xml = saving.parts.text(path);
  const root = parseXml(xml);
  const retargeting = new Retargeting(saving, sheet, new XmlEdits(xml));
  // A table says itself where it is, and has been written already: only the formulas of its columns are left.
  retargeting.visit(root, root.name === 'table');
  if (!retargeting.edits.isEmpty) saving.parts.set(path, retargeting.edits.print());
  return retargeting;
}

/** How far the first cell of a rule has gone from the first cell it had, in the file's rows and columns. */
interface Shift {
  readonly rows: number;
  readonly columns: number;
}

const NO_SHIFT: Shift = { rows: 0, columns: 0 };

class Retargeting implements Survivors {
  private readonly kept = new Map<string, number[]>();
  private readonly counts = new Map<string, number>();

  constructor(
    private readonly saving: Saving,
    private readonly sheet: SavedSheet,
    readonly edits: XmlEdits,
  ) {}

  visit(parent: XmlElement, placed: boolean, shift = NO_SHIFT): void {
    for (const element of parent.children) {
      if (element.name === 'sheetData' || element.name === 'mergeCells') continue;
      if (FORMULAS.has(element.name) && element.children.length === 0) this.formula(element, shift);
      if (element.name === 'from' || element.name === 'to') this.corner(element);
      const place = PLACED.has(element.name) && !placed ? this.place(element) : shift;
      if (place !== undefined) this.visit(element, placed, place);
    }
  }

  numberOf(name: string, index: number): number {
    return this.kept.get(name)?.[index] ?? index;
  }

  /** Numbers the rules of the file, those of a conditional format one by one. */
  private count(element: XmlElement, isLeft: boolean): void {
    const rules = element.name === 'conditionalFormatting' ? element.all('cfRule').length : 1;
    const first = this.counts.get(element.name) ?? 0;
    this.counts.set(element.name, first + rules);
    const kept = this.kept.get(element.name) ?? [];
    this.kept.set(element.name, kept);
    for (let number = first; isLeft && number < first + rules; number++) kept.push(number);
  }

  private formula(element: XmlElement, { rows, columns }: Shift): void {
    const text = element.text;
    const now = moved(shiftFormula(text, rows, columns), this.sheet.id, this.saving);
    if (now !== text) this.edits.replace(element.contentStart, element.contentEnd, escapeFormula(now));
  }

  /** Moves what an element applies to; takes it away, and returns undefined, when nothing of it is left. */
  private place(element: XmlElement): Shift | undefined {
    const { rows, columns } = this.sheet;
    const values: Record<string, string> = {};
    const location = element.attribute('location');
    if (location !== undefined) {
      const now = moved(location, this.sheet.id, this.saving);
      if (now !== location) values.location = now;
    }
    const name = element.attribute('sqref') === undefined ? 'ref' : 'sqref';
    const before = blocksOf(element.attribute(name));
    const after = before.flatMap((block) => {
      const down = spanOf(rows, block.firstRow, block.lastRow);
      const across = spanOf(columns, block.firstColumn, block.lastColumn);
      if (down === undefined || across === undefined) return [];
      return [
        { firstRow: down.first, lastRow: down.last, firstColumn: across.first, lastColumn: across.last },
      ];
    });
    const [first, start] = [before[0], after[0]];
    if (first !== undefined && start === undefined) {
      this.edits.remove(element);
      this.count(element, false);
      return undefined;
    }
    this.count(element, true);
    if (after.map(mergeKey).join(' ') !== before.map(mergeKey).join(' ')) {
      values[name] = after.map(printBlock).join(' ');
    }
    if (Object.keys(values).length > 0) this.edits.attributes(element, values);
    if (first === undefined || start === undefined) return NO_SHIFT;
    // A rule is written for its first cell: when that one was deleted, for the first that is left.
    return {
      rows: (rows.oldOf(start.firstRow) ?? first.firstRow) - first.firstRow,
      columns: (columns.oldOf(start.firstColumn) ?? first.firstColumn) - first.firstColumn,
    };
  }

  /** A corner of a drawing: on a deleted row it goes to the next one that is left. */
  private corner(element: XmlElement): void {
    for (const [name, axis] of [
      ['row', this.sheet.rows],
      ['col', this.sheet.columns],
    ] as const) {
      const child = element.child(name);
      const old = Number(child?.text);
      if (child === undefined || axis === SAME || !Number.isInteger(old)) continue;
      let now = axis.newOf(old);
      for (let next = old + 1; now === undefined && next < old + 10_000; next++) now = axis.newOf(next);
      if (now !== undefined && now !== old) {
        this.edits.replace(child.contentStart, child.contentEnd, String(now));
      }
    }
  }
}

export function printBlock(block: Block): string {
  const first = cellAddress(block.firstRow, block.firstColumn);
  const last = cellAddress(block.lastRow, block.lastColumn);
  return first === last ? first : `${first}:${last}`;
}

/** The boxes of notes, which say again in which cell they are; those of deleted cells go. */
function movedNotes(vml: string, { rows, columns }: SavedSheet): string {
  if (rows.isSame && columns.isSame) return vml;
  // VML is not always well formed: no parser is needed for two numbers.
  return vml.replace(/<v:shape\s[\s\S]*?<\/v:shape>/g, (shape) => {
    const row = /<x:Row>(\d+)<\/x:Row>/.exec(shape)?.[1];
    const column = /<x:Column>(\d+)<\/x:Column>/.exec(shape)?.[1];
    if (row === undefined || column === undefined) return shape;
    const now = { row: rows.newOf(Number(row)), column: columns.newOf(Number(column)) };
    if (now.row === undefined || now.column === undefined) return '';
    return shape
      .replace(/<x:Row>\d+</, `<x:Row>${now.row}<`)
      .replace(/<x:Column>\d+</, `<x:Column>${now.column}<`);
  });
}
