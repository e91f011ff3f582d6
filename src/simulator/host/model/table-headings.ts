import { ICommandService, type IDisposable } from '@univerjs/core';
import {
  ISuperTableService,
  SetSuperTableMutation,
  type ISetSuperTableMutationParam,
  type ISuperTable,
} from '@univerjs/engine-formula';
import { cellReader } from '../core/cells';
import type { Grid } from '../core/grid';
import { engineHeading } from './engine-formula';

/** Far outside any sheet: the engine then answers #REF!. */
const NOWHERE = 1_000_000;

/**
 * The headings of a table as the formula engine looks them up, read from the cells. The engine's own
 * map tells letter case apart, does not know headings with an apostrophe, and takes the column left of
 * the table for an unknown one, silently.
 */
class Headings extends Map<string, number> {
  constructor(
    private readonly grid: Grid,
    private readonly table: ISuperTable,
  ) {
    super();
  }

  override get(name: string): number {
    const wanted = fold(name);
    const { sheetId, range } = this.table;
    const cells = cellReader(this.grid, sheetId);
    for (let column = range.startColumn; column <= range.endColumn; column++)
      if (fold(String(cells.value(range.startRow, column) ?? '')) === wanted)
        return column - range.startColumn;
    return NOWHERE;
  }
}

const fold = (heading: string): string => engineHeading(heading).trim().toLocaleLowerCase('fr');

/** Makes structured references find their columns as Excel does, in the tables open now and later. */
export function watchHeadings(grid: Grid): IDisposable {
  const known = grid.injector.get(ISuperTableService).getTableMap(grid.unitId);
  const replace = (table: ISuperTable): void => {
    if (!(table.titleMap instanceof Headings)) table.titleMap = new Headings(grid, table);
  };
  for (const table of known?.values() ?? []) replace(table);
  return grid.injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.id !== SetSuperTableMutation.id) return;
    const { unitId, reference } = command.params as ISetSuperTableMutationParam;
    if (unitId === grid.unitId) replace(reference);
  });
}
