import { ICommandService, type ICommandInfo, type IDisposable } from '@univerjs/core';
import { SetRangeValuesCommand, type ISetRangeValuesCommandParams } from '@univerjs/sheets';
import { cellReader } from '../core/cells';
import type { Session } from '../session';
import { renameColumns } from './engine-formula';
import { changeFormulas } from './formulas';
import { allTables } from './tables';

/** The headings of a table before a change. */
interface Before {
  readonly table: string;
  readonly headings: readonly string[];
}

/** After a heading of a table got another name, typed or written by the add-in, the formulas that use it follow. */
export function watchHeadingRenames(session: Session): IDisposable {
  const { grid } = session;
  const commands = grid.injector.get(ICommandService);
  const changing = new WeakMap<object, readonly Before[]>();
  const paramsOf = ({ id, params }: Readonly<ICommandInfo>): ISetRangeValuesCommandParams | undefined => {
    if (id !== SetRangeValuesCommand.id) return undefined;
    const given = params as ISetRangeValuesCommandParams;
    return given.unitId === undefined || given.unitId === grid.unitId ? given : undefined;
  };
  const listeners = [
    commands.beforeCommandExecuted((command) => {
      const params = paramsOf(command);
      if (params) changing.set(params, headingsIn(params, session));
    }),
    commands.onCommandExecuted((command) => {
      const params = paramsOf(command);
      for (const before of (params && changing.get(params)) ?? []) follow(before, session);
    }),
  ];
  return { dispose: () => listeners.forEach((one) => one.dispose()) };
}

/** The headings of the tables whose first row a command writes in. */
function headingsIn({ range, subUnitId }: ISetRangeValuesCommandParams, session: Session): Before[] {
  const { grid } = session;
  const sheetId = subUnitId ?? grid.activeSheet.getSheetId();
  return allTables(grid)
    .filter((one) => one.subUnitId === sheetId)
    .filter((one) => !range || (range.startRow <= one.range.startRow && range.endRow >= one.range.startRow))
    .map(({ name }) => ({ table: name, headings: headingsOf(name, session) }));
}

function headingsOf(name: string, { grid }: Session): string[] {
  const table = allTables(grid).find((one) => one.name === name);
  if (!table) return [];
  const { startRow, startColumn, endColumn } = table.range;
  const cells = cellReader(grid, table.subUnitId);
  return Array.from({ length: endColumn - startColumn + 1 }, (_, column) =>
    String(cells.value(startRow, startColumn + column) ?? ''),
  );
}

function follow({ table, headings }: Before, session: Session): void {
  const now = headingsOf(table, session);
  const renamed = headings.flatMap((heading, at) => {
    const other = now[at];
    // A heading that was cleared, or stands elsewhere now, has no new name.
    return heading === '' || other === undefined || other === '' || other === heading || now.includes(heading)
      ? []
      : [[heading, other] as const];
  });
  if (renamed.length > 0)
    changeFormulas(session, (formula) => renameColumns(formula, table, new Map(renamed)));
}
