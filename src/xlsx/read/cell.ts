import { GRID } from '../zip/limits';
import { corrupt } from '../zip/refused';
import { Kind, MAX_STYLE } from './cell-store';
import { decodeExcelEscapes } from './escapes';
import { parseNumber } from './numbers';
import type { Block } from './reference';
import { parseBlock } from './reference';
import type { TextPool } from './text-pool';
import { isoToSerial } from './values';
import type { Attributes } from './xml';
import { walkXml } from './xml';

export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly kind: number;
  readonly value: number;
  readonly style: number;
}

const utf8 = new TextDecoder('utf-8');

/**
 * One cell read the long way, whatever its XML looks like. Without a reference it follows the cell
 * `before` it in the row.
 */
export function readCell(
  bytes: Uint8Array,
  start: number,
  end: number,
  before: { readonly row: number; readonly column: number },
  date1904: boolean,
  texts: TextPool,
): ReadCell {
  const parsed = parseCell(utf8.decode(bytes.subarray(start, end)));
  const { attributes } = parsed;
  const place = placeOf(attributes.r, before);
  const style = Number(attributes.s ?? 0);
  const meaning = meaningOf(parsed, date1904);
  const value = typeof meaning.value === 'string' ? texts.add(meaning.value) : meaning.value;
  return { ...place, kind: meaning.kind, value, style: style >= 0 && style <= MAX_STYLE ? style : 0 };
}

/** Whether a place is one of the block's. */
export function isInside(
  { row, column }: { readonly row: number; readonly column: number },
  block: Block,
): boolean {
  return (
    row >= block.firstRow && row <= block.lastRow && column >= block.firstColumn && column <= block.lastColumn
  );
}

interface ParsedCell {
  readonly attributes: Attributes;
  readonly hasFormula: boolean;
  /** Text of `<v>`; undefined without one. */
  readonly v: string | undefined;
  /** Text of `<is>`. */
  readonly inline: string | undefined;
}

function parseCell(xml: string): ParsedCell {
  let attributes: Attributes | undefined;
  let hasFormula = false;
  let v: string | undefined;
  let inline: string | undefined;
  const path: string[] = [];
  walkXml(xml, {
    open(name, found) {
      attributes ??= found();
      path.push(name);
      if (name === 'f') hasFormula = true;
      if (name === 'v') v ??= '';
      if (name === 'is') inline ??= '';
    },
    close: () => void path.pop(),
    text(text) {
      const inside = path[path.length - 1];
      if (inside === 'v') v += text;
      // Runs of rich text follow one another; what helps to pronounce them (rPh) is not part of the text.
      else if (inside === 't' && !path.includes('rPh') && inline !== undefined) inline += text;
    },
  });
  return { attributes: attributes ?? {}, hasFormula, v, inline };
}

function placeOf(
  ref: string | undefined,
  before: { readonly row: number; readonly column: number },
): { row: number; column: number } {
  if (ref === undefined) {
    if (before.column + 1 >= GRID.columns) throw corrupt(`plus de ${GRID.columns} colonnes`);
    return { row: Math.max(0, before.row), column: before.column + 1 };
  }
  const block = parseBlock(ref);
  if (block === undefined) throw corrupt(`cellule « ${ref} »`);
  return { row: block.firstRow, column: block.firstColumn };
}

function meaningOf(
  { attributes, hasFormula, v, inline }: ParsedCell,
  date1904: boolean,
): { kind: number; value: number | string } {
  const none = { kind: hasFormula ? Kind.uncalculated : Kind.blank, value: 0 };
  const text = (value: string): { kind: number; value: string } => ({
    kind: Kind.text,
    value: decodeExcelEscapes(value),
  });
  const type = attributes.t ?? 'n';
  if (inline !== undefined && (type === 'inlineStr' || v === undefined)) return text(inline);
  if (v === undefined) return none;
  // A formula whose result is an empty text has `t="str"` and an empty `<v>`; without a type it was never calculated.
  if (type === 'str' || type === 'inlineStr') return text(v);
  const trimmed = v.trim();
  if (trimmed === '') return none;
  if (type === 's') return { kind: Kind.shared, value: sharedIndex(trimmed) };
  if (type === 'b') return { kind: Kind.boolean, value: /^(1|true)$/i.test(trimmed) ? 1 : 0 };
  if (type === 'e') return { kind: Kind.error, value: trimmed };
  const number = type === 'd' ? isoToSerial(trimmed, date1904) : parseNumber(trimmed);
  return number === undefined ? text(v) : { kind: Kind.number, value: number };
}

function sharedIndex(text: string): number {
  if (!/^\d+$/.test(text)) throw corrupt(`texte partagé n° « ${text} »`);
  return Number(text);
}
