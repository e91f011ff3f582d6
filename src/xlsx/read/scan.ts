import { GRID } from '../zip/limits';
import type { CellStore } from './cell-store';
import { Kind, MAX_STYLE, packCell } from './cell-store';
import { isInside, readCell } from './cell';
import {
  endOfElement,
  endOfMarkup,
  endOfTag,
  findElement,
  hasLocalName,
  isUnusual,
  lastEndTag,
  usualMarkup,
} from './markup';
import { parseNumberBytes } from './numbers';
import type { DecimalCursor } from './scan-decimal';
import { readDecimal } from './scan-decimal';
import type { Block } from './reference';
import { readRowTag, skipRows } from './row';
import type { RowTag } from './row';
import { TextPool } from './text-pool';

const LESS = 0x3c;
const SLASH = 0x2f;
const SPACE = 0x20;
const QUOTE = 0x22;
const GREATER = 0x3e;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * Puts the cells of a sheet's XML (UTF-8) that lie in `window` into `store`.
 *
 * Cells as nearly all writers write them (`<c r="B2" s="1" t="s"><v>7</v></c>`, formulas, inline strings)
 * are read here byte by byte, without making a string or an object; at the first surprise a cell is read
 * again by `readCell`, which knows all of XML and is twenty times slower.
 */
export function scanCells(xml: Uint8Array, window: Block, date1904: boolean, store: CellStore): void {
  const start = findElement(xml, 'sheetData');
  if (start < 0) return;
  const unusual = isUnusual(xml, start);
  const bytes = unusual ? usualMarkup(xml, start) : xml;
  const first = endOfTag(bytes, unusual ? 0 : start);
  if (bytes[first - 2] !== SLASH)
    scanRows(bytes, first, lastEndTag(bytes, 'sheetData'), window, date1904, store);
  store.finish();
}

function scanRows(
  bytes: Uint8Array,
  from: number,
  to: number,
  window: Block,
  date1904: boolean,
  store: CellStore,
): void {
  const { firstRow, lastRow, firstColumn, lastColumn } = window;
  const { number: NUMBER, shared: SHARED, text: TEXT, boolean: BOOLEAN, error: ERROR } = Kind;
  const UNCALCULATED = Kind.uncalculated;
  const texts = new TextPool(bytes, store.texts);
  const tag: RowTag = { row: -1, end: 0 };
  const cursor: DecimalCursor = { position: 0, value: 0.5 };
  // What the store holds, in variables: its own fields are brought up to date before it works on them.
  let { packed, values, count } = store;
  let row = -1;
  let column = -1;
  let open = -1;
  let highest = -1;
  let p = from;

  for (;;) {
    while (bytes[p] !== LESS && p < to) p++;
    if (p >= to) break;
    const first = bytes[p + 1];

    if (first !== 0x63 || !isNameEnd(bytes[p + 2])) {
      if (first === 0x72 && hasLocalName(bytes, p + 1, 'row')) {
        readRowTag(bytes, p, row, tag);
        row = tag.row;
        column = -1;
        if (row === open) store.sorted = false;
        p = row < firstRow || row > lastRow ? skipRows(bytes, tag.end) : tag.end;
      } else p = first === 0x21 || first === 0x3f ? endOfMarkup(bytes, p) : endOfTag(bytes, p);
      continue;
    }

    // Every loop in here stops at a `<`: at the latest at the one that ends the sheet, where nothing matches.
    fast: {
      // r="B2" s="12" t="s", in any order
      let q = p + 2;
      let b = bytes[q] as number;
      let c = 0;
      let style = 0;
      let type = 0x6e;
      while (b === SPACE) {
        if (bytes[q + 2] !== 0x3d || bytes[q + 3] !== QUOTE) break fast;
        const name = bytes[q + 1];
        q += 4;
        b = bytes[q] as number;
        if (name === 0x72) {
          while (b >= 0x41 && b <= 0x5a) {
            c = c * 26 + b - 0x40;
            b = bytes[++q] as number;
          }
          let r = 0;
          while (b >= ZERO && b <= NINE) {
            r = r * 10 + b - ZERO;
            b = bytes[++q] as number;
          }
          if (r !== row + 1 || c === 0) break fast;
        } else if (name === 0x73) {
          while (b >= ZERO && b <= NINE) {
            style = style * 10 + b - ZERO;
            b = bytes[++q] as number;
          }
        } else if (name === 0x74) {
          type = b;
          b = bytes[++q] as number;
          if (b !== QUOTE) {
            // Of the longer types, str and inlineStr.
            if (type === 0x73 && b === 0x74 && bytes[q + 1] === 0x72) type = 0x53;
            else if (type !== 0x69) break fast;
            while (b >= 0x41) b = bytes[++q] as number;
          }
        } else break fast;
        if (b !== QUOTE) break fast;
        b = bytes[++q] as number;
      }
      c = c === 0 ? column + 1 : c - 1;
      if (c >= GRID.columns || row < 0) break fast;
      if (style > MAX_STYLE) style = 0;

      if (b === SLASH) {
        if (bytes[q + 1] !== GREATER) break fast;
        if (c <= column) store.sorted = false;
        column = c;
        p = q + 2;
        continue;
      }
      if (b !== GREATER || bytes[q + 1] !== LESS) break fast;
      q += 2;
      b = bytes[q] as number;

      // <f …>…</f>
      let hasFormula = false;
      if (b === 0x66) {
        hasFormula = true;
        let quotes = 0;
        while (b !== GREATER || (quotes & 1) === 1) {
          if (b === QUOTE) quotes++;
          else if (b === LESS) break fast;
          b = bytes[++q] as number;
        }
        if (bytes[q - 1] !== SLASH) {
          do b = bytes[++q] as number;
          while (b !== LESS);
          if (bytes[q + 1] !== SLASH || bytes[q + 2] !== 0x66 || bytes[q + 3] !== GREATER) break fast;
          q += 3;
        }
        if (bytes[q + 1] !== LESS) break fast;
        q += 2;
        b = bytes[q] as number;
      }

      const wanted = c >= firstColumn && c <= lastColumn;
      let kind: number = NUMBER;
      let value = 0;
      if (b === 0x76 && bytes[q + 1] === GREATER) {
        // <v>…</v>
        const start = (q += 2);
        b = bytes[q] as number;
        if (b === LESS) {
          if (type === 0x53) {
            kind = TEXT;
            value = texts.indexOf(start, start);
          } else if (hasFormula) kind = UNCALCULATED;
          else kind = 0;
        } else if (type === 0x73) {
          kind = SHARED;
          let index = 0;
          while (b >= ZERO && b <= NINE) {
            index = (index * 10 + b - ZERO) | 0;
            b = bytes[++q] as number;
          }
          if (b !== LESS || q - start > 9) break fast;
          value = index;
          if (wanted && index > highest) highest = index;
        } else if (type === 0x6e) {
          readDecimal(bytes, q, cursor);
          q = cursor.position;
          b = bytes[q] as number;
          value = cursor.value;
          if (value !== value) {
            while (b !== LESS) b = bytes[++q] as number;
            const parsed = parseNumberBytes(bytes, start, q);
            if (parsed === undefined) break fast;
            value = parsed;
          }
        } else if (type === 0x53 || type === 0x65) {
          while (b !== LESS) b = bytes[++q] as number;
          kind = type === 0x65 ? ERROR : TEXT;
          if (wanted) value = texts.indexOf(start, q);
        } else if (type === 0x62 && (b === ZERO || b === 0x31)) {
          kind = BOOLEAN;
          value = b - ZERO;
          q++;
        } else break fast;
        if (
          bytes[q] !== LESS ||
          bytes[q + 1] !== SLASH ||
          bytes[q + 2] !== 0x76 ||
          bytes[q + 3] !== GREATER
        ) {
          break fast;
        }
        q += 5;
        b = bytes[q] as number;
      } else if (type === 0x69 && b === 0x69 && bytes[q + 1] === 0x73) {
        // <is><t>…</t></is>
        if (bytes[q + 2] !== GREATER || bytes[q + 3] !== LESS || bytes[q + 4] !== 0x74) break fast;
        q += 5;
        b = bytes[q] as number;
        if (b !== GREATER && b !== SPACE) break fast;
        while (b !== GREATER && b !== LESS) b = bytes[++q] as number;
        if (b === LESS || bytes[q - 1] === SLASH) break fast;
        const start = q + 1;
        while (b !== LESS) b = bytes[++q] as number;
        if (bytes[q + 1] !== SLASH || bytes[q + 4] !== LESS || bytes[q + 5] !== SLASH) break fast;
        if (bytes[q + 6] !== 0x69 || bytes[q + 7] !== 0x73) break fast;
        kind = TEXT;
        if (wanted) value = texts.indexOf(start, q);
        q += 10;
        b = bytes[q] as number;
      } else if (hasFormula) kind = UNCALCULATED;
      else kind = 0;

      // </c>
      if (b !== SLASH || bytes[q - 1] !== LESS || bytes[q + 1] !== 0x63 || bytes[q + 2] !== GREATER)
        break fast;
      p = q + 3;
      if (c <= column) store.sorted = false;
      column = c;
      if (!wanted || kind === 0) continue;
      if (open !== row) {
        store.count = count;
        store.beginRow((open = row));
      }
      if (count === packed.length) {
        store.count = count;
        store.grow();
        ({ packed, values } = store);
      }
      packed[count] = packCell(c, kind, style);
      values[count++] = value;
      continue;
    }

    const end = endOfElement(bytes, p, 'c');
    const cell = readCell(bytes, p, end, { row, column }, date1904, texts);
    p = end;
    if (cell.column <= column || cell.row !== row) store.sorted = false;
    column = cell.column;
    if (cell.kind === Kind.blank || !isInside(cell, window)) continue;
    store.count = count;
    if (cell.row !== open) store.beginRow((open = cell.row));
    store.push(packCell(cell.column, cell.kind, cell.style), cell.value);
    ({ packed, values, count } = store);
    if (cell.kind === SHARED && cell.value > highest) highest = cell.value;
  }
  store.count = count;
  store.highestShared = highest;
}

function isNameEnd(b: number | undefined): boolean {
  return b === SPACE || b === GREATER || b === SLASH || (b !== undefined && b < SPACE);
}
