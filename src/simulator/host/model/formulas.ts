import type { Session } from '../session';
import { fromEngineFormula } from './engine-formula';
import { allTables } from './tables';

/** A formula of the engine as Excel would give it back. */
export function formulaForExcel(formula: string, session: Session): string {
  const text = formula.startsWith('=') ? formula : `=${formula}`;
  return fromEngineFormula(text, (heading) =>
    allTables(session.grid).some((table) => table.columns.some((one) => one.displayName === heading)),
  );
}
