import { CellValueType } from '@univerjs/core';
import { cellReader, writeCells, type CellScalar } from '../../core/cells';
import { lookReader } from '../../core/looks';
import { invalidArgument } from '../../richapi/errors';
import type { Property } from '../../richapi/objects';
import type { Json } from '../../richapi/protocol';
import type { Session } from '../../session';
import { columnsIn, MAX_ROWS, rowsIn, type Area } from '../address';
import { parseEntry } from '../entry';
import { fromLocalFormula, toLocalFormula } from '../french';
import { displayText, isErrorValue, toEnglishFormat, toLocalFormat } from '../number-format';
import { formulaAt, formulaContext, tableNames } from '../formulas';
import { assertWritable } from '../protection';
import { changeStyle } from './style';
import { liveArea, type RangeTarget } from './target';

/** Microsoft's limit on the cells of one reading. */
const MAX_CELLS = 5_000_000;

/** Reads a member of every cell. Whole columns and rows are unbounded ranges: Excel then answers null. */
function grid(range: RangeTarget, session: Session, read: (row: number, column: number) => Json): Json {
  const area = liveArea(range, session);
  if (isUnbounded(area)) return null;
  if (rowsIn(area) * columnsIn(area) > MAX_CELLS) throw invalidArgument();
  const rows: Json[][] = [];
  for (let row = area.startRow; row <= area.endRow; row++) {
    const cells: Json[] = [];
    for (let column = area.startColumn; column <= area.endColumn; column++) cells.push(read(row, column));
    rows.push(cells);
  }
  return rows;
}

const isUnbounded = (area: Area): boolean => rowsIn(area) >= MAX_ROWS || columnsIn(area) >= 16_384;

/** The value meant for each cell: a scalar for all, or a table of exactly the size of the range. */
function valueFor(range: RangeTarget, value: Json, session: Session) {
  const area = liveArea(range, session);
  if (!Array.isArray(value)) return () => value;
  const rows = value as readonly Json[];
  const fits =
    rows.length === rowsIn(area) && rows.every((row) => Array.isArray(row) && row.length === columnsIn(area));
  if (!fits)
    throw invalidArgument(
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  return (row: number, column: number): Json | undefined =>
    (rows[row - area.startRow] as readonly Json[])[column - area.startColumn];
}

/** Writes values or formulas as if they were typed in English; null leaves a cell as it is. */
export function writeEntries(
  range: RangeTarget,
  value: Json,
  session: Session,
  adapt: (one: Json) => Json = (one) => one,
): void {
  const area = liveArea(range, session);
  assertWritable(range, session);
  const valueAt = valueFor(range, value, session);
  const tables = tableNames(session);
  const looks = lookReader(session.grid, range.sheetId);
  writeCells(session.grid, range.sheetId, area, (row, column) => {
    const given = valueAt(row, column);
    const format = looks(row, column).pattern;
    const context = isFormula(given)
      ? formulaContext(given, { sheetId: range.sheetId, row, column }, session, tables)
      : {};
    const entry = parseEntry(given === undefined ? null : adapt(given), format, context);
    if (!entry) return undefined;
    if (!entry.numberFormat || format !== 'General') return entry.patch;
    return { ...entry.patch, s: { n: { pattern: entry.numberFormat } } };
  });
}

const isFormula = (value: Json | undefined): value is string =>
  typeof value === 'string' && value.startsWith('=');

function formulaOrValue(range: RangeTarget, session: Session, local: boolean): Json {
  const cells = cellReader(session.grid, range.sheetId);
  return grid(range, session, (row, column) => {
    const english = cells.holdsFormula(row, column)
      ? formulaAt(range.sheetId, row, column, session)
      : undefined;
    if (english === undefined) return cells.value(row, column) ?? '';
    return local && session.options.locale === 'fr-FR' ? toLocalFormula(english) : english;
  });
}

/** How Excel calls what a cell holds. `cell`: what tells an empty result from nothing, and a text from an error. */
export const valueType = (
  value: CellScalar | undefined,
  cell: { readonly isResult?: boolean; readonly isText?: boolean } = {},
): string => {
  if (value === undefined || (value === '' && cell.isResult !== true)) return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return isErrorValue(value) && cell.isText !== true ? 'Error' : 'String';
};

/** What the cells of a range hold: values, formulas, formats and what is shown. */
export const contentProperties: Readonly<Record<string, Property<RangeTarget>>> = {
  Values: {
    calculated: true,
    get(range, session) {
      const cells = cellReader(session.grid, range.sheetId);
      return grid(range, session, (row, column) => cells.value(row, column) ?? '');
    },
    set: (range, value, session) => writeEntries(range, value, session),
  },
  Formulas: {
    calculated: true,
    get: (range, session) => formulaOrValue(range, session, false),
    set: (range, value, session) => writeEntries(range, value, session),
  },
  FormulasLocal: {
    calculated: true,
    get: (range, session) => formulaOrValue(range, session, true),
    set: (range, value, session) =>
      writeEntries(range, value, session, (one) =>
        session.options.locale === 'fr-FR' && typeof one === 'string' ? fromLocalFormula(one) : one,
      ),
  },
  Text: {
    calculated: true,
    get(range, session) {
      const cells = cellReader(session.grid, range.sheetId);
      const looks = lookReader(session.grid, range.sheetId);
      return grid(range, session, (row, column) =>
        displayText(cells.value(row, column), looks(row, column).pattern, session.options.locale),
      );
    },
  },
  ValueTypes: {
    calculated: true,
    get(range, session) {
      const cells = cellReader(session.grid, range.sheetId);
      return grid(range, session, (row, column) =>
        valueType(cells.value(row, column), {
          isResult: cells.formula(row, column) !== undefined || cells.isSpilled(row, column),
          isText: cells.raw(row, column)?.t === CellValueType.FORCE_STRING,
        }),
      );
    },
  },
  NumberFormat: {
    get(range, session) {
      const looks = lookReader(session.grid, range.sheetId);
      return grid(range, session, (row, column) => looks(row, column).pattern);
    },
    set: (range, value, session) => writeFormats(range, value, session, (one) => one),
  },
  NumberFormatLocal: {
    get(range, session) {
      const looks = lookReader(session.grid, range.sheetId);
      return grid(range, session, (row, column) =>
        toLocalFormat(looks(row, column).pattern, session.options.locale),
      );
    },
    set: (range, value, session) =>
      writeFormats(range, value, session, (one) => toEnglishFormat(one, session.options.locale)),
  },
};

function writeFormats(
  range: RangeTarget,
  value: Json,
  session: Session,
  adapt: (one: string) => string,
): void {
  const valueAt = valueFor(range, value, session);
  changeStyle(range, session, (row, column) => {
    const pattern = valueAt(row, column);
    if (pattern === null || pattern === undefined) return {};
    if (typeof pattern !== 'string') throw invalidArgument();
    return { n: { pattern: adapt(pattern) } };
  });
}
