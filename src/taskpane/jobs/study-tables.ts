import type { CellContent, TableContent } from '../../excel';
import type { StudyWorkbook } from '../../study';
import { CellError, type TableData } from '../../xlsx';

/** As messages call the workbook that the pane is open on. */
export const OPEN_WORKBOOK = 'ce classeur';

/** Tables of the open workbook, as the readers of closed ones take them. */
export function openTables(tables: readonly TableContent[]): StudyWorkbook {
  return {
    properties: { custom: {} },
    tables: tables.map(({ name }) => ({ name })),
    readTable: (name) => {
      const found = tables.find((one) => one.name.toUpperCase() === name.toUpperCase());
      return found
        ? Promise.resolve(tableData(found))
        : Promise.reject(new RangeError(`There is no table ${name}.`));
    },
  };
}

function tableData({ name, sheet, headings, rows, cells }: TableContent): TableData {
  return {
    name,
    sheet,
    columns: headings,
    rowCount: rows.length,
    cell: (row, column) => written(rows[row]?.[column] ?? null),
    isDate: () => false,
    address: (row, column) => cells[row]?.[column] ?? '',
  };
}

function written(content: CellContent): ReturnType<TableData['cell']> {
  if (content === null || content === '') return undefined;
  return typeof content === 'object' ? new CellError(content.error) : content;
}
