import { run } from '../run';
import { recalculate } from '../document/identity';
import type { Bilingual, RepairReport, WorkOptions } from '../model';
import { findOurs, type OurFormula } from './find';
import { withOwnNames } from './ours';

const UNKNOWN_NAME = '#NAME?';
const FORMULAS_PER_BATCH = 150;

const isUnknown = (value: unknown): boolean => value === UNKNOWN_NAME;
const placeOf = ({ sheet, address }: OurFormula) => ({ sheet, address });

/**
 * Enters again the formulas of this add-in that show `#NAME?`: a workbook opened before the add-in was
 * installed keeps them in that state until then. Formulas are entered as read, in English.
 */
export async function repairFunctions(options: WorkOptions = {}): Promise<RepairReport> {
  const label = { fr: 'Réparation des fonctions', en: 'Repairing the functions' };
  const broken = (await findOurs(label, 'workbook', options)).filter(
    ({ value }) => typeof value === 'object' && value !== null && isUnknown(value.error),
  );
  for (let from = 0; from < broken.length; from += FORMULAS_PER_BATCH) {
    const batch = broken.slice(from, from + FORMULAS_PER_BATCH);
    await enterAgain(label, batch, options.signal);
    options.onProgress?.({ label, done: from + batch.length, total: broken.length });
  }
  if (broken.length > 0) await recalculate();
  const still = await stillBroken(label, broken, options.signal);
  return {
    repaired: broken.filter((one) => !still.has(one)).map(placeOf),
    remaining: [...still].map(placeOf),
  };
}

async function enterAgain(
  label: Bilingual,
  batch: readonly OurFormula[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await run(
    label,
    async (context) => {
      const cells = batch.map(({ sheet, address }) =>
        context.workbook.worksheets.getItem(sheet).getRange(address).load('formulas'),
      );
      await context.sync();
      for (const [index, one] of batch.entries()) {
        const cell = cells[index];
        if (cell?.formulas[0]?.[0] === one.formula) cell.formulas = [[withOwnNames(one.formula)]];
      }
      await context.sync();
    },
    { signal, repeatable: true },
  );
}

async function stillBroken(
  label: Bilingual,
  formulas: readonly OurFormula[],
  signal: AbortSignal | undefined,
): Promise<Set<OurFormula>> {
  const broken = new Set<OurFormula>();
  for (let from = 0; from < formulas.length; from += FORMULAS_PER_BATCH) {
    const batch = formulas.slice(from, from + FORMULAS_PER_BATCH);
    const values = await run(
      label,
      async (context) => {
        const cells = batch.map(({ sheet, address }) =>
          context.workbook.worksheets.getItem(sheet).getRange(address).load('values'),
        );
        await context.sync();
        return cells.map((cell): unknown => cell.values[0]?.[0]);
      },
      { signal, repeatable: true },
    );
    for (const [index, one] of batch.entries()) if (isUnknown(values[index])) broken.add(one);
  }
  return broken;
}
