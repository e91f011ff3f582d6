import { type CellModel, type RowModel, type SheetModel, type TableModel, cellAddress } from '../../xlsx';

/** An Excel table to place on a sheet. */
export interface Block {
  readonly table: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (CellModel | undefined)[])[];
}

const HEADING = { bold: true, fill: '1F4E79', color: 'FFFFFF' } as const;

/** A sheet with a title and its tables one below the other, from column A or B. */
export function sheetOf(
  name: string,
  title: string,
  blocks: readonly Block[],
  options: { readonly indent: boolean; readonly widths: readonly number[] },
): SheetModel {
  const left = options.indent ? 1 : 0;
  const pad: readonly undefined[] = options.indent ? [undefined] : [];
  const rows: RowModel[] = [
    { cells: [...pad, { value: title, style: { bold: true, size: 14 } }] },
    { cells: [] },
  ];
  const tables: TableModel[] = [];
  for (const { table, headings, rows: lines } of blocks) {
    const ref = `${cellAddress(rows.length, left)}:${cellAddress(rows.length + lines.length, left + headings.length - 1)}`;
    tables.push({ name: table, ref, columns: headings });
    rows.push({ cells: [...pad, ...headings.map((value) => ({ value, style: HEADING }))] });
    rows.push(...lines.map((cells) => ({ cells: [...pad, ...cells] })), { cells: [] });
  }
  return {
    name,
    columns: [...(options.indent ? [{ width: 3 }] : []), ...options.widths.map((width) => ({ width }))],
    rows,
    tables,
    print: { landscape: true, fitToWidth: true },
    gridLines: false,
    tabColor: '1F4E79',
  };
}
