import { startHeadlessExcel, type HeadlessExcel } from '../../src/simulator/host/node';

type Cells = readonly (readonly (string | number | boolean)[])[];

/** Excel for one test file: the real library, on a headless workbook, with helpers to set the scene. */
export interface Scene extends HeadlessExcel {
  /** Adds a sheet that holds these cells from A1, as if typed in English. */
  addSheet(name: string, cells?: Cells): Promise<void>;
  /** The same with a table over them, the first row being its headings. */
  addTable(sheet: string, table: string, cells: Cells): Promise<void>;
  type(sheet: string, address: string, cells: Cells): Promise<void>;
  values(sheet: string, address: string): Promise<unknown[][]>;
  formulas(sheet: string, address: string): Promise<unknown[][]>;
}

const column = (index: number): string => String.fromCharCode(65 + index);
const areaOf = (cells: Cells): string => `A1:${column((cells[0]?.length ?? 1) - 1)}${cells.length}`;

/** A fault that lets a batch through: batches that only read come before the one to be hit. */
const PASS = Number.MAX_SAFE_INTEGER;

/**
 * Loses the connection in a batch to come: `readings` batches go through first, then that many writing
 * actions of the next one.
 */
export function dropLater(scene: Scene, readings: number, writes: number): void {
  for (let count = 0; count < readings; count += 1) scene.host.faults.dropAfter(PASS);
  scene.host.faults.dropAfter(writes);
}

export async function startScene(options: Parameters<typeof startHeadlessExcel>[0] = {}): Promise<Scene> {
  const excel = await startHeadlessExcel(options);
  const write = (sheet: string, address: string, cells: Cells) =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(address).formulas = cells as string[][];
      await context.sync();
    });
  const read = (sheet: string, address: string, what: 'values' | 'formulas') =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address).load(what);
      await context.sync();
      return range[what];
    });
  const addSheet = async (name: string, cells?: Cells) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
    if (cells) await write(name, areaOf(cells), cells);
  };
  return {
    ...excel,
    addSheet,
    addTable: async (sheet, table, cells) => {
      await addSheet(sheet, cells);
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem(sheet).tables.add(areaOf(cells), true).name = table;
        await context.sync();
      });
    },
    type: write,
    values: (sheet, address) => read(sheet, address, 'values'),
    formulas: (sheet, address) => read(sheet, address, 'formulas'),
  };
}
