import type { Session } from '../session';
import { contains } from './address';
import { fromEngineFormula } from './engine-formula';
import { allTables, headings, TableTarget } from './tables';

/** The name of the table that a cell lies in. */
export function tableAround(
  sheetId: string,
  row: number,
  column: number,
  session: Session,
): string | undefined {
  const cell = { startRow: row, endRow: row, startColumn: column, endColumn: column };
  return allTables(session.grid).find((one) => one.subUnitId === sheetId && contains(one.range, cell))?.name;
}

/** The tables that a formula typed in a cell may name. */
export function formulaContext(sheetId: string, row: number, column: number, session: Session) {
  const ownTable = tableAround(sheetId, row, column, session);
  const tables = allTables(session.grid).map((one) => one.name);
  return ownTable === undefined ? { tables } : { ownTable, tables };
}

/** A formula of the engine as Excel would give it back. */
export function formulaForExcel(formula: string, session: Session, ownTable?: string): string {
  const text = formula.startsWith('=') ? formula : `=${formula}`;
  if (!text.includes('[')) return text;
  const hasColumn = (heading: string): boolean =>
    allTables(session.grid).some(({ id }) => headings(new TableTarget(id), session).includes(heading));
  return fromEngineFormula(text, hasColumn, ownTable);
}
