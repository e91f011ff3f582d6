import {
  area,
  cell,
  Grid,
  inside,
  palette,
  styles,
  type CellModel,
  type HighlightModel,
  type SheetModel,
} from '../../xlsx';

/** A sheet that is one table under a title: most of the workbook. */
export interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly explanation: string;
  /** An Excel table of this name, so that it can be sorted, filtered and read by other software. */
  readonly table: string;
  readonly columns: readonly {
    readonly heading: string;
    readonly width: number;
    /** Headings stand over their numbers. */
    readonly numeric?: boolean;
  }[];
  readonly rows: readonly (readonly (CellModel | undefined)[])[];
  /** Instead of rows, those of a table too long to be held: made when they are written, without links. */
  readonly later?: { readonly count: number; row(index: number): readonly (CellModel | undefined)[] };
  readonly frozenColumns?: number;
  /** The first columns only are printed; all unless told. */
  readonly printedColumns?: number;
  readonly highlights?: readonly HighlightModel[];
  readonly tabColor?: string;
  readonly footer: string;
}

/** Title, explanation, a way back, then the headings. */
export const tableHeadingRow = 3;
export const tableFirstRow = tableHeadingRow + 1;

export const summarySheet = 'Synthèse';

/** Excel refuses more links than 65 530 on one sheet. */
export const MOST_LINKS = 60_000;

/** Lays out a table sheet: frozen headings, filters, landscape, one page wide, headings on every page. */
export function tableSheet(spec: TableSheet): SheetModel {
  const grid = new Grid();
  sheetHead(grid, spec.title, spec.explanation);
  const right = { ...styles.heading, align: 'right' } as const;
  grid.add(
    spec.columns.map(({ heading, numeric }) => cell(heading, numeric ? right : styles.heading)),
    32,
  );
  for (const row of withinLinks(spec.rows)) grid.add(row);
  if (spec.later) grid.addLater(spec.later.count, (index) => spec.later?.row(index) ?? []);
  if (spec.rows.length === 0 && !spec.later?.count) grid.add([cell('Rien à signaler.', styles.note)]);
  const last = grid.next - 1;
  return {
    name: spec.name,
    columns: spec.columns.map(({ width }) => ({ width })),
    ...grid.content(),
    freeze: { rows: tableFirstRow, columns: spec.frozenColumns ?? 1 },
    tables: [
      {
        name: spec.table,
        ref: area(tableHeadingRow, 0, last, spec.columns.length - 1),
        columns: spec.columns.map(({ heading }) => heading),
        style: 'TableStyleLight1',
      },
    ],
    print: {
      landscape: true,
      fitToWidth: true,
      repeatRows: `${tableHeadingRow + 1}:${tableHeadingRow + 1}`,
      footer: spec.footer,
      ...(spec.printedColumns === undefined ? {} : { area: area(0, 0, last, spec.printedColumns - 1) }),
    },
    gridLines: false,
    ...(spec.highlights ? { highlights: spec.highlights } : {}),
    ...(spec.tabColor ? { tabColor: spec.tabColor } : {}),
  };
}

/** The same rows, without the links that Excel would refuse. */
function withinLinks(rows: TableSheet['rows']): TableSheet['rows'] {
  let links = 0;
  return rows.map((row) =>
    row.map((one) => {
      if (!one?.link || (links += 1) <= MOST_LINKS) return one;
      const { link, ...plain } = one;
      return link ? plain : one;
    }),
  );
}

/** The three first rows of every sheet but the first. */
export function sheetHead(grid: Grid, title: string, explanation: string): void {
  grid.add([cell(title, styles.title)], 28);
  grid.add([cell(explanation, { color: palette.muted })]);
  grid.add([
    { ...cell('← Synthèse', { color: palette.primary, size: 9 }), link: { to: inside(summarySheet, 0, 0) } },
  ]);
}

/** The footer of every page: what this is, and the page. */
export function pageFooter(title: string): string {
  return `&L${title.replaceAll('&', '&&').slice(0, 120)}&R&A — page &P / &N`;
}
