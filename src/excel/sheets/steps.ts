import type { RowModel, SheetModel, WorkbookModel } from '../../xlsx';
import { diagnose } from '../diagnose';
import type { Bilingual } from '../model';
import { run } from '../run';
import { writeMatrix } from '../write-matrix';
import { applyCharts } from './charts';
import { applyFrame, applyLinks, applyLooks, applySizes } from './layout';
import { applyPrint } from './print';
import { constantOf, entriesOf, formatOf, formulaOf, rowsOf, trimmed, widthOf } from './rows';
import { applyHighlights, applyValidations } from './rules';
import { applyTables } from './tables';

export type Step = () => Promise<void>;

/** Adds the blank sheets, those that an earlier attempt added excepted. */
export async function createSheets(
  label: Bilingual,
  models: readonly SheetModel[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await run(
    label,
    async (context) => {
      const { worksheets } = context.workbook;
      const present = worksheets.load('items/name');
      await context.sync();
      const names = new Set(present.items.map(({ name }) => name.toLowerCase()));
      for (const { name } of models) if (!names.has(name.toLowerCase())) worksheets.add(name);
      await context.sync();
    },
    { signal, repeatable: true },
  );
}

export async function removeSheets(label: Bilingual, names: readonly string[]): Promise<void> {
  await run(
    label,
    async (context) => {
      const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
      for (const sheet of sheets) sheet.load('name');
      await context.sync();
      for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
      await context.sync();
    },
    { repeatable: true },
  );
}

interface Options {
  readonly names: NonNullable<WorkbookModel['names']>;
  readonly properties: NonNullable<WorkbookModel['properties']>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What remains to be done once the sheets exist, in the order that references need: a formula may name
 * any table, and a rule any sheet. Every step can be done twice.
 */
export function stepsOf(label: Bilingual, models: readonly SheetModel[], options: Options): Step[] {
  const { signal } = options;
  const onSheet =
    (
      name: string,
      work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>,
    ): Step =>
    () =>
      run(
        label,
        async (context) => {
          await work(context.workbook.worksheets.getItem(name), context);
          await context.sync();
        },
        { signal, repeatable: true },
      );
  const sheets = models.map((model) => ({ model, name: model.name, rows: rowsOf(model) }));
  return [
    ...sheets.flatMap(({ model, name, rows }) => [
      onSheet(name, (sheet) => applySizes(sheet, model, rows)),
      () => writeConstants(label, name, rows, signal),
      onSheet(name, (sheet) => {
        applyLinks(sheet, rows);
        applyLooks(sheet, rows);
      }),
    ]),
    ...sheets
      .filter(({ model }) => (model.tables ?? []).length > 0)
      .map(({ model, name }) => onSheet(name, (sheet, context) => applyTables(context, sheet, model))),
    () => addNames(label, options),
    ...sheets.map(
      ({ name, rows }) =>
        () =>
          writeFormulas(label, name, rows, signal),
    ),
    ...sheets.map(({ model, name }) =>
      onSheet(name, (sheet) => {
        applyFrame(sheet, model);
        applyValidations(sheet, model);
        applyHighlights(sheet, model);
      }),
    ),
    ...sheets.flatMap(({ model, name }) =>
      model.charts ? [onSheet(name, (sheet, context) => applyCharts(context, sheet, model))] : [],
    ),
    ...sheets.flatMap(({ model: { print }, name }) =>
      print ? [optional(onSheet(name, (sheet) => applyPrint(sheet, print)))] : [],
    ),
    () => addProperties(label, options),
    ...sheets.map(({ model, name }) => onSheet(name, (sheet, context) => finish(context, sheet, model))),
  ];
}

/** A finish that an older Excel may lack must not cost the person their sheets. */
const optional =
  (step: Step): Step =>
  async () => {
    try {
      await step();
    } catch (thrown) {
      const problem = diagnose(thrown);
      if (problem.code !== 'unsupported') throw problem;
    }
  };

async function writeConstants(
  label: Bilingual,
  sheet: string,
  rows: readonly RowModel[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const width = widthOf(rows);
  const formats = rows.map(({ cells }) =>
    Array.from({ length: width }, (_, column) => formatOf(cells[column])),
  );
  const entries = entriesOf(rows, constantOf);
  if (width > 0) await writeMatrix(label, { sheet, row: 0, column: 0, entries, formats }, { signal });
}

async function writeFormulas(
  label: Bilingual,
  sheet: string,
  rows: readonly RowModel[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const formulas = trimmed(entriesOf(rows, formulaOf));
  if (formulas) await writeMatrix(label, { sheet, ...formulas }, { signal });
}

async function addNames(label: Bilingual, { names, signal }: Options): Promise<void> {
  if (names.length === 0) return;
  await run(
    label,
    async (context) => {
      const present = context.workbook.names.load('items/name');
      await context.sync();
      const known = new Set(present.items.map(({ name }) => name.toLowerCase()));
      for (const { name, refersTo } of names)
        if (!known.has(name.toLowerCase()))
          context.workbook.names.add(name, refersTo.startsWith('=') ? refersTo : `=${refersTo}`);
      await context.sync();
    },
    { signal, repeatable: true },
  );
}

async function addProperties(label: Bilingual, { properties, signal }: Options): Promise<void> {
  if (Object.keys(properties).length === 0) return;
  await run(
    label,
    async (context) => {
      for (const [key, value] of Object.entries(properties))
        context.workbook.properties.custom.add(key, value);
      await context.sync();
    },
    { signal, repeatable: true },
  );
}

/** What would hinder the steps before it: hiding and protecting. */
async function finish(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  model: SheetModel,
): Promise<void> {
  if (model.gridLines === false) sheet.showGridlines = false;
  if (model.tabColor !== undefined) sheet.tabColor = `#${model.tabColor}`;
  if (model.hidden) sheet.visibility = 'Hidden';
  if (!model.protect) return;
  sheet.protection.load('protected');
  await context.sync();
  // Protecting what is protected is an error.
  if (!sheet.protection.protected)
    sheet.protection.protect({ allowFormatColumns: true, allowFormatRows: true });
}
