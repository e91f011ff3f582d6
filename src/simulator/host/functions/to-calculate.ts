import type { Workbook } from '@univerjs/core';
import type { CalculatedCell } from '../core/recalculation';

/**
 * The formulas to calculate when a workbook is opened: those that call a function of the add-in, and those that the
 * file stored no value for. The others keep what was stored, as Excel does.
 * @param names names of the functions, in capitals
 */
export function cellsToCalculate(workbook: Workbook, names: readonly string[]): CalculatedCell[] {
  const cells: CalculatedCell[] = [];
  for (const sheet of workbook.getSheets()) {
    const sheetId = sheet.getSheetId();
    const shared = new Map<string, boolean>();
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell) return;
      const { f: formula, si: group, v: value } = cell;
      if (!formula && !group) return;
      const calls = formula ? callsOne(formula, names) : (shared.get(group ?? '') ?? false);
      if (formula && group) shared.set(group, calls);
      if (calls || value === undefined || value === null) cells.push({ sheetId, row, column });
    });
  }
  return cells;
}

function callsOne(formula: string, names: readonly string[]): boolean {
  const capitals = formula.toUpperCase();
  return names.some((name) => capitals.includes(`${name}(`));
}
