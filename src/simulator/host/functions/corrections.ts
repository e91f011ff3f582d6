import type { Nullable } from '@univerjs/core';
import {
  BaseFunction,
  NumberValueObject,
  type ArrayValueObject,
  type BaseValueObject,
} from '@univerjs/engine-formula';
import { arrayOf, errorValue } from './results';

/** Whole days between Excel's day zero and 1 January 1970. */
const EPOCH = 25_569;
const DAY = 86_400_000;

/**
 * The same day some months later, or the last day of that month when it has no such day:
 * one month after 31 January 2024 is 29 February. Univer's own function gives 2 March.
 */
export function monthsLater(serial: number, months: number): number {
  const date = new Date((Math.floor(serial) - EPOCH) * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth() + Math.trunc(months);
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastDay)) / DAY + EPOCH;
}

class Edate extends BaseFunction {
  override minParams = 2;
  override maxParams = 2;

  override calculate(start: BaseValueObject, months: BaseValueObject): BaseValueObject {
    if (start.isError()) return start;
    if (months.isError()) return months;
    if (!start.isArray() && !months.isArray()) return one(start, months);
    const starts = tableOf(start);
    const counts = tableOf(months);
    const rowCount = Math.max(starts.length, counts.length);
    const columnCount = Math.max(starts[0]?.length ?? 0, counts[0]?.length ?? 0);
    const at = (table: typeof starts, row: number, column: number) => {
      const cells = table.length === 1 ? table[0] : table[row];
      return cells?.length === 1 ? cells[0] : cells?.[column];
    };
    return arrayOf(
      Array.from({ length: rowCount }, (_r, row) =>
        Array.from({ length: columnCount }, (_c, column) =>
          one(at(starts, row, column), at(counts, row, column)),
        ),
      ),
    );
  }
}

const tableOf = (value: BaseValueObject) =>
  value.isArray() ? (value as ArrayValueObject).getArrayValue() : [[value]];

function one(start: Nullable<BaseValueObject>, months: Nullable<BaseValueObject>): BaseValueObject {
  if (!start || !months) return errorValue('#N/A');
  if (start.isError()) return start;
  if (months.isError()) return months;
  const serial = Number(start.getValue());
  const count = Number(months.getValue());
  if (Number.isNaN(serial) || Number.isNaN(count)) return errorValue('#VALUE!');
  if (serial < 0) return errorValue('#NUM!');
  return NumberValueObject.create(monthsLater(serial, count));
}

/** Functions of the engine that give another result than Excel, replaced by right ones. */
export const excelCorrections = (): readonly BaseFunction[] => [new Edate('EDATE')];
