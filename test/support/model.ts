import type { CellModel, SheetModel, WorkbookModel } from '../../src/xlsx';

/** A sheet with the rows that are only made when written. */
function whole(sheet: SheetModel): SheetModel {
  const { more, ...own } = sheet;
  if (!more) return sheet;
  return {
    ...own,
    rows: [...own.rows, ...Array.from({ length: more.count }, (_, index) => more.row(index))],
  };
}

/** A sheet of a workbook being built; fails where there is none. */
export function sheetOf(model: WorkbookModel, name: string): SheetModel {
  const sheet = model.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet « ${name} » among ${model.sheets.map((one) => one.name).join(', ')}`);
  return whole(sheet);
}

/** Row and column, from 0, of `B12`. */
export function position(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

export function cellAt(model: WorkbookModel, sheet: string, address: string): CellModel | undefined {
  const { row, column } = position(address);
  return sheetOf(model, sheet).rows[row]?.cells[column];
}

/** The row, from 0, whose cell in `column` holds `text`. */
export function rowHolding(model: WorkbookModel, sheet: string, column: number, text: string): number {
  const row = sheetOf(model, sheet).rows.findIndex(({ cells }) => cells[column]?.value === text);
  if (row < 0) throw new Error(`« ${text} » is not in column ${column} of « ${sheet} »`);
  return row;
}

/** The same workbook as if a person had typed values into cells: `row,column` from 0, by sheet. */
export function typed(
  model: WorkbookModel,
  sheet: string,
  values: ReadonlyMap<string, CellModel['value']>,
): WorkbookModel {
  const sheets = model.sheets.map((one) => {
    if (one.name !== sheet) return one;
    const full = whole(one);
    const rows = full.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) => {
        const key = `${at},${column}`;
        if (!values.has(key)) return cell;
        const style = cell?.style ? { style: cell.style } : {};
        const value = values.get(key);
        return value === undefined ? style : { ...style, value };
      }),
    }));
    return { ...full, rows };
  });
  return { ...model, sheets };
}

/** Every cell of a workbook that holds a formula, with where it stands. */
export function formulasOf(
  model: WorkbookModel,
): { sheet: string; row: number; column: number; cell: CellModel }[] {
  return model.sheets.flatMap((sheet) =>
    whole(sheet).rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) =>
        cell?.formula === undefined ? [] : [{ sheet: sheet.name, row, column, cell }],
      ),
    ),
  );
}
