import type { IRange, Nullable } from '@univerjs/core';
import { mayGiveArrays } from '../formulas/to-file';
import type { SourceCell } from '../model';
import { type CellPair, isUnresolved } from './cells';
import { GridCells, sortedKeys, valueOf } from './grid';
import type { SheetDataSaving } from './sheet-data';

const key = (row: number, column: number): string => `${row},${column}`;

/** Every cell of a sheet, now or before, by its row of now, in the order of the columns. */
export function pairCells(saving: SheetDataSaving): Map<number, CellPair[]> {
  const pairing = new Pairing(saving);
  const pairs = new Map<number, CellPair[]>();
  for (const [row, columns] of pairing.places()) {
    pairs.set(
      row,
      [...columns].sort((a, b) => a - b).map((column) => pairing.pair(row, column)),
    );
  }
  return pairs;
}

class Pairing {
  private readonly grid: GridCells;
  /** Cells that the grid fills although Excel would not. */
  private readonly phantoms = new Set<string>();
  private readonly intersecting = new Set<string>();
  /** Cells of the file filled by formulas that the grid has no result for. */
  private readonly unresolved = new Set<SourceCell>();

  constructor(private readonly saving: SheetDataSaving) {
    this.grid = new GridCells(saving.data.cellData);
    this.findIntersections();
    this.findUnresolved();
  }

  places(): Map<number, Set<number>> {
    const { source, rows, columns, spill } = this.saving;
    const places = new Map<number, Set<number>>();
    const note = (row: number, column: number): void => {
      const line = places.get(row);
      if (line === undefined) places.set(row, new Set([column]));
      else line.add(column);
    };
    for (const row of this.grid.rows) for (const column of this.grid.columns(row)) note(row, column);
    for (const [oldRow, line] of source.cells) {
      const row = rows.newOf(oldRow);
      if (row === undefined) continue;
      for (const oldColumn of line.keys()) {
        const column = columns.newOf(oldColumn);
        if (column !== undefined) note(row, column);
      }
    }
    for (const row of sortedKeys(spill?.cells)) {
      for (const column of sortedKeys(spill?.cells?.[row])) note(row, column);
    }
    return places;
  }

  pair(row: number, column: number): CellPair {
    const { spill, headings } = this.saving;
    const before = this.before(row, column);
    const heading = headings.get(key(row, column));
    let now = this.grid.at(row, column);
    let spilled = false;
    if (heading !== undefined && now?.value !== heading) {
      now = { value: heading, isText: false, formula: undefined, style: now?.style, unlocked: now?.unlocked };
    } else if (now?.value === undefined && now?.formula === undefined) {
      const keeps = before?.spilled === true && (spill === undefined || this.unresolved.has(before));
      const filled = this.phantoms.has(key(row, column)) ? undefined : spill?.cells?.[row]?.[column];
      spilled = keeps || (filled !== undefined && filled !== null);
      const value = keeps ? before.value : filled ? valueOf(filled) : undefined;
      if (spilled)
        now = { value, isText: false, formula: undefined, style: now?.style, unlocked: now?.unlocked };
    }
    const one = { startRow: row, startColumn: column, endRow: row, endColumn: column };
    const fills = spill === undefined ? undefined : (spill.ranges?.[row]?.[column] ?? one);
    return { row, column, now, before, spilled, fills, intersects: this.intersecting.has(key(row, column)) };
  }

  private before(row: number, column: number): SourceCell | undefined {
    const { source, rows, columns } = this.saving;
    const oldRow = rows.oldOf(row);
    const oldColumn = columns.oldOf(column);
    if (oldRow === undefined || oldColumn === undefined) return undefined;
    return source.cells.get(oldRow)?.get(oldColumn);
  }

  private findIntersections(): void {
    const { spill, names } = this.saving;
    for (const row of sortedKeys(spill?.ranges)) {
      for (const column of sortedKeys(spill?.ranges?.[row])) {
        const before = this.before(row, column);
        const range: Nullable<IRange> = spill?.ranges?.[row]?.[column];
        if (!range || before?.formula === undefined || before.fills !== undefined) continue;
        if (this.grid.at(row, column)?.formula !== before.formula) continue;
        if (mayGiveArrays(before.formula, names.functions)) continue;
        this.intersecting.add(key(row, column));
        for (let r = range.startRow; r <= range.endRow; r++) {
          for (let c = range.startColumn; c <= range.endColumn; c++) this.phantoms.add(key(r, c));
        }
      }
    }
  }

  private findUnresolved(): void {
    const { source, rows, columns } = this.saving;
    for (const [oldRow, line] of source.cells) {
      for (const [oldColumn, before] of line) {
        const { fills } = before;
        const row = rows.newOf(oldRow);
        const column = columns.newOf(oldColumn);
        if (fills === undefined || row === undefined || column === undefined) continue;
        if (!isUnresolved({ now: this.grid.at(row, column), before, intersects: false })) continue;
        for (let r = fills.firstRow; r <= fills.lastRow; r++) {
          for (const [c, cell] of source.cells.get(r) ?? []) {
            if (cell.spilled && c >= fills.firstColumn && c <= fills.lastColumn) this.unresolved.add(cell);
          }
        }
      }
    }
  }
}
