import { parseArea, printArea, splitAddress, type Area } from '../address';
import { readArea } from '../read-area';
import { run } from '../run';
import type { Bilingual, CellContent, FreezeScope, WorkOptions } from '../model';
import { callsOurs } from './ours';

/** A formula that calls one of our functions, and the cells that show its results. */
export interface OurFormula {
  readonly sheet: string;
  /** The cell that holds the formula. */
  readonly address: string;
  /** That cell, or the range its results spill over. */
  readonly shown: string;
  readonly formula: string;
  readonly value: CellContent;
}

interface Found {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly value: CellContent;
}

/** Formulas asked at once whether they spill. */
const FORMULAS_PER_BATCH = 150;

/** Finds our formulas in the workbook, on the active sheet or in the selection. */
export async function findOurs(
  label: Bilingual,
  scope: FreezeScope,
  { signal }: WorkOptions,
): Promise<OurFormula[]> {
  const found: Found[] = [];
  for (const { sheet, area } of await placesOf(label, scope)) {
    const { values, formulas } = await readArea(label, sheet, area, { signal, formulas: true });
    for (const [row, cells] of formulas.entries())
      for (const [column, formula] of cells.entries())
        if (isFormula(formula, values[row]?.[column]) && callsOurs(formula))
          found.push({
            sheet,
            address: printArea({ row: area.row + row, column: area.column + column, rows: 1, columns: 1 }),
            formula,
            value: values[row]?.[column] ?? null,
          });
  }
  const ours: OurFormula[] = [];
  for (let from = 0; from < found.length; from += FORMULAS_PER_BATCH)
    ours.push(...(await withSpills(label, found.slice(from, from + FORMULAS_PER_BATCH), signal)));
  return distinct(ours);
}

/** Not a text that looks like one, as in the record of frozen formulas: its value is the very same text. */
const isFormula = (formula: unknown, value: CellContent | undefined): formula is string =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value;

async function placesOf(label: Bilingual, scope: FreezeScope): Promise<{ sheet: string; area: Area }[]> {
  return run(
    label,
    async (context) => {
      const { workbook } = context;
      const ranges =
        scope === 'selection'
          ? [await selectedPart(context)]
          : scope === 'sheet'
            ? [workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true)]
            : await allUsed(context);
      for (const range of ranges) range.load('address');
      await context.sync();
      return ranges.flatMap((range) => {
        if (range.isNullObject) return [];
        const { sheet = '', address } = splitAddress(range.address);
        return [{ sheet, area: parseArea(address) }];
      });
    },
    { repeatable: true },
  );
}

async function selectedPart(context: Excel.RequestContext): Promise<Excel.Range> {
  const selected = context.workbook.getSelectedRange();
  const used = selected.worksheet.getUsedRangeOrNullObject(true).load('address');
  await context.sync();
  return used.isNullObject ? used : selected.getIntersectionOrNullObject(used);
}

async function allUsed(context: Excel.RequestContext): Promise<Excel.Range[]> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  return sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true));
}

/** Follows each formula to the cell that holds it: Excel shows it in all the cells it spills into. */
async function withSpills(
  label: Bilingual,
  found: readonly Found[],
  signal: AbortSignal | undefined,
): Promise<OurFormula[]> {
  return run(
    label,
    async (context) => {
      const asked = found.map(({ sheet, address }) => {
        const cell = context.workbook.worksheets.getItem(sheet).getRange(address);
        const parent = cell.getSpillParentOrNullObject();
        parent.load('address,formulas,values');
        const spill = cell.getSpillingToRangeOrNullObject();
        spill.load('address');
        const whole = parent.getSpillingToRangeOrNullObject();
        whole.load('address');
        return { parent, spill, whole };
      });
      await context.sync();
      return found.map((one, index) => {
        const { parent, spill, whole } = asked[index] as (typeof asked)[number];
        if (!spill.isNullObject) return { ...one, shown: splitAddress(spill.address).address };
        if (parent.isNullObject) return { ...one, shown: one.address };
        const address = splitAddress(parent.address).address;
        return { ...one, address, shown: whole.isNullObject ? address : splitAddress(whole.address).address };
      });
    },
    { signal, repeatable: true },
  );
}

const distinct = (ours: readonly OurFormula[]): OurFormula[] => [
  ...new Map(ours.map((one) => [`${one.sheet}!${one.address}`, one])).values(),
];
