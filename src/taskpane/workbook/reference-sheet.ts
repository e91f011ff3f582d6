import { area, cell, Grid, headings, palette, styles, type SheetModel } from '../../xlsx';
import type { KeyedRows } from './keyed-rows';
import { referenceTables } from './reference-tables';

const sheets = {
  zonings: {
    name: 'Zonages',
    columns: ['table', 'territoire', 'valeur', 'source', 'date'],
    widths: [12, 14, 34, 60, 14],
  },
  references: {
    name: 'Références',
    columns: ['code', 'annee', 'territoire', 'valeur', 'source'],
    widths: [34, 8, 18, 16, 60],
  },
} as const;

/** The sheet of a reference table, as the command line writes it: zones, or figures of territories. */
export function referenceSheet(which: keyof typeof referenceTables, { rows }: KeyedRows): SheetModel {
  const { name, columns, widths } = sheets[which];
  const grid = new Grid();
  grid.add(headings(columns, styles.heading));
  for (const row of rows) grid.add(columns.map((heading) => cell(plain(row[heading]))));
  const table = referenceTables[which];
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: grid.rows(),
    freeze: { rows: 1, columns: 0 },
    tables: [{ name: table, ref: area(0, 0, rows.length, columns.length - 1), columns: [...columns] }],
    tabColor: palette.primary,
  };
}

const plain = (value: unknown): string | number | null =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null;
