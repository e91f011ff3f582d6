import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import {
  SetRangeValuesCommand,
  SetWorksheetColumnCountCommand,
  SetWorksheetRowCountCommand,
} from '@univerjs/sheets';
import { TableManager } from '@univerjs/sheets-table';
import type { Area } from '../model/address';
import type { Grid } from './grid';
import { lookReader } from './looks';

export type CellScalar = string | number | boolean;

/** One cell as it is written: what is left out stays as it was. */
export type CellPatch = Pick<ICellData, 's' | 'v' | 't' | 'f' | 'si' | 'p' | 'custom'>;

/** A cell with nothing in it; a value written over a formula must forget the formula too. */
export const EMPTY_CONTENT = { v: null, t: null, f: null, si: null, p: null } as const;

/** Reads cells of one sheet: the stored ones, and those that a formula spilled into. */
export function cellReader(grid: Grid, sheetId: string) {
  const matrix = grid.sheet(sheetId).getCellMatrix();
  const model = grid.injector.get(FormulaDataModel);
  const spilled = model.getArrayFormulaCellData()[grid.unitId]?.[sheetId];

  const raw = (row: number, column: number): Nullable<ICellData> => matrix.getValue(row, column);
  const spill = (row: number, column: number): Nullable<ICellData> => spilled?.[row]?.[column];

  function formula(row: number, column: number): string | undefined {
    const cell = raw(row, column);
    if (!cell?.f && !cell?.si) return undefined;
    return model.getFormulaStringByCell(row, column, sheetId, grid.unitId) ?? cell.f ?? undefined;
  }

  function value(row: number, column: number): CellScalar | undefined {
    const cell = raw(row, column);
    if (cell && (cell.f || cell.si)) return scalar(cell) ?? scalar(spill(row, column));
    return scalar(spill(row, column)) ?? scalar(cell);
  }

  return {
    raw,
    formula,
    value,
    isSpilled: (row: number, column: number) => Boolean(spill(row, column)),
    holdsFormula: (row: number, column: number) =>
      Boolean(raw(row, column)?.f) || Boolean(raw(row, column)?.si),
  };
}

/** A result still awaited: Excel says #BUSY!, the engine knows another word only. */
const ENGINE_BUSY = '#GETTING_DATA';
const BUSY = '#BUSY!';

function scalar(cell: Nullable<ICellData>): CellScalar | undefined {
  if (!cell) return undefined;
  const { v, t } = cell;
  if (v === null || v === undefined) return cell.p?.body?.dataStream.replace(/\r?\n$/u, '');
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || v === '1' || v === 'TRUE';
  if (t === CellValueType.NUMBER) return Number(v);
  if (v === ENGINE_BUSY) return BUSY;
  if (t === CellValueType.STRING || t === CellValueType.FORCE_STRING) return String(v);
  return v;
}

/** From so many cells on, a write goes straight into the sheet. */
const MANY = 400;

/** Writes cells; the grid grows when the area lies beyond it, as Excel's is never too small. */
export function writeCells(
  grid: Grid,
  sheetId: string,
  area: Area,
  patch: (row: number, column: number) => CellPatch | undefined,
): void {
  growTo(grid, sheetId, area);
  const value: Record<number, Record<number, CellPatch>> = {};
  const looks = lookReader(grid, sheetId);
  let count = 0;
  let areSimple = true;
  for (let row = area.startRow; row <= area.endRow; row++)
    for (let column = area.startColumn; column <= area.endColumn; column++) {
      const cell = patch(row, column);
      if (!cell) continue;
      count += 1;
      areSimple &&= isSimple(cell, looks(row, column).wraps);
      (value[row] ??= {})[column] = cell;
    }
  if (count === 0) return;
  if (count < MANY || !areSimple || meetsHeadings(grid, sheetId, area))
    grid.run(SetRangeValuesCommand.id, { subUnitId: sheetId, range: area, value });
  else grid.put(sheetId, value);
}

/** What of a style makes no row taller: number formats, lines, colours, places of the text in its cell. */
const FLAT: ReadonlySet<string> = new Set(['n', 'bd', 'bg', 'cl', 'ul', 'st', 'ht', 'vt']);

/** True when nothing calculates, and no row may become taller or less so. */
function isSimple({ v, f, si, p, custom, s }: CellPatch, wraps: boolean): boolean {
  if (f || si || p || custom) return false;
  const isFlat =
    s === undefined || (typeof s === 'object' && s !== null && Object.keys(s).every(isFlatTrait));
  return isFlat && (v === undefined || !(wraps || (typeof v === 'string' && v.includes('\n'))));
}

const isFlatTrait = (trait: string): boolean => FLAT.has(trait);

/** The formulas that name a heading follow it: that is the work of commands. */
const meetsHeadings = (grid: Grid, sheetId: string, area: Area): boolean =>
  grid.injector
    .get(TableManager)
    .getTablesBySubunitId(grid.unitId, sheetId)
    .some((table) => {
      const { startRow } = table.getRange();
      return startRow >= area.startRow && startRow <= area.endRow;
    });

/** Makes sure that the rows and columns of an area exist. */
export function growTo(grid: Grid, sheetId: string, area: Area): void {
  const sheet = grid.sheet(sheetId);
  if (area.endRow >= sheet.getRowCount())
    grid.run(SetWorksheetRowCountCommand.id, { subUnitId: sheetId, rowCount: area.endRow + 1 });
  if (area.endColumn >= sheet.getColumnCount())
    grid.run(SetWorksheetColumnCountCommand.id, { subUnitId: sheetId, columnCount: area.endColumn + 1 });
}
