import { LocaleType, Univer } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
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
  return univer;
}
