import { looseKey } from '../../contribution';
import { plainText, type RawCell, type SourceTable } from '../tables';

/** Thrown when a table that the person gave cannot be used; the message is for that person. */
export class TableRefused extends Error {
  override readonly name = 'TableRefused';
}

/** Rows of a table read by its headings. */
export interface HeadedRows<Name extends string> {
  readonly sheet: string;
  readonly columns: ReadonlySet<Name>;
  readonly rows: readonly HeadedRow<Name>[];
}

export interface HeadedRow<Name extends string> {
  /** Line of the file, or row of the sheet. */
  readonly line: number;
  /** The cell as text, without spaces around; empty where there is nothing. */
  text(name: Name): string;
}

/** How deep the headings may stand: titles and hints above. */
const DEEPEST = 25;

/**
 * Finds the row of headings that names the most of the columns asked and reads the rows below it. `names` gives for
 * each column what people call it, the likeliest first. Undefined when fewer than `least` columns are found.
 */
export function headedRows<Name extends string>(
  table: SourceTable,
  names: Readonly<Record<Name, readonly string[]>>,
  least: number,
): HeadedRows<Name> | undefined {
  let best: { readonly row: number; readonly columns: ReadonlyMap<Name, number> } | undefined;
  for (let row = 0; row < Math.min(DEEPEST, table.rows.length); row += 1) {
    const columns = columnsIn(table.rows[row] ?? [], names);
    if (columns.size >= least && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  if (!best) return undefined;
  const { columns, row: headingRow } = best;
  const rows = table.rows.slice(headingRow + 1).map((cells, index): HeadedRow<Name> => ({
    line: table.lineOf(headingRow + 1 + index),
    text(name) {
      const column = columns.get(name);
      return column === undefined ? '' : plainText(cells[column]);
    },
  }));
  const filled = rows.filter((one) => [...columns.keys()].some((name) => one.text(name) !== ''));
  return { sheet: table.sheet, columns: new Set(columns.keys()), rows: filled };
}

function columnsIn<Name extends string>(
  cells: readonly RawCell[],
  names: Readonly<Record<Name, readonly string[]>>,
): ReadonlyMap<Name, number> {
  const keys = Array.from(cells, (cell) => looseKey(plainText(cell)));
  const found = new Map<Name, number>();
  const taken = new Set<number>();
  for (const [name, words] of Object.entries(names) as [Name, readonly string[]][]) {
    for (const word of words) {
      const column = keys.findIndex((key, index) => key === looseKey(word) && !taken.has(index));
      if (column < 0) continue;
      found.set(name, column);
      taken.add(column);
      break;
    }
  }
  return found;
}
