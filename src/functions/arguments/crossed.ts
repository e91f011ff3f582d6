import { orFailure, eachCell } from './each';
import { isBlank } from './cell';
import type { Grid } from './grid';
import type { Result, ResultCell } from '../model';

/**
 * Applies a rule to two ranges as Excel's own operators do: side by side if they have one size, the same cell
 * everywhere if one is single, and a column with a row gives the table of both. Blank cells give `""`; a blank
 * beside a cell is handed on.
 */
export function crossed(
  first: Grid,
  second: Grid | undefined,
  rule: (one: unknown, other: unknown) => ResultCell,
): Result {
  if (!second) return eachCell(first, [], (one) => rule(one, undefined));
  if (first.isSingle && !second.isSingle)
    return eachCell(second, [first], (other, [one]) => rule(one, other));
  const upright = first.columnCount === 1 && second.rowCount === 1;
  const lying = first.rowCount === 1 && second.columnCount === 1;
  if (second.isSingle || first.isSingle || !(upright || lying))
    return eachCell(first, [second], (one, [other]) => rule(one, other));
  const [column, row] = upright ? [first, second] : [second, first];
  return Array.from({ length: Math.max(1, column.usedRows) }, (_, down) =>
    (row.values[0] ?? []).map((across, at) =>
      orFailure(() => {
        const beside = column.at(down, 0);
        const error = column.errorAt(down, 0) ?? row.errorAt(0, at);
        if (error) throw error;
        if (isBlank(beside) || isBlank(across)) return '';
        return upright ? rule(beside, across) : rule(across, beside);
      }),
    ),
  );
}
