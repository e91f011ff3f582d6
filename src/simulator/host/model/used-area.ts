import { FormulaDataModel } from '@univerjs/engine-formula';
import type { Grid } from '../core/grid';
import { contains, union, type Area } from './address';

/**
 * The smallest rectangle that holds every used cell: those with a value or a formula, those a formula
 * spilled into and, unless only values count, those with a format. Undefined on a blank sheet.
 * `within` counts only the cells of an area.
 */
export function usedArea(grid: Grid, sheetId: string, valuesOnly: boolean, within?: Area): Area | undefined {
  let found: Area | undefined;
  const add = (row: number, column: number) => {
    const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    if (within && !contains(within, cell)) return;
    found = found ? union(found, cell) : cell;
  };
  grid
    .sheet(sheetId)
    .getCellMatrix()
    .forValue((row, column, cell) => {
      const hasContent =
        cell && ((cell.v !== null && cell.v !== undefined && cell.v !== '') || cell.f || cell.si || cell.p);
      if (hasContent || (!valuesOnly && cell?.s)) add(row, column);
    });
  const spilled = grid.injector.get(FormulaDataModel).getArrayFormulaCellData()[grid.unitId]?.[sheetId] ?? {};
  for (const [row, cells] of Object.entries(spilled))
    for (const [column, cell] of Object.entries(cells ?? {})) if (cell) add(Number(row), Number(column));
  return found;
}
