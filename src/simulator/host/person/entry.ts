import { CellValueType, type ICellData } from '@univerjs/core';
import type { CellScalar } from '../core/cells';
import { columnLetters, contains } from '../model/address';
import { parseEntry } from '../model/entry';
import { extrasOf, type StoredRule } from '../model/extras';
import { numberFormatAt } from '../model/number-format';
import type { Session } from '../session';
import { allows, type Place } from './rule';

export interface Verdict {
  readonly isRefused: boolean;
  readonly sentence: string;
}

interface Alert {
  readonly showAlert?: boolean;
  readonly style?: string;
  readonly title?: string;
  readonly message?: string;
}

/**
 * What the rule of entry of a cell says of what a person typed there; undefined when it has nothing to say. A formula is
 * taken: its result is not known yet.
 */
export function checkEntry(cell: ICellData, place: Place, session: Session): Verdict | undefined {
  const value = typed(cell, place, session);
  if (value === undefined || value === '') return undefined;
  const rule = ruleAt(place, session);
  const alert = (rule?.members['ErrorAlert'] ?? {}) as Alert;
  if (!rule || alert.showAlert === false || allows(rule, value, place, session) !== false) return undefined;
  const isRefused = (alert.style ?? 'Stop') === 'Stop';
  const address = `${columnLetters(place.column)}${place.row + 1}`;
  const said = typeof value === 'number' ? value.toLocaleString('fr-FR') : String(value);
  const outcome = isRefused
    ? `« ${said} » n’a pas été gardé en ${address}.`
    : `« ${said} » est gardé en ${address} : la règle ne fait qu’avertir.`;
  const reason = [alert.title, alert.message].filter((one) => one !== undefined && one !== '').join(' : ');
  const sentence = reason || 'La règle de saisie de cette cellule n’admet pas cette valeur';
  return { isRefused, sentence: `${/[.!?]$/u.test(sentence) ? sentence : `${sentence}.`} ${outcome}` };
}

function typed(cell: ICellData, place: Place, session: Session): CellScalar | undefined {
  const { v: value, t: type, f: formula } = cell;
  if (formula || value === null || value === undefined) return undefined;
  if (type === CellValueType.BOOLEAN) return Number(value) === 1;
  if (typeof value !== 'string' || type === CellValueType.FORCE_STRING) return value;
  // The grid tells numbers from texts after this: what it will make of the entry is what counts.
  const read = parseEntry(value, numberFormatAt(session.grid, place.sheetId, place.row, place.column));
  return read?.patch.t === CellValueType.NUMBER ? Number(read.patch.v) : value;
}

function ruleAt({ sheetId, row, column }: Place, session: Session): StoredRule | undefined {
  const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  return extrasOf(session.grid).validations.find((one) => one.sheetId === sheetId && contains(one, cell));
}
