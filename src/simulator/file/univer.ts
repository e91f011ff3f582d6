import {
  IResourceLoaderService,
  UniverInstanceType,
  type IWorkbookData,
  type Univer,
  type Workbook,
} from '@univerjs/core';
import { FormulaDataModel, ReferenceNodeFactory } from '@univerjs/engine-formula';
import type { OpenedWorkbook } from './model';
import { saveXlsx } from './save/save';

/** Names that Excel gives to tables, before their bracket. */
const TABLE_REFERENCE = /^[\p{L}_\\][\p{L}\p{N}_.\\]*\[/u;

interface TokenReader {
  _checkTokenIsTableReference(token: string): boolean;
}

const readers = new WeakSet<object>();

/**
 * Makes the formula engine read structured references to tables whose name has an underscore or a dot
 * (`IMPACT_DONNEES[valeur]`): Univer 0.25.1 takes them for unknown names (DECISIONS.md). To be called before the
 * first calculation; calling it again changes nothing.
 */
export function acceptTableNames(univer: Univer): void {
  const reader = univer.__getInjector().get(ReferenceNodeFactory) as unknown as TokenReader;
  if (readers.has(reader)) return;
  readers.add(reader);
  const known = reader._checkTokenIsTableReference.bind(reader);
  reader._checkTokenIsTableReference = (token) => known(token) || TABLE_REFERENCE.test(token);
}

/** Shows an opened workbook in the grid; returns the id of the unit. */
export function openInUniver(univer: Univer, opened: OpenedWorkbook): string {
  acceptTableNames(univer);
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
