import { ICommandService, type IDisposable } from '@univerjs/core';
import {
  ISuperTableService,
  RemoveSuperTableMutation,
  SetSuperTableMutation,
  type ISetSuperTableMutationParam,
  type ISuperTable,
} from '@univerjs/engine-formula';
import { cellReader } from '../core/cells';
import type { Grid } from '../core/grid';
import { decode, encodeName } from './engine-names';

/** Far outside any sheet: the engine then answers an error. */
const NOWHERE = 1_000_000;

/**
 * The headings of a table as the formula engine looks them up, read from the cells. The engine's own
 * map tells letter case apart and takes the column left of the table for an unknown one, silently.
 */
class Headings extends Map<string, number> {
  constructor(
    private readonly grid: Grid,
    private readonly table: ISuperTable,
  ) {
    super();
  }

  override get(name: string): number {
    const wanted = fold(decode(name));
    const { sheetId, range } = this.table;
    const cells = cellReader(this.grid, sheetId);
    for (let column = range.startColumn; column <= range.endColumn; column++)
      if (fold(String(cells.value(range.startRow, column) ?? '')) === wanted)
        return column - range.startColumn;
    return NOWHERE;
  }
}

const fold = (heading: string): string => heading.trim().toLocaleLowerCase('fr');

type Registration = Partial<ISetSuperTableMutationParam> & { tableName: string };

/** Makes the engine find tables and their columns as Excel does: those open now, and later ones. */
export function watchHeadings(grid: Grid): IDisposable {
  const service = grid.injector.get(ISuperTableService);
  const replace = (table: ISuperTable): ISuperTable =>
    table.titleMap instanceof Headings
      ? table
      : Object.assign(table, { titleMap: new Headings(grid, table) });
  for (const [name, table] of [...(service.getTableMap(grid.unitId) ?? [])]) {
    if (encodeName(name) !== name) service.remove(grid.unitId, name);
    service.registerTable(grid.unitId, encodeName(name), replace(table));
  }
  return grid.injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.id !== SetSuperTableMutation.id && command.id !== RemoveSuperTableMutation.id) return;
    const params = command.params as Registration;
    if (params.unitId !== grid.unitId) return;
    params.tableName = encodeName(params.tableName);
    if (params.oldTableName !== undefined) params.oldTableName = encodeName(params.oldTableName);
    if (params.reference) replace(params.reference);
  });
}
