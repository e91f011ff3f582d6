import { cellAddress, parseBlock } from '../xlsx';
import { ExcelProblem } from './problem';

/** Cells of one sheet: zero-based, `rows` × `columns` of them. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** `'Ma feuille'!B2:C3` or `B2` as Excel writes them: the sheet, if any, and the address in it. */
export function splitAddress(full: string): { sheet: string | undefined; address: string } {
  const mark = full.lastIndexOf('!');
  if (mark < 0) return { sheet: undefined, address: full.replaceAll('$', '') };
  const sheet = full
    .slice(0, mark)
    .replace(/^'(.*)'$/su, '$1')
    .replaceAll("''", "'");
  return { sheet, address: full.slice(mark + 1).replaceAll('$', '') };
}

/** Reads `B2:C3`, with or without a sheet. Throws an `ExcelProblem` when it is not an address. */
export function parseArea(address: string): Area {
  const block = parseBlock(splitAddress(address).address);
  if (!block) throw new ExcelProblem('invalid', { address });
  return {
    row: block.firstRow,
    column: block.firstColumn,
    rows: block.lastRow - block.firstRow + 1,
    columns: block.lastColumn - block.firstColumn + 1,
  };
}

/** `B2:C3`, or `B2` for one cell. */
export function printArea({ row, column, rows, columns }: Area): string {
  const first = cellAddress(row, column);
  return rows * columns === 1 ? first : `${first}:${cellAddress(row + rows - 1, column + columns - 1)}`;
}

/** Every cell of an area, row by row. */
export function cellsOf({ row, column, rows, columns }: Area): string[][] {
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_unused, across) => cellAddress(row + down, column + across)),
  );
}
