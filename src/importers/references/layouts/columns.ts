import type { SeriesColumn, ZoningColumn } from './model';

/** The column by which a file is recognised. */
export const required = <Column extends ZoningColumn | SeriesColumn>(column: Column): Column => ({
  ...column,
  required: true,
});

/** A column of numbers that add up over communes. */
export const count = (code: string, label: string, column: RegExp, unit = 'logement'): SeriesColumn => ({
  kind: 'series',
  code,
  label,
  column,
  unit,
  additive: true,
});
