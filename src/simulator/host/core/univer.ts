import {
  ICommandService,
  LocaleType,
  Univer,
  UniverInstanceType,
  type IWorkbookData,
  type Workbook,
} from '@univerjs/core';
import {
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';

/** Univer without any display: the model, the commands, the formula engine and the tables. */
export function createHeadlessUniver(): Univer {
  const univer = new Univer({ locale: LocaleType.FR_FR, locales: { [LocaleType.FR_FR]: {} }, logLevel: 0 });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  return univer;
}

/** A new workbook of one empty sheet, as Excel in French opens it. */
export const blankWorkbook = (): Partial<IWorkbookData> => ({
  id: 'classeur',
  name: 'Classeur1',
  sheetOrder: ['feuille-1'],
  sheets: { 'feuille-1': { id: 'feuille-1', name: 'Feuil1', rowCount: 1000, columnCount: 26 } },
});

/** Opens a workbook and returns its id. */
export function openWorkbook(univer: Univer, data: Partial<IWorkbookData>): string {
  return univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data).getUnitId();
}

/**
 * Ends the grid. It is told first that nothing is calculated any more: a second after a calculation began, it would look
 * for the words of its progress, which are gone by then, and end the process.
 */
export function disposeOf(univer: Univer): void {
  const state = { functionsExecutedState: FormulaExecutedStateType.STOP_EXECUTION };
  const commands = univer.__getInjector().get(ICommandService);
  commands.syncExecuteCommand(SetFormulaCalculationNotificationMutation.id, state, { onlyLocal: true });
  univer.dispose();
}
