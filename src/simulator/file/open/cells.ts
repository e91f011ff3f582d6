import { decodeExcelEscapes, parseBlock, type Block } from '../../../xlsx';
import { shiftFormula } from '../formulas/references';
import type { XmlElement } from '../xml/element';
import { isoSerial } from './dates';
import { textOf } from './shared-strings';

/** A cell as the file states it. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly element: XmlElement;
  readonly style: number;
  readonly value: string | number | boolean | undefined;
  readonly sharedText: boolean;
  /** As in the file, those shared written out; undefined when it has none, or one that only Excel calculates. */
  readonly formula: string | undefined;
  readonly kind: 'plain' | 'shared' | 'array' | 'other' | undefined;
  /** Number of the formula it shares. */
  readonly shared: string | undefined;
  readonly fills: Block | undefined;
  readonly dynamic: boolean;
}

const KINDS: Readonly<Record<string, 'plain' | 'shared' | 'array'>> = {
  normal: 'plain',
  shared: 'shared',
  array: 'array',
};
const MAX_ROW = 1_048_575;
const MAX_COLUMN = 16_383;

/** Every cell of `<sheetData>`, in order. Rows and cells without a number follow the one before. */
export function readCells(
  data: XmlElement,
  texts: readonly string[],
  dynamicKinds: ReadonlySet<number>,
): RawCell[] {
  const cells: RawCell[] = [];
  const masters = new Map<string, RawCell>();
  const place = { row: -1, column: -1 };
  for (const line of data.children) {
    if (line.name !== 'row') continue;
    const number = Number(line.plain('r') ?? place.row + 2);
    place.row = number - 1;
    place.column = -1;
    for (const element of line.children) {
      if (element.name !== 'c') continue;
      place.column++;
      moveTo(place, element.plain('r'));
      if (!(place.row >= 0 && place.row <= MAX_ROW && place.column <= MAX_COLUMN)) continue;
      const cell = rawCell(element, place.row, place.column, texts, dynamicKinds);
      cells.push(cell);
      if (cell.shared !== undefined && cell.formula !== '') masters.set(cell.shared, cell);
    }
    place.row = number - 1;
  }
  if (masters.size === 0) return cells;
  // A child may come before its master (some writers sort otherwise than by row).
  return cells.map((cell) =>
    cell.kind === 'shared' && cell.formula === '' ? expanded(cell, masters) : cell,
  );
}

function expanded(cell: RawCell, masters: ReadonlyMap<string, RawCell>): RawCell {
  const master = masters.get(cell.shared ?? '');
  if (master?.formula === undefined) return { ...cell, kind: 'other', formula: undefined };
  return {
    ...cell,
    formula: shiftFormula(master.formula, cell.row - master.row, cell.column - master.column),
  };
}

/** Reads `B12` into a place; leaves it when that is no address. */
function moveTo(place: { row: number; column: number }, address: string | undefined): void {
  if (address === undefined) return;
  let column = 0;
  let row = 0;
  let p = 0;
  for (; p < address.length; p++) {
    const letter = (address.charCodeAt(p) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  for (; p < address.length; p++) {
    const digit = address.charCodeAt(p) - 48;
    if (digit < 0 || digit > 9) return;
    row = row * 10 + digit;
  }
  if (column === 0 || row === 0) return;
  place.row = row - 1;
  place.column = column - 1;
}

function rawCell(
  element: XmlElement,
  row: number,
  column: number,
  texts: readonly string[],
  dynamicKinds: ReadonlySet<number>,
): RawCell {
  const type = element.plain('t') ?? 'n';
  const formula = element.child('f');
  const stated = formula === undefined ? undefined : (formula.plain('t') ?? 'normal');
  const kind = stated === undefined ? undefined : (KINDS[stated] ?? 'other');
  return {
    row,
    column,
    element,
    style: Number(element.plain('s') ?? 0) || 0,
    value: valueOf(element, type, texts),
    sharedText: type === 's',
    formula: kind === 'other' ? undefined : formula?.text,
    kind,
    shared: kind === 'shared' ? formula?.attribute('si') : undefined,
    fills: kind === 'array' ? parseBlock(formula?.attribute('ref') ?? '') : undefined,
    dynamic: dynamicKinds.size > 0 && dynamicKinds.has(Number(element.plain('cm') ?? 0)),
  };
}

function valueOf(
  element: XmlElement,
  type: string,
  texts: readonly string[],
): string | number | boolean | undefined {
  if (type === 'inlineStr') {
    const inline = element.child('is');
    return inline === undefined ? undefined : textOf(inline);
  }
  const written = element.child('v')?.text;
  if (written === undefined) return undefined;
  switch (type) {
    case 's':
      return texts[Number(written)];
    case 'str':
      return decodeExcelEscapes(written);
    case 'e':
      return written.trim();
    case 'b':
      return /^\s*(?:1|true)\s*$/i.test(written);
    case 'd':
      return isoSerial(written) ?? written;
    default: {
      const number = Number(written);
      return written.trim() === '' || !Number.isFinite(number) ? undefined : number;
    }
  }
}
