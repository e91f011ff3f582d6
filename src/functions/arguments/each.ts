import { FunctionFailure, wrong } from '../failure';
import type { Result, ResultCell } from '../model';
import { isBlank } from './cell';
import type { Grid } from './grid';

/**
 * Applies a rule to every cell of a range, with the cells beside it in ranges of the same size, or with the one
 * cell of smaller ones. A blank cell gives `""`; a cell that fails gives its own error, the others their values.
 * Rows below the last filled one are left off, so that a whole column does not spill over the sheet.
 */
export function eachCell(
  first: Grid,
  others: readonly (Grid | undefined)[],
  rule: (cell: unknown, beside: readonly unknown[]) => ResultCell,
): Result {
  for (const other of others) if (other && !other.isSingle) requireBeside(first, other);
  const valueAt = (row: number, column: number): ResultCell => {
    const cell = first.at(row, column);
    if (isBlank(cell)) return '';
    const beside =
      others.length === 0
        ? others
        : others.map((other) => (other?.isSingle ? other.at(0, 0) : other?.at(row, column)));
    const error = first.errorAt(row, column) ?? errorBeside(others, row, column);
    if (error) throw error;
    return rule(cell, beside);
  };
  if (first.isSingle) return valueAt(0, 0);
  const columns = Array.from({ length: first.columnCount }, (_, column) => column);
  return Array.from({ length: Math.max(1, first.usedRows) }, (_, row) =>
    columns.map((column) => orFailure(() => valueAt(row, column))),
  );
}

function requireBeside(first: Grid, other: Grid): void {
  if (other.rowCount === first.rowCount && other.columnCount === first.columnCount) return;
  throw wrong(
    `« ${other.name} » (${other.size('fr')}) doit avoir la taille de « ${first.name} » (${first.size('fr')}), ou une seule cellule.`,
    `"${other.name}" (${other.size('en')}) must have the size of "${first.name}" (${first.size('en')}), or a single cell.`,
  );
}

function errorBeside(
  others: readonly (Grid | undefined)[],
  row: number,
  column: number,
): FunctionFailure | undefined {
  for (const other of others) {
    const error = other?.isSingle ? other.errorAt(0, 0) : other?.errorAt(row, column);
    if (error) return error;
  }
  return undefined;
}

/** A failure stays in its cell; anything else (a table to load, a mistake of ours) stops the whole. */
export function orFailure(make: () => ResultCell): ResultCell {
  try {
    return make();
  } catch (error) {
    if (error instanceof FunctionFailure) return error;
    throw error;
  }
}
