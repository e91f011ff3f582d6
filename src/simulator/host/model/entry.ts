import { CellValueType } from '@univerjs/core';
import { EMPTY_CONTENT, type CellPatch } from '../core/cells';
import { invalidArgument } from '../richapi/errors';
import type { Json } from '../richapi/protocol';
import { toEngineFormula } from './engine-formula';
import { isErrorValue } from './number-format';

/** What an entry leaves in a cell, and the number format that Excel gives it when it had none. */
export interface Entry {
  readonly patch: CellPatch;
  readonly numberFormat?: string;
}

/**
 * A text that reads like an error is marked: without it nothing tells them apart. One that reads like a number as well:
 * the grid would make it one as soon as the cell is given a look.
 */
const text = (value: string): Entry => ({
  patch: {
    ...EMPTY_CONTENT,
    v: value,
    t: isErrorValue(value) || readsAsNumber(value) ? CellValueType.FORCE_STRING : CellValueType.STRING,
  },
});
const readsAsNumber = (value: string): boolean => value.trim() !== '' && !Number.isNaN(Number(value));
const error = (value: string): Entry => ({
  patch: { ...EMPTY_CONTENT, v: value, t: CellValueType.STRING },
});
const number = (value: number, numberFormat?: string): Entry => ({
  patch: { ...EMPTY_CONTENT, v: value, t: CellValueType.NUMBER },
  ...(numberFormat ? { numberFormat } : {}),
});

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:e[+-]?\d+)?$/iu;
const ISO_DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u;
const US_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u;

/** Whole days from Excel's day zero (30 December 1899) to a date; undefined when it does not exist. */
export function dateSerial(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.round(date.getTime() / 86_400_000) + 25_569;
}

/**
 * Reads a value given to `values` or `formulas` as Excel does: like typing it, in English notation.
 * So '01001' becomes the number 1001 unless the cell has the text format or an apostrophe comes first.
 * Returns undefined for null, which leaves the cell as it is. `context`: the tables that a formula may name.
 */
export function parseEntry(
  value: Json | undefined,
  numberFormat: string,
  context: Parameters<typeof toEngineFormula>[1] = {},
): Entry | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'boolean')
    return { patch: { ...EMPTY_CONTENT, v: value ? 1 : 0, t: CellValueType.BOOLEAN } };
  if (typeof value !== 'string') throw invalidArgument();
  if (value === '') return { patch: EMPTY_CONTENT };
  if (numberFormat === '@') return text(value);
  if (value.startsWith("'")) return text(value.slice(1));
  if (value.startsWith('=') && value.length > 1)
    return { patch: { ...EMPTY_CONTENT, f: toEngineFormula(value, context) } };
  return parseTyped(value);
}

function parseTyped(value: string): Entry {
  const trimmed = value.trim();
  if (/^(?:true|false)$/iu.test(trimmed))
    return { patch: { ...EMPTY_CONTENT, v: /^true$/iu.test(trimmed) ? 1 : 0, t: CellValueType.BOOLEAN } };
  const capitals = trimmed.toUpperCase();
  if (isErrorValue(capitals)) return error(capitals);
  const parsed = parseNumber(trimmed);
  if (parsed !== undefined) return number(parsed);
  if (trimmed.endsWith('%')) {
    const percent = parseNumber(trimmed.slice(0, -1).trim());
    if (percent !== undefined) return number(percent / 100, trimmed.includes('.') ? '0.00%' : '0%');
  }
  return parseDate(trimmed) ?? text(value);
}

function parseNumber(typed: string): number | undefined {
  if (!/\d/u.test(typed) || !NUMBER.test(typed)) return undefined;
  const value = Number(typed.replaceAll(',', ''));
  return Number.isFinite(value) ? value : undefined;
}

function parseDate(typed: string): Entry | undefined {
  const iso = ISO_DATE.exec(typed);
  if (iso) {
    const serial = dateSerial(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return serial === undefined ? undefined : number(serial, 'yyyy-mm-dd');
  }
  const us = US_DATE.exec(typed);
  if (!us) return undefined;
  const serial = dateSerial(Number(us[3]), Number(us[1]), Number(us[2]));
  return serial === undefined ? undefined : number(serial, 'm/d/yyyy');
}
