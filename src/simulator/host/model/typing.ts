import {
  CellValueType,
  ICommandService,
  isICellData,
  type ICellData,
  type IDisposable,
  type IObjectMatrixPrimitiveType,
} from '@univerjs/core';
import { SetRangeValuesCommand, type ISetRangeValuesCommandParams } from '@univerjs/sheets';
import type { Session } from '../session';
import { toEngineFormula } from './engine-formula';
import { parseEntry } from './entry';
import { formulaContext } from './formulas';
import { frenchEntry, typedFormula } from './french';
import { numberFormatAt } from './number-format';

type Visit = (cell: ICellData, row: number, column: number) => void;

/** Visits the cells of a command, which come in three shapes. */
export function visitCells({ value, range }: ISetRangeValuesCommandParams, visit: Visit): void {
  const { startRow = 0, startColumn = 0 } = range ?? {};
  if (Array.isArray(value)) {
    for (const [row, cells] of value.entries())
      for (const [column, cell] of cells.entries())
        if (cell) visit(cell, startRow + row, startColumn + column);
  } else if (isICellData(value)) visit(value, startRow, startColumn);
  else
    for (const [row, cells] of Object.entries(value as IObjectMatrixPrimitiveType<ICellData>))
      for (const [column, cell] of Object.entries(cells ?? {}) as [string, ICellData | null][])
        if (cell) visit(cell, Number(row), Number(column));
}

/**
 * What a person types is read as a French Excel reads it: `=SOMME(A1;1,5)`, `1 234,5`, `12,5 %`,
 * `31/12/2026`, `VRAI`; a formula typed in English works too. Whatever the language, formulas reach the
 * engine in the spelling that it can read.
 */
export function watchTyping(session: Session): IDisposable {
  const { grid, options } = session;
  const isFrench = options.locale === 'fr-FR';
  return grid.injector.get(ICommandService).beforeCommandExecuted((command) => {
    if (command.id !== SetRangeValuesCommand.id || grid.isOrdering) return;
    const params = command.params as ISetRangeValuesCommandParams;
    if (params.unitId !== undefined && params.unitId !== grid.unitId) return;
    const sheetId = params.subUnitId ?? grid.activeSheet.getSheetId();
    visitCells(params, (cell, row, column) => {
      if (typeof cell.f === 'string' && cell.f.startsWith('=')) {
        const english = isFrench ? typedFormula(cell.f) : cell.f;
        cell.f = toEngineFormula(english, formulaContext(english, { sheetId, row, column }, session));
      } else if (isFrench && typeof cell.v === 'string') readFrench(cell, sheetId, row, column, session);
    });
  });
}

function readFrench(cell: ICellData, sheetId: string, row: number, column: number, session: Session): void {
  const typed = String(cell.v);
  const english = frenchEntry(typed);
  if (english === typed || cell.t === CellValueType.FORCE_STRING) return;
  const format = numberFormatAt(session.grid, sheetId, row, column);
  const entry = parseEntry(english, format);
  if (!entry || format === '@') return;
  Object.assign(cell, { v: entry.patch.v, t: entry.patch.t });
  if (!entry.numberFormat || format !== 'General') return;
  const pattern = entry.numberFormat === 'yyyy-mm-dd' ? 'dd/mm/yyyy' : entry.numberFormat;
  const style = typeof cell.s === 'object' ? cell.s : {};
  cell.s = { ...style, n: { pattern } };
}
