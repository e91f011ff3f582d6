/** An error shown by a cell: `#DIV/0!`, `#N/A`, `#REF!` … */
export class CellError {
  constructor(readonly code: string) {}

  toString(): string {
    return this.code;
  }
}

/** A formula without a stored result: the workbook was written by a program and never calculated. */
export const UNCALCULATED: unique symbol = Symbol('formula never calculated');

/** What a cell holds. Dates are serial numbers (`serialToDate`); `undefined` is blank. */
export type CellValue = number | string | boolean | CellError | typeof UNCALCULATED | undefined;

const DAY = 86_400_000;
/** Day 0 of each system, in days since 1970-01-01. */
const DAY_ZERO_1900 = -25_569;
const DAY_ZERO_1904 = -24_107;

/**
 * The moment of a serial number, as UTC (a workbook knows no time zone), to the millisecond.
 * Serial 60 of the 1900 system is 29 February 1900, which did not exist: read as 1 March.
 */
export function serialToDate(serial: number, date1904: boolean): Date {
  const days = date1904 ? serial + DAY_ZERO_1904 : serial + DAY_ZERO_1900 + (serial < 61 ? 1 : 0);
  return new Date(Math.round(days * DAY));
}

/** The inverse, for ISO 8601 cells (`t="d"`); undefined when the text is no date. A bare time is a fraction of a day. */
export function isoToSerial(text: string, date1904: boolean): number | undefined {
  const match =
    /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(
      text.trim(),
    );
  if (match === null || text.trim() === '') return undefined;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / DAY;
  if (date1904) return days - DAY_ZERO_1904 + time;
  const serial = days - DAY_ZERO_1900;
  return (serial < 61 ? serial - 1 : serial) + time;
}
