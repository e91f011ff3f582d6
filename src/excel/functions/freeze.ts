import { run } from '../run';
import type { Bilingual, CellReference, FreezeReport, FreezeScope, WorkOptions } from '../model';
import { findOurs, type OurFormula } from './find';
import { recordFormulas } from './record';

/** What a cell shows while its function has not answered: freezing it would lose the result. */
const UNANSWERED = ['#NAME?', '#BUSY!', '#GETTING_DATA', '#CONNECT!', '#BLOCKED!'];

const FORMULAS_PER_BATCH = 100;

const hasAnswered = ({ value }: OurFormula): boolean =>
  !(typeof value === 'object' && value !== null && UNANSWERED.includes(value.error));

/**
 * Replaces formulas that call our functions by their values, for readers without the add-in. Native
 * formulas stay. The formulas are first recorded in a visible table, from which `restoreFormulas` puts
 * them back. A formula changed by someone meanwhile is left alone.
 */
export async function freezeValues(scope: FreezeScope, options: WorkOptions = {}): Promise<FreezeReport> {
  const label = {
    fr: 'Remplacement des formules par leurs valeurs',
    en: 'Replacing formulas by their values',
  };
  const found = await findOurs(label, scope, options);
  const ready = found.filter(hasAnswered);
  const skipped = found.filter((one) => !hasAnswered(one)).map(placeOf);
  if (ready.length === 0) return { frozen: [], skipped };
  await recordFormulas(ready, options);
  const frozen: CellReference[] = [];
  for (let from = 0; from < ready.length; from += FORMULAS_PER_BATCH) {
    const batch = ready.slice(from, from + FORMULAS_PER_BATCH);
    const done = await freezeBatch(label, batch, options);
    frozen.push(...done.map(placeOf));
    skipped.push(...batch.filter((one) => !done.includes(one)).map(placeOf));
    options.onProgress?.({ label, done: from + batch.length, total: ready.length });
  }
  return { frozen, skipped };
}

const placeOf = ({ sheet, shown }: OurFormula): CellReference => ({ sheet, address: shown });

/** Freezes those of the batch that are still the same formula. */
async function freezeBatch(
  label: Bilingual,
  batch: readonly OurFormula[],
  { signal }: WorkOptions,
): Promise<readonly OurFormula[]> {
  const tried = new Set<OurFormula>();
  return run(
    label,
    async (context) => {
      const cells = batch.map((one) => {
        const sheet = context.workbook.worksheets.getItem(one.sheet);
        return { one, sheet, cell: sheet.getRange(one.address).load('formulas') };
      });
      await context.sync();
      const same = cells.filter(({ one, cell }) => cell.formulas[0]?.[0] === one.formula);
      // After a lost connection, what an earlier attempt froze is no longer a formula.
      const before = cells.filter(({ one, cell }) => tried.has(one) && !isFormula(cell.formulas[0]?.[0]));
      for (const { one, sheet } of same) {
        // Excel's own « paste values »: texts, dates and errors stay what they are.
        const range = sheet.getRange(one.shown);
        range.copyFrom(range, 'Values');
        tried.add(one);
      }
      await context.sync();
      return [...before, ...same].map(({ one }) => one);
    },
    { signal, repeatable: true },
  );
}

const isFormula = (content: unknown): boolean => typeof content === 'string' && content.startsWith('=');
