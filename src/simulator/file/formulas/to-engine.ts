import { encodeHeading, encodeName } from '../../host/model/engine-names';
import type { CustomFunctionNames } from './custom-functions';
import { shownName } from './newer-functions';
import { type Specifier, type TableShape, cellsOf, parseSpecifier, printSpecifier } from './structured';
import { type Token, isCall, isSheet, print, tokensOf } from './tokens';

/** Where a formula stands and what it may name. */
export interface FormulaPlace {
  readonly sheet: string;
  readonly row: number;
  readonly tables: readonly TableShape[];
  readonly functions: CustomFunctionNames;
  /** The range that the array formula of a cell fills, as `A1:A5`; its address is written as in the formula. */
  readonly spillOf?: (address: string) => string | undefined;
}

/**
 * A formula of a file (no leading `=`) as the grid's engine reads it, with its `=`; undefined when the engine
 * could only break it: the cell then keeps the stored result. Functions lose their prefixes; tables and headings
 * take the spelling that the host has taught the engine; the structured references that the engine reads wrongly become
 * plain cells.
 */
export function toEngine(formula: string, place: FormulaPlace): string | undefined {
  const tokens = tokensOf(formula);
  const result: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    if (token.kind === 'brackets') return undefined; // another workbook: [1]Feuille!A1
    if (token.kind === 'quoted' && /^'[^']*\[/.test(token.text)) return undefined;
    if (token.kind === 'word' && next?.kind === 'brackets') {
      const written = structured(token.text, next.text, place);
      if (written === undefined) return undefined;
      result.push({ kind: 'word', text: written });
      i++;
    } else if (token.kind === 'word' && isSeveralSheets(tokens, i)) {
      return undefined;
    } else if (token.kind === 'word' && isCall(tokens, i)) {
      const special = specialCall(tokens, i, place);
      if (special === undefined) {
        result.push({ kind: 'word', text: place.functions.fromFile(token.text) ?? shownName(token.text) });
      } else if (special === 'unknown') {
        return undefined;
      } else {
        result.push({ kind: 'word', text: special.text });
        i = special.last;
      }
    } else {
      result.push(token.kind === 'word' ? { kind: 'word', text: nameIn(token.text, place) } : token);
    }
  }
  return `=${print(result)}`;
}

/** A word alone: a table as a whole, under the spelling that the engine reads, or anything else. */
function nameIn(word: string, { tables }: FormulaPlace): string {
  const table = tables.find((one) => one.name.toLowerCase() === word.toLowerCase());
  return table === undefined ? shownName(word) : encodeName(table.name);
}

/** `Janvier:Mars!A1` */
function isSeveralSheets(tokens: readonly Token[], index: number): boolean {
  return tokens[index + 1]?.text === ':' && isSheet(tokens, index + 2);
}

/** `_xlfn.ANCHORARRAY(A1)` is `A1#`: what the formula of A1 spills into. */
function specialCall(
  tokens: readonly Token[],
  index: number,
  place: FormulaPlace,
): { text: string; last: number } | 'unknown' | undefined {
  const name = shownName(tokens[index]?.text ?? '').toUpperCase();
  if (name === 'SINGLE') return 'unknown';
  if (name !== 'ANCHORARRAY') return undefined;
  const close = tokens.findIndex((one, i) => i > index && one.text === ')');
  const address = print(tokens.slice(index + 2, close));
  const range = close < 0 ? undefined : place.spillOf?.(address);
  return range === undefined ? 'unknown' : { text: range, last: close };
}

function structured(name: string, brackets: string, place: FormulaPlace): string | undefined {
  const table = place.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const specifier = parseSpecifier(brackets);
  if (table === undefined || specifier === undefined) return undefined;
  if (isRead(specifier, table)) return encodeName(table.name) + printSpecifier(specifier, encodeHeading);
  return cellsOf(table, specifier, place.sheet, place.row);
}

/**
 * Whether the engine gives what Excel gives: `T[c]`, `T[[#This Row],[c]]`, `T[[#Headers],[c]]`. It knows no totals and
 * no combination of items, and cannot read a line break in a heading.
 */
function isRead({ items, first, last }: Specifier, table: TableShape): boolean {
  const [item, more] = items;
  if (more !== undefined || item === 'totals' || table.headerRows !== 1) return false;
  if (item === 'all' && table.totalsRows > 0) return false;
  if (item === 'this row' && (first === undefined || last !== undefined)) return false;
  return [first, last].every((one) => one === undefined || !/[\u0000-\u001f]|^\s|\s$/.test(one));
}
