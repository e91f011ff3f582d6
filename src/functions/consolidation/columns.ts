import type { Call } from '../arguments/call';
import { isBlank, numberIn } from '../arguments/cell';
import type { Grid } from '../arguments/grid';
import { wrong } from '../failure';

/** A number, or why there is none: `SO` leaves, anything else was not answered. */
export type Cell = number | 'not_applicable' | undefined;

/** Reads a cell of amounts; throws FunctionFailure, naming it, for an error, a boolean or another text. */
export function amountAt(grid: Grid, row: number, column: number): Cell {
  const cell = grid.at(row, column);
  if (typeof cell === 'string' && cell.trim().toUpperCase() === 'SO') return 'not_applicable';
  const number = numberIn(cell);
  if (typeof number !== 'object') return number;
  const error = grid.errorAt(row, column);
  if (error) throw error;
  const { fr, en } = grid.place(row, column);
  throw wrong(
    `${fr} : « ${number.shown} » n’est pas un nombre. Corrigez la cellule, ou écrivez ND ou SO.`,
    `${en}: "${number.shown}" is not a number. Correct the cell, or write ND or SO.`,
  );
}

/** Throws unless a column stands beside the amounts, row by row. */
export function requireRows(first: Grid, other: Grid): void {
  if (other.rowCount === first.rowCount && other.columnCount === 1) return;
  throw wrong(
    `« ${other.name} » (${other.size('fr')}) doit être une colonne aussi haute que « ${first.name} » (${first.size('fr')}) : sélectionnez les mêmes lignes.`,
    `"${other.name}" (${other.size('en')}) must be one column as high as "${first.name}" (${first.size('en')}): select the same rows.`,
  );
}

/** A range, unless it is left out: hosts then give nothing, one blank cell, or the 0 of some platforms. */
export function rangeGiven(call: Call, name: string): Grid | undefined {
  const grid = call.range(name);
  const only = grid?.isSingle ? grid.at(0, 0) : undefined;
  return grid?.usedRows === 0 || (grid?.isSingle && (isBlank(only) || only === 0)) ? undefined : grid;
}
