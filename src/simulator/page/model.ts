import {
  ICommandService,
  IUniverInstanceService,
  LocaleType,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { type IInsertSheetMutationParams, InsertSheetMutation, UniverSheetsPlugin } from '@univerjs/sheets';
import {
  CalculationMode,
  FormulaCalculationSessionController,
  TriggerCalculationController,
  UniverSheetsFormulaPlugin,
} from '@univerjs/sheets-formula';
import { UniverSheetsNumfmtPlugin } from '@univerjs/sheets-numfmt';
import { UniverSheetsTablePlugin } from '@univerjs/sheets-table';

/**
 * Univer without its display: workbook, formulas, tables, number formats. All that the host of the add-in needs, in
 * less than half of the code; what draws it comes after (`spreadsheet.ts`).
 */
export function createModel(): Univer {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: {} },
    logLevel: 1,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  // The host calculates everything once it has given the add-in's functions to the engine.
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(UniverSheetsTablePlugin);
  writeNewSheetsAlike(univer);
  return univer;
}

/** A sheet that is added has the font of the others: the grid would give it its own. */
function writeNewSheetsAlike(univer: Univer): void {
  const injector = univer.__getInjector();
  injector.get(ICommandService).beforeCommandExecuted(({ id, params }) => {
    if (id !== InsertSheetMutation.id) return;
    const { unitId, sheet } = params as IInsertSheetMutationParams;
    const workbook = injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    sheet.defaultStyle ??= workbook?.getSheets()[0]?.getDefaultCellStyle();
  });
}

/**
 * Lets the formulas of the model be calculated from now on. In a browser Univer waits for its grid to be drawn, half a
 * second later; the add-in's first reading, which comes after the first calculation, would wait as well. Called once a
 * workbook is open: before, nothing is there to be calculated.
 */
export function startCalculating(univer: Univer): void {
  const injector = univer.__getInjector();
  injector.get(TriggerCalculationController);
  injector.get(FormulaCalculationSessionController);
}
