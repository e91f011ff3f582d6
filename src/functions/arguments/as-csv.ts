import { textIn } from './cell';
import type { Grid } from './grid';

/** A range as the text of a campaign file, so that its rules and its messages are those of the file. */
export function asCsv(grid: Grid): string {
  return grid.values
    .slice(0, grid.usedRows)
    .map((row) => row.map((cell) => `"${written(cell).replaceAll('"', '""')}"`).join(';'))
    .join('\n');
}

/** The files are French: a decimal point would be refused. */
const written = (cell: unknown): string =>
  typeof cell === 'number' ? String(cell).replace('.', ',') : textIn(cell);
