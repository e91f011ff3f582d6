import { recalculate } from '../document/identity';
import type { CellContent, CellReference, WorkOptions } from '../model';
import { pause } from '../pause';
import { findOurs } from './find';

export interface RecalculationReport {
  /** How many formulas of this add-in the workbook has. */
  readonly formulas: number;
  /** Those that show an error once calculated. */
  readonly failing: readonly CellReference[];
}

/** Times between looks at what is still being calculated, in milliseconds: our slowest functions end within 30 s. */
const LOOKS = [20, 50, 100, 300, 700, 1500, 3000, 6000, 9000, 12_000];

/**
 * Calculates every formula of the workbook again, even where Excel is set to calculate on demand, and waits until
 * ours have a value. What another program stored, or Excel before the add-in was there, is replaced.
 */
export async function recalculateWorkbook(options: WorkOptions = {}): Promise<RecalculationReport> {
  const label = { fr: 'Recalcul du classeur', en: 'Recalculating the workbook' };
  await recalculate();
  let ours = await findOurs(label, 'workbook', options);
  for (const wait of LOOKS) {
    if (!ours.some(({ value }) => errorOf(value) === BUSY)) break;
    await pause(wait, options.signal);
    ours = await findOurs(label, 'workbook', options);
  }
  const failing = ours.filter(({ value }) => errorOf(value) !== undefined);
  return { formulas: ours.length, failing: failing.map(({ sheet, address }) => ({ sheet, address })) };
}

/** What Excel shows where a function has not answered yet. */
const BUSY = '#BUSY!';

const errorOf = (value: CellContent): string | undefined =>
  typeof value === 'object' && value !== null ? value.error : undefined;
