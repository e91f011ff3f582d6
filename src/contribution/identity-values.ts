import { type CellValue, serialToDate } from '../xlsx';
import { writtenText } from './cells';
import type { ContributionStatus, Family } from './model';
import { looseKey } from './words';

/** In the order people choose them from. */
export const families: readonly Family[] = ['OPH', 'ESH', 'COOP', 'SEM', 'SC', 'AUTRE'];
/** In the order a contribution goes through them. */
export const statuses: readonly ContributionStatus[] = ['brouillon', 'transmis', 'validé'];

const among =
  <T extends string>(words: readonly T[]) =>
  (text: string): T | undefined =>
    words.find((word) => looseKey(word) === looseKey(text));

/** A landlord's family whatever its case and accents: `Coop.` → COOP; undefined for another word. */
export const parseFamily = among(families);

/** The status of a contribution, whatever its case and accents: `VALIDE` → validé. */
export const parseStatus = among(statuses);

/** `oui`, `non`, or the boolean of a spreadsheet. */
export function parseConsent(cell: CellValue): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  const word = looseKey(writtenText(cell));
  return word === 'oui' ? true : word === 'non' ? false : undefined;
}

const frenchDate = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s+(?:à\s+)?(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?$/u;
const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?Z?$/u;

/**
 * A date of a spreadsheet (serial number), or a text: day/month/year, or year-month-day, with an hour or
 * not. As UTC, because a workbook knows no time zone; undefined for a day that does not exist.
 */
export function parseDate(cell: CellValue, date1904: boolean): Date | undefined {
  if (typeof cell === 'number') {
    const date = cell >= 1 && cell < 100_000 ? serialToDate(cell, date1904) : undefined;
    return date && Number.isFinite(date.getTime()) ? date : undefined;
  }
  if (typeof cell !== 'string') return undefined;
  const text = writtenText(cell);
  const [, day, month, year, ...time] = frenchDate.exec(text) ?? [];
  if (year !== undefined) return moment([year, month, day, ...time]);
  const iso = isoDate.exec(text);
  return iso ? moment(iso.slice(1)) : undefined;
}

function moment(parts: readonly (string | undefined)[]): Date | undefined {
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const date = new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hours < 24 && minutes < 60;
  return real ? date : undefined;
}
