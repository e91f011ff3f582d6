import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from '@univerjs/engine-formula';
import type { Nullable } from '@univerjs/core';
import { BooleanValue } from '@univerjs/engine-formula';
import { fullAddress } from '../model/address';
import type { Json } from '../richapi/protocol';
import type { FunctionParameter } from './metadata';

/** How a blank cell reaches a function: `null` on the web, 0 on older desktops (office-js #4702). */
export type BlankArgument = null | 0;

/** The error value that an argument carries stands for itself: it is returned without calling. */
export class ErrorArgument {
  constructor(readonly error: string) {}
}

type Cell = Json | ErrorArgument;

export function readArgument(
  variant: FunctionVariantType,
  blank: BlankArgument,
  sheetName: (sheetId: string) => string | undefined,
): { readonly rows: readonly (readonly Cell[])[]; readonly address: string | null } {
  if (variant.isReferenceObject()) {
    const reference = variant as BaseReferenceObject;
    const range = reference.getRangeData();
    const sheet = sheetName(reference.getSheetId()) ?? '';
    return {
      rows: table(reference.toArrayValueObject(), blank),
      address: fullAddress(sheet, range),
    };
  }
  const value = variant as BaseValueObject;
  if (value.isArray()) return { rows: table(value as ArrayValueObject, blank), address: null };
  return { rows: [[scalar(value, blank)]], address: null };
}

const table = (array: ArrayValueObject, blank: BlankArgument): Cell[][] =>
  array.getArrayValue().map((row) => Array.from(row, (value) => scalar(value, blank)));

function scalar(value: Nullable<BaseValueObject>, blank: BlankArgument): Cell {
  if (!value || value.isNull()) return blank;
  if (value.isError()) return new ErrorArgument(String(value.getValue()));
  const raw = value.getValue();
  if (value.isBoolean()) return raw === true || raw === BooleanValue.TRUE;
  return raw;
}

/** Turns a scalar into the type that a parameter declares; undefined when it cannot be: Excel says #VALUE!. */
export function coerce(value: Json, { type }: FunctionParameter): Json | undefined {
  if (value === null) return null;
  if (type === 'number') {
    if (typeof value === 'number') return value;
    if (typeof value === 'boolean') return value ? 1 : 0;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
    return Number.isNaN(number) ? undefined : number;
  }
  if (type === 'boolean') {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number') return value !== 0;
    return /^(?:true|false)$/iu.test(String(value)) ? /^true$/iu.test(String(value)) : undefined;
  }
  if (type === 'string' && typeof value !== 'string')
    return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  return value;
}

/** The first error of a table of arguments, in reading order. */
export function firstError(rows: readonly (readonly Cell[])[]): ErrorArgument | undefined {
  for (const row of rows) for (const cell of row) if (cell instanceof ErrorArgument) return cell;
  return undefined;
}

/** Errors as the runtime reads them, for functions that accept them. */
export const errorForRuntime = (cell: Cell): Json =>
  cell instanceof ErrorArgument ? { code: cell.error, type: 'CustomFunctionError' } : cell;
