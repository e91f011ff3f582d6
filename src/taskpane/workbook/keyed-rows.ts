import type { CellContent, CellWrite, RowByHeading, Writable } from '../../excel';
import type { Engine } from '../engine';
import { sameFigure } from './facts-plan';
import type { TableCells } from './table-cells';
import { textOf } from './table-cells';

/** Rows of a table that some of their columns tell apart. */
export interface KeyedRows {
  readonly keys: readonly string[];
  readonly rows: readonly Readonly<Record<string, Writable>>[];
}

export interface KeyedPlan {
  readonly same: number;
  readonly added: readonly RowByHeading[];
  /** Cells that are blank. */
  readonly filled: readonly CellWrite[];
  /** Cells that hold something else. */
  readonly conflicts: readonly CellWrite[];
  /** Rows that have such a cell. */
  readonly conflictRows: number;
}

/** Where rows go in a table as it was just read: a row of the same keys is completed, never doubled. */
export function planKeyed(
  { keys, rows }: KeyedRows,
  table: TableCells | undefined,
  engine: Engine,
): KeyedPlan {
  if (!table) return { same: 0, added: rows, filled: [], conflicts: [], conflictRows: 0 };
  const keyText = (text: string) => engine.headingKey(text);
  const present = new Map<string, number>();
  table.content.rows.forEach((_, row) => {
    const key = keys.map((heading) => keyText(table.text(row, heading))).join('|');
    if (!present.has(key)) present.set(key, row);
  });
  const added: RowByHeading[] = [];
  const filled: CellWrite[] = [];
  const conflicts: CellWrite[] = [];
  let [same, conflictRows] = [0, 0];
  for (const one of rows) {
    const row = present.get(keys.map((heading) => keyText(String(one[heading] ?? ''))).join('|'));
    if (row === undefined) {
      added.push(inTable(one, table));
      continue;
    }
    const before = conflicts.length;
    let changes = false;
    for (const [heading, value] of Object.entries(one)) {
      if (value === null || value === '' || keys.includes(heading)) continue;
      const content = table.at(row, heading);
      if (isSame(content, value)) continue;
      const write = table.write(row, heading, value, content);
      if (!write) continue;
      changes = true;
      (content === null || content === '' ? filled : conflicts).push(write);
    }
    if (!changes) same += 1;
    if (conflicts.length > before) conflictRows += 1;
  }
  return { same, added, filled, conflicts, conflictRows };
}

const isSame = (content: CellContent, value: Writable): boolean =>
  typeof value === 'number' ? sameFigure(content, value) : textOf(content) === String(value);

/** The row under the headings as this workbook writes them; a heading it lacks is left out. */
export function inTable(row: Readonly<Record<string, Writable>>, table: TableCells): RowByHeading {
  return Object.fromEntries(
    Object.entries(row).flatMap(([heading, value]) => {
      const written = table.written(heading);
      return written === undefined || value === null || value === '' ? [] : [[written, value] as const];
    }),
  );
}
