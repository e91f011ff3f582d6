import { parseArea, printArea } from '../address';
import { toContent } from '../contents';
import { run } from '../run';
import type { Bilingual, CellReference, RestoreReport, WorkOptions } from '../model';
import { listTables, readTable } from '../tables/read';
import { RECORD_TABLE, shownValue } from './record';

interface Recorded extends CellReference {
  readonly formula: string;
  readonly value: unknown;
  /** Row of the record, zero-based. */
  readonly index: number;
}

/**
 * Puts back the formulas that `freezeValues` replaced, the last frozen first, and takes them off the
 * record. A cell changed by someone since is left as it is and stays on the record.
 */
export async function restoreFormulas(options: WorkOptions = {}): Promise<RestoreReport> {
  const label = { fr: 'Rétablissement des formules', en: 'Restoring the formulas' };
  const recorded = await readRecord();
  const restored: Recorded[] = [];
  const kept: Recorded[] = [];
  for (const one of [...recorded].reverse()) {
    ((await restore(label, one, options)) ? restored : kept).push(one);
    options.onProgress?.({ label, done: restored.length + kept.length, total: recorded.length });
  }
  return { restored: restored.map(placeOf), kept: kept.map(placeOf) };
}

const placeOf = ({ sheet, address }: Recorded): CellReference => ({ sheet, address });

async function readRecord(): Promise<Recorded[]> {
  // Without a record, nothing was frozen: nothing to put back, and nothing missing either.
  if (!(await listTables()).some(({ name }) => name.toUpperCase() === RECORD_TABLE)) return [];
  const { rows } = await readTable(RECORD_TABLE);
  return rows.flatMap(([sheet, address, formula, value], index) =>
    typeof sheet === 'string' && typeof address === 'string' && typeof formula === 'string'
      ? [{ sheet, address, formula, value: shownValue(value ?? null), index }]
      : [],
  );
}

/** Enters one formula again and takes it off the record; false when its cell has changed. */
async function restore(label: Bilingual, one: Recorded, { signal }: WorkOptions): Promise<boolean> {
  return run(
    label,
    async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(one.sheet);
      const first = { ...parseArea(one.address), rows: 1, columns: 1 };
      const cell = sheet.getRange(printArea(first)).load('formulas,values,valueTypes');
      const row = context.workbook.tables.getItem(RECORD_TABLE).rows.getItemAt(one.index).load('values');
      await context.sync();
      if (sheet.isNullObject || row.values[0]?.[2] !== one.formula) return false;
      const present = shownValue(toContent(cell.values[0]?.[0], cell.valueTypes[0]?.[0]));
      const formula: unknown = cell.formulas[0]?.[0];
      const isFormula = typeof formula === 'string' && formula.startsWith('=') && formula !== present;
      if (isFormula || present !== one.value) return false;
      // What the formula had spilled over must be free again, or it would show #SPILL!.
      sheet.getRange(one.address).clear('Contents');
      sheet.getRange(printArea(first)).formulas = [[one.formula]];
      row.delete();
      await context.sync();
      return true;
    },
    { signal },
  );
}
