import type { IRange, IStyleData, Nullable } from '@univerjs/core';
import { cellAddress, escapeFormula } from '../../../xlsx';
import { needsArray, toFile, type FileNames } from '../formulas/to-file';
import type { SourceCell, SourceSheet } from '../model';
import { withAttributes } from '../xml/edit';
import { endOfTag } from '../xml/element';
import type { GridCell } from './grid';
import type { Strings } from './strings';
import type { Styles } from './styles';
import { isError, PENDING, sameValue, storedValue } from './values';

/** What writing the cells of one sheet needs. */
export interface CellSaving {
  readonly source: SourceSheet;
  readonly prefix: string;
  readonly names: FileNames;
  readonly strings: Strings;
  readonly styles: Styles;
  /** Looks by the ids of the snapshot. */
  readonly lookOf: (style: GridCell['style']) => {
    readonly look: Nullable<IStyleData>;
    readonly xf: number | undefined;
  };
  /** The mark of a dynamic array, made when first needed. */
  readonly dynamicKind: () => number | undefined;
}

/** A cell of the grid and the cell of the file that it was. */
export interface CellPair {
  readonly row: number;
  readonly column: number;
  readonly now: GridCell | undefined;
  readonly before: SourceCell | undefined;
  /** Filled by the formula of another cell, now. */
  readonly spilled: boolean;
  /** What its own formula fills, now; undefined when that is not known. */
  readonly fills: IRange | undefined;
  /**
   * The file asks for one value where the grid, which knows dynamic arrays only, gives several: Excel takes the
   * one on the formula's own row or column.
   */
  readonly intersects: boolean;
}

/** Whether a cell is as it was, place aside. */
export function isSame(pair: CellPair, saving: CellSaving): boolean {
  const { now, before } = pair;
  if (before === undefined) return now === undefined || (isBlank(now) && styleOf(pair, saving) === 0);
  if (styleOf(pair, saving) !== before.style) return false;
  if (now?.formula !== before.formula) return false;
  if (before.formula !== undefined && !isUnresolved(pair) && !sameExtent(pair)) return false;
  return sameValue(resultOf(pair), before.value) && isSameKind(now, before);
}

/** Whether what reads like an error is one in both, or a text in both. */
const isSameKind = (now: GridCell | undefined, before: SourceCell): boolean =>
  !isError(before.value) || (now?.isText ?? false) === Boolean(before.sharedText);

const isBlank = (cell: GridCell): boolean => cell.value === undefined && cell.formula === undefined;

/** Whether the grid has no result of its own for a formula of the file: what the file says then holds. */
export function isUnresolved({
  now,
  before,
  intersects,
}: Pick<CellPair, 'now' | 'before' | 'intersects'>): boolean {
  if (before?.formula === undefined || now?.formula !== before.formula) return false;
  const { value } = now;
  if (intersects) return true;
  return value === undefined || value === PENDING || (value === '#NAME?' && !isError(before.value));
}

function resultOf(pair: CellPair): GridCell['value'] {
  return isUnresolved(pair) ? pair.before?.value : pair.now?.value;
}

function sameExtent({ fills, before, row, column }: CellPair): boolean {
  if (fills === undefined) return true;
  const block = before?.fills;
  const height = block === undefined ? 0 : block.lastRow - block.firstRow;
  const width = block === undefined ? 0 : block.lastColumn - block.firstColumn;
  return fills.endRow - row === height && fills.endColumn - column === width;
}

/** The number of its style. */
function styleOf({ now, before }: CellPair, { lookOf, styles }: CellSaving, quoted = false): number {
  const { look, xf } = lookOf(now?.style);
  const number = xf ?? styles.numberOf(look, before?.style ?? 0);
  const locked = now?.unlocked === undefined ? number : styles.withLock(number, !now.unlocked);
  return quoted ? styles.quoted(locked) : locked;
}

/** The cell as it was, at its new address. */
export function reuse(pair: CellPair, saving: CellSaving): string {
  const { row, column, before } = pair;
  if (before === undefined) return '';
  if (before.sharedText) saving.strings.uses++;
  const text = saving.source.xml.slice(before.start, before.end);
  const end = endOfTag(text, 0);
  const style = styleOf(pair, saving);
  const values = { r: cellAddress(row, column), ...(style !== before.style && { s: style }) };
  return withAttributes(text.slice(0, end), values) + text.slice(end);
}

/** The cell as it is now; nothing when it holds nothing. */
export function write(pair: CellPair, saving: CellSaving): string {
  const { row, column, now, before } = pair;
  const { prefix, strings } = saving;
  const value = resultOf(pair);
  const formula = now?.formula;
  // A formula that the grid cannot calculate stays with its cell as long as its result is not overwritten.
  if (before?.kept === true && formula === undefined && sameValue(value, before.value)) {
    return reuse(pair, saving);
  }
  const looksLikeFormula = typeof value === 'string' && formula === undefined && /^[=+\-@]/.test(value);
  const style = styleOf(pair, saving, looksLikeFormula && !pair.spilled);
  const start = `<${prefix}c r="${cellAddress(row, column)}"${style === 0 ? '' : ` s="${style}"`}`;
  if (formula === undefined) {
    const { type, markup } = storedValue(value, prefix, pair.spilled ? undefined : strings, now?.isText);
    if (markup === '') return style === 0 ? '' : `${start}/>`;
    return `${start}${type}>${markup}</${prefix}c>`;
  }
  const { type, markup } = storedValue(value, prefix);
  const { attributes, mark } = arrayOf(pair, saving);
  const written = formula === before?.formula ? before.written : undefined;
  const text = escapeFormula(written ?? toFile(formula, saving.names));
  return `${start}${type}${mark}><${prefix}f${attributes}>${text}</${prefix}f>${markup}</${prefix}c>`;
}

/** How a formula that fills several cells, or may, says so. */
function arrayOf(pair: CellPair, saving: CellSaving): { attributes: string; mark: string } {
  const { row, column, now, before, fills } = pair;
  const was = before !== undefined && now?.formula === before.formula ? before.fills : undefined;
  const several = !pair.intersects && fills !== undefined && (fills.endRow > row || fills.endColumn > column);
  const isNew = now?.formula !== before?.formula && needsArray(now?.formula ?? '', saving.names.functions);
  if (!several && was === undefined && !isNew) return { attributes: '', mark: '' };
  // Without news from the grid, an array formula fills what it filled.
  const keeps = was !== undefined && (fills === undefined || isUnresolved(pair));
  const last = {
    row: keeps ? row + was.lastRow - was.firstRow : (fills?.endRow ?? row),
    column: keeps ? column + was.lastColumn - was.firstColumn : (fills?.endColumn ?? column),
  };
  const start = cellAddress(row, column);
  const end = cellAddress(last.row, last.column);
  const enteredAsArray = was !== undefined && before?.dynamic === false;
  const kind = enteredAsArray ? undefined : saving.dynamicKind();
  return {
    attributes: ` t="array" ref="${start === end ? start : `${start}:${end}`}"`,
    mark: kind === undefined ? '' : ` cm="${kind}"`,
  };
}
