import { SheetsSelectionsService } from '@univerjs/sheets';
import type { Session } from '../session';
import { RangeTarget } from './range/target';

/** The ranges selected on the sheet that is shown; A1 when nothing is. */
export function selectedRanges(session: Session): RangeTarget[] {
  const sheetId = session.grid.activeSheet.getSheetId();
  const selections = session.grid.injector
    .get(SheetsSelectionsService)
    .getWorkbookSelections(session.grid.unitId)
    .getSelectionsOfWorksheet(sheetId);
  if (selections.length === 0)
    return [new RangeTarget(sheetId, { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 })];
  return selections.map(({ range }) => {
    const { startRow, endRow, startColumn, endColumn } = range;
    return new RangeTarget(sheetId, { startRow, endRow, startColumn, endColumn });
  });
}

/** The cell where typing goes: the first of the last selection unless the grid says another. */
export function activeCell(session: Session): RangeTarget {
  const sheetId = session.grid.activeSheet.getSheetId();
  const last = session.grid.injector
    .get(SheetsSelectionsService)
    .getWorkbookSelections(session.grid.unitId)
    .getSelectionsOfWorksheet(sheetId)
    .at(-1);
  const row = last?.primary?.actualRow ?? last?.range.startRow ?? 0;
  const column = last?.primary?.actualColumn ?? last?.range.startColumn ?? 0;
  return new RangeTarget(sheetId, { startRow: row, endRow: row, startColumn: column, endColumn: column });
}
