import { CellValueType, type ICellData, type IWorksheetData, type Nullable } from '@univerjs/core';
import { shiftFormula } from '../formulas/references';

/** What a cell of the grid holds, in plain terms. */
export interface GridCell {
  readonly value: string | number | boolean | undefined;
  /** A text, whatever it looks like: errors are texts too, but for this mark. */
  readonly isText: boolean;
  /** With its `=`, shared ones written out. */
  readonly formula: string | undefined;
  readonly style: ICellData['s'];
  /** Whether it can be changed on a protected sheet; undefined when nobody said. */
  readonly unlocked: boolean | undefined;
}

/** Reads the cells of a sheet of a snapshot. */
export class GridCells {
  private readonly masters = new Map<string, { formula: string; row: number; column: number }>();

  constructor(private readonly data: Nullable<IWorksheetData['cellData']>) {
    this.each((row, column, cell) => {
      if (cell.si && cell.f) this.masters.set(cell.si, { formula: cell.f, row, column });
    });
  }

  at(row: number, column: number): GridCell | undefined {
    const cell = this.data?.[row]?.[column];
    if (cell === null || cell === undefined) return undefined;
    return {
      value: valueOf(cell),
      isText: cell.t === CellValueType.FORCE_STRING && !cell.f && !cell.si,
      formula: this.formula(cell, row, column),
      style: cell.s,
      unlocked: cell.custom === undefined ? undefined : cell.custom?.unlocked === true,
    };
  }

  /** Numbers of the rows that hold something, in order. */
  get rows(): number[] {
    return sortedKeys(this.data);
  }

  columns(row: number): number[] {
    return sortedKeys(this.data?.[row]);
  }

  private each(visit: (row: number, column: number, cell: ICellData) => void): void {
    for (const row of this.rows) {
      for (const column of this.columns(row)) {
        const cell = this.data?.[row]?.[column];
        if (cell) visit(row, column, cell);
      }
    }
  }

  private formula(cell: ICellData, row: number, column: number): string | undefined {
    if (cell.f) return cell.f.startsWith('=') ? cell.f : `=${cell.f}`;
    const master = cell.si ? this.masters.get(cell.si) : undefined;
    return master && shiftFormula(master.formula, row - master.row, column - master.column);
  }
}

export function sortedKeys(object: Nullable<object>): number[] {
  return Object.keys(object ?? {})
    .map(Number)
    .filter((key) => Number.isInteger(key) && key >= 0)
    .sort((a, b) => a - b);
}

/** The value of a cell; a text with formats within is given plain. */
export function valueOf(cell: ICellData): string | number | boolean | undefined {
  const { v, t, p } = cell;
  if (v === null || v === undefined) {
    const text = p?.body?.dataStream.replace(/\r\n$/, '').replace(/\r\n?/g, '\n');
    return text === undefined || text === '' ? undefined : text;
  }
  if (t === CellValueType.BOOLEAN) return v === true || v === 1 || v === '1' || v === 'TRUE';
  if (t === CellValueType.NUMBER) {
    const number = Number(v);
    return Number.isFinite(number) ? number : undefined;
  }
  if (t === CellValueType.STRING || t === CellValueType.FORCE_STRING) return String(v);
  return v;
}
