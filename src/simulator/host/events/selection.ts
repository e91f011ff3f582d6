import type { IDisposable } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import { areaAddress, intersection } from '../model/address';
import { WORKBOOK_TARGET } from '../model/event-methods';
import { selectedRanges } from '../model/selection';
import { sheetKey } from '../model/sheet-target';
import { allTables, tableKey } from '../model/tables';
import type { Session } from '../session';
import { EventType } from './hub';

/** Tells the add-in what is selected, once per movement. */
export function watchSelection(session: Session, onDocument: () => void): IDisposable {
  const { grid, events } = session;
  let last = '';
  const subscription = grid.injector.get(SheetsSelectionsService).selectionChanged$.subscribe((selection) => {
    if (!selection || selection.length === 0) return;
    const ranges = selectedRanges(session);
    const sheetId = grid.activeSheet.getSheetId();
    const address = ranges.map((one) => areaAddress(one.area)).join(',');
    if (last === `${sheetId}|${address}`) return;
    last = `${sheetId}|${address}`;
    const worksheetId = sheetKey(sheetId);
    events.emit(EventType.SelectionChanged, [worksheetId, WORKBOOK_TARGET], { worksheetId, address });
    for (const table of allTables(grid)) {
      if (table.subUnitId !== sheetId) continue;
      const inside = ranges.flatMap((one) => intersection(one.area, table.range) ?? []);
      events.emit(EventType.TableSelectionChanged, [tableKey(table.id)], {
        worksheetId,
        tableId: tableKey(table.id),
        address: inside.map((one) => areaAddress(one)).join(','),
      });
    }
    onDocument();
  });
  return { dispose: () => subscription.unsubscribe() };
}

/** Tells the add-in which sheets have been calculated. */
export function watchCalculation(session: Session): IDisposable {
  const subscription = session.grid.injector
    .get(FormulaCalculationSessionService)
    .resultApplied$.subscribe(({ unitData }) => {
      for (const sheetId of Object.keys(unitData[session.grid.unitId] ?? {})) {
        const worksheetId = sheetKey(sheetId);
        session.events.emit(EventType.WorksheetCalculated, [worksheetId, WORKBOOK_TARGET], {
          worksheetId,
          address: '',
        });
      }
    });
  return { dispose: () => subscription.unsubscribe() };
}
