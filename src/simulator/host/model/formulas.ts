import { FormulaDataModel } from '@univerjs/engine-formula';
import { cellReader, writeCells } from '../core/cells';
import type { Session } from '../session';
import { contains } from './address';
import { fromEngineFormula, type FormulaContext } from './engine-formula';
import { encodeName } from './engine-names';
import { allTables } from './tables';

/** The name of the table that a cell lies in. */
function tableAround(sheetId: string, row: number, column: number, session: Session): string | undefined {
  const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  return allTables(session.grid).find((one) => one.subUnitId === sheetId && contains(one.range, cell))?.name;
}

/** The tables that a formula typed in a cell may name; `tables` spares looking for them again. */
export function formulaContext(
  formula: string,
  cell: { readonly sheetId: string; readonly row: number; readonly column: number },
  session: Session,
  tables = tableNames(session),
): FormulaContext {
  const isStructured = formula.includes('[') && tables.length > 0;
  const ownTable = isStructured ? tableAround(cell.sheetId, cell.row, cell.column, session) : undefined;
  return ownTable === undefined ? { tables } : { ownTable, tables };
}

export const tableNames = (session: Session): readonly string[] =>
  allTables(session.grid).map((one) => one.name);

/** A formula of the engine as Excel would give it back. */
export function formulaForExcel(formula: string, ownTable?: string): string {
  return fromEngineFormula(formula.startsWith('=') ? formula : `=${formula}`, ownTable);
}

/** The formula of a cell as Excel writes it; undefined when there is none. */
export function formulaAt(
  sheetId: string,
  row: number,
  column: number,
  session: Session,
): string | undefined {
  const formula = cellReader(session.grid, sheetId).formula(row, column);
  if (formula === undefined) return undefined;
  const own = formula.includes('[') ? tableAround(sheetId, row, column, session) : undefined;
  return formulaForExcel(formula, own);
}

/** After a table got another name, the formulas that named it follow. */
export function renameInFormulas(from: string, to: string, session: Session): void {
  const old = new RegExp(
    `(?<![\\p{L}\\p{N}_.\\uff01-\\uff5e])${encodeName(from)}(?=\\[|[^\\p{L}\\p{N}_.(!\\uff01-\\uff5e]|$)`,
    'giu',
  );
  changeFormulas(session, (formula) => formula.replace(old, encodeName(to)));
}

/** Changes the formulas of every cell, in the spelling of the engine; those that stay the same are not written. */
export function changeFormulas(session: Session, change: (formula: string) => string): void {
  const { grid } = session;
  const model = grid.injector.get(FormulaDataModel);
  for (const sheet of grid.sheets) {
    const sheetId = sheet.getSheetId();
    const cells = cellReader(grid, sheetId);
    for (const [row, line] of Object.entries(model.getSheetFormulaData(grid.unitId, sheetId) ?? {}))
      for (const column of Object.keys(line ?? {})) {
        const [r, c] = [Number(row), Number(column)];
        const formula = cells.formula(r, c);
        const changed = formula === undefined ? undefined : change(formula);
        if (changed === undefined || changed === formula) continue;
        const cell = { startRow: r, endRow: r, startColumn: c, endColumn: c };
        writeCells(grid, sheetId, cell, () => ({ f: changed, si: null }));
      }
  }
}
