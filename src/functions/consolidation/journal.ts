import type { Adjustment } from '../../campaign';
import type { Catalogue } from '../../catalogue';
import { type Remark, tableOfRange } from '../../contribution';
import type { Grid } from '../arguments/grid';
import { wrong } from '../failure';
import { consolidationNow } from './engine-source';

/** What a code asks for in the place of an indicator: what became of the adjustments of the journal. */
export const JOURNAL = 'JOURNAL';

export interface JournalGiven {
  readonly journal: readonly Adjustment[];
  /** Of the rows that cannot be used. */
  readonly remarks: readonly Remark[];
}

/**
 * The adjustments of the union, by the rules of the campaign workbook: a row that cannot be used is left out, as the
 * pane and the command line leave it out, with its remark. Undefined where no journal is given. Throws
 * FunctionFailure for a range that lacks a column.
 */
export function journalIn(grid: Grid | undefined, catalogue: Catalogue): JournalGiven | undefined {
  if (!grid) return undefined;
  const table = tableOfRange(grid.values, { name: grid.name, sheet: '' });
  const read = consolidationNow().journalOfTable(table, grid.name, catalogue);
  if (read.remarks.every(({ code }) => code !== 'missing_column')) return read;
  throw wrong(
    '« journal » : il manque une colonne. Donnez le journal du classeur de campagne avec sa ligne de titres, IMPACT_JOURNAL[#Tout].',
    '"journal": a column is missing. Give the journal of the campaign workbook with its heading row, IMPACT_JOURNAL[#All].',
  );
}

export const withoutJournal = () =>
  wrong(
    'JOURNAL dit ce que deviennent les ajustements : donnez l’argument « journal », IMPACT_JOURNAL[#Tout].',
    'JOURNAL tells what becomes of the adjustments: give the argument "journal", IMPACT_JOURNAL[#All].',
  );
