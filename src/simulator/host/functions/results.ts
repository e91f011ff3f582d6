import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type ErrorType,
} from '@univerjs/engine-formula';
import type { Json } from '../richapi/protocol';

/** What a function answered: a value, or an error with the add-in's own message. */
export type CallResult =
  | { readonly kind: 'value'; readonly value: Json }
  | { readonly kind: 'error'; readonly error: string; readonly message: string };

/** Numbers of the errors on the wire; every other failure shows #VALUE!. */
const errorOfCode: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
};

export const failure = (code: Json | undefined, message: Json | undefined): CallResult => ({
  kind: 'error',
  error: (typeof code === 'number' ? errorOfCode[code] : undefined) ?? '#VALUE!',
  message: typeof message === 'string' ? message : '',
});

export const errorValue = (error: string): ErrorValueObject => ErrorValueObject.create(error as ErrorType);

/** Shown while a result is awaited: the one busy value that the engine treats as an error. */
export const WAITING = '#GETTING_DATA';

/** A result as a value of the engine. Text stays text, whatever it looks like; null shows as 0 (office-js #1503). */
export function toValueObject(value: Json): BaseValueObject {
  if (Array.isArray(value)) return toArray(value as readonly Json[]);
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (value === null) return NumberValueObject.create(0);
  return ofEntity(value as { readonly [key: string]: Json });
}

/** Entities and formatted numbers count for their basic value; an error object is that error. */
function ofEntity(value: { readonly [key: string]: Json }): BaseValueObject {
  const basic = value['basicValue'] ?? null;
  if (value['type'] === 'Error' || value['basicType'] === 'Error')
    return errorValue(String(basic ?? '#VALUE!'));
  return toValueObject(basic);
}

function toArray(rows: readonly Json[]): BaseValueObject {
  const cells = rows.map((row) => (Array.isArray(row) ? (row as readonly Json[]) : [row]));
  const columnCount = Math.max(0, ...cells.map((row) => row.length));
  if (cells.length === 0 || columnCount === 0) return errorValue('#CALC!');
  const calculateValueList = cells.map((row) =>
    Array.from({ length: columnCount }, (_, column) =>
      column < row.length ? toValueObject(row[column] ?? null) : errorValue('#N/A'),
    ),
  );
  return arrayOf(calculateValueList);
}

export const arrayOf = (calculateValueList: BaseValueObject[][]): ArrayValueObject =>
  ArrayValueObject.create({
    calculateValueList,
    rowCount: calculateValueList.length,
    columnCount: calculateValueList[0]?.length ?? 0,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });

/** The message of an error object that a function returned rather than threw. */
export function messageIn(value: Json): string | undefined {
  const first = Array.isArray(value) ? (value.flat() as Json[]).find((one) => isError(one)) : value;
  if (first === undefined || !isError(first)) return undefined;
  const { message } = first as { readonly message?: Json };
  return typeof message === 'string' && message !== '' ? message : undefined;
}

const isError = (value: Json): boolean =>
  typeof value === 'object' && value !== null && (value as { type?: Json }).type === 'Error';
