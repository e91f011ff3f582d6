import { parseArea, splitAddress, type Area } from '../address';
import type { Bilingual, SheetContent, SheetsRead, SheetTable, WorkOptions } from '../model';
import { throwIfCancelled } from '../problem';
import { readArea } from '../read-area';
import { run } from '../run';

const label: Bilingual = { fr: 'Lecture des feuilles', en: 'Reading the sheets' };

/** A sheet with more cells is left out, and said to be: a list this long is a file to import. */
const MOST_CELLS = 2_000_000;

/** Letters of dates in a number format, once its texts, colours and conditions are taken out. */
const dateLetters = /[dmyhs]/iu;

/** True when a number format, in English, shows a date or a time. */
export function isDateFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|General/giu, '');
  return dateLetters.test(bare);
}

interface SheetPlace {
  readonly name: string;
  readonly area: Area;
  readonly tables: readonly SheetTable[];
}

/**
 * Reads the visible sheets that hold something, in their order, in blocks. Sheets that `wanted` refuses by their name
 * and the names of their tables are not read.
 */
export async function readSheets(
  wanted: (sheet: string, tables: readonly string[]) => boolean,
  { signal, onProgress }: WorkOptions = {},
): Promise<SheetsRead> {
  const places = await run(label, listSheets, { signal, repeatable: true });
  const chosen = places.filter(({ name, tables }) =>
    wanted(
      name,
      tables.map((one) => one.name),
    ),
  );
  const isLarge = ({ area }: SheetPlace) => area.rows * area.columns > MOST_CELLS;
  const asked = chosen.filter((one) => !isLarge(one));
  const total = asked.reduce((sum, { area }) => sum + area.rows, 0);
  const sheets: SheetContent[] = [];
  let before = 0;
  for (const { name, area, tables } of asked) {
    throwIfCancelled(signal, { during: label });
    const { values, formats } = await readArea(label, name, area, {
      ...(signal && { signal }),
      formats: true,
      onRows: (rows) => onProgress?.({ label, done: before + rows, total }),
    });
    before += area.rows;
    const dates = formats.map((row, down) =>
      row.map((format, across) => typeof values[down]?.[across] === 'number' && isDateFormat(String(format))),
    );
    sheets.push({ name, row: area.row, column: area.column, values, dates, tables });
  }
  return { sheets, leftOut: chosen.filter(isLarge).map(({ name }) => name) };
}

async function listSheets(context: Excel.RequestContext): Promise<SheetPlace[]> {
  const sheets = context.workbook.worksheets.load('items/name,items/visibility');
  const tables = context.workbook.tables.load(
    'items/name,items/showHeaders,items/showTotals,items/worksheet/name',
  );
  await context.sync();
  const shown = sheets.items
    .filter(({ visibility }) => visibility === 'Visible')
    .map((sheet) => ({ name: sheet.name, used: sheet.getUsedRangeOrNullObject(true).load('address') }));
  const placed = tables.items.map((table) => ({
    table,
    whole: table.getRange().load('address'),
    columns: table.columns.load('items/name'),
  }));
  await context.sync();
  return shown.flatMap(({ name, used }) => {
    if (used.isNullObject) return [];
    const own = placed
      .filter(({ table }) => table.worksheet.name === name)
      .map(({ table, whole, columns }): SheetTable => {
        const area = parseArea(whole.address);
        return {
          name: table.name,
          firstRow: area.row,
          lastRow: area.row + area.rows - 1,
          firstColumn: area.column,
          lastColumn: area.column + area.columns - 1,
          hasHeadings: table.showHeaders,
          hasTotals: table.showTotals,
          headings: columns.items.map((column) => column.name),
        };
      });
    return [{ name, area: parseArea(splitAddress(used.address).address), tables: own }];
  });
}

/**
 * The formulas of some cells, in English with commas, `=` first; null where there is a value or nothing.
 * @param address `E6:E190`
 */
export async function readFormulas(
  sheet: string,
  address: string,
  { signal }: WorkOptions = {},
): Promise<readonly (readonly (string | null)[])[]> {
  const reading = { fr: 'Lecture des formules', en: 'Reading formulas' };
  const { formulas, values } = await readArea(reading, sheet, parseArea(address), {
    ...(signal && { signal }),
    formulas: true,
  });
  return formulas.map((row, down) =>
    row.map((formula, across) =>
      typeof formula === 'string' && formula.startsWith('=') && formula !== values[down]?.[across]
        ? formula
        : null,
    ),
  );
}
