import type { SheetModel, WorkbookModel } from '../../xlsx';
import { diagnose } from '../diagnose';
import type { Bilingual, InsertionReport, WorkOptions } from '../model';
import { ExcelProblem } from '../problem';
import { run } from '../run';
import { checkRoom } from './check';
import { cellsWhere, rowsOf } from './rows';
import { createSheets, removeSheets, stepsOf } from './steps';

export interface InsertOptions extends WorkOptions {
  /** Names of ranges that the sheets refer to. */
  readonly names?: WorkbookModel['names'];
  /** Custom properties that the workbook gets, those it has under other names being kept. */
  readonly properties?: WorkbookModel['properties'];
}

const label: Bilingual = { fr: 'Création des feuilles', en: 'Creating the sheets' };

/**
 * Adds sheets to the open workbook by calls to Excel: values, formulas, looks, tables, rules of entry,
 * links, charts and print layout; what it leaves out is in the report. Nothing there is replaced: a sheet, table or name already taken refuses
 * the whole. Stopped on the way (problem or cancellation), it takes away the sheets it had begun.
 */
export async function insertSheets(
  models: readonly SheetModel[],
  options: InsertOptions = {},
): Promise<InsertionReport> {
  const { signal, onProgress, names = [], properties = {} } = options;
  await run(
    label,
    (context) =>
      checkRoom(
        context,
        models,
        names.map(({ name }) => name),
      ),
    {
      signal,
      repeatable: true,
    },
  );
  const steps = stepsOf(label, models, { names, properties, signal });
  try {
    await createSheets(label, models, signal);
    for (const [index, step] of steps.entries()) {
      await step();
      onProgress?.({ label, done: index + 1, total: steps.length });
    }
  } catch (thrown) {
    const problem = diagnose(thrown, { during: label });
    await takeBack(models, problem);
    throw problem;
  }
  return {
    sheets: models.map(({ name }) => name),
    tables: models.flatMap(({ tables = [] }) => tables.map(({ name }) => name)),
    omittedNotes: models.flatMap((model) =>
      cellsWhere(rowsOf(model), ({ note }) => note !== undefined).map(({ address }) => ({
        sheet: model.name,
        address,
      })),
    ),
    charts: models.reduce((sum, { charts = [] }) => sum + charts.length, 0),
    omittedDrawings: models.reduce((sum, { drawings = [] }) => sum + drawings.length, 0),
  };
}

/** Removes what was begun; if Excel refuses that as well, the person is told what is left. */
async function takeBack(models: readonly SheetModel[], problem: ExcelProblem): Promise<void> {
  const names = models.map(({ name }) => name);
  try {
    await removeSheets(label, names);
  } catch {
    throw new ExcelProblem('half_done', { ...problem.facts, names }, problem);
  }
}
