import {
  area,
  cell,
  Grid,
  headings,
  styles,
  type CellModel,
  type HighlightModel,
  type SheetModel,
  type ValidationModel,
} from '../../xlsx';

/** The first row of values, from 0: title, explanation and a blank line stand above the headings. */
export const FIRST_ROW = 4;

/** A sheet that is one table of the campaign, to be read, filled and printed. */
export interface CampaignTableSheet {
  readonly name: string;
  readonly explanation: string;
  readonly table: string;
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (CellModel | undefined)[])[];
  /** Rows offered below, to be filled. */
  readonly blank?: { readonly count: number; readonly cells: readonly CellModel[] };
  readonly frozenColumns?: number;
  /** Columns beyond these are not printed. */
  readonly printedColumns?: number;
  /** For the rows from the first to the last: rules, colours. */
  readonly validations?: (firstRow: number, lastRow: number) => readonly ValidationModel[];
  readonly highlights?: (firstRow: number, lastRow: number) => readonly HighlightModel[];
  readonly tabColor?: string;
  readonly footer: string;
}

/** Lays a table out: frozen headings, one page wide in landscape, headings on every page. */
export function campaignTableSheet(spec: CampaignTableSheet): SheetModel {
  const grid = new Grid();
  grid.add([cell(spec.name, styles.title)], 28);
  grid.add([cell(spec.explanation, styles.subtitle)]);
  grid.skip();
  grid.add(headings(spec.headings, styles.heading), 32);
  for (const row of spec.rows) grid.add(row);
  for (let done = 0; done < (spec.blank?.count ?? 0); done += 1) grid.add(spec.blank?.cells ?? []);
  const last = Math.max(grid.next - 1, FIRST_ROW);
  const printed = (spec.printedColumns ?? spec.headings.length) - 1;
  return {
    name: spec.name,
    columns: spec.widths.map((width) => ({ width })),
    rows: grid.rows(),
    freeze: { rows: FIRST_ROW, columns: spec.frozenColumns ?? 0 },
    tables: [
      {
        name: spec.table,
        ref: area(FIRST_ROW - 1, 0, last, spec.headings.length - 1),
        columns: spec.headings,
        style: 'TableStyleLight1',
      },
    ],
    ...(spec.validations ? { validations: spec.validations(FIRST_ROW, last) } : {}),
    ...(spec.highlights ? { highlights: spec.highlights(FIRST_ROW, last) } : {}),
    print: {
      landscape: true,
      fitToWidth: true,
      area: area(0, 0, last, printed),
      repeatRows: `${FIRST_ROW}:${FIRST_ROW}`,
      footer: spec.footer,
    },
    gridLines: false,
    ...(spec.tabColor ? { tabColor: spec.tabColor } : {}),
  };
}
