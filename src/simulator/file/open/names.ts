import { decodeExcelEscapes } from '../../../xlsx';
import { toEngine, type FormulaPlace } from '../formulas/to-engine';
import type { FileName } from '../model';
import type { WorkbookPart } from './workbook';

/**
 * The names that people use in formulas. Those that Excel keeps for itself (print areas, filters), hidden ones
 * and those that lead nowhere or to another workbook are left to the file.
 */
export function readNames(
  workbook: WorkbookPart,
  sheetIds: readonly (string | undefined)[],
  place: Omit<FormulaPlace, 'row' | 'sheet'>,
): FileName[] {
  return workbook.names.flatMap((element, index) => {
    const name = decodeExcelEscapes(element.attribute('name') ?? '');
    const local = element.attribute('localSheetId');
    const sheetId = local === undefined ? undefined : sheetIds[Number(local)];
    const text = element.text.trim();
    const internal = name === '' || /^_xl/i.test(name) || element.flag('hidden');
    if (internal || text === '' || text.includes('#REF!') || (local !== undefined && sheetId === undefined)) {
      return [];
    }
    const formula = toEngine(text, { ...place, sheet: '', row: 0 });
    if (formula === undefined) return [];
    const isRange =
      /^(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/iu.test(text);
    return [{ id: `name-${index + 1}`, name, refersTo: isRange ? formula.slice(1) : formula, sheetId }];
  });
}
