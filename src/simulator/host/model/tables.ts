import { SheetTableService, type ITableInfoWithUnitId } from '@univerjs/sheets-table';
import type { Grid } from '../core/grid';

/** The tables of the workbook, as Univer keeps them. */
export const allTables = (grid: Grid): readonly ITableInfoWithUnitId[] =>
  grid.injector.get(SheetTableService).getTableList(grid.unitId);
