import { WrapStrategy, type IStyleData } from '@univerjs/core';
import type { Grid } from './grid';

/** What of a cell's style decides how an entry is read, and how tall its row may become. */
export interface Look {
  readonly pattern: string;
  readonly wraps: boolean;
}

const lookOf = (style: IStyleData): Look => ({
  pattern: style.n?.pattern ?? 'General',
  wraps: style.tb === WrapStrategy.WRAP,
});

/**
 * The looks of the cells of a sheet. Composing a style asks every part of the grid, and costs more than all the rest of
 * a write: cells of one style in one column are asked once.
 */
export function lookReader(grid: Grid, sheetId: string): (row: number, column: number) => Look {
  const sheet = grid.sheet(sheetId);
  const matrix = sheet.getCellMatrix();
  const known = new Map<number, Map<string, Look>>();
  return (row, column) => {
    const own = matrix.getValue(row, column)?.s;
    if (typeof own === 'object' && own !== null) return lookOf(sheet.getComposedCellStyle(row, column));
    if (sheet.getRowStyle(row)) return lookOf(sheet.getComposedCellStyle(row, column));
    const inColumn = known.get(column) ?? new Map<string, Look>();
    known.set(column, inColumn);
    const look = inColumn.get(own ?? '') ?? lookOf(sheet.getComposedCellStyle(row, column));
    inColumn.set(own ?? '', look);
    return look;
  };
}
