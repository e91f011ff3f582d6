import {
  IResourceLoaderService,
  UniverInstanceType,
  type IWorkbookData,
  type Univer,
  type Workbook,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { OpenedWorkbook } from './model';
import { saveXlsx } from './save/save';

/**
 * Shows an opened workbook in the grid; returns the id of the unit. The host must be created at once after it, before
 * the first calculation: it teaches the engine the names of tables and headings.
 */
export function openInUniver(univer: Univer, opened: OpenedWorkbook): string {
  return univer
    .createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, opened.snapshot)
    .getUnitId();
}

/** The file of a workbook of the grid as it is now. Throws a `RangeError` when the unit is closed. */
export function saveFromUniver(univer: Univer, unitId: string, opened: OpenedWorkbook): Promise<Uint8Array> {
  const injector = univer.__getInjector();
  const snapshot = injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(unitId);
  if (snapshot === null) throw new RangeError(`no workbook ${unitId}`);
  const formulas = injector.get(FormulaDataModel);
  return saveXlsx(opened, snapshot, {
    spilled: {
      ranges: formulas.getArrayFormulaRange()[unitId],
      cells: formulas.getArrayFormulaCellData()[unitId],
    },
  });
}
