import { LexerTreeBuilder } from '@univerjs/engine-formula';
import { cellReader, EMPTY_CONTENT, writeCells } from '../core/cells';
import type { Session } from '../session';
import { partsOf, type TableTarget } from './tables';

/** A column of a table whose cells all hold one formula: where it stands, and the formula that a row of it takes. */
interface CalculatedColumn {
  readonly column: number;
  formulaAt(row: number): string;
}

/** The columns that Excel calls calculated: every data row has the same formula, seen from its own row. */
export function calculatedColumns(table: TableTarget, session: Session): readonly CalculatedColumn[] {
  const { body, sheetId } = partsOf(table, session);
  const cells = cellReader(session.grid, sheetId);
  const lexer = session.grid.injector.get(LexerTreeBuilder);
  const result: CalculatedColumn[] = [];
  for (let column = body.startColumn; column <= body.endColumn; column++) {
    const first = cells.formula(body.startRow, column);
    if (first === undefined) continue;
    const formulaAt = (row: number): string =>
      row === body.startRow ? first : lexer.moveFormulaRefOffset(first, 0, row - body.startRow);
    let same = true;
    for (let row = body.startRow + 1; same && row <= body.endRow; row++)
      same = cells.formula(row, column) === formulaAt(row);
    if (same) result.push({ column, formulaAt });
  }
  return result;
}

/** Gives new rows of a table the formulas of its calculated columns, in the cells that hold nothing. */
export function fillCalculated(
  table: TableTarget,
  columns: readonly CalculatedColumn[],
  rows: { readonly startRow: number; readonly endRow: number },
  session: Session,
): void {
  const { sheetId } = partsOf(table, session);
  const cells = cellReader(session.grid, sheetId);
  for (const { column, formulaAt } of columns) {
    const area = { ...rows, startColumn: column, endColumn: column };
    writeCells(session.grid, sheetId, area, (row) => {
      const isFree = cells.formula(row, column) === undefined && (cells.value(row, column) ?? '') === '';
      return isFree ? { ...EMPTY_CONTENT, f: formulaAt(row) } : undefined;
    });
  }
}
