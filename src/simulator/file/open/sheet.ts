import { CellValueType, type ICellData, type IWorksheetData } from '@univerjs/core';
import { type Block, cellAddress } from '../../../xlsx';
import { toEngine, type FormulaPlace } from '../formulas/to-engine';
import type { SourceCell, SourceSheet } from '../model';
import type { XmlElement } from '../xml/element';
import { isError } from '../save/values';
import type { RawCell } from './cells';
import type { LayoutReading } from './layout';

export interface SheetReading {
  readonly data: Partial<IWorksheetData>;
  readonly source: SourceSheet;
  /** Formulas whose stored result is shown, because the grid cannot calculate them. */
  readonly keptFormulas: number;
}

export interface SheetInput {
  readonly id: string;
  readonly name: string;
  readonly part: string;
  readonly root: XmlElement;
  readonly hidden: boolean;
  readonly cells: readonly RawCell[];
  readonly layout: LayoutReading;
  readonly place: Omit<FormulaPlace, 'row' | 'spillOf'>;
  readonly styleId: (style: number) => string | undefined;
  /** Whether cells of that style can be changed on a protected sheet. */
  readonly isUnlocked: (style: number) => boolean;
}

/** A sheet as the grid takes it, and what it was. */
export function readSheet(input: SheetInput): SheetReading {
  const { id, name, part, root, hidden, layout } = input;
  const converter: Converter = { input, arrays: arraysOf(input.cells), calculated: new Set() };
  const cellData: Record<number, Record<number, ICellData>> = {};
  const source = new Map<number, Map<number, SourceCell>>();
  let keptFormulas = 0;
  for (const raw of input.cells) {
    const cell = convert(raw, converter);
    if (cell.source.kept) keptFormulas++;
    if (cell.data !== undefined) (cellData[raw.row] ??= {})[raw.column] = cell.data;
    let line = source.get(raw.row);
    if (line === undefined) source.set(raw.row, (line = new Map()));
    line.set(raw.column, cell.source);
  }
  return {
    data: { id, name, hidden: hidden ? 1 : 0, cellData, ...layout.data },
    source: { id, name, part, xml: root.xml, cells: source, layout: { ...layout.source, hidden } },
    keptFormulas,
  };
}

/** What array formulas fill. */
interface Arrays {
  /** As `A1:A5`, by the address of the first cell. */
  readonly ranges: ReadonlyMap<string, string>;
  /** The first cell, by each other cell filled. */
  readonly anchors: ReadonlyMap<string, string>;
}

/** Beyond, the cells of an array formula are left as they are: no sheet that people calculate has such a one. */
const MOST_CELLS = 200_000;

function arraysOf(cells: readonly RawCell[]): Arrays {
  const ranges = new Map<string, string>();
  const anchors = new Map<string, string>();
  for (const { row, column, fills } of cells) {
    if (fills === undefined) continue;
    const anchor = cellAddress(row, column);
    const { firstRow, firstColumn, lastRow, lastColumn } = fills;
    ranges.set(anchor, `${cellAddress(firstRow, firstColumn)}:${cellAddress(lastRow, lastColumn)}`);
    if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) + anchors.size > MOST_CELLS) continue;
    for (let r = firstRow; r <= lastRow; r++) {
      for (let c = firstColumn; c <= lastColumn; c++) {
        if (r !== row || c !== column) anchors.set(cellAddress(r, c), anchor);
      }
    }
  }
  return { ranges, anchors };
}

interface Converter {
  readonly input: SheetInput;
  readonly arrays: Arrays;
  /** Cells whose array formula the grid can calculate, so far. */
  readonly calculated: Set<string>;
}

function convert(
  raw: RawCell,
  { input, arrays, calculated }: Converter,
): { data: ICellData | undefined; source: SourceCell } {
  const address = cellAddress(raw.row, raw.column);
  const written = raw.formula === undefined || raw.formula === '' ? undefined : raw.formula;
  const spillOf = (text: string): string | undefined =>
    arrays.ranges.get(text.replaceAll('$', '').toUpperCase());
  const formula =
    written === undefined ? undefined : toEngine(written, { ...input.place, row: raw.row, spillOf });
  if (formula !== undefined && raw.fills !== undefined) calculated.add(address);
  // The grid fills them itself when the formula is calculated, which it does at once when there is no result.
  const anchor = arrays.anchors.get(address);
  const spilled = written === undefined && anchor !== undefined && calculated.has(anchor);
  const fillsSeveral = formula !== undefined && raw.fills !== undefined && !isOne(raw.fills);
  const value = spilled || fillsSeveral ? undefined : raw.value;
  const style = raw.style === 0 ? undefined : input.styleId(raw.style);
  const data = cellOf(value, formula, style, input.isUnlocked(raw.style));
  // A text that reads like an error is marked, as the host marks it: nothing else tells them apart.
  if (data && raw.sharedText && isError(raw.value)) data.t = CellValueType.FORCE_STRING;
  return {
    data,
    source: {
      start: raw.element.start,
      end: raw.element.end,
      style: style === undefined ? 0 : raw.style,
      value: raw.value,
      formula,
      written,
      kept:
        raw.kind !== undefined && formula === undefined && (written !== undefined || raw.kind === 'other'),
      shared: raw.shared,
      spilled,
      fills: raw.fills,
      dynamic: raw.dynamic,
      sharedText: raw.sharedText,
    },
  };
}

const isOne = (block: Block): boolean =>
  block.firstRow === block.lastRow && block.firstColumn === block.lastColumn;

function cellOf(
  value: string | number | boolean | undefined,
  formula: string | undefined,
  style: string | undefined,
  unlocked: boolean,
): ICellData | undefined {
  if (value === undefined && formula === undefined && style === undefined) return undefined;
  const cell: ICellData = {};
  if (value !== undefined) {
    cell.v = typeof value === 'boolean' ? Number(value) : value;
    cell.t = TYPES[typeof value];
  }
  if (formula !== undefined) cell.f = formula;
  if (style !== undefined) cell.s = style;
  if (unlocked) cell.custom = { unlocked };
  return cell;
}

const TYPES: Readonly<Record<string, CellValueType>> = {
  number: CellValueType.NUMBER,
  boolean: CellValueType.BOOLEAN,
  string: CellValueType.STRING,
};
