import {
  area,
  cell,
  Grid,
  headings,
  palette,
  styles,
  type CellModel,
  type SheetModel,
  type ValidationModel,
} from '../../../xlsx';

/** A sheet with one table below a title and a sentence. */
export interface TableSheet {
  readonly sheet: string;
  readonly table: string;
  readonly title: string;
  readonly explanation: string;
  readonly columns: readonly (readonly [heading: string, width: number])[];
  readonly rows: readonly (readonly CellModel[])[];
  readonly tabColor?: string;
  readonly validations?: (firstRow: number, lastRow: number) => readonly ValidationModel[];
}

export const euroStyle = { ...styles.number, format: '#,##0.00' };

export function tableSheet(spec: TableSheet): SheetModel {
  const grid = new Grid();
  const columns = spec.columns.map(([heading]) => heading);
  grid.add([cell(spec.title, styles.title)], 28);
  grid.add([cell(spec.explanation, { color: palette.ink, wrap: true, verticalAlign: 'top' })], 62);
  grid.skip();
  const headingRow = grid.add(headings(columns, styles.heading), 24);
  // A table has one row at least, blank if need be.
  for (const row of spec.rows) grid.add(row);
  if (spec.rows.length === 0) grid.add(columns.map(() => cell(null, {})));
  const last = grid.next - 1;
  return {
    name: spec.sheet,
    columns: spec.columns.map(([, width]) => ({ width })),
    rows: grid.rows(),
    freeze: { rows: headingRow + 1, columns: 0 },
    merges: [area(1, 0, 1, columns.length - 1)],
    tables: [{ name: spec.table, ref: area(headingRow, 0, last, columns.length - 1), columns }],
    ...(spec.validations ? { validations: spec.validations(headingRow + 1, last) } : {}),
    print: {
      landscape: true,
      fitToWidth: true,
      repeatRows: `${headingRow + 1}:${headingRow + 1}`,
      footer: '&RPage &P / &N',
    },
    gridLines: false,
    tabColor: spec.tabColor ?? palette.primary,
  };
}
